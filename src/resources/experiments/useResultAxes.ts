'use client'
import { useMemo } from 'react'
import { createIntervalScale, type IntervalScale } from '../../ui/charts/intervalScale.ts'
import { useMeasured } from '../../ui/charts/useMeasured.ts'
import type { Estimate } from './analysis.types.ts'
import type { Analysis } from './result.types.ts'
import { limitOf, zoneOf } from './resultMarks.model.ts'
import type { ShownMetric, ShownResults } from './resultView.model.ts'
import type { ChangeUnit } from './resultView.scale.model.ts'

/** One axis for all rows of a unit: with relative changes, one for the whole page. None where nothing is known. */
export type ResultAxes = ReadonlyMap<ChangeUnit, IntervalScale>

/** Lays the axes out for the place of their table; what decides must be seen whole. */
export function useResultAxes(
  analysis: Analysis,
  shown: ShownResults,
  box: { readonly current: Element | null },
): ResultAxes {
  const { width, isRightToLeft } = useMeasured(box)
  // As the sheet has it: beside the numbers, or below them.
  const room = width < NARROW ? width : width * BESIDE
  const labels = Math.max(2, Math.floor(room / LABEL))
  return useMemo(() => {
    const all = [...shown.metrics, ...shown.guardrails]
    const units = new Set(all.flatMap(({ unit }) => (unit === null ? [] : [unit])))
    return new Map(
      [...units].flatMap((unit) => {
        const same = all.filter((metric) => metric.unit === unit)
        const leading = same.filter(({ isDecisive }) => isDecisive).flatMap(changesOf)
        const others = same.filter(({ isDecisive }) => !isDecisive).flatMap(changesOf)
        const isEmpty = leading.length + others.length === 0
        const marks = same.flatMap((metric) => marksOf(analysis, metric))
        const options = { leading, others: [...others, ...marks], labels, isRightToLeft }
        return isEmpty ? [] : [[unit, createIntervalScale(options)] as const]
      }),
    )
  }, [analysis, shown, labels, isRightToLeft])
}

/** Width under which the intervals stand below the numbers, as in the sheet. */
const NARROW = 720
/** Share of the width that the intervals have beside the numbers. */
const BESIDE = 0.34
/** Room for one label of the axis, in pixels. */
const LABEL = 76

const changesOf = ({ arms }: ShownMetric): Estimate[] =>
  arms.flatMap(({ change, withoutLargest }) =>
    [change, withoutLargest].filter((known) => known !== null),
  )

/** What intervals are held against, where there is room for it. */
function marksOf(analysis: Analysis, metric: ShownMetric): Estimate[] {
  const [zone, limit] = [zoneOf(analysis, metric), limitOf(metric)]
  return [
    ...(zone ? [{ value: 0, interval: zone }] : []),
    ...(limit === undefined ? [] : [{ value: limit, interval: null }]),
  ]
}
