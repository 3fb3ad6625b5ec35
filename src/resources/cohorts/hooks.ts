'use client'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import { getCohorts, getCohortsMeta } from './operations.ts'

/** The cohort table of a range, grouping, definition and filters: revenue, payments and payers by cohort and time since. */
export const useCohorts: QueryHook<typeof getCohorts> = /* @__PURE__ */ createQueryHook(getCohorts)

/** `useCohorts` that suspends. */
export const useSuspenseCohorts: SuspenseHook<typeof getCohorts> =
  /* @__PURE__ */ createSuspenseHook(getCohorts)

/** What a cohort query may ask for: modes, groupings, definitions and the project's filter attributes. */
export const useCohortsMeta: QueryHook<typeof getCohortsMeta> =
  /* @__PURE__ */ createQueryHook(getCohortsMeta)

/** `useCohortsMeta` that suspends. */
export const useSuspenseCohortsMeta: SuspenseHook<typeof getCohortsMeta> =
  /* @__PURE__ */ createSuspenseHook(getCohortsMeta)
