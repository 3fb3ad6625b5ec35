import { isRatio } from './grid.basis.model.ts'
import { runningSum, type CountedMetric } from './grid.running.model.ts'
import { cellOf, leastSure, stateOf } from './grid.states.model.ts'
import { sumOf } from './grid.sums.model.ts'
import { haveSameRows, runningOver, sumOver } from './grid.total.model.ts'
import type {
  CellState,
  CohortGrid,
  CohortGridRow,
  CohortValue,
  CohortView,
  Reading,
  ValueUnit,
  ViewCaution,
} from './grid.types.ts'
import type { CohortCell, CohortMetric } from './types.ts'

export type { CohortValue, CohortView, Reading, ValueUnit } from './grid.types.ts'

/** What decides which views mean something: a grid, or what is known before there is one. */
export interface ViewSituation extends Pick<CohortGrid, 'mode' | 'grouping' | 'definition'> {
  readonly mixedLengths: boolean
  /** @default every metric is of one period */
  readonly basis?: CohortGrid['basis'] | undefined
}

/** A view that can be chosen, and the sentence it needs beside it. */
export interface OfferedView {
  readonly view: CohortView
  readonly caution: ViewCaution | null
}

const AMOUNTS: readonly CohortView[] = [
  'absolute',
  'cumulative',
  'perMember',
  'cumulativePerMember',
  'percentOfFirst',
  'percentOfPrevious',
]
const VIEWS: Readonly<Record<CohortMetric, readonly CohortView[]>> = {
  revenue: AMOUNTS,
  subscriptions: AMOUNTS,
  // Distinct people do not add up.
  payers: ['absolute', 'percentOfSize', 'percentOfFirst', 'percentOfPrevious'],
  arpu: ['absolute', 'cumulative', 'percentOfFirst'],
  arppu: ['absolute'],
  arpas: ['absolute'],
}
const AS_GIVEN: readonly CohortView[] = ['absolute']
const RUNNING: readonly CohortView[] = ['absolute', 'cumulative']

/** The views that mean something for a metric; from what is no plain figure of one period nothing is derived. */
export function viewsOf(metric: CohortMetric, situation: ViewSituation): readonly OfferedView[] {
  return viewCodes(metric, situation).map((view) => ({ view, caution: cautionOf(view, situation) }))
}

function viewCodes(
  metric: CohortMetric,
  { definition, basis }: Pick<ViewSituation, 'definition' | 'basis'>,
): readonly CohortView[] {
  if (basis && basis[metric] !== 'period') return AS_GIVEN
  // Where every member is a payer, revenue so far per payer has the cohort's size under it.
  return metric === 'arppu' && definition === 'new_paying' ? RUNNING : VIEWS[metric]
}

/** The sentence that a view needs beside it. */
export function cautionOf(view: CohortView, situation: ViewSituation): ViewCaution | null {
  const { mode, grouping, mixedLengths } = situation
  if (view !== 'percentOfFirst' && view !== 'percentOfPrevious') return null
  if (mode !== 'by_days') return mixedLengths ? 'mixedLengths' : null
  return view === 'percentOfFirst' && grouping !== 'day' ? 'partialFirst' : null
}

/** The unit of a metric in a view. */
export function unitOf(metric: CohortMetric, view: CohortView): ValueUnit {
  if (view.startsWith('percent')) return 'percent'
  if (metric === 'payers') return 'count'
  if (metric !== 'subscriptions') return 'money'
  return view === 'perMember' || view === 'cumulativePerMember' ? 'rate' : 'count'
}

/** The number of one cell: `row` and `column` are indexes of the grid. A view that the metric does not have has no value. */
export function readCell(
  grid: CohortGrid,
  row: number,
  column: number,
  reading: Reading,
): CohortValue {
  const line = grid.rows[row]
  return line && isOffered(grid, reading)
    ? readRow(grid, line, column, reading)
    : blank(reading, 'missing')
}

/** The number of one row and column, whether or not the metric has the view. */
export function readRow(
  grid: CohortGrid,
  row: CohortGridRow,
  column: number,
  reading: Reading,
): CohortValue {
  const { metric, view } = reading
  const timed = stateOf(row, column)
  const cell = cellOf(row, column, timed)
  if (cell === null) return blank(reading, timed)
  const under = underOf(reading)
  // While people join a cohort, what is divided by its size is not over.
  const state = under === 'size' && row.state === 'recruiting' ? leastSure(timed, 'open') : timed
  if (view === 'absolute') return asGiven(grid, cell, row.size, state, metric)
  const counted = COUNTED[metric]
  if (cell[counted] === null) return blank(reading, lacking(timed))
  const amount = isRunning(view) ? runningSum(row, column, counted) : cell[counted]
  if (under === null) return quotient(reading, state, amount)
  if (under === 'size') return quotient(reading, state, amount, row.size)
  if (lacksPrevious(reading, column)) return blank(reading, state)
  const base = cellOf(row, under === 'first' ? 0 : column - 1)
  return quotient(reading, state, amount, base?.[counted] ?? null)
}

