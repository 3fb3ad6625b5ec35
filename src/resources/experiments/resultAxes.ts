import { createIntervalScale, type IntervalScale } from '../../ui/charts/intervalScale.ts'
import type { Estimate } from './analysis.types.ts'
import type { ShownMetric, ShownResults } from './resultView.model.ts'
import type { ChangeUnit } from './resultView.scale.model.ts'

/** One axis for all rows of a unit: with relative changes, one for the whole page. None where nothing is known. */
export type ResultAxes = ReadonlyMap<ChangeUnit, IntervalScale>

/** Lays the axes out; what decides must be seen whole. */
export function resultAxes(
  { metrics, guardrails }: ShownResults,
  room: { readonly labels: number; readonly isRightToLeft: boolean },
): ResultAxes {
  const all = [...metrics, ...guardrails]
  const units = new Set(all.flatMap(({ unit }) => (unit === null ? [] : [unit])))
  return new Map(
    [...units].flatMap((unit) => {
      const same = all.filter((metric) => metric.unit === unit)
      const leading = same.filter(({ isDecisive }) => isDecisive).flatMap(changesOf)
      const others = same.filter(({ isDecisive }) => !isDecisive).flatMap(changesOf)
      const isEmpty = leading.length + others.length === 0
      return isEmpty ? [] : [[unit, createIntervalScale({ leading, others, ...room })] as const]
    }),
  )
}

const changesOf = ({ arms }: ShownMetric): Estimate[] =>
  arms.flatMap(({ change, withoutLargest }) =>
    [change, withoutLargest].filter((known) => known !== null),
  )
