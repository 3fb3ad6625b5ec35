'use client'
import { common } from '../../i18n/en/common.ts'
import { experimentForm } from '../../i18n/en/experimentForm.ts'
import { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import { createUseTexts, type Texts } from '../../i18n/useTexts.ts'

const english = { ...common, ...experimentMetrics, ...experimentForm }

/** The texts of the experiment form, and formatters. */
export type FormTexts = Texts<keyof typeof english>

/** Texts of the experiment form, and formatters. */
export const useExperimentFormTexts = /* @__PURE__ */ createUseTexts(english)
