'use client'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import { getCurrencies } from './operations.ts'

/** The currencies that analytics convert to, USD first. */
export const useCurrencies: QueryHook<typeof getCurrencies> =
  /* @__PURE__ */ createQueryHook(getCurrencies)

/** `useCurrencies` that suspends. */
export const useSuspenseCurrencies: SuspenseHook<typeof getCurrencies> =
  /* @__PURE__ */ createSuspenseHook(getCurrencies)
