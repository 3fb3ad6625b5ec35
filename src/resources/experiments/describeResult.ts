import type { common } from '../../i18n/en/common.ts'
import type { experimentMetrics } from '../../i18n/en/experimentMetrics.ts'
import type { experimentSentences } from '../../i18n/en/experimentSentences.ts'
import type { experiments } from '../../i18n/en/experiments.ts'
import type { Texts } from '../../i18n/useTexts.ts'
import type { Interval, MetricPlan } from './analysis.types.ts'
import type { Contrast } from './result.compare.model.ts'
import { lack, type Decision, type Reason } from './result.decide.model.ts'
import { isConditional } from './result.measure.model.ts'
import { SUMMARY_METRICS } from './result.summary.model.ts'
import type { HealthFinding } from './result.health.model.ts'
import type { Analysis, MetricResult, ArmResult } from './result.types.ts'
import { fineShare } from './resultFormat.ts'

/** What the decision and its reasons are made of. */
export type DecisionTexts = Texts<
  keyof typeof common | keyof typeof experiments | keyof typeof experimentMetrics
>

/** What sentences about results are made of. */
export type ExperimentTexts = Texts<
  | keyof typeof common
  | keyof typeof experiments
  | keyof typeof experimentMetrics
  | keyof typeof experimentSentences
>

type ApiMetric = keyof typeof experimentMetrics extends `experimentMetrics.${infer Id}` ? Id : never

const isApiMetric = (id: string): id is ApiMetric => Object.hasOwn(SUMMARY_METRICS, id)

/** How things are called, where their ids are no names. */
export interface ResultNames {
  /** Names of metrics by id. @default those of the API's metrics, else the ids */
  readonly metrics?: Readonly<Record<string, string>> | undefined
  /** Currency of money; without it amounts are plain numbers. */
  readonly currency?: string | undefined
}

/**
 * An experiment's result in sentences that page, file, screen reader and agents share: the word, its reasons, the split, how far
 * it is, then every metric with its raw numbers, change and interval.
 */
export function describeResult(
  texts: ExperimentTexts,
  analysis: Analysis,
  decision: Decision,
  names: ResultNames = {},
): readonly string[] {
  const { t } = texts
  const { health, progress, maturity } = analysis
  return [
    decisionText(texts, analysis, decision),
    ...decision.reasons.map((reason) => reasonText(texts, analysis, reason, names)),
    splitText(texts, analysis),
    ...health.findings
      .filter(({ severity }) => severity === 'warning')
      .map((finding) => findingText(texts, analysis, finding)),
    health.attachedByHand && counted(texts, 'experiments.byHand', health.attachedByHand),
    progressSentence(texts, analysis),
    isWaiting(decision.word) && progress.daysLeft && daysLeftText(texts, progress.daysLeft),
    maturity.isFinished &&
      maturity.daysLeft &&
      counted(texts, 'experiments.maturing', maturity.daysLeft),
    maturity.isAccrued && t('experiments.accrued'),
    !analysis.isDecisive && t('experiments.method.other'),
    ...analysis.metrics.flatMap((result) =>
      result.rows.map((row) => describeArmResult(texts, analysis, result, row, names)),
    ),
  ].filter(isSaid)
}

const isSaid = (line: unknown): line is string => typeof line === 'string'

/** What is decided waits for no more days, and what cannot be believed gets no better by them. */
export const isWaiting = (word: Decision['word']): boolean => /keep|not-/.test(word)

/** The word as a sentence, with the arm that it names; at the end, that what is sure is in doubt. */
export function decisionText(
  { t }: DecisionTexts,
  analysis: Analysis,
  { word, arm, reasons: [first] }: Decision,
): string {
  const { progress, maturity } = analysis
  const said = t(`experiments.word.${word}`, { arm: arm === null ? '' : armName(analysis, arm) })
  const isDoubted = isWaiting(word) && /^(better|worse|guardrail-harmed)$/.test(first?.code ?? '')
  if (!isDoubted || !(maturity.isFinished || progress.isComplete)) return said
  return `${said} ${t(`experiments.end.${maturity.isFinished ? 'finished' : 'planned'}`)}`
}

