import type { CohortLine } from './grid.lines.model.ts'
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
}

/**
 * The lines of a split answer: the whole answer's group first, then each segment, a heading line before its cohorts.
 * A folded group is its heading alone; all folded they are a table of segments. Nothing is added up over them.
 */
export function groupLines(
  whole: CohortGrid,
  segments: readonly CohortSegment[],
  { folded, allLabel, linesOf }: GroupOptions,
): readonly CohortLine[] {
  const groups = [
    { segment: null, label: allLabel, grid: whole },
    ...segments.map(({ value, label, grid }) => ({ segment: value, label, grid })),
  ]
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
    return isFolded ? heading : linesOf(grid, segment).toSpliced(0, 0, heading)
  })
}

// No cohort has such a key, whatever a segment is called: theirs end in a number.
const groupId = (segment: string | null): string =>
  segment === null ? 'group' : `group|${segment}|`
