import { isPooled, type CohortDrawing } from './cohortDrawing.ts'
import type { CohortGrids } from './cohortGrids.ts'
import { cohortLines, summaryLines, type CohortLine } from './grid.lines.model.ts'
import { summarize } from './grid.summary.model.ts'
import type { CohortValue, Reading, SummaryKind } from './grid.types.ts'
import { hasIntervals, isShare, wilson, type Interval } from './grid.uncertainty.model.ts'

/** What becomes a curve: each cohort, or each segment of a split answer as the mean of its cohorts. */
export type CurvesBy = 'cohort' | 'segment'

/** Which curves are drawn. */
export interface CurveOptions {
  readonly by: CurvesBy
  /** Ids of the cohorts that are drawn, in this order; null draws those of the whole answer. */
  readonly selection: readonly string[] | null
  /** Summaries over the whole answer. */
  readonly summary: readonly SummaryKind[]
  /** True puts the 95% interval around shares of members. */
  readonly withIntervals: boolean
}

/** A point of a curve: a number of the table at its column. */
export interface CurvePoint {
  /** Index of the column. */
  readonly x: number
  /** Null where there is no number: the curve breaks. */
  readonly y: number | null
  readonly low?: number | undefined
  readonly high?: number | undefined
  readonly isFinal: boolean
  /** Of a mean or median: the cohorts that it is of here. */
  readonly cohorts?: number | undefined
  /** True where these are fewer than half of those it is of where there are most. */
  readonly isThin?: boolean | undefined
}

/** One curve with the line of the table that it draws. */
export interface Curve {
  readonly id: string
  readonly label: string
  readonly line: CohortLine
  /** One for each column up to the last one with a number. */
  readonly points: readonly CurvePoint[]
  /** Of a mean or median: the most cohorts that a point is of. */
  readonly mostCohorts?: number | undefined
  /** True for summaries. */
  readonly emphasis: boolean
}

/**
 * What the curves show. The mean of amounts is one per member: it has no place among amounts, and curves of the means of
 * segments are of it alone.
 */
export function curveReading(
  { whole }: CohortGrids,
  reading: Reading,
  by: CurvesBy,
): { readonly reading: Reading; readonly hasMean: boolean } {
  const mean = summarize(whole, reading, { kind: 'mean' }).reading
  return { reading: by === 'segment' ? mean : reading, hasMean: mean.view === reading.view }
}

/** Draws lines of the table as curves: means first, then what was chosen. */
export function curvesOf(
  { whole, segments }: CohortGrids,
  drawing: CohortDrawing,
  { by, selection, summary, withIntervals }: CurveOptions,
): readonly Curve[] {
  const curve = (line: CohortLine, label: string): Curve => ({
    id: line.id,
    label,
    line,
    ...carried(drawing, line, pointsOf(drawing, line, withIntervals)),
    emphasis: line.segment === null && line.kind !== 'cohort',
  })
  const { hasMean } = curveReading({ whole, segments }, drawing.reading, by)
  const fitting = summary.filter((kind) => {
    if (by === 'segment') return kind === 'mean'
    return kind === 'median' || hasMean
  })
  const means = summaryLines(whole, fitting).map((line) => curve(line, drawing.label(line)))
  if (by === 'segment')
    return [
      ...means,
      ...segments.flatMap(({ value, label, grid }) =>
        summaryLines(grid, ['mean'], value).map((line) => curve(line, label)),
      ),
    ]
  const cohorts = [
    ...linesOf(whole).map((line) => curve(line, drawing.label(line))),
    ...(selection === null ? [] : segments).flatMap(({ value, label, grid }) =>
      linesOf(grid, value).map((line) => curve(line, `${label} · ${drawing.label(line)}`)),
    ),
  ]
  if (selection === null) return [...means, ...cohorts]
  const chosen = selection.flatMap((id) => cohorts.find((cohort) => cohort.id === id) ?? [])
  return [...means, ...chosen]
}

const linesOf = (grid: CohortGrids['whole'], segment: string | null = null) =>
  cohortLines(
    grid,
    grid.rows.map((_, index) => index),
    segment,
  )

function pointsOf(
  drawing: CohortDrawing,
  line: CohortLine,
  withIntervals: boolean,
): readonly CurvePoint[] {
  const hasBand = withIntervals && hasIntervals(line.grid, drawing.reading)
  // All of the first payment is of the first payment: nothing there is uncertain.
  const whole = drawing.reading.view === 'percentOfFirst' ? 0 : -1
  const points = line.grid.columns.map(({ index }): CurvePoint => {
    const read = drawing.value(line, index)
    const interval = hasBand && index !== whole ? intervalAround(line, read) : null
    return { x: index, y: read.value, isFinal: read.state === 'final', ...interval }
  })
  return points.slice(0, points.findLastIndex(({ y }) => y !== null) + 1)
}

/**
 * A mean is of ever fewer cohorts, as the young ones drop out: its last points are of the oldest alone, which may differ from
 * all others. Where fewer than half of its cohorts carry a point, that is said and drawn.
 */
function carried(
  drawing: CohortDrawing,
  line: CohortLine,
  points: readonly CurvePoint[],
): Pick<Curve, 'points' | 'mostCohorts'> {
  if (!isPooled(line)) return { points }
  const summary = drawing.summary(line, line.kind)
  const counts = points.map(({ x }) => summary.cell(x).rows)
  const mostCohorts = counts.reduce((most, count) => Math.max(most, count), 0)
  return {
    mostCohorts,
    points: points.map((point, index) =>
      Object.assign({}, point, {
        cohorts: counts[index]!,
        isThin: counts[index]! * 2 < mostCohorts,
      }),
    ),
  }
}

/** What still grows has no error bar; a median is no share of members. */
function intervalAround({ kind }: CohortLine, { of, state }: CohortValue): Interval | null {
  const isCertain = of && state === 'final' && kind !== 'median' && isShare(of)
  return isCertain ? wilson(of.numerator, of.denominator) : null
}
