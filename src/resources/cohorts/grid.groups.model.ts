import { summaryLines, type CohortLine, type SummaryRow } from './grid.lines.model.ts'
import type { CohortSegment } from './grid.segments.model.ts'
import type { CohortGrid } from './grid.types.ts'

/** How the lines of a split answer are laid out. */
export interface GroupOptions {
  /** Values of the segments that are folded; `null` is the whole answer. */
  readonly folded: ReadonlySet<string | null>
  /** Name of the whole answer's group. */
  readonly allLabel: string
  /** The lines of a group's cohorts. */
  readonly linesOf: (grid: CohortGrid, segment: string | null) => readonly CohortLine[]
  /** Rows that each segment ends with, folded or not; its total is its heading's. @default none */
  readonly summary?: readonly SummaryRow[] | undefined
}

/**
 * The lines of a split answer: the whole answer's group first, then each segment, a heading line before its cohorts and its
 * mean after them, because the total on the heading holds cells that still run: young segments look worse by it. A folded
 * group keeps both; all folded they are a table of segments. The whole answer's mean is at the foot. Nothing is added up over
 * segments.
 */
export function groupLines(
  whole: CohortGrid,
  segments: readonly CohortSegment[],
  { folded, allLabel, linesOf, summary = [] }: GroupOptions,
): readonly CohortLine[] {
  const groups = [
    { segment: null, label: allLabel, grid: whole },
    ...segments.map(({ value, label, grid }) => ({ segment: value, label, grid })),
  ]
  const pooled = summary.filter((kind) => kind !== 'total')
  return groups.flatMap(({ segment, label, grid }) => {
    const isFolded = folded.has(segment)
    const heading: CohortLine = {
      kind: 'segment',
      id: groupId(segment),
      grid,
      segment,
      label,
      isFolded,
    }
    const cohorts = isFolded ? [] : linesOf(grid, segment)
    const own = segment === null ? [] : summaryLines(grid, pooled, segment, label)
    return [[heading], cohorts, own].flat()
  })
}

// No cohort has such a key, whatever a segment is called: theirs end in a number.
const groupId = (segment: string | null): string =>
  segment === null ? 'group' : `group|${segment}|`
