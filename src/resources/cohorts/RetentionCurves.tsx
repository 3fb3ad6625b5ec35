'use client'
import { useMemo } from 'react'
import { LineChart } from '../../ui/charts/LineChart.tsx'
import type { ChartPosition } from '../../ui/charts/types.ts'
import { useChartTexts } from '../../ui/charts/useChartTexts.ts'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import { CohortFrame } from './CohortFrame.tsx'
import { CohortPicture } from './CohortPicture.tsx'
import type { CohortChartAction, CohortPosition } from './cohortPosition.ts'
import { describeLine } from './cohortLineTexts.ts'
import { columnHeading, metricName, numberText, readBack } from './cohortTexts.ts'
import { curveReading, curvesOf, type CurvesBy } from './curves.model.ts'
import { carrierDetails, carrierStrip, thinNotes, withCarriers } from './curveTexts.ts'
import type { CohortView, SummaryKind } from './grid.types.ts'
import { unitOf } from './grid.views.model.ts'
import type { CohortMetric, CohortsAnswer, CohortsInput } from './types.ts'
import { useCohortDrawing, type CohortDrawingProps } from './useCohortDrawing.ts'
import { useCohortHintTexts } from './useCohortHintTexts.ts'

/** Props of `RetentionCurves`. */
export interface RetentionCurvesProps extends CohortDrawingProps {
  /** The metric shown. @default 'payers' */
  metric?: CohortMetric | undefined
  /** What is made of the metric. @default a share of the members of payers, else the amounts */
  view?: CohortView | undefined
  /** The answer of `useCohorts`, untouched; without one the chart is loading or shows its problem. */
  data?: CohortsAnswer | undefined
  /** When the answer was fetched, in milliseconds since the epoch (`dataUpdatedAt`). */
  asOf: number
  /** A curve for each cohort, or for the mean of each segment of a split answer. @default 'cohort' */
  by?: CurvesBy | undefined
  /** Ids of the cohorts that are drawn (`rowId`), as the table's selection gives them. @default those of the whole answer */
  selection?: readonly string[] | undefined
  /** Thicker curves over all cohorts. @default ['mean'] */
  summary?: readonly SummaryKind[] | undefined
  /** True draws 95% intervals around shares of members. @default false */
  intervals?: boolean | undefined
  /** Height of the plot in CSS pixels. @default 320 */
  height?: number | undefined
  /** The number read now, in this chart or in a table linked to it. */
  active?: CohortPosition | null | undefined
  /** Called when pointer or keyboard read another number; null when they stop. */
  onActiveChange?: ((position: CohortPosition | null) => void) | undefined
  /** Called for a click, Enter or Space on a point. */
  onCellAction?: ((action: CohortChartAction) => void) | undefined
  /** True draws the curves alone: they stand beside a table that reads the question back and says all else. @default false */
  bare?: boolean | undefined
  /** True while another answer is on its way: what is shown stays. */
  refreshing?: boolean | undefined
  /** True while `data` answers an earlier question. */
  stale?: boolean | undefined
  /** What went wrong; with `data` it stands above the last good answer. */
  problem?: Problem | undefined
  /** Asks again: the refresh button, and the one beside a problem. */
  onRefresh?: (() => void) | undefined
  /** Splits the answer by product: a button beside the sentence that renewal lengths are mixed. */
  onSplit?: (() => void) | undefined
}

/** Cohorts as curves over the time since they joined: the same numbers as the table's, read by pointer, keyboard and as a table. */
export function RetentionCurves({ data, ...props }: RetentionCurvesProps) {
  const { problem, refreshing = false, onRefresh } = props
  return (
    <CohortFrame className="qv-retention" {...{ problem, refreshing, onRefresh }}>
      {data ? <Loaded {...props} data={data} /> : null}
    </CohortFrame>
  )
}

