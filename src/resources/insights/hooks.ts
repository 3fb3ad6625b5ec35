'use client'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import { getInsights } from './operations.ts'

/**
 * Written observations on the last `period` days, with a verdict on their health. With `force` they are written anew: once,
 * and again only by `refetch`.
 */
export const useInsights: QueryHook<typeof getInsights> =
  /* @__PURE__ */ createQueryHook(getInsights)

/** `useInsights` that suspends. */
export const useSuspenseInsights: SuspenseHook<typeof getInsights> =
  /* @__PURE__ */ createSuspenseHook(getInsights)
