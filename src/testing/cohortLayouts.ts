import { addPeriods } from '../core/calendar.ts'
import { isGrouping } from '../resources/cohorts/grouping.ts'
import { COHORT_METRICS } from '../resources/cohorts/metrics.ts'
import type {
  CohortCell,
  CohortMetric,
  CohortRow,
  CohortsAnswer,
} from '../resources/cohorts/types.ts'

/**
 * Layouts that a cohort answer may come in; no public page says which it is. `ragged`: a row ends with its last cell that
 * holds something; `zeroFilled` and `nullFilled`: it goes on to the last column; `calendarAligned`: columns are calendar
 * periods, the same for every row; `wideRows`: fewer labels than cells; `cumulative`: every cell holds what has been so far;
 * `cumulativeRatios`: only the ratios do; `cumulativeArppu`: only revenue per payer does, of all members.
 */
export const COHORT_LAYOUTS = [
  'ragged',
  'zeroFilled',
  'nullFilled',
  'calendarAligned',
  'wideRows',
  'cumulative',
  'cumulativeRatios',
  'cumulativeArppu',
] as const

/** One of the layouts. */
export type CohortLayout = (typeof COHORT_LAYOUTS)[number]

type Cell = NonNullable<CohortCell>
type Cells = readonly CohortCell[]

/** Tells the figures of an answer with one number per period in another layout. Totals that the layout would change are left out. */
export const rewriteLayout = (answer: CohortsAnswer, layout: CohortLayout): CohortsAnswer =>
  REWRITES[layout](answer)

const REWRITES: Readonly<Record<CohortLayout, (answer: CohortsAnswer) => CohortsAnswer>> = {
  ragged: (answer) =>
    withCells(answer, ({ periods }) => periods.slice(0, lastHeld(answer, periods) + 1)),
  zeroFilled: (answer) => withCells(answer, ({ periods }) => filled(answer, periods, ZERO)),
  nullFilled: (answer) => withCells(answer, ({ periods }) => filled(answer, periods, null)),
  calendarAligned: (answer) =>
    withCells({ ...answer, total: null }, (row) => [...startsLater(answer, row), ...row.periods]),
  wideRows: (answer) => ({
    ...answer,
    period_labels: answer.period_labels.slice(0, Math.ceil(answer.period_labels.length / 2)),
  }),
  cumulative: (answer) =>
    withCells({ ...answer, total: null }, ({ users, periods }) => soFar(periods, users)),
  cumulativeRatios: (answer) =>
    withCells({ ...answer, total: null }, ({ users, periods }) => ratiosSoFar(periods, users)),
  cumulativeArppu: (answer) =>
    withCells({ ...answer, total: null }, ({ users, periods }) => arppuSoFar(periods, users)),
}

const ZERO: Cell = { revenue: 0, subscriptions: 0, payers: 0, arpu: 0, arppu: null, arpas: null }

/** The answer and its segments with other cells. */
function withCells(answer: CohortsAnswer, cellsOf: (row: CohortRow) => Cells): CohortsAnswer {
  const segments = answer.segments?.map((segment) => ({ ...segment, ...mapRows(segment, cellsOf) }))
  return { ...answer, ...mapRows(answer, cellsOf), ...(segments && { segments }) }
}

/** Rows with other cells, and the largest of each metric among them. */
function mapRows(
  { cohorts }: Pick<CohortsAnswer, 'cohorts'>,
  cellsOf: (row: CohortRow) => Cells,
): Pick<CohortsAnswer, 'cohorts' | 'max_values'> {
  const rows = cohorts.map((row) => ({ ...row, periods: [...cellsOf(row)] }))
  const cells = rows.flatMap(({ periods }) => periods)
  const largest = (metric: CohortMetric) =>
    cells.reduce((most, cell) => Math.max(most, cell?.[metric] ?? 0), 0)
  const max_values = {
    revenue: largest('revenue'),
    subscriptions: largest('subscriptions'),
    payers: largest('payers'),
    arpu: largest('arpu'),
    arppu: largest('arppu'),
    arpas: largest('arpas'),
  }
  return { cohorts: rows, max_values }
}

/** Index of the last cell that holds anything; by renewals zeros hold nothing, for nobody got there. */
const lastHeld = ({ mode }: CohortsAnswer, cells: Cells): number =>
  cells.findLastIndex((cell) =>
    mode === 'by_days' ? cell : COHORT_METRICS.some((metric) => cell?.[metric]),
  )

/** Cells up to the last column of the answer. */
function filled(
  { period_labels: labels, cohorts }: CohortsAnswer,
  cells: Cells,
  filling: CohortCell,
): Cells {
  const length = Math.max(labels.length, ...cohorts.map((row) => row.periods.length))
  return Array.from({ length }, (_, column) => cells[column] ?? filling)
}

/** As many empty cells as a row starts periods after the first. */
function startsLater({ cohorts, grouping }: CohortsAnswer, row: CohortRow): null[] {
  const first = cohorts[0]?.cohort_start ?? row.cohort_start
  if (!isGrouping(grouping)) return []
  const nulls: null[] = []
  while (addPeriods(grouping, first, nulls.length) < row.cohort_start) nulls.push(null)
  return nulls
}

/** Every cell with what has been so far; people who paid again are not told apart, so at most all members have. */
function soFar(cells: Cells, size: number): Cells {
  return addUp(cells, (cell, sums) => {
    const payers = Math.min(size, sums.payers)
    return { ...cell, ...sums, payers, ...ratios(sums.revenue, { ...sums, payers }, size) }
  })
}

const ratiosSoFar = (cells: Cells, size: number): Cells =>
  addUp(cells, (cell, sums) => ({ ...cell, ...ratios(sums.revenue, sums, size) }))

const arppuSoFar = (cells: Cells, size: number): Cells =>
  addUp(cells, (cell, sums) => ({ ...cell, arppu: over(sums.revenue, size) }))

interface Sums {
  readonly revenue: number
  readonly subscriptions: number
  readonly payers: number
}

function addUp(cells: Cells, make: (cell: Cell, sums: Sums) => Cell): Cells {
  let sums: Sums = { revenue: 0, subscriptions: 0, payers: 0 }
  return cells.map((cell) => {
    if (!cell) return null
    sums = {
      revenue: sums.revenue + (cell.revenue ?? 0),
      subscriptions: sums.subscriptions + (cell.subscriptions ?? 0),
      payers: sums.payers + (cell.payers ?? 0),
    }
    return make(cell, sums)
  })
}

const ratios = (revenue: number, { payers, subscriptions }: Sums, size: number) => ({
  arpu: over(revenue, size),
  arppu: over(revenue, payers),
  arpas: over(revenue, subscriptions),
})

const over = (numerator: number, denominator: number): number | null =>
  denominator > 0 ? numerator / denominator : null
