import type { CohortGrid, Reading } from '../resources/cohorts/grid.types.ts'
import { readCell, viewsOf } from '../resources/cohorts/grid.views.model.ts'
import { COHORT_METRICS } from '../resources/cohorts/metrics.ts'
import type { PrintedRow, PrintedTable } from './dashboardTable.ts'

/** How a printed table agrees with the grid when it is taken for one metric in one view. */
export interface Agreement {
  readonly reading: Reading
  /** Numbers that both have. */
  readonly compared: number
  readonly equal: number
  /** Where it differs first, as a position; empty where nowhere. */
  readonly firstDifference: string
}

/** A printed table held against the grid. */
export interface Comparison {
  /** Printed rows that are a cohort of the grid. */
  readonly rows: number
  /** True when headings are no dates and rows were taken in their order. */
  readonly isByOrder: boolean
  /** One for each metric and view, the best first; empty where no row is a cohort of the grid. */
  readonly agreements: readonly Agreement[]
}

/** Holds a printed table against every metric and view of the grid, cell by cell, within the digits it prints. */
export function compareTable(table: PrintedTable, grid: CohortGrid): Comparison {
  const isByOrder = table.rows.every((row) => row.start === null)
  const pairs = table.rows.flatMap((printed, index) => {
    const row = isByOrder ? grid.rows[index] : rowAt(grid, printed)
    return row ? [{ printed, row: row.index }] : []
  })
  const first = firstPeriod(table, grid, pairs)
  const agreements = COHORT_METRICS.flatMap((metric) =>
    viewsOf(metric, grid).map(({ view }) => agree({ metric, view }, grid, pairs, first)),
  )
  return {
    rows: pairs.length,
    isByOrder,
    agreements: agreements
      .filter(({ compared }) => compared > 0)
      .toSorted((a, b) => b.equal / b.compared - a.equal / a.compared || b.compared - a.compared),
  }
}

interface Pair {
  readonly printed: PrintedRow
  readonly row: number
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

const rowAt = (grid: CohortGrid, { start }: PrintedRow) =>
  start === null ? undefined : grid.rows.find((row) => row.start <= start && start < row.end)

/** Columns before the first period: those named as sizes are, or that hold the sizes. */
function firstPeriod(table: PrintedTable, grid: CohortGrid, pairs: readonly Pair[]): number {
  const width = Math.max(0, ...table.rows.map((row) => row.numbers.length))
  for (let column = 0; column < width; column++) {
    const holdsSizes =
      pairs.length > 0 &&
      pairs.every(({ printed, row }) => printed.numbers[column]?.value === grid.rows[row]!.size)
    const isNamed = /size|users|installs|customers|payers|conversions|total/i.test(
      table.headings[column] ?? '',
    )
    if (!holdsSizes && !isNamed) return column
  }
  return width
}
