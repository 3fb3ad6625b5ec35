import { inOrder, type ArrangeOptions } from './grid.arrange.model.ts'
import type { CohortSegment } from './grid.segments.model.ts'
import type { Reading } from './grid.types.ts'
import { readTotal } from './grid.views.model.ts'

/**
 * Order of the segments of a split answer, by what their own lines show: the members and the total of a column. By when a
 * cohort joined they have none, and keep the answer's. A total that holds cells which are not final still moves and is no
 * rank: either way those segments come after the final ones, in an order of their own, and those without a value last.
 * Segments all of whose cohorts are under `minSize` are left out.
 */
export function arrangeSegments(
  segments: readonly CohortSegment[],
  reading: Reading,
  { sort, minSize = 0 }: ArrangeOptions,
): readonly CohortSegment[] {
  const shown = segments.filter(
    ({ grid }) => minSize === 0 || grid.rows.some((row) => row.size >= minSize),
  )
  if (!sort || sort.by === 'cohort') return shown
  const { by, descending } = sort
  return inOrder(shown, descending, ({ grid }) =>
    by === 'size'
      ? { value: grid.total?.size ?? null, state: 'final' }
      : readTotal(grid, by, reading),
  )
}
