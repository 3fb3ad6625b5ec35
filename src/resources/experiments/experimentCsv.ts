import Papa from 'papaparse'
import { CSV_WRITING } from '../../core/csv.ts'
import {
  armName,
  describeResult,
  metricName,
  type ExperimentTexts,
  type ResultNames,
} from './describeResult.ts'
import type { Interval } from './analysis.types.ts'
import type { Decision } from './result.decide.model.ts'
import type { Measurement } from './result.measure.model.ts'
import type { Analysis, ArmResult, MetricResult } from './result.types.ts'

/** What is written out: always by the plan's engine and against its control, whatever is shown. */
export interface ExperimentCsvSource {
  /** Name of the experiment. */
  readonly name: string
  readonly analysis: Analysis
  readonly decision: Decision
  /** When the sums were fetched, in milliseconds since the epoch. */
  readonly asOf: number
  readonly names: ResultNames
  /** True for test purchases. @default false */
  readonly isSandbox?: boolean | undefined
}

/** Stands where there are numbers later: neither a zero nor nothing. */
export const NOT_ENOUGH_DATA = 'not enough data'
const NO_LIMIT = 'no limit'

/**
 * The results as CSV (RFC 4180), a line for each arm in each metric. Three different outputs: 0 is a zero, an empty field is not
 * known or does not apply, and `not enough data` stands where a number comes later. A side of an interval without an end is
 * `no limit`. Shares and changes are fractions. `about` holds the results in sentences, in the first line.
 */
export function experimentCsv(texts: ExperimentTexts, source: ExperimentCsvSource): string {
  const lines = source.analysis.metrics.flatMap((result) => [
    controlLine(texts, source, result),
    ...result.rows.map((row) => armLine(texts, source, result, row)),
  ])
  const [first = questionFields(source), ...rest] = lines
  const about = describeResult(texts, source.analysis, source.decision, source.names).join(' ')
  return Papa.unparse({ fields: [...COLUMNS], data: [{ ...first, about }, ...rest] }, CSV_WRITING)
}

/** Name of the file: an experiment on one day does not overwrite another. */
export function csvName({
  name,
  asOf,
  isSandbox = false,
}: Pick<ExperimentCsvSource, 'name' | 'asOf' | 'isSandbox'>): string {
  const kind = isSandbox ? 'experiment-sandbox' : 'experiment'
  const slug = name
    .normalize('NFKD')
    .replaceAll(/[^\w]+|_/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
  return [kind, slug || 'results', new Date(asOf).toISOString().slice(0, 10)].join('-') + '.csv'
}

const COLUMNS = [
  'experiment',
  'metric',
  'metric_name',
  'role',
  'conditional',
  'arm',
  'arm_name',
  'is_control',
  'exposed',
  'mature',
  'numerator',
  'denominator',
  'value',
  'unit',
  'currency',
  'state',
  'difference',
  'difference_low',
  'difference_high',
  'lift',
  'lift_low',
  'lift_high',
  'level',
  'p_adjusted',
  'chance_higher',
  'verdict',
  'verdict_without_largest_payment',
  'method',
  'maturity',
  'engine',
  'alpha',
  'outcome_window_days',
  'planned_users',
  'decision',
  'decision_arm',
  'environment',
  'as_of',
  'about',
] as const

type Line = Partial<Record<(typeof COLUMNS)[number], string | number | boolean | null>>

function questionFields({
  name,
  analysis,
  decision,
  asOf,
  isSandbox = false,
}: ExperimentCsvSource): Line {
  const { engine, plan } = analysis
  return {
    experiment: name,
    engine,
    alpha: plan.alpha,
    outcome_window_days: plan.outcomeWindow,
    planned_users: plan.plannedUsers,
    decision: decision.word,
    decision_arm: decision.arm,
    environment: isSandbox ? 'sandbox' : 'production',
    as_of: new Date(asOf).toISOString(),
  }
}

function sharedFields(
  texts: ExperimentTexts,
  source: ExperimentCsvSource,
  { metric, role, level }: MetricResult,
  id: string,
): Line {
  const { analysis, names } = source
  const arm = analysis.arms.find((found) => found.id === id)
  return {
    ...questionFields(source),
    metric: metric.id,
    metric_name: metricName(texts, names, metric.id),
    role,
    conditional: metric.denominator === 'post-exposure',
    arm: id,
    arm_name: armName(analysis, id),
    is_control: arm?.isControl ?? false,
    exposed: arm?.exposed ?? null,
    // Of totals it is not known who had the whole window: that is no zero.
    mature: analysis.progress.counted === 'mature' ? (arm?.mature ?? null) : null,
    unit: metric.kind === 'proportion' ? 'fraction' : metric.isMoney ? 'money' : 'number',
    currency: metric.isMoney ? (names.currency ?? null) : null,
    level,
  }
}

/** What was measured; before the planned size of a plan that is looked at once, nothing of it. */
function measured(measurement: Measurement | null, isReady: boolean, isClosed: boolean): Line {
  if (!measurement) return {}
  const { numerator, denominator, maturity } = measurement
  return {
    numerator: isClosed ? NOT_ENOUGH_DATA : numerator,
    denominator,
    value: isReady ? finite(measurement.measured.value) : NOT_ENOUGH_DATA,
    maturity,
  }
}

function controlLine(
  texts: ExperimentTexts,
  source: ExperimentCsvSource,
  result: MetricResult,
): Line {
  const states = result.rows.map(({ state }) => state)
  const isClosed = states.includes('before-planned-size')
  const isEarly = states.length > 0 && states.every((state) => state === 'too-few-events')
  return {
    ...sharedFields(texts, source, result, source.analysis.control ?? ''),
    ...measured(result.control, !isClosed && !isEarly, isClosed),
    state: 'control',
    level: null,
  }
}

function armLine(
  texts: ExperimentTexts,
  source: ExperimentCsvSource,
  result: MetricResult,
  { arm, state, measurement, contrast, adjustedP, verdict, guard, withoutLargest }: ArmResult,
): Line {
  const isEarly = state === 'too-few-events' || state === 'before-planned-size'
  const none = isEarly ? NOT_ENOUGH_DATA : null
  const { difference, lift = null, posterior, method = null } = contrast ?? {}
  return {
    ...sharedFields(texts, source, result, arm),
    ...measured(measurement, !isEarly, state === 'before-planned-size'),
    state,
    difference: difference?.value ?? none,
    ...bounds('difference', difference?.interval ?? null, none),
    lift: lift?.value ?? none,
    ...bounds('lift', lift?.interval ?? null, none),
    p_adjusted: (guard === null ? adjustedP : null) ?? none,
    chance_higher: posterior?.chance ?? null,
    verdict: isEarly ? none : (guard ?? verdict),
    verdict_without_largest_payment: withoutLargest,
    method,
  }
}

const bounds = (
  of: 'difference' | 'lift',
  interval: Interval | null,
  none: string | null,
): Line => ({
  [`${of}_low`]: interval ? finite(interval.low) : none,
  [`${of}_high`]: interval ? finite(interval.high) : none,
})

const finite = (value: number): number | string => (Number.isFinite(value) ? value : NO_LIMIT)
