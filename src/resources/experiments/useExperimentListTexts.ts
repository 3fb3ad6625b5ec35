'use client'
import { common } from '../../i18n/en/common.ts'
import { experimentList } from '../../i18n/en/experimentList.ts'
import { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import { experiments } from '../../i18n/en/experiments.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of the list of experiments, and formatters. */
export const useExperimentListTexts = /* @__PURE__ */ createUseTexts({
  ...common,
  ...experiments,
  ...experimentMetrics,
  ...experimentList,
})
