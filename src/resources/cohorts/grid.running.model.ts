import { cellOf } from './grid.states.model.ts'
import { clean } from './grid.sums.model.ts'
import type { CohortGridRow } from './grid.types.ts'

/** Metrics that are counted or added up, as the others are made of. */
export type CountedMetric = 'revenue' | 'subscriptions' | 'payers'

// Made when a row is first read as running sums, and gone with its grid.
const known = new WeakMap<CohortGridRow, Partial<Record<CountedMetric, Float64Array>>>()

/** Sum of a row's cells up to and with a column; null where one of them is not known. */
export function runningSum(
  row: CohortGridRow,
  column: number,
  metric: CountedMetric,
): number | null {
  const ofRow = known.get(row) ?? {}
  known.set(row, ofRow)
  const sums = (ofRow[metric] ??= addUp(row, metric))
  const sum = sums[column] ?? Number.NaN
  return Number.isNaN(sum) ? null : sum
}

function addUp(row: CohortGridRow, metric: CountedMetric): Float64Array {
  const sums = new Float64Array(Math.max(row.clock.begun, row.cells.length))
  let sum = 0
  let largest = 0
  for (let column = 0; column < sums.length; column++) {
    const part = cellOf(row, column)?.[metric] ?? Number.NaN
    sum += part
    if (Math.abs(part) > largest) largest = Math.abs(part)
    sums[column] = clean(sum, largest)
  }
  return sums
}