/** How many of the planned users are counted, and which those are. */
export const progressSentence = (
  { t, format }: ExperimentTexts,
  { progress: { users, planned, counted: which } }: Analysis,
): string =>
  t(which === 'mature' ? 'experiments.progress' : `experiments.progress.${which}`, {
    n: format.count(users),
    planned: format.count(planned),
  })

/** One problem of the experiment itself as a sentence. */
export const findingText = (
  texts: DecisionTexts,
  analysis: Analysis,
  { problem, ...rest }: HealthFinding,
): string => reasonText(texts, analysis, { code: problem, ...rest })

/** One reason as a sentence. */
export function reasonText(
  texts: DecisionTexts,
  analysis: Analysis,
  { code, arm, metric, value, needed, other = '' }: Reason,
  names: ResultNames = {},
): string {
  const { t, format } = texts
  const isChange = code === 'better' || code === 'large-change'
  const number = (of: number | null | undefined): string =>
    typeof of === 'number'
      ? isChange
        ? signed(format.percent(of), of)
        : format.count(of)
      : t('experiments.unknown')
  // Of a run that goes on, the last user is always a whole window away.
  if (code === 'maturity' && !analysis.maturity.isFinished)
    return t('experiments.reason.maturity.running', {
      value: format.count(analysis.plan.outcomeWindow),
    })
  return t(`experiments.reason.${code}`, {
    arm: arm === undefined ? '' : armName(analysis, arm),
    metric: metric === undefined ? '' : metricName(texts, names, metric),
    value: number(value),
    needed: number(needed),
    other,
  })
}

/** One arm in one metric: values, raw numbers, change and interval, and what to know of them. */
export function describeArmResult(
  texts: ExperimentTexts,
  analysis: Analysis,
  result: MetricResult,
  row: ArmResult,
  names: ResultNames = {},
): string {
  const { t, format } = texts
  const { metric, control } = result
  const { measurement, contrast } = row
  if (!measurement || !control || !contrast) {
    const { users: value, planned: needed } = analysis.progress
    const why: Reason =
      row.state === 'before-planned-size'
        ? { code: 'planned-size', value, needed }
        : lack(result, row, 'events')
    return reasonText(texts, analysis, why, names)
  }
  const about = { arm: armName(analysis, row.arm), metric: metricName(texts, names, metric.id) }
  const number = (value: number): string => numeratorText(texts, metric, value, names)
  const counts = t('experiments.row.counts', {
    n: number(measurement.numerator),
    of: format.count(measurement.denominator),
    controlN: number(control.numerator),
    controlOf: format.count(control.denominator),
  })
  const shown = (value: number): string => valueText(texts, metric, value, names)
  return [
    t('experiments.row', {
      ...about,
      value: shown(measurement.measured.value),
      control: shown(control.measured.value),
      counts,
    }),
    changeSentence(texts, result, contrast, names),
    contrast.posterior &&
      t('experiments.chance', { chance: format.percent(contrast.posterior.chance) }),
    contrast.method === 'asymptotic-sequence' && t('experiments.method.asymptotic-sequence'),
    row.withoutLargest !== null && row.withoutLargest !== row.verdict && t('experiments.influence'),
    isConditional(metric) && t('experiments.conditional', about),
  ]
    .filter(isSaid)
    .join(' ')
}

