'use client'
import { useMemo } from 'react'
import type { ChartMark, ChartPosition, ChartSeries } from '../../ui/charts/types.ts'
import { lifetimeColumns, type LtvColumn } from './ltv.columns.model.ts'
import { costAt, measureOfCost, type LtvCosts } from './ltv.costs.model.ts'
import {
  buildLtvCurves,
  mostlyReached,
  type LtvAge,
  type LtvCurve,
  type LtvCurves,
  type LtvMeasure,
  type LtvOptions,
} from './ltv.curves.model.ts'
import { payback, type Payback } from './ltv.payback.model.ts'
import { curveName } from './ltvTexts.ts'
import { paybackShort } from './paybackTexts.ts'
import type { LtvAnswer } from './types.ts'
import { useLtvTexts } from './useLtvTexts.ts'

/** One curve with everything said of it. */
export interface LtvLine {
  /** Unique among the lines; that of its series in the chart. */
  readonly id: string
  readonly name: string
  /** As far as it is drawn. */
  readonly curve: LtvCurve
  readonly columns: readonly LtvColumn[]
  /** Cost of one of its people at the last age that is known; null where there is none to compare with. */
  readonly cost: number | null
  readonly payback: Payback | null
}

/** Lifetime value, ready to draw. */
export interface LtvChartModel {
  readonly curves: LtvCurves
  /** All customers first, then the segments, the largest first. */
  readonly lines: readonly LtvLine[]
  readonly series: readonly ChartSeries[]
  /** Cost and payback of all customers. */
  readonly marks: readonly ChartMark[]
  /** True when some line is drawn only as far as half of its customers have come. */
  readonly isShortened: boolean
  /** The costs that the shown measure is compared with. */
  readonly costs: LtvCosts | null
  /** The line and the age at a place of the chart. */
  at(position: ChartPosition): { readonly line: LtvLine; readonly age: LtvAge } | null
}

/** What the model is made for. */
export interface LtvChartOptions extends Omit<LtvOptions, 'now'> {
  /** When the answer was fetched, in milliseconds since the epoch. */
  readonly asOf: number
  readonly measure: LtvMeasure
  /** Compared where they are of the measure's base and the answer's currency. */
  readonly costs?: LtvCosts | undefined
  /** Draws ages that fewer than half of the customers have reached, too. @default false */
  readonly allAges?: boolean | undefined
  /** Ages of the columns; days 7, 30 and 90 unless given. */
  readonly columnAges?: readonly number[] | undefined
}

/** The view model of `LtvChart`: curves, lines and marks over plain data. */
export function useLtvChart(data: LtvAnswer, options: LtvChartOptions): LtvChartModel {
  const {
    asOf,
    measure,
    allAges = false,
    columnAges,
    settlingDays,
    renewalLengths,
    conversionWindowDays,
  } = options
  const texts = useLtvTexts()
  const curves = useMemo(() => {
    const now = Math.floor(asOf / 1000)
    return buildLtvCurves(data, { now, settlingDays, renewalLengths, conversionWindowDays })
  }, [data, asOf, settlingDays, renewalLengths, conversionWindowDays])
  const given = options.costs
  const costs =
    given && given.currency === curves.currency && measureOfCost[given.per] === measure
      ? given
      : null
  return useMemo(() => {
    const bySize = curves.segments.toSorted((a, b) => (b.users ?? 0) - (a.users ?? 0))
    const known = [curves.whole, ...bySize]
    const lines = known.map((curve): LtvLine => ({
      id: curve.segment === null ? 'all' : `segment ${curve.segment}`,
      name: curveName(texts, curve),
      // What is drawn is a matter of taste: what is said below is of the whole curve.
      curve: allAges ? curve : mostlyReached(curve),
      columns: lifetimeColumns(curves, curve, measure, columnAges),
      cost: costs && lastCost(curve, costs),
      payback: costs && payback(curve, costs),
    }))
    const marks = costs ? marksOf(texts, curves, lines[0]!, costs) : []
    return {
      curves,
      lines,
      series: lines.map((line, index) => seriesOf(line, measure, index === 0 && lines.length > 1)),
      marks,
      isShortened: lines.some(({ curve }, index) => curve !== known[index]),
      costs,
      at: ({ series, index }) => {
        const line = lines.find(({ id }) => id === series)
        const age = line?.curve.ages[index]
        return line && age ? { line, age } : null
      },
    }
  }, [curves, measure, costs, allAges, columnAges, texts])
}

const seriesOf = (
  { id, name, curve }: LtvLine,
  measure: LtvMeasure,
  emphasis: boolean,
): ChartSeries => ({
  id,
  label: name,
  emphasis,
  points: curve.ages.map((age) => ({
    x: age.age,
    y: age[measure],
    isFinal: age.state === 'final',
  })),
})

function marksOf(
  texts: ReturnType<typeof useLtvTexts>,
  { mode, currency }: LtvCurves,
  { curve, cost, payback: found }: LtvLine,
  costs: LtvCosts,
): ChartMark[] {
  const { t, format } = texts
  const marks: ChartMark[] = []
  // Spending per payer falls with each new payer: a level line would cross the curve where nothing is paid back.
  const final = curve.ages.filter(({ state }) => state === 'final')
  const isLevel =
    costs.per === 'install' || final.every((age) => costAt(curve, age, costs) === cost)
  if (cost !== null && isLevel) {
    const short = format.money(cost, currency)
    const label = `${t(`ltv.cost.${costs.per}`)} ${short}`
    marks.push({ id: 'cost', axis: 'y', at: cost, label, short })
  }
  if (found?.kind === 'paidBack') {
    const short = paybackShort(texts, mode, found)
    const label = `${t('ltv.payback')}: ${short}`
    marks.push({ id: 'payback', axis: 'x', at: found.at.age, label, short })
  }
  return marks
}

/** Costs may differ by age, where each age counts other people: the last that is known of all of them stands for the line. */
function lastCost(curve: LtvCurve, costs: LtvCosts): number | null {
  const { ages } = mostlyReached(curve)
  const final = ages.findLast(({ state }) => state === 'final')
  const last = final ?? ages.findLast((age) => costAt(curve, age, costs) !== null)
  return last ? costAt(curve, last, costs) : null
}
