import { copyBlock, tableBlock, type BlockParts } from './cohortCopy.ts'
import { LEADING, type CohortDrawing } from './cohortDrawing.ts'
import type { CohortLine } from './grid.lines.model.ts'
import type { CohortGrid } from './grid.types.ts'

/** A table to copy from, with the question noted below its numbers. */
export interface CopySource extends Pick<BlockParts, 'label' | 't'> {
  readonly drawing: CohortDrawing
  readonly grid: CohortGrid
  readonly lines: readonly CohortLine[]
  readonly footer: readonly CohortLine[]
  /** The line of a row of the table: headings are row 0. */
  readonly lineAt: (row: number) => CohortLine | null
  readonly locale: string
}

/** A rectangle of the table by its first and last row and column: headings are row 0 and columns 0 and 1. */
export interface CopyArea {
  readonly top: number
  readonly bottom: number
  readonly start: number
  readonly end: number
}

/** Cells of a table for the clipboard, headings included; all of them without an area; and how many numbers they are. */
export function copyArea(
  { drawing, grid, lines, footer, lineAt, label, t, locale }: CopySource,
  area: CopyArea | null,
): { readonly text: string; readonly html: string; readonly count: number } {
  const { top, bottom, start, end } = area ?? {
    top: 1,
    bottom: lines.length + footer.length,
    start: LEADING,
    end: LEADING + grid.columns.length - 1,
  }
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => lineAt(top + index)!)
  const columns = grid.columns.slice(start - LEADING, end - LEADING + 1)
  const segmentNames = new Map(
    lines.flatMap((line) => (line.kind === 'segment' ? [[line.segment, line.label]] : [])),
  )
  const block = tableBlock(drawing, { lines: rows, columns, segmentNames, label, t })
  return Object.assign(copyBlock(block, locale), { count: rows.length * columns.length })
}
