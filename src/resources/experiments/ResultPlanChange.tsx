'use client'
import type { ResultNames } from './describeResult.ts'
import { planChangeText } from './planChangeText.ts'
import type { PlanChange } from './resultView.plan.model.ts'
import { useExperimentPlanTexts } from './useExperimentPlanTexts.ts'

/** Props of `ResultPlanChange`. */
export interface ResultPlanChangeProps {
  readonly change: PlanChange
  readonly names: ResultNames
}

/** What was changed in the plan, part by part. */
export function ResultPlanChange({ change, names }: ResultPlanChangeProps) {
  return <p className="qv-notice-text">{planChangeText(useExperimentPlanTexts(), change, names)}</p>
}
