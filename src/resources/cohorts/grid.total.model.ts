import { runningSum, type CountedMetric } from './grid.running.model.ts'
import { cellOf, leastSure, stateOf } from './grid.states.model.ts'
import { sumOf } from './grid.sums.model.ts'
import type {
  CellState,
  CohortGrid,
  CohortGridRow,
  CohortGridTotal,
  TotalColumn,
} from './grid.types.ts'
import type { CohortMetric, CohortsAnswer } from './types.ts'

/**
 * Makes the API's totals ready to read: of each column, the members it is of and how far it can be trusted. With
 * `isRangeOpen` the range goes on behind the last cohort: another may come.
 */
export function buildTotal(
  total: NonNullable<CohortsAnswer['total']>,
  rows: readonly CohortGridRow[],
  width: number,
  isRangeOpen: boolean,
): CohortGridTotal {
  const known: TotalColumn[] = []
  const isRecruiting = isRangeOpen || rows.some((row) => row.state === 'recruiting')
  return {
    size: total.users,
    state: isRecruiting ? 'recruiting' : 'complete',
    cells: Array.from({ length: width }, (_, column) => total.periods[column] ?? null),
    column: (column) => (known[column] ??= columnOf(rows, column, isRangeOpen)),
  }
}

function columnOf(
  rows: readonly CohortGridRow[],
  column: number,
  isRangeOpen: boolean,
): TotalColumn {
  let [size, given, isRecruiting, isFuture] = [0, 0, false, rows.length > 0]
  let known: CellState | null = null
  let isAwaited = isRangeOpen
  for (const row of rows) {
    const state = stateOf(row, column)
    isFuture &&= state === 'future'
    if (cellOf(row, column, state) === null) {
      isAwaited ||= state !== 'missing'
      continue
    }
    size += row.size
    if (row.cells[column]) given += row.size
    isRecruiting ||= row.state === 'recruiting'
    if (known !== state) known = known === null ? state : leastSure(known, state)
  }
  if (known === null) known = isFuture ? 'future' : 'missing'
  // Who has yet to come this far is added to the sum when they do.
  else if (isAwaited) known = leastSure(known, 'open')
  return { size, given, state: known, isRecruiting }
}

/** True where two columns hold the numbers of the same cohorts, so that their totals can be compared. */
export const haveSameRows = ({ rows }: CohortGrid, a: number, b: number): boolean =>
  a === b || rows.every((row) => (cellOf(row, a) === null) === (cellOf(row, b) === null))

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
  const parts: number[] = []
  for (const row of rows) {
    if (cellOf(row, column) === null) continue
    const value = part(row)
    if (value === null) return null
    parts.push(value)
  }
  return parts.length > 0 ? sumOf(parts) : null
}
