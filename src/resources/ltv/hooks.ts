'use client'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import { getLtv, getLtvMeta, getLtvTrialConversion } from './operations.ts'

/** Lifetime value of the customers of a range by age: revenue so far, per customer and per payer. */
export const useLtv: QueryHook<typeof getLtv> = /* @__PURE__ */ createQueryHook(getLtv)

/** `useLtv` that suspends. */
export const useSuspenseLtv: SuspenseHook<typeof getLtv> =
  /* @__PURE__ */ createSuspenseHook(getLtv)

/** What a lifetime-value query may ask for: modes, splits and the project's filter attributes. */
export const useLtvMeta: QueryHook<typeof getLtvMeta> = /* @__PURE__ */ createQueryHook(getLtvMeta)

/** `useLtvMeta` that suspends. */
export const useSuspenseLtvMeta: SuspenseHook<typeof getLtvMeta> =
  /* @__PURE__ */ createSuspenseHook(getLtvMeta)

/** Trials started in a range and how many of them were converted; the rate is a fraction from 0 to 1. */
export const useLtvTrialConversion: QueryHook<typeof getLtvTrialConversion> =
  /* @__PURE__ */ createQueryHook(getLtvTrialConversion)

/** `useLtvTrialConversion` that suspends. */
export const useSuspenseLtvTrialConversion: SuspenseHook<typeof getLtvTrialConversion> =
  /* @__PURE__ */ createSuspenseHook(getLtvTrialConversion)
