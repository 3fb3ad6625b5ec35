import type { Interval } from './analysis.types.ts'
import type { Analysis } from './result.types.ts'
import type { ShownMetric } from './resultView.model.ts'
import { THOUSAND } from './resultView.scale.model.ts'

/** Changes that do not matter, by the plan: of what decides, and of relative changes, as the plan names them. */
export function zoneOf(
  { plan: { minEffect = 0 } }: Analysis,
  { isDecisive, unit }: ShownMetric,
): Interval | undefined {
  return isDecisive && unit === 'percent' && minEffect > 0
    ? { low: -minEffect, high: minEffect }
    : undefined
}

/** The harm that a guardrail puts up with, on its side of zero. */
export function limitOf({ scale, result: { metric } }: ShownMetric): number | undefined {
  const { margin, absoluteMargin, better } = metric
  const isTold = (absoluteMargin === undefined) === (scale === 'relative')
  const harm = isTold ? (absoluteMargin ?? margin) : undefined
  if (!harm) return undefined
  return (better === 'lower' ? 1 : -1) * harm * (scale === 'perThousand' ? THOUSAND : 1)
}
