import { runningSum, type CountedMetric } from './grid.running.model.ts'
import { cellOf, leastSure, stateOf } from './grid.states.model.ts'
import { runningOver, sumOver } from './grid.total.model.ts'
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

/** The views of a metric in a grid. */
export const offeredViews = (grid: CohortGrid, metric: CohortMetric): readonly OfferedView[] =>
  viewsOf(metric, grid)

function viewCodes(
  metric: CohortMetric,
  { definition, basis }: Pick<ViewSituation, 'definition' | 'basis'>,
): readonly CohortView[] {
  if (basis && basis[metric] !== 'period') return AS_GIVEN
  // Where every member is a payer, revenue so far per payer has the cohort's size under it.
  return metric === 'arppu' && definition === 'new_paying' ? RUNNING : VIEWS[metric]
}

function cautionOf(view: CohortView, situation: ViewSituation): ViewCaution | null {
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
    : quotient(reading, 'missing', null)
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
  const cell = cellOf(row, column)
  if (cell === null) return quotient(reading, timed, null)
  const under = underOf(reading)
  // While people join a cohort, what is divided by its size is not over.
  const state = under === 'size' && row.state === 'recruiting' ? leastSure(timed, 'open') : timed
  if (view === 'absolute') return asGiven(grid, cell, row.size, state, metric)
  const counted = COUNTED[metric]
  const amount = isRunning(view) ? runningSum(row, column, counted) : cell[counted]
  if (amount === null) return quotient(reading, 'missing', null)
  if (under === null) return quotient(reading, state, amount)
  if (under === 'size') return quotient(reading, state, amount, row.size)
  const base = cellOf(row, under === 'first' ? 0 : column - 1)?.[counted] ?? null
  return quotient(reading, base === null ? 'missing' : state, amount, base)
}

/** The number of one column in the totals row; its shares are of the cohorts that have the column. */
export function readTotal(grid: CohortGrid, column: number, reading: Reading): CohortValue {
  const { metric, view } = reading
  const { total } = grid
  const cell = total?.cells[column]
  const timed = total?.states[column] ?? 'missing'
  if (!total || !cell || timed === 'missing' || !isOffered(grid, reading))
    return quotient(reading, 'missing', null)
  const under = underOf(reading)
  const size = total.sizes[column] ?? 0
  const state = under === 'size' && total.recruiting[column] ? leastSure(timed, 'open') : timed
  if (view === 'absolute') return asGiven(grid, cell, size, state, metric)
  const counted = COUNTED[metric]
  if (under === null) return quotient(reading, state, givenSum(total.cells, column, counted))
  const amount = isRunning(view) ? runningOver(grid, column, counted) : cell[counted]
  if (under === 'size') return quotient(reading, state, amount, size)
  const base = sumOver(grid, column, under === 'first' ? 0 : column - 1, counted)
  return quotient(reading, state, amount, base)
}

const isOffered = (grid: CohortGrid, { metric, view }: Reading): boolean =>
  viewCodes(metric, grid).includes(view)

/** True where a view adds up along the row. */
export const isRunning = (view: CohortView): boolean =>
  view === 'cumulative' || view === 'cumulativePerMember'

// What is counted or added up to derive a view of the metric.
const COUNTED = {
  revenue: 'revenue',
  subscriptions: 'subscriptions',
  payers: 'payers',
  arpu: 'revenue',
  arppu: 'revenue',
  arpas: 'revenue',
} as const

/** What a view divides by: the members, the first period, the one before, or nothing. */
function underOf({ metric, view }: Reading): 'size' | 'first' | 'previous' | null {
  if (view === 'percentOfFirst') return 'first'
  if (view === 'percentOfPrevious') return 'previous'
  if (view === 'absolute') return metric === 'arpu' ? 'size' : null
  const isSum = view === 'cumulative' && (metric === 'revenue' || metric === 'subscriptions')
  return isSum ? null : 'size'
}

/** A number as the answer holds it and, where it is a ratio of one period, what it divides. */
function asGiven(
  grid: CohortGrid,
  cell: NonNullable<CohortCell>,
  size: number,
  timed: CellState,
  metric: CohortMetric,
): CohortValue {
  const value = cell[metric]
  const unit = unitOf(metric, 'absolute')
  if (metric === 'revenue' || metric === 'payers' || metric === 'subscriptions')
    return { value, state: value === null ? 'missing' : timed, unit }
  // A ratio of nothing (no payer, no payment) has no value; the period is over all the same.
  const of = partsOf(grid, cell, size, metric)
  return of ? { value, state: timed, unit, of } : { value, state: timed, unit }
}

/** What a ratio of the answer divides by what, where that is known. */
function partsOf(
  { basis }: CohortGrid,
  cell: NonNullable<CohortCell>,
  size: number,
  metric: 'arpu' | 'arppu' | 'arpas',
): CohortValue['of'] {
  const isSum = metric === 'arpu' && basis.arpu === 'cumulative'
  const numerator = isSum ? cell.arpu && cell.arpu * size : cell.revenue
  const denominator =
    metric === 'arpu' ? size : cell[metric === 'arppu' ? 'payers' : 'subscriptions']
  if (numerator === null || denominator === null) return undefined
  return isSum || basis[metric] === 'period' ? { numerator, denominator } : undefined
}

/** A derived number: an amount, or with something under it the ratio. */
function quotient(
  { metric, view }: Reading,
  state: CellState,
  numerator: number | null,
  denominator?: number | null,
): CohortValue {
  const unit = unitOf(metric, view)
  if (numerator === null || denominator === null) return { value: null, state, unit }
  if (denominator === undefined) return { value: numerator, state, unit }
  const value = denominator > 0 ? numerator / denominator : null
  return { value, state, unit, of: { numerator, denominator } }
}

/** The totals added up as they are given; null where one of them is not. */
function givenSum(
  cells: readonly (CohortCell | null)[],
  through: number,
  metric: CountedMetric,
): number | null {
  let sum = 0
  for (let column = 0; column <= through; column++) {
    const value = cells[column]?.[metric] ?? null
    if (value === null) return null
    sum += value
  }
  return sum
}
