import type { common } from '../../i18n/en/common.ts'
import type { experimentList } from '../../i18n/en/experimentList.ts'
import type { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import type { experiments } from '../../i18n/en/experiments.ts'
import type { Texts } from '../../i18n/useTexts.ts'
import { decisionText, findingText, metricName, reasonText } from './describeResult.ts'
import { STATUSES, type ExperimentListView, type ExperimentRow } from './list.model.ts'
import { isEndUnknown, runDates } from './run.facts.model.ts'
import type { Experiment } from './types.ts'

/** What the list of experiments says is made of these sections. */
export type ExperimentListTexts = Texts<
  | keyof typeof common
  | keyof typeof experiments
  | keyof typeof experimentMetrics
  | keyof typeof experimentList
>

/** Names of metrics by id, where they are not the API's. */
export type MetricNames = Readonly<Record<string, string>>

/** What a metric is called, however the API spells it. */
export const metricText = (
  texts: ExperimentListTexts,
  id: string,
  metrics: MetricNames = {},
): string =>
  metricName(texts, { metrics }, metrics[id] === undefined ? id.replaceAll('-', '_') : id)

/** A status in words; one that this version does not know as the API writes it. */
export function statusText({ t }: ExperimentListTexts, status: string | null): string {
  if (status === null) return t('experimentList.status.unknown')
  const known = STATUSES.find((one) => one === status)
  return known ? t(`experimentList.status.${known}`) : status
}

/** True for a draft, and for one of which neither a status nor a start is known. */
const isBeforeStart = ({ status, started_at }: Experiment): boolean =>
  status === 'draft' || (started_at === null && !status)

/** When an experiment ran or runs since, in days of UTC. */
export function datesText({ t, format }: ExperimentListTexts, experiment: Experiment): string {
  const { startedAt, finishedAt } = runDates(experiment)
  if (startedAt === null)
    return t(`experimentList.dates.${isBeforeStart(experiment) ? 'none' : 'unknown'}`)
  if (finishedAt !== null) return format.range(startedAt, Math.max(startedAt, finishedAt) + 1)
  const day = format.day(startedAt)
  return t(`experimentList.dates.${isEndUnknown(experiment) ? 'open' : 'since'}`, { day })
}

/** How long an experiment ran or runs; whether pauses are among it is said. */
export const daysText = (
  { t, format }: ExperimentListTexts,
  { status }: Pick<Experiment, 'status'>,
  days: number,
): string =>
  t(`experimentList.days${status === 'paused' ? '.paused' : ''}`, {
    count: days,
    n: format.count(days),
  })

/** The result of a row: the word as a sentence, and the first reason for it. */
export function resultTexts(
  texts: ExperimentListTexts,
  { judged, state, experiment }: ExperimentRow,
  names: MetricNames = {},
): { readonly word: string; readonly reasons: readonly string[] } {
  if (judged) {
    const { analysis, decision } = judged
    const about = { metrics: names }
    return {
      word: decisionText(texts, analysis, decision),
      reasons: decision.reasons.map((reason) => reasonText(texts, analysis, reason, about)),
    }
  }
  const word = state ?? (isBeforeStart(experiment) ? 'draft' : 'none')
  return { word: texts.t(`experimentList.result.${word}`), reasons: [] }
}

/** What is wrong or doubtful about how users came into the arms of a row, a sentence each. */
export const healthTexts = (texts: ExperimentListTexts, { judged }: ExperimentRow): string[] =>
  judged
    ? judged.analysis.health.findings.map((finding) => findingText(texts, judged.analysis, finding))
    : []

/** Why nothing fits, one sentence for each filter. */
export function filteredReasons(
  texts: ExperimentListTexts,
  { status, search }: ExperimentListView,
): string[] {
  return [
    ...(status === ''
      ? []
      : [texts.t('experimentList.filtered.status', { status: statusText(texts, status) })]),
    ...(search.trim() === ''
      ? []
      : [texts.t('experimentList.filtered.search', { search: search.trim() })]),
  ]
}
