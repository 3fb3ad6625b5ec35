'use client'
import { common } from '../../i18n/en/common.ts'
import { experimentList } from '../../i18n/en/experimentList.ts'
import { experimentOpen } from '../../i18n/en/experimentOpen.ts'
import { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import { experiments } from '../../i18n/en/experiments.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of an open experiment, and formatters. */
export const useOpenExperimentTexts = /* @__PURE__ */ createUseTexts({
  ...common,
  ...experiments,
  ...experimentMetrics,
  ...experimentList,
  ...experimentOpen,
})