/** The number of one column in the totals row; its shares are of the cohorts that have the column. */
export function readTotal(grid: CohortGrid, column: number, reading: Reading): CohortValue {
  const { metric, view } = reading
  const { total } = grid
  const cell = total?.cells[column]
  const of = total?.column(column)
  const timed = of?.state ?? 'missing'
  if (timed === 'future') return blank(reading, timed)
  if (!total || !of || !cell || timed === 'missing' || !isOffered(grid, reading))
    return blank(reading, 'missing')
  const under = underOf(reading)
  const { size } = of
  const state = under === 'size' && of.isRecruiting ? leastSure(timed, 'open') : timed
  if (view === 'absolute') {
    // Which cohorts the API divides by is not published: those that its own number is the ratio of.
    const all = [of.given, size, total.size].map((members) =>
      asGiven(grid, cell, members, state, metric),
    )
    return all.find((read) => isRatioOfParts(read, grid.currency)) ?? withoutParts(all[0]!)
  }
  const counted = COUNTED[metric]
  if (under === null) return quotient(reading, state, givenSum(total.cells, column, counted))
  const amount = isRunning(view) ? runningOver(grid, column, counted) : cell[counted]
  if (under === 'size') return quotient(reading, state, amount, size)
  if (lacksPrevious(reading, column)) return blank(reading, state)
  const before = under === 'first' ? 0 : column - 1
  // Of the same cohorts the API's own total is the base: our sum of rounded cells would miss it by a little.
  const base = haveSameRows(grid, column, before)
    ? (total.cells[before]?.[counted] ?? null)
    : sumOver(grid, column, before, counted)
  return quotient(reading, state, amount, base)
}

/** True where the metric has the view. */
export const isOffered = (
  situation: Pick<ViewSituation, 'definition' | 'basis'>,
  { metric, view }: Reading,
): boolean => viewCodes(metric, situation).includes(view)

/** True where a view adds up along the row. */
export const isRunning = (view: CohortView): boolean => view.startsWith('cumulative')

/** True where a view compares with the period before and there is none: no value, though the period may be over. */
export const lacksPrevious = ({ view }: Reading, column: number): boolean =>
  view === 'percentOfPrevious' && column === 0

/** What is counted or added up to derive a view of the metric. */
export const COUNTED = {
  revenue: 'revenue',
  subscriptions: 'subscriptions',
  payers: 'payers',
  arpu: 'revenue',
  arppu: 'revenue',
  arpas: 'revenue',
} as const

/** What a view divides by: the members, the first period, the one before, or nothing. */
export function underOf({ metric, view }: Reading): 'size' | 'first' | 'previous' | null {
  if (view === 'percentOfFirst') return 'first'
  if (view === 'percentOfPrevious') return 'previous'
  if (view === 'absolute') return metric === 'arpu' ? 'size' : null
  const isSum = view === 'cumulative' && (metric === 'revenue' || metric === 'subscriptions')
  return isSum ? null : 'size'
}

/** A number as the answer holds it and, where it is a ratio of one period, what it divides. */
function asGiven(
  grid: CohortGrid,
  cell: Cell,
  size: number,
  timed: CellState,
  metric: CohortMetric,
): CohortValue {
  const value = cell[metric]
  const unit = unitOf(metric, 'absolute')
  const denominator = divisorOf(metric, cell, size)
  // A ratio of nothing (no payer, no payment) has no value; the period is over all the same.
  const state = value === null && denominator !== 0 ? lacking(timed) : timed
  const numerator = dividendOf(grid, metric, cell, size)
  if (numerator === null || denominator === null) return { value, state, unit }
  return { value, state, unit, of: { numerator, denominator } }
}

/** True where a number is, up to rounding, what its parts say, or has none. */
const isRatioOfParts = ({ value, of }: CohortValue, currency: string): boolean =>
  !of || value === null || isRatio(value, of, currency)

const withoutParts = ({ value, state, unit }: CohortValue): CohortValue => ({ value, state, unit })

type Cell = NonNullable<CohortCell>

/** What a ratio divides by; null for what is no ratio. */
function divisorOf(metric: CohortMetric, cell: Cell, size: number): number | null {
  if (metric === 'arpu') return size
  if (metric === 'arppu') return cell.payers
  return metric === 'arpas' ? cell.subscriptions : null
}

/** What a ratio divides: the period's revenue, or the revenue so far that it tells of; null where that is not known. */
function dividendOf(
  grid: CohortGrid,
  metric: CohortMetric,
  cell: Cell,
  size: number,
): number | null {
  const basis = grid.basis[metric]
  if (basis === 'period') return cell.revenue
  return basis === 'cumulative' && metric === 'arpu' && cell.arpu !== null ? cell.arpu * size : null
}

/** State of a cell that holds no number for a metric: missing once it is over. */
const lacking = (timed: CellState): CellState =>
  timed === 'final' || timed === 'settling' ? 'missing' : timed

/** A derived number: an amount, or with something under it the ratio; missing where a part of it is. */
function quotient(
  { metric, view }: Reading,
  state: CellState,
  numerator: number | null,
  denominator?: number | null,
): CohortValue {
  const unit = unitOf(metric, view)
  if (numerator === null || denominator === null) return { value: null, state: 'missing', unit }
  if (denominator === undefined) return { value: numerator, state, unit }
  const value = denominator > 0 ? numerator / denominator : null
  return { value, state, unit, of: { numerator, denominator } }
}

const blank = ({ metric, view }: Reading, state: CellState): CohortValue => ({
  value: null,
  state,
  unit: unitOf(metric, view),
})

/** The totals added up as they are given; null where one of them is not. */
function givenSum(
  cells: readonly (CohortCell | null)[],
  through: number,
  metric: CountedMetric,
): number | null {
  const parts: number[] = []
  for (const cell of cells.slice(0, through + 1)) {
    const value = cell?.[metric] ?? null
    if (value === null) return null
    parts.push(value)
  }
  return sumOf(parts)
}
