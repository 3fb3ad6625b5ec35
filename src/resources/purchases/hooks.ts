'use client'
import { createInfiniteHook, type InfiniteHook } from '../../react/createInfiniteHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import { listUserPurchases } from './operations.ts'

/** One page of a user's store transactions. */
export const useUserPurchases: QueryHook<typeof listUserPurchases> =
  /* @__PURE__ */ createQueryHook(listUserPurchases)

/** `useUserPurchases` that suspends until its answer is there. */
export const useSuspenseUserPurchases: SuspenseHook<typeof listUserPurchases> =
  /* @__PURE__ */ createSuspenseHook(listUserPurchases)

/** All store transactions of a user, read page by page: `data.rows`, each once. */
export const useInfiniteUserPurchases: InfiniteHook<typeof listUserPurchases> =
  /* @__PURE__ */ createInfiniteHook(listUserPurchases)
