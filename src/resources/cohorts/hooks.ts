'use client'
import { createQueryHook } from '../../react/createQueryHook.ts'
import { getCohorts, getCohortsMeta } from './operations.ts'

/** The cohort table of a range, grouping, definition and filters: revenue, payments and payers by cohort and time since. */
export const useCohorts = /* @__PURE__ */ createQueryHook(getCohorts)

/** What a cohort query may ask for: modes, groupings, definitions and the project's filter attributes. */
export const useCohortsMeta = /* @__PURE__ */ createQueryHook(getCohortsMeta)
