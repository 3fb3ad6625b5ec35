'use client'
import { useSyncExternalStore } from 'react'

/** True on a server and in the render that hydrates its HTML: what is drawn then must be the same on both sides. */
export const useIsServerHtml = (): boolean =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  )

const never = () => () => undefined
