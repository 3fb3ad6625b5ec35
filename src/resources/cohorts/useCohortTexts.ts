'use client'
import { cohortActions } from '../../i18n/en/cohortActions.ts'
import { cohorts } from '../../i18n/en/cohorts.ts'
import { common } from '../../i18n/en/common.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of the cohort table, and formatters. */
export const useCohortTexts = /* @__PURE__ */ createUseTexts({ ...common, ...cohorts })

/** Texts of what can be done with the cohort table, and formatters. */
export const useCohortActionTexts = /* @__PURE__ */ createUseTexts(cohortActions)
