import type { Estimate, Interval, MetricPlan } from './analysis.types.ts'
import type { Contrast } from './result.compare.model.ts'
import { isConditional } from './result.measure.model.ts'
import type { ResultScale } from './resultView.types.ts'

/** What a change is counted in: a share of the baseline, points of a share, users of a thousand, money or plain numbers. */
export type ChangeUnit = 'percent' | 'points' | 'users' | 'money' | 'number'

/** What the change of a metric is counted in; null where it cannot be told so: a ratio is not of a thousand users. */
export function unitOfChange(scale: ResultScale, metric: MetricPlan): ChangeUnit | null {
  if (scale === 'relative') return 'percent'
  const isPerUser = metric.kind !== 'ratio' && !isConditional(metric)
  if (scale === 'perThousand' && !isPerUser) return null
  if (metric.isMoney) return 'money'
  if (metric.kind !== 'proportion') return 'number'
  return scale === 'perThousand' ? 'users' : 'points'
}

/** The change as it is told; null where the scale or the numbers have none. */
export function changeOf(
  scale: ResultScale,
  metric: MetricPlan,
  contrast: Contrast | null,
): Estimate | null {
  if (!contrast || unitOfChange(scale, metric) === null) return null
  if (scale === 'relative') return contrast.lift
  const { value, interval } = contrast.difference
  const times = scale === 'perThousand' ? THOUSAND : 1
  return { value: value * times, interval: interval && stretch(interval, times) }
}

const THOUSAND = 1000

const stretch = ({ low, high }: Interval, times: number): Interval => ({
  low: low * times,
  high: high * times,
})
