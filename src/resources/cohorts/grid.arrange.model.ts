import type { CohortGrid, CohortSort, Reading } from './grid.types.ts'
import { readCell } from './grid.views.model.ts'

/** Which rows are shown, and in what order. */
export interface ArrangeOptions {
  /** @default the answer's own order */
  readonly sort?: CohortSort | undefined
  /** Members a row must have. @default 0 */
  readonly minSize?: number | undefined
}

/** Indexes of the rows to show, in order. Rows without a value come last either way; equal ones keep the answer's order. */
export function arrangeRows(
  grid: CohortGrid,
  reading: Reading,
  { sort, minSize = 0 }: ArrangeOptions = {},
): readonly number[] {
  const indexes = grid.rows.filter((row) => row.size >= minSize).map((row) => row.index)
  if (!sort) return indexes
  const keys = grid.rows.map((row) => {
    if (sort.by === 'cohort') return row.start
    return sort.by === 'size' ? row.size : readCell(grid, row.index, sort.by, reading).value
  })
  const sign = sort.descending ? -1 : 1
  return indexes.toSorted((first, second) => {
    const [a, b] = [keys[first] ?? null, keys[second] ?? null]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (a - b)
  })
}
