'use client'
import { useSyncExternalStore } from 'react'
import type { Part, PartState } from './part.ts'

/** What is known of a part; on a server, and while its HTML is hydrated, it is not there yet. */
export const usePart = <Value>(part: Part<Value>): PartState<Value> =>
  useSyncExternalStore(part.subscribe, part.state, notYet)

const notYet = () => undefined
