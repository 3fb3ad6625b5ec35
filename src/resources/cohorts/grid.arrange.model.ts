import type { CohortGrid, CohortGridRow, CohortSort, Reading } from './grid.types.ts'
import { readCell } from './grid.views.model.ts'

/** Which rows are shown, and in what order. */
export interface ArrangeOptions {
  /** @default the answer's own order */
  readonly sort?: CohortSort | undefined
  /** Members a row must have. @default 0 */
  readonly minSize?: number | undefined
}

/**
 * Indexes of the rows to show, in order. By a column, cells that are not final still move and are no rank: their rows come
 * after the final ones, in an order of their own, and those without a value last, either way round. Equal ones keep the
 * answer's order.
 */
export function arrangeRows(
  grid: CohortGrid,
  reading: Reading,
  { sort, minSize = 0 }: ArrangeOptions = {},
): readonly number[] {
  const indexes = grid.rows.filter((row) => row.size >= minSize).map((row) => row.index)
  if (!sort) return indexes
  const keys = grid.rows.map((row) => keyOf(grid, row, sort.by, reading))
  const sign = sort.descending ? -1 : 1
  return indexes.toSorted((first, second) => {
    const [a, b] = [keys[first]!, keys[second]!]
    return a.rank - b.rank || sign * (a.key - b.key)
  })
}

/** What a row is sorted by, and before that whether it is final (0), still moves (1) or is nothing at all (2). */
function keyOf(grid: CohortGrid, row: CohortGridRow, by: CohortSort['by'], reading: Reading) {
  if (by === 'cohort') return { rank: 0, key: row.start }
  if (by === 'size') return { rank: 0, key: row.size }
  const { value, state } = readCell(grid, row.index, by, reading)
  return value === null ? { rank: 2, key: 0 } : { rank: Number(state !== 'final'), key: value }
}
