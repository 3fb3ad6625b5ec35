import type { CohortGrid } from './grid.types.ts'

/** The summary rows a table can end with: the total as the API gives it, the pooled mean, the median. */
export type SummaryRow = 'total' | 'mean' | 'median'

/** A line of the table: a cohort, the heading of a segment, or a summary row. */
export type CohortLine = {
  /** Key of the line: the same after sorting, refreshing and a change of metric. */
  readonly id: string
  /** What its numbers are read from: the whole answer's grid or its segment's. */
  readonly grid: CohortGrid
  /** The segment's value; null over the whole answer. */
  readonly segment: string | null
} & (
  | {
      readonly kind: 'cohort'
      /** Index in `grid.rows`. */
      readonly row: number
      /** True for a cohort under the least size: dimmed, and left out of means. */
      readonly isSmall: boolean
    }
  | { readonly kind: 'segment'; readonly label: string; readonly isFolded: boolean }
  | {
      readonly kind: SummaryRow
      /** Name of the segment that it ends. */
      readonly label?: string | undefined
    }
)

/** A line that is a cohort. */
export type CohortRowLine = Extract<CohortLine, { kind: 'cohort' }>

/**
 * What tells a cohort from all others of an answer and its segments, also after it is fetched again. `start` in Unix seconds, `same` the
 * cohorts before it that have the same one; a segment by its value.
 */
export const rowId = (
  { start, same }: { readonly start: number; readonly same?: number },
  segment: string | null = null,
): string => `${segment ?? ''}|${start}${same ? `|${same}` : ''}`

/** A cohort's line. Its key is written when it is asked for: of a long table most lines are never drawn. */
class RowLine {
  readonly kind = 'cohort'
  readonly grid: CohortGrid
  readonly segment: string | null
  readonly row: number
  readonly isSmall: boolean

  constructor(grid: CohortGrid, segment: string | null, row: number, minSize: number) {
    this.grid = grid
    this.segment = segment
    this.row = row
    this.isSmall = grid.rows[row]!.size < minSize
  }

  get id(): string {
    return rowId(this.grid.rows[this.row]!, this.segment)
  }
}

/** The lines of a grid's cohorts in an order: indexes of `grid.rows`. */
export function cohortLines(
  grid: CohortGrid,
  order: readonly number[],
  segment: string | null = null,
  minSize = 0,
): readonly CohortLine[] {
  return order.map((row) => new RowLine(grid, segment, row, minSize))
}

/** The summary lines of a grid; a total only where the API gives one. */
export function summaryLines(
  grid: CohortGrid,
  kinds: readonly SummaryRow[],
  segment: string | null = null,
  label?: string,
): readonly CohortLine[] {
  return kinds
    .filter((kind) => kind !== 'total' || grid.total)
    .map((kind) => ({ kind, id: `${segment ?? ''}|${kind}`, grid, segment, label }))
}
