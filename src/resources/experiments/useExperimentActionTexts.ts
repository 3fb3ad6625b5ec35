'use client'
import { common } from '../../i18n/en/common.ts'
import { experimentActions } from '../../i18n/en/experimentActions.ts'
import { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import { experiments } from '../../i18n/en/experiments.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of what is done with an experiment, and formatters. */
export const useExperimentActionTexts = /* @__PURE__ */ createUseTexts({
  ...common,
  ...experiments,
  ...experimentMetrics,
  ...experimentActions,
})
