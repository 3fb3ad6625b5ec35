import type { ArrangeOptions } from './grid.arrange.model.ts'
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
  const keyed = shown.map((segment) => rankOf(segment, by, reading))
  const sign = descending ? -1 : 1
  return keyed
    .toSorted((a, b) => {
      if (a.rank !== b.rank || a.key === null || b.key === null) return a.rank - b.rank
      return sign * (a.key - b.key)
    })
    .map(({ segment }) => segment)
}

/** What a segment is sorted by, and before that whether it is final (0), still moves (1) or is nothing at all (2). */
function rankOf(segment: CohortSegment, by: 'size' | number, reading: Reading) {
  const { grid } = segment
  if (by === 'size') return { segment, key: grid.total?.size ?? null, rank: grid.total ? 0 : 2 }
  const { value, state } = readTotal(grid, by, reading)
  return { segment, key: value, rank: value === null ? 2 : Number(state !== 'final') }
}
