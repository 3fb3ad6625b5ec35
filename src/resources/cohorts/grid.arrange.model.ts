import type { CohortGrid, CohortSort, CohortValue, Reading } from './grid.types.ts'
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
  const { by, descending } = sort
  return inOrder(indexes, descending, (index) => {
    const { start, size } = grid.rows[index]!
    if (by === 'cohort') return { value: start, state: 'final' }
    return by === 'size' ? { value: size, state: 'final' } : readCell(grid, index, by, reading)
  })
}

/** Things in the order of a number each: final ones first, then those that still move, then those without a value. */
export function inOrder<Item>(
  items: readonly Item[],
  descending: boolean,
  read: (item: Item) => Pick<CohortValue, 'value' | 'state'>,
): readonly Item[] {
  const sign = descending ? -1 : 1
  const keyed = items.map((item) => {
    const { value, state } = read(item)
    const rank = value === null ? 2 : Number(state !== 'final')
    return { item, rank, key: sign * (value ?? 0) }
  })
  return keyed.toSorted((a, b) => a.rank - b.rank || a.key - b.key).map(({ item }) => item)
}
