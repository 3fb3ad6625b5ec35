import type { ArrangeOptions } from './grid.arrange.model.ts'
import type { CohortSegment } from './grid.segments.model.ts'
import { summarize } from './grid.summary.model.ts'
import type { Reading } from './grid.types.ts'

/**
 * Order of the segments of a split answer, by what the table is sorted by: their members, or the pooled mean of a column,
 * which leaves out cohorts under `minSize`; by when a cohort joined they have none, and keep the answer's. Segments without
 * a value come last either way; those all of whose cohorts are too small are left out.
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
        ? segment.grid.rows.reduce((sum, row) => sum + row.size, 0)
        : summarize(segment.grid, reading, { kind: 'mean', minSize }).cell(by).value,
  }))
  const sign = descending ? -1 : 1
  return keyed
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
      return sign * (a.key - b.key)
    })
    .map(({ segment }) => segment)
}