/** The change as it is judged: relative, but for a harm agreed in absolute terms. */
function changeSentence(
  texts: ExperimentTexts,
  { metric, level }: MetricResult,
  { lift, difference }: Contrast,
  names: ResultNames,
): string | null {
  const { t, format } = texts
  const isRelative = metric.absoluteMargin === undefined
  const change = isRelative ? lift : difference
  if (!change) return null
  const tell = (by: number): string => {
    if (isRelative) return signed(format.percent(by), by)
    if (metric.kind !== 'proportion') return signed(amount(texts, metric, by, names), by)
    return t('experiments.perThousand', { n: signed(format.rate(by * 1000), by) })
  }
  const told = { lift: tell(change.value), level: format.percent(level) }
  if (!change.interval) return t('experiments.lift.plain', told)
  return t('experiments.lift', { ...told, interval: intervalText({ t }, change.interval, tell) })
}

/** A range in words; a side without a limit says so. */
export const intervalText = (
  { t }: Pick<ExperimentTexts, 't'>,
  { low, high }: Interval,
  bound: (value: number) => string,
): string =>
  t('experiments.interval', {
    low: low === -Infinity ? t('experiments.noLower') : bound(low),
    high: high === Infinity ? t('experiments.noUpper') : bound(high),
  })

/** The split as a sentence. */
export const splitText = (texts: ExperimentTexts, analysis: Analysis): string =>
  texts.t(`experiments.split.${analysis.health.sampleRatio.isBroken ? 'broken' : 'fair'}`, {
    counts: splitCounts(texts, analysis).join(', '),
  })

/** The users of each arm beside what was expected. */
export const splitCounts = ({ t, format }: ExperimentTexts, analysis: Analysis): string[] =>
  analysis.health.sampleRatio.arms.map(({ id, users, expected }) =>
    t(`experiments.split.${expected === null ? 'noShare' : 'arm'}`, {
      arm: armName(analysis, id),
      n: format.count(users),
      expected: format.count(expected ?? 0),
    }),
  )

const counted = (
  { t, format }: ExperimentTexts,
  key: 'experiments.byHand' | 'experiments.progress.left' | 'experiments.maturing',
  n: number,
): string => t(key, { n: format.count(n), count: n })

/** Past this, a number of days reads as a promise that nobody can keep. */
const MOST_DAYS_LEFT = 365

/** How long it takes still at the rate so far; over a year is out of reach. */
export const daysLeftText = (texts: ExperimentTexts, days: number): string =>
  days > MOST_DAYS_LEFT
    ? texts.t('experiments.progress.outOfReach')
    : counted(texts, 'experiments.progress.left', days)

/** The name of an arm by its id. */
export const armName = ({ arms }: Analysis, id: string): string =>
  arms.find((arm) => arm.id === id)?.name ?? id

/** The name of a metric by its id: the host's, else that of the API's metrics, else the id. */
export const metricName = (
  { t }: DecisionTexts,
  { metrics = {} }: ResultNames,
  id: string,
): string => metrics[id] ?? (isApiMetric(id) ? t(`experimentMetrics.${id}`) : id)

/** The value of a metric: a share with the digits that comparing takes, or an amount. */
export const valueText = (
  texts: ExperimentTexts,
  metric: MetricPlan,
  value: number,
  names: ResultNames,
): string =>
  metric.kind === 'proportion'
    ? fineShare(texts.format, value)
    : amount(texts, metric, value, names)

/** What stands above the line of a metric, as counted. */
export const numeratorText = (
  texts: ExperimentTexts,
  metric: MetricPlan,
  value: number,
  names: ResultNames,
): string =>
  metric.kind === 'proportion' ? texts.format.count(value) : amount(texts, metric, value, names)

/** An amount: money in its currency where that is known. */
export const amount = (
  { format }: ExperimentTexts,
  { isMoney }: MetricPlan,
  value: number,
  { currency }: ResultNames,
): string =>
  isMoney && currency !== undefined ? format.money(value, currency) : format.rate(value)

/** A change with its sign, as a plus is news too. */
export const signed = (text: string, value: number): string =>
  value > 0 ? `+${text}` : text.replace(/^-/, '−')
