import type { Estimate, GuardrailPlan, Interval, MetricPlan } from './analysis.types.ts'
import type { Contrast } from './result.compare.model.ts'
import { isConditional } from './result.measure.model.ts'
import type { ResultScale } from './resultView.types.ts'

/** What a change is counted in: a share of the baseline, points of a share, users of a thousand, money or plain numbers. */
export type ChangeUnit = 'percent' | 'points' | 'users' | 'money' | 'number'

const isPerUser = (metric: MetricPlan): boolean => metric.kind !== 'ratio' && !isConditional(metric)

/** The scale that a metric is told on: a harm agreed in absolute terms is told as it is judged, where others are told relatively. */
export function scaleOf(scale: ResultScale, metric: GuardrailPlan): ResultScale {
  if (scale !== 'relative' || metric.absoluteMargin === undefined) return scale
  return metric.kind === 'proportion' && isPerUser(metric) ? 'perThousand' : 'absolute'
}

/** What the change of a metric is counted in; null where it cannot be told so: a ratio is not of a thousand users. */
export function unitOfChange(asked: ResultScale, metric: GuardrailPlan): ChangeUnit | null {
  const scale = scaleOf(asked, metric)
  if (scale === 'relative') return 'percent'
  if (scale === 'perThousand' && !isPerUser(metric)) return null
  if (metric.isMoney) return 'money'
  if (metric.kind !== 'proportion') return 'number'
  return scale === 'perThousand' ? 'users' : 'points'
}

/** The change as it is told; null where the scale or the numbers have none. */
export function changeOf(
  asked: ResultScale,
  metric: GuardrailPlan,
  contrast: Contrast | null,
): Estimate | null {
  const scale = scaleOf(asked, metric)
  if (!contrast || unitOfChange(scale, metric) === null) return null
  if (scale === 'relative') return contrast.lift
  const { value, interval } = contrast.difference
  const times = scale === 'perThousand' ? THOUSAND : 1
  return { value: value * times, interval: interval && stretch(interval, times) }
}

/** Users that changes are told of on the scale of so many. */
export const THOUSAND = 1000

const stretch = ({ low, high }: Interval, times: number): Interval => ({
  low: low * times,
  high: high * times,
})
