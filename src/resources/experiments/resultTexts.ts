import type { common } from '../../i18n/en/common.ts'
import type { experimentResults } from '../../i18n/en/experimentResults.ts'
import type { experimentSentences } from '../../i18n/en/experimentSentences.ts'
import type { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import type { experiments } from '../../i18n/en/experiments.ts'
import type { Texts } from '../../i18n/useTexts.ts'
import type { ExperimentPlan, Estimate, GuardrailPlan, MetricPlan } from './analysis.types.ts'
import { amount, daysLeftText, intervalText, signed, type ResultNames } from './describeResult.ts'
import type { Analysis, MetricResult } from './result.types.ts'
import { finePoints } from './resultFormat.ts'
import type { ArmProgress } from './resultView.model.ts'
import type { ChangeUnit } from './resultView.scale.model.ts'

/** Texts of the page of results. */
export type ExperimentResultTexts = Texts<
  | keyof typeof common
  | keyof typeof experiments
  | keyof typeof experimentMetrics
  | keyof typeof experimentResults
  | keyof typeof experimentSentences
>

/** A change in its unit, with its sign. */
export function changeText(
  texts: ExperimentResultTexts,
  unit: ChangeUnit,
  metric: MetricPlan,
  value: number,
  names: ResultNames,
): string {
  const { t, format } = texts
  if (unit === 'percent') return signed(format.percent(value), value)
  if (unit === 'points')
    return t('experimentResults.points', { n: signed(finePoints(format, value), value) })
  if (unit === 'users')
    return t('experiments.perThousand', { n: signed(format.rate(value), value) })
  return signed(amount(texts, metric, value, names), value)
}

/** A change at a line of the axis: of users it is short, as what they are of stands above. */
export const tickText: typeof changeText = (texts, unit, ...rest) => {
  const [, value] = rest
  if (unit === 'users') return signed(texts.format.rate(value), value)
  return changeText(texts, unit, ...rest)
}

/** The range of a change; `no interval` where there is none. */
export const rangeText = (
  texts: ExperimentResultTexts,
  unit: ChangeUnit,
  metric: MetricPlan,
  { interval }: Estimate,
  names: ResultNames,
): string =>
  interval
    ? intervalText(texts, interval, (bound) => changeText(texts, unit, metric, bound, names))
    : texts.t('experimentResults.noInterval')

/** How far a row is that has no numbers yet. */
export function progressText(
  texts: ExperimentResultTexts,
  { kind, empty, value, needed, share, daysLeft }: ArmProgress,
): string {
  const { t, format } = texts
  const done = t(`experimentResults.noData.${empty ?? kind}`, {
    n: format.count(value),
    needed: format.count(needed),
    share: format.percent(share),
  })
  return daysLeft ? `${done} · ${daysLeftText(texts, daysLeft)}` : done
}

/** How the intervals of a metric were made, and how many comparisons share their level. */
export function methodText(
  { t, format }: ExperimentResultTexts,
  { plan }: Analysis,
  { rows, level, family, role }: MetricResult,
): string {
  const method = rows.find(({ contrast }) => contrast !== null)?.contrast?.method
  if (!method) return ''
  const { successes = 1, failures = 1 } = plan.prior ?? {}
  return [
    t(`experimentResults.method.${method}`, {
      successes: format.count(successes),
      failures: format.count(failures),
    }),
    t('experimentResults.levels', { level: format.percent(level) }),
    ...(role === 'guardrail'
      ? [t('experimentResults.oneSided', { alpha: format.percent((1 - level) / 2) })]
      : []),
    ...(family > 1 ? [t('experimentResults.bonferroni', { n: format.count(family) })] : []),
  ].join(' · ')
}

/** The harm that a guardrail puts up with. */
export function marginText(
  texts: ExperimentResultTexts,
  metric: GuardrailPlan,
  names: ResultNames,
): string {
  const { margin = 0, absoluteMargin } = metric
  if (absoluteMargin === undefined) return texts.format.percent(margin)
  return metric.kind === 'proportion'
    ? texts.t('experiments.perThousand', { n: texts.format.rate(absoluteMargin * 1000) })
    : amount(texts, metric, absoluteMargin, names)
}

/** The plan in one line. */
export function planText(
  texts: ExperimentResultTexts,
  plan: ExperimentPlan,
  { currency }: ResultNames,
): string {
  const { t, format } = texts
  const { outcomeWindow, minEffect = 0, cap } = plan
  const money = (value: number): string =>
    currency === undefined ? format.rate(value) : format.money(value, currency)
  return [
    t(`experimentResults.plan.engine.${plan.engine}`),
    ...(plan.finalLook ? [t('experimentResults.plan.finalLook')] : []),
    t('experimentResults.plan.alpha', { alpha: format.percent(plan.alpha) }),
    t('experimentResults.plan.window', { n: format.count(outcomeWindow), count: outcomeWindow }),
    t('experimentResults.plan.users', { n: format.count(plan.plannedUsers) }),
    ...(minEffect > 0
      ? [t('experimentResults.plan.minEffect', { n: format.percent(minEffect) })]
      : []),
    ...(cap === undefined ? [] : [t('experimentResults.plan.cap', { n: money(cap) })]),
  ].join(' · ')
}
