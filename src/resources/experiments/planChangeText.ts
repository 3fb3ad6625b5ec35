import type { common } from '../../i18n/en/common.ts'
import type { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import type { experimentPlanChange } from '../../i18n/en/experimentPlanChange.ts'
import type { experimentResults } from '../../i18n/en/experimentResults.ts'
import type { experiments } from '../../i18n/en/experiments.ts'
import type { Texts } from '../../i18n/useTexts.ts'
import type { ExperimentPlan } from './analysis.types.ts'
import { metricName, type ResultNames } from './describeResult.ts'
import type { PlanChange, PlanPart } from './resultView.plan.model.ts'

/** Texts of the page of results, and of what was changed in a plan. */
export type PlanChangeTexts = Texts<
  | keyof typeof common
  | keyof typeof experiments
  | keyof typeof experimentMetrics
  | keyof typeof experimentResults
  | keyof typeof experimentPlanChange
>

/** What of a plan was changed, with what it was where that is a number or a word. */
export function planChangeText(
  texts: PlanChangeTexts,
  { parts, before, after }: PlanChange,
  names: ResultNames,
): string {
  const { t } = texts
  const changes = parts.map((part) => {
    const name = t(`experimentResults.planPart.${part}`)
    const [from, to] = [before, after].map((plan) => partText(texts, part, plan, names))
    return from && to && from !== to
      ? t('experimentResults.planChanged.value', { part: name, before: from, after: to })
      : name
  })
  return t('experimentResults.planChanged.parts', { changes: changes.join('; ') })
}

/** A part of a plan as one short text; nothing for those that are lists. */
function partText(
  texts: PlanChangeTexts,
  part: PlanPart,
  plan: ExperimentPlan,
  names: ResultNames,
): string | undefined {
  const { t, format } = texts
  const value = { minDays: 7, minEffect: 0, ...plan }[part]
  if (part === 'primary') return metricName(texts, names, plan.primary.id)
  if (part === 'engine') return t(`experimentResults.engine.${plan.engine}`)
  if (typeof value !== 'number') return undefined
  if (part === 'alpha' || part === 'minEffect') return format.percent(value)
  return part === 'cap' ? format.rate(value) : format.count(value)
}
