import type { ArrangeOptions } from './grid.arrange.model.ts'
import type { CohortSegment } from './grid.segments.model.ts'
import type { Reading } from './grid.types.ts'
import { readTotal } from './grid.views.model.ts'

/**
 * Order of the segments of a split answer, by what their own lines show: the members and the total of a column. By when a
 * cohort joined they have none, and keep the answer's. Segments without a value come last either way; those all of whose
 * cohorts are under `minSize` are left out.
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
  const keyed = shown.map((segment) => ({
    segment,
    key:
      by === 'size'
        ? (segment.grid.total?.size ?? null)
        : readTotal(segment.grid, by, reading).value,
  }))
  const sign = descending ? -1 : 1
  return keyed
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
      return sign * (a.key - b.key)
    })
    .map(({ segment }) => segment)
}
