'use client'
import { useCallback, useMemo } from 'react'
import { LineChart } from '../../ui/charts/LineChart.tsx'
import type { ChartPoint, ChartPosition } from '../../ui/charts/types.ts'
import type { Estimate, MetricPlan, RunFacts } from './analysis.types.ts'
import { armName, type ResultNames } from './describeResult.ts'
import type { Analysis } from './result.types.ts'
import { changeText, rangeText } from './resultTexts.ts'
import type { ChangeUnit } from './resultView.scale.model.ts'
import { overTime, type ArmOverTime, type LookedChange } from './resultView.series.model.ts'
import type { ResultLook, ResultView } from './resultView.types.ts'
import { useExperimentResultTexts } from './useExperimentResultTexts.ts'

/** Props of `ResultTimeChart`. */
export interface ResultTimeChartProps {
  readonly analysis: Analysis
  readonly metric: MetricPlan
  readonly unit: ChangeUnit
  readonly baseline: string
  readonly view: ResultView
  readonly names: ResultNames
  readonly series: readonly ResultLook[]
  readonly run: RunFacts
  /** Accessible name. */
  readonly label: string
  /** What a change is against. */
  readonly against: string
}

/** The change of a metric look by look, with the range that the plan's engine gives, and from when on there is one. */
export function ResultTimeChart(props: ResultTimeChartProps) {
  const { analysis, metric, unit, baseline, view, names, series, run, label, against } = props
  const texts = useExperimentResultTexts()
  const { t, format } = texts
  const { plan } = analysis
  const { scale, hidden } = view
  const arms = useMemo(() => {
    const found = overTime(plan, { looks: series, run, baseline, metric: metric.id, scale })
    return (found?.arms ?? []).filter(({ arm }) => !hidden.includes(arm))
  }, [plan, series, run, baseline, metric.id, scale, hidden])
  const most = widest(arms)
  const lines = useMemo(
    () =>
      arms.map(({ arm, looks }) => ({
        id: arm,
        label: armName(analysis, arm),
        points: looks.map((look) =>
          pointOf(look, most, (change) =>
            t('experimentResults.overTime.range', {
              range: rangeText(texts, unit, metric, change, names),
            }),
          ),
        ),
      })),
    [arms, analysis, most, texts, unit, metric, names, t],
  )
  const formatX = useCallback((days: number) => format.day(days * DAY), [format])
  const formatY = useCallback(
    (value: number) => changeText(texts, unit, metric, value, names),
    [texts, unit, metric, names],
  )
  const describe = ({ series: id, index }: ChartPosition) => {
    const look = arms.find(({ arm }) => arm === id)?.looks[index]
    if (!look?.change) return { sentence: '', details: [] }
    const sentence = t('experimentResults.overTime.point', {
      arm: armName(analysis, id),
      day: format.day(look.at),
      change: formatY(look.change.value),
      interval: rangeText(texts, unit, metric, look.change, names),
    })
    return { sentence, details: [] }
  }
  const explained = t(`experimentResults.overTime.${plan.engine}`)
  const isCut = lines.some(({ points }) => points.some(({ note }) => note !== undefined))
  const starts = arms.map(({ arm, from }) =>
    from === null
      ? t('experimentResults.overTime.notYet', { arm: armName(analysis, arm) })
      : t('experimentResults.overTime.from', {
          arm: armName(analysis, arm),
          day: format.day(from),
        }),
  )
  return (
    <>
      <LineChart
        series={lines}
        xLabel={t('experimentResults.overTime.date')}
        yLabel={against}
        formatX={formatX}
        formatY={formatY}
        label={label}
        description={explained}
        describe={describe}
        height={280}
      />
      <p className="qv-results-note">
        {[explained, ...starts, ...(isCut ? [t('experimentResults.overTime.wide')] : [])].join(' ')}
      </p>
    </>
  )
}

const DAY = 86_400

/** How far ranges are drawn: the first ones are so wide that the later ones would be lines. */
const widest = (arms: readonly ArmOverTime[]): number =>
  WIDER *
  Math.max(
    ...arms.map(({ looks }) => {
      const { value = 0, interval } = looks.findLast(({ change }) => change !== null)?.change ?? {}
      return Math.max(
        ...[value, interval?.low ?? 0, interval?.high ?? 0].filter(Number.isFinite).map(Math.abs),
      )
    }),
  )
// Than the last range, in times.
const WIDER = 3

/** A look as a point: x in days, so that the axis is marked at midnights. A range wider than `most` is not drawn, only said. */
function pointOf(
  { at, change }: LookedChange,
  most: number,
  say: (change: Estimate) => string,
): ChartPoint {
  const { low = NaN, high = NaN } = change?.interval ?? {}
  const isDrawn = Math.max(Math.abs(low), Math.abs(high)) <= most
  return {
    x: at / DAY,
    y: change?.value ?? null,
    isFinal: true,
    ...(isDrawn ? { low, high } : change && { note: say(change) }),
  }
}
