'use client'
import { cohortCompare } from '../../i18n/en/cohortCompare.ts'
import { cohorts } from '../../i18n/en/cohorts.ts'
import { common } from '../../i18n/en/common.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of the comparison of two cohorts, and formatters. */
export const useCompareTexts = /* @__PURE__ */ createUseTexts({
  ...common,
  ...cohorts,
  ...cohortCompare,
})
