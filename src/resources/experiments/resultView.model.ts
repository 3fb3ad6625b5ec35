import type { Arm, Estimate, RunFacts } from './analysis.types.ts'
import { analyze } from './result.analyze.model.ts'
import { LARGE_CHANGE } from './result.decide.model.ts'
import { isConditional } from './result.measure.model.ts'
import type { Analysis, ArmResult, MetricResult } from './result.types.ts'
import { changeOf, scaleOf, unitOfChange, type ChangeUnit } from './resultView.scale.model.ts'
import type { ResultScale, ResultView } from './resultView.types.ts'

/** One variant in one metric, ready to draw. */
export interface ShownArm {
  readonly row: ArmResult
  /** In the unit of its metric; null where there is nothing to tell. */
  readonly change: Estimate | null
  /** The change without each arm's largest payment; null where that is not known. */
  readonly withoutLargest: Estimate | null
  /** Of rows with too few events or before the planned size: how far they are. */
  readonly progress: ArmProgress | null
  /** True for a sure change so large that it is more often a fault than a success. */
  readonly isLarge: boolean
}

/** How far a row is that has no numbers yet. */
export interface ArmProgress {
  readonly kind: 'events' | 'users'
  /** Of the arm and the baseline what has no outcome at all; null where both have some. */
  readonly empty: 'arm' | 'baseline' | null
  readonly value: number
  readonly needed: number
  /** 0 to 1. */
  readonly share: number
  /** Days left at the rate so far; null where it is not known, or too early to tell. */
  readonly daysLeft: number | null
}

/** One metric with its rows, ready to draw. */
export interface ShownMetric {
  readonly result: MetricResult
  /** True for the metric that decides. */
  readonly isDecisive: boolean
  /** Of a conditional metric: its twin stands right above it. */
  readonly isUnderTwin: boolean
  /** How its changes are told: as asked, but for a harm agreed in absolute terms. */
  readonly scale: ResultScale
  /** Null where this scale cannot tell it. */
  readonly unit: ChangeUnit | null
  readonly arms: readonly ShownArm[]
}

/** Whether any change of the metric is known, so that its axis has something to hold. */
export const isDrawn = ({ arms }: ShownMetric): boolean =>
  arms.some(({ change }) => change !== null)

/** What is drawn of an analysis. */
export interface ShownResults {
  /** Id of the arm that the others are compared with; null without a control or a choice. */
  readonly baseline: string | null
  /** Primary and secondary metrics: each conditional one under its twin. */
  readonly metrics: readonly ShownMetric[]
  readonly guardrails: readonly ShownMetric[]
  readonly scale: ResultScale
}

/** The analysis as a viewer chose to see it: against another baseline everything is compared anew, and the decision stays. */
export function showResults(
  analysis: Analysis,
  arms: readonly Arm[],
  run: RunFacts,
  view: ResultView,
): ShownResults {
  const designed = arms.filter(({ weight }) => weight > 0)
  const chosen = designed.find(({ id }) => id === view.baseline)?.id ?? null
  const baseline = chosen ?? analysis.control
  const shown =
    baseline === analysis.control ? analysis : compareWith(baseline, analysis, arms, run)
  const drawn = inOrder(shown.metrics).map((result) => showMetric(analysis, result, run, view))
  return {
    baseline,
    metrics: drawn.filter(({ result }) => result.role !== 'guardrail'),
    guardrails: drawn.filter(({ result }) => result.role === 'guardrail'),
    scale: view.scale,
  }
}

const compareWith = (
  baseline: string | null,
  { plan }: Analysis,
  arms: readonly Arm[],
  run: RunFacts,
): Analysis =>
  analyze(
    plan,
    arms.map((arm) => Object.assign({}, arm, { isControl: arm.id === baseline })),
    run,
  )

/** Every conditional metric right under its twin, where the plan has one. */
function inOrder(results: readonly MetricResult[]): MetricResult[] {
  const twins = results.map((result) => twinOf(result, results))
  return results.flatMap((result, at) =>
    twins[at] ? [] : [result].concat(results.filter((_, other) => twins[other] === result)),
  )
}

const twinOf = (
  { metric, role }: MetricResult,
  results: readonly MetricResult[],
): MetricResult | undefined =>
  isConditional(metric)
    ? results.find(
        (other) =>
          other.metric.id === metric.twin &&
          (other.role === 'guardrail') === (role === 'guardrail'),
      )
    : undefined

function showMetric(
  analysis: Analysis,
  result: MetricResult,
  run: RunFacts,
  { scale, hidden }: ResultView,
): ShownMetric {
  const { metric } = result
  return {
    result,
    isDecisive: metric.id === analysis.decisive,
    isUnderTwin: twinOf(result, analysis.metrics) !== undefined,
    scale: scaleOf(scale, metric),
    unit: unitOfChange(scale, metric),
    arms: result.rows
      .filter(({ arm }) => !hidden.includes(arm))
      .map((row) => ({
        row,
        change: changeOf(scale, metric, row.contrast),
        withoutLargest: changeOf(scale, metric, row.contrastWithoutLargest),
        progress: progressOf(analysis, result, row, run),
        isLarge:
          (row.verdict !== 'unclear' || row.guard === 'harmed') &&
          Math.abs(row.contrast?.lift?.value ?? 0) > LARGE_CHANGE,
      })),
  }
}

// Before a tenth of what is needed, days left are a guess.
const EARLY = 0.1

function progressOf(
  { progress }: Analysis,
  { control, leastEvents }: MetricResult,
  { state, measurement }: ArmResult,
  run: RunFacts,
): ArmProgress | null {
  if (state === 'before-planned-size') {
    const { users, planned, share, daysLeft } = progress
    return {
      kind: 'users',
      empty: null,
      value: users,
      needed: planned,
      share,
      daysLeft: share < EARLY ? null : daysLeft,
    }
  }
  if (state !== 'too-few-events') return null
  const value = Math.min(measurement?.events ?? 0, control?.events ?? 0)
  const share = Math.min(1, value / (leastEvents || 1))
  const isTold = run.days !== null && run.days > 0 && !run.isFinished && share >= EARLY
  return {
    kind: 'events',
    empty: value > 0 ? null : measurement?.events ? 'baseline' : 'arm',
    value,
    needed: leastEvents,
    share,
    daysLeft: isTold && share < 1 ? Math.ceil(run.days * (1 / share - 1)) : null,
  }
}
