'use client'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import { getCard } from './operations.ts'

/** The counters of a dashboard card: trials, subscriptions, in-app purchases and revenue of today so far and of yesterday until the same moment. */
export const useCard: QueryHook<typeof getCard> = /* @__PURE__ */ createQueryHook(getCard)

/** `useCard` that suspends. */
export const useSuspenseCard: SuspenseHook<typeof getCard> =
  /* @__PURE__ */ createSuspenseHook(getCard)
