import { runningSum, type CountedMetric } from './grid.running.model.ts'
import { cellOf, leastSure, stateOf } from './grid.states.model.ts'
import type { CellState, CohortGrid, CohortGridRow, CohortGridTotal } from './grid.types.ts'
import type { CohortMetric, CohortsAnswer } from './types.ts'

/** Makes the API's totals ready to read: of each column, the members it is of and how far it can be trusted. */
export function buildTotal(
  total: NonNullable<CohortsAnswer['total']>,
  rows: readonly CohortGridRow[],
  width: number,
): CohortGridTotal {
  const sizes = Array<number>(width).fill(0)
  const states = Array<CellState>(width).fill('missing')
  const recruiting = Array<boolean>(width).fill(false)
  for (const row of rows)
    for (let column = 0; column < width; column++) {
      const state = stateOf(row, column)
      if (cellOf(row, column, state) === null) continue
      const known = states[column]!
      sizes[column]! += row.size
      states[column] = known === 'missing' ? state : leastSure(known, state)
      recruiting[column] ||= row.state === 'recruiting'
    }
  return {
    size: total.users,
    state: rows.some((row) => row.state === 'recruiting') ? 'recruiting' : 'complete',
    cells: sizes.map((_, column) => total.periods[column] ?? null),
    sizes,
    states: states.map((state, column) =>
      state === 'missing' && isFuture(rows, column) ? 'future' : state,
    ),
    recruiting,
  }
}

const isFuture = (rows: readonly CohortGridRow[], column: number): boolean =>
  rows.length > 0 && rows.every((row) => stateOf(row, column) === 'future')

/** Sum of a metric at one column over the cohorts that have another: what a total's shares are taken of. */
export function sumOver(
  { rows }: CohortGrid,
  having: number,
  column: number,
  metric: CohortMetric,
): number | null {
  return addUp(rows, having, (row) => cellOf(row, column)?.[metric] ?? null)
}

/** Sum of the running sums up to a column, over the cohorts that have it. */
export function runningOver(
  { rows }: CohortGrid,
  column: number,
  metric: CountedMetric,
): number | null {
  return addUp(rows, column, (row) => runningSum(row, column, metric))
}

/** Sum of a part over the rows that have a number at a column. */
function addUp(
  rows: readonly CohortGridRow[],
  column: number,
  part: (row: CohortGridRow) => number | null,
): number | null {
  let sum: number | null = null
  for (const row of rows) {
    if (cellOf(row, column) === null) continue
    const value = part(row)
    if (value === null) return null
    sum = (sum ?? 0) + value
  }
  return sum
}
