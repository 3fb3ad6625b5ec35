'use client'
import { common } from '../../i18n/en/common.ts'
import { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import { experimentPlanChange } from '../../i18n/en/experimentPlanChange.ts'
import { experimentResults } from '../../i18n/en/experimentResults.ts'
import { experiments } from '../../i18n/en/experiments.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of an experiment's results with those of a changed plan, and formatters. */
export const useExperimentPlanTexts = /* @__PURE__ */ createUseTexts({
  ...common,
  ...experiments,
  ...experimentMetrics,
  ...experimentResults,
  ...experimentPlanChange,
})
