'use client'
import { cohorts } from '../../i18n/en/cohorts.ts'
import { common } from '../../i18n/en/common.ts'
import { controls } from '../../i18n/en/controls.ts'
import { moreControls } from '../../i18n/en/moreControls.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of the cohort panel with those of what is folded away, and formatters. */
export const useMoreControlTexts = /* @__PURE__ */ createUseTexts({
  ...common,
  ...controls,
  ...moreControls,
  ...cohorts,
})
