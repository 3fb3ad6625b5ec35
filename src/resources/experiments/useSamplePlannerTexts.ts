'use client'
import { common } from '../../i18n/en/common.ts'
import { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import { samplePlanner } from '../../i18n/en/samplePlanner.ts'
import { createUseTexts, type Texts } from '../../i18n/useTexts.ts'

const english = { ...common, ...experimentMetrics, ...samplePlanner }

/** The texts of the planner, and formatters. */
export type PlannerTexts = Texts<keyof typeof english>

/** Texts of the planner of sample sizes, and formatters. */
export const useSamplePlannerTexts = /* @__PURE__ */ createUseTexts(english)
