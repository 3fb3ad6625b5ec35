'use client'
import { cohorts } from '../../i18n/en/cohorts.ts'
import { common } from '../../i18n/en/common.ts'
import { controls } from '../../i18n/en/controls.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of the cohort panel: those of the table and of the controls, and formatters. */
export const useCohortPanelTexts = /* @__PURE__ */ createUseTexts({
  ...common,
  ...controls,
  ...cohorts,
})
