import type { Arm, ExperimentPlan, MetricPlan, MetricSums } from './analysis.types.ts'
import { flooredRate, meanOf, ratioOf, type Measured } from './stats.moments.model.ts'
import type { Rate } from './stats.rates.model.ts'

/** One metric of one arm, read from its sums. */
export interface Measurement {
  readonly measured: Measured
  /** Successes of users where the metric is a share. */
  readonly rate: Rate | null
  /** True for a ratio of two sums, whose variance is that of the delta method. */
  readonly isRatio: boolean
  /** Users with an outcome; null where the sums do not say. */
  readonly events: number | null
  /** Value above the line and below it, as counted. */
  readonly numerator: number
  readonly denominator: number
  readonly maturity: MetricSums['maturity']
}

/** True for a metric that divides by what is counted after exposure: it never decides. Ratios do unless they say otherwise. */
export const isConditional = ({ kind, denominator }: MetricPlan): boolean =>
  (denominator ?? (kind === 'ratio' ? 'post-exposure' : 'exposed')) === 'post-exposure'

/** Reads a metric; null where the arm has no sums of it, or sums that cannot be (more successes than users). */
export function measure(arm: Arm, metric: MetricPlan, plan: ExperimentPlan): Measurement | null {
  const sums = arm.metrics[metric.id]
  if (!sums) return null
  const users = sums.maturity === 'windowed' ? arm.mature : arm.exposed
  const isRatio = metric.kind === 'ratio'
  const below = isRatio || isConditional(metric) ? (sums.denominator ?? null) : undefined
  if (below === null) return null
  const units = below?.sum ?? users
  const { sum, sumSquares } = cappedSums(sums, metric, plan)
  const read = (measured: Measured, rate: Rate | null = null): Measurement => ({
    measured,
    rate,
    isRatio,
    events: sums.count ?? (metric.kind === 'proportion' ? sum : null),
    numerator: sum,
    denominator: units,
    maturity: sums.maturity,
  })
  if (metric.kind === 'proportion') {
    const isShare = sum >= 0 && sum <= units
    return isShare ? read(flooredRate(sum, units), { x: sum, n: units }) : null
  }
  if (metric.kind === 'mean') return read(meanOf(units, sum, sumSquares))
  const { sumSquares: xx, crossSum } = below!
  // It knows nothing of a cap.
  const xy = plan.cap !== undefined && metric.isMoney ? null : crossSum
  return read(ratioOf({ n: users, y: sum, x: units, yy: sumSquares, xx, xy }))
}

/** The sums with the plan's cap. A plan with a cap has no use for squares without it: they give no interval. */
function cappedSums(sums: MetricSums, { isMoney }: MetricPlan, { cap }: ExperimentPlan) {
  const { sum, sumSquares = null, capped } = sums
  if (cap === undefined || !isMoney) return { sum, sumSquares }
  return capped?.cap === cap ? capped : { sum, sumSquares: null }
}

/** The arm as if its largest payment of a metric had not been made; the same arm where that is not known. */
export function withoutLargest(arm: Arm, metric: MetricPlan): Arm {
  const sums = arm.metrics[metric.id]
  const max = sums?.max
  if (!sums || typeof max !== 'number') return arm
  // The count stays: what lets money be compared at all is how many paid, and one fewer may be too few.
  const left: MetricSums = {
    ...without(sums, max),
    capped: sums.capped ? without(sums.capped, Math.min(max, sums.capped.cap)) : null,
  }
  return { ...arm, metrics: { ...arm.metrics, [metric.id]: left } }
}

const without = <T extends Pick<MetricSums, 'sum' | 'sumSquares'>>(sums: T, value: number): T => ({
  ...sums,
  sum: sums.sum - value,
  // Of squares that are not known nothing is known without one of them either.
  sumSquares: typeof sums.sumSquares === 'number' ? sums.sumSquares - value * value : null,
})