function Loaded(props: RetentionCurvesProps & { data: CohortsAnswer }) {
  const { data, metric = 'payers', question = NO_QUESTION, asOf } = props
  const { view = metric === 'payers' ? 'percentOfSize' : 'absolute' } = props
  const { by = 'cohort', selection = null, summary = MEAN, intervals = false, height } = props
  const { active, onActiveChange, onCellAction } = props
  const { minSize, bare, refreshing = false, onRefresh, stale = false, onSplit } = props
  const texts = useCohortHintTexts()
  const { t } = useChartTexts()
  const reading = { metric, view }
  const { whole, segments, drawing } = useCohortDrawing(data, { ...props, metric, view, question })
  const { curves, strip, notes } = useMemo(() => {
    const chosen = { by, selection, summary, withIntervals: intervals }
    const found = curvesOf({ whole, segments }, drawing, chosen)
    return {
      curves: withCarriers(texts, found),
      strip: carrierStrip(texts, found),
      notes: thinNotes(texts, found),
    }
  }, [texts, whole, segments, drawing, by, selection, summary, intervals])
  // Written once for a column or a number, not anew for each move over the chart.
  const { formatX, formatY, yLabel } = useMemo(() => {
    const shown = curveReading({ whole, segments }, { metric, view }, by).reading
    const unit = unitOf(shown.metric, shown.view)
    const name = metricName(texts, metric, whole.definition)
    const named =
      shown.view === 'absolute'
        ? name
        : texts.t('cohorts.readBack.view', {
            metric: name,
            view: texts.t(`cohorts.view.${shown.view}`),
          })
    return {
      formatX: (x: number) => columnHeading(texts, whole.columns[x]!),
      formatY: (y: number) => numberText(texts.format, y, unit, whole.currency),
      yLabel: unit === 'money' ? `${named} (${whole.currency})` : named,
    }
  }, [texts, whole, segments, metric, view, by])
  const curveOf = (id: string) => curves.find((curve) => curve.id === id)
  const toCohort = ({ series, index }: ChartPosition): CohortPosition => ({
    rowId: series,
    column: curveOf(series)?.points[index]?.x ?? index,
  })
  return (
    <CohortPicture
      source={{ grid: whole, segments, reading, question, asOf, summary, minSize }}
      {...{ bare, refreshing, onRefresh, stale, onSplit }}
    >
      <LineChart
        series={curves}
        label={readBack(texts, whole, question, reading)}
        xLabel={t(whole.mode === 'by_days' ? 'charts.x.joined' : 'charts.x.renewals')}
        yLabel={yLabel}
        formatX={formatX}
        formatY={formatY}
        {...{ height, strip, notes }}
        active={active && toChart(active)}
        onActiveChange={onActiveChange && ((at) => onActiveChange(at && toCohort(at)))}
        onPointAction={
          onCellAction &&
          ((at, anchor) => {
            const position = toCohort(at)
            const period = whole.columns[position.column]!
            const value = drawing.value(curveOf(at.series)!.line, position.column)
            onCellAction({ ...position, period, value, anchor })
          })
        }
        describe={(at) => {
          const curve = curveOf(at.series)!
          const { label, line, points } = curve
          const { y, low, high } = points[at.index]!
          const said = line.segment === null && describeLine(texts, drawing, line, at.index)
          const isKnown = low !== undefined && high !== undefined
          const point = { series: label, x: formatX(at.index), y: formatY(y ?? 0) }
          return {
            sentence: said ? said.sentence : t('charts.point', point),
            details: [
              ...carrierDetails(texts, drawing, curve, at.index),
              ...(isKnown
                ? [t('charts.interval', { low: formatY(low), high: formatY(high) })]
                : []),
            ],
          }
        }}
      />
    </CohortPicture>
  )
}

const toChart = ({ rowId, column }: CohortPosition): ChartPosition => ({
  series: rowId,
  index: column,
})

const NO_QUESTION: CohortsInput = {}
const MEAN: readonly SummaryKind[] = ['mean']
