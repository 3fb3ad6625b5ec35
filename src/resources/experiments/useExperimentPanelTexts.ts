'use client'
import { common } from '../../i18n/en/common.ts'
import { experimentList } from '../../i18n/en/experimentList.ts'
import { experimentPanel } from '../../i18n/en/experimentPanel.ts'
import { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import { experiments } from '../../i18n/en/experiments.ts'
import { createUseTexts } from '../../i18n/useTexts.ts'

/** Texts of the panel of experiments, and formatters. */
export const useExperimentPanelTexts = /* @__PURE__ */ createUseTexts({
  ...common,
  ...experiments,
  ...experimentMetrics,
  ...experimentList,
  ...experimentPanel,
})
