'use client'
import { common } from '../../i18n/en/common.ts'
import { experimentResults } from '../../i18n/en/experimentResults.ts'
import { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import { experimentSentences } from '../../i18n/en/experimentSentences.ts'
import { experiments } from '../../i18n/en/experiments.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of an experiment's results, and formatters. */
export const useExperimentResultTexts = /* @__PURE__ */ createUseTexts({
  ...common,
  ...experiments,
  ...experimentSentences,
  ...experimentMetrics,
  ...experimentResults,
})
