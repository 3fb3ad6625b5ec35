'use client'
import { cohortActions } from '../../i18n/en/cohortActions.ts'
import { cohortCompare } from '../../i18n/en/cohortCompare.ts'
import { cohorts } from '../../i18n/en/cohorts.ts'
import { common } from '../../i18n/en/common.ts'
import { controls } from '../../i18n/en/controls.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of the cohort table, and formatters. */
export const useCohortTexts = /* @__PURE__ */ createUseTexts({ ...common, ...cohorts })

/** Texts of what can be done with the cohort table, and formatters. */
export const useCohortActionTexts = /* @__PURE__ */ createUseTexts(cohortActions)

/** Texts of the comparison of two cohorts, and formatters. */
export const useCompareTexts = /* @__PURE__ */ createUseTexts({
  ...common,
  ...cohorts,
  ...cohortCompare,
})

/** Texts of the cohort panel: those of the table and of the controls, and formatters. */
export const useCohortPanelTexts = /* @__PURE__ */ createUseTexts({
  ...common,
  ...controls,
  ...cohorts,
})
