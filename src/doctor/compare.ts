import type { CohortGrid, Reading } from '../resources/cohorts/grid.types.ts'
import { readCell, viewsOf } from '../resources/cohorts/grid.views.model.ts'
import { COHORT_METRICS } from '../resources/cohorts/metrics.ts'
import type { PrintedRow, PrintedTable } from './dashboardTable.ts'

/** How many numbers of a printed table are those of the grid. */
export interface Tally {
  /** Numbers that both have. */
  readonly compared: number
  readonly equal: number
  /** Where it differs first, as a position; empty where nowhere. */
  readonly firstDifference: string
}

/** How a printed table agrees with the grid when it is taken for one metric in one view. */
export interface Agreement extends Tally {
  readonly reading: Reading
}

/** A printed table held against the grid. */
export interface Comparison {
  /** Printed rows that are a cohort of the grid. */
  readonly rows: number
  /** Headings of the other printed rows. */
  readonly leftOut: readonly string[]
  /** True when headings are no dates and rows were taken in their order. */
  readonly isByOrder: boolean
  /** The heading that the periods were found to begin at, past columns that are neither sizes nor periods; null where there are none. */
  readonly foundAt: string | null
  /** The column of sizes, where the table has one. */
  readonly sizes: Tally | null
  /** One for each metric and view, the best first; empty where no row is a cohort of the grid. */
  readonly agreements: readonly Agreement[]
}

/** Holds a printed table against every metric and view of the grid, cell by cell, within the digits it prints. */
export function compareTable(table: PrintedTable, grid: CohortGrid): Comparison {
  const isByOrder = table.rows.every((row) => row.start === null)
  const pairs = table.rows.flatMap((printed, index) => {
    const row = isByOrder ? grid.rows[index] : rowAt(grid, printed)
    return row ? [{ printed, row: row.index, size: row.size, label: row.label }] : []
  })
  const guessed = firstPeriod(table, pairs)
  const first = bestFirst(table, grid, pairs, guessed)
  const matched = new Set(pairs.map(({ printed }) => printed))
  return {
    rows: pairs.length,
    leftOut: table.rows.flatMap((row) => (matched.has(row) ? [] : row.heading)),
    isByOrder,
    foundAt: first === guessed ? null : (table.headings[first] ?? null),
    sizes: compareSizes(table, pairs, first),
    agreements: agreementsFrom(first, grid, pairs),
  }
}

/** A table may have columns of its own before the periods: the periods begin where most numbers are those of the grid. */
function bestFirst(
  { headings }: PrintedTable,
  grid: CohortGrid,
  pairs: readonly Pair[],
  guessed: number,
): number {
  const equalFrom = (first: number) =>
    Math.max(0, ...agreementsFrom(first, grid, pairs).map(({ equal }) => equal))
  let best = { first: guessed, equal: equalFrom(guessed) }
  for (let first = guessed + 1; first < headings.length; first++) {
    const equal = equalFrom(first)
    if (equal > best.equal) best = { first, equal }
  }
  return best.first
}

/** How the table agrees with each metric in each view when its periods begin at a column, the best first. */
const agreementsFrom = (first: number, grid: CohortGrid, pairs: readonly Pair[]): Agreement[] =>
  COHORT_METRICS.flatMap((metric) =>
    viewsOf(metric, grid).map(({ view }) => agree({ metric, view }, grid, pairs, first)),
  )
    .filter(({ compared }) => compared > 0)
    .toSorted((a, b) => b.equal / b.compared - a.equal / a.compared || b.compared - a.compared)

interface Pair {
  readonly printed: PrintedRow
  readonly row: number
  readonly size: number
  readonly label: string
}

function agree(
  reading: Reading,
  grid: CohortGrid,
  pairs: readonly Pair[],
  first: number,
): Agreement {
  let compared = 0
  let equal = 0
  let firstDifference = ''
  for (const { printed, row } of pairs)
    for (const { index } of grid.columns) {
      const number = printed.numbers[first + index]
      const { value } = readCell(grid, row, index, reading)
      if (!number || value === null) continue
      compared++
      if (Math.abs(number.value - value) <= number.tolerance) equal++
      else firstDifference ||= `${grid.rows[row]!.label}, column ${index + 1}`
    }
  return { reading, compared, equal, firstDifference }
}

/** True where sizes are the same, and the numbers of one metric in one view. */
export function agrees({ sizes, agreements: [best] }: Comparison): boolean {
  return best !== undefined && isSame(best) && (sizes === null || isSame(sizes))
}

/** True where every number that both have is the same. */
export const isSame = ({ compared, equal }: Tally): boolean => equal === compared

/** Holds the column before the first period that is named as sizes are, the best of several. */
function compareSizes(table: PrintedTable, pairs: readonly Pair[], first: number): Tally | null {
  const tallies = Array.from({ length: first }, (_, column) => column)
    .filter((column) => SIZE.test(table.headings[column] ?? ''))
    .map((column) => {
      const printed = pairs.filter(({ printed: { numbers } }) => numbers[column])
      const other = printed.filter(
        ({ printed: { numbers }, size }) => numbers[column]!.value !== size,
      )
      return {
        compared: printed.length,
        equal: printed.length - other.length,
        firstDifference: other[0]?.label ?? '',
      }
    })
    .filter(({ compared }) => compared > 0)
  return tallies.toSorted((a, b) => b.equal - a.equal)[0] ?? null
}

const SIZE = /size|users|installs|customers|payers|conversions/i

const rowAt = (grid: CohortGrid, { start }: PrintedRow) =>
  start === null ? undefined : grid.rows.find((row) => row.start <= start && start < row.end)

/** Columns before the first period: those named as sizes are, that hold the sizes, or no number. */
function firstPeriod(table: PrintedTable, pairs: readonly Pair[]): number {
  const width = Math.max(0, ...table.rows.map((row) => row.numbers.length))
  for (let column = 0; column < width; column++) {
    const holdsSizes =
      pairs.length > 0 &&
      pairs.every(({ printed, size }) => printed.numbers[column]?.value === size)
    const heading = table.headings[column] ?? ''
    const isText = pairs.every(({ printed }) => !printed.numbers[column])
    if (!isText && !holdsSizes && !SIZE.test(heading) && !/total/i.test(heading)) return column
  }
  return width
}
