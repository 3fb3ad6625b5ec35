'use client'
import { memo } from 'react'
import { drawBlocks } from '../../ui/gridBlocks.tsx'
import { blocksOf, type Span } from '../../ui/gridWindow.ts'
import { cellMarks } from '../../ui/useGridNavigation.ts'
import { LEADING, type CohortDrawing } from './cohortDrawing.ts'
import { cohortHeading, columnHeading, sizeHeading } from './cohortTexts.ts'

/** Props of a row that is drawn in blocks. */
export interface GridRowProps {
  readonly drawing: CohortDrawing
  /** Columns drawn. */
  readonly from: number
  readonly to: number
  /** Column of the tab stop in this row; -1 when it is in another. */
  readonly active: number
  readonly tooltipId: string
}

/** The headings. */
export const CohortHeadRow = memo(function CohortHeadRow(props: GridRowProps) {
  const { drawing, from, to, active, tooltipId } = props
  const { texts, grid } = drawing
  const heading = (column: number, className: string, text: string) => (
    <th
      key={column}
      role="columnheader"
      scope="col"
      className={className}
      {...cellMarks(0, column, active, tooltipId)}
    >
      {text}
    </th>
  )
  return (
    <tr role="row" aria-rowindex={1} className="qv-grid-row">
      {heading(0, 'qv-grid-label', cohortHeading(texts, grid.grouping))}
      {heading(1, 'qv-grid-size', sizeHeading(texts, grid.definition))}
      {drawBlocks(blocksOf({ from, to }, active - LEADING, grid.columns.length), (block: Span) =>
        grid.columns
          .slice(block.from, block.to)
          .map((column) =>
            heading(column.index + LEADING, 'qv-grid-head', columnHeading(texts, column)),
          ),
      )}
    </tr>
  )
})
