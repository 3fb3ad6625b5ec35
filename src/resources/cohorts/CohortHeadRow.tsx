'use client'
import { memo, type MouseEvent } from 'react'
import { drawBlocks } from '../../ui/gridBlocks.tsx'
import { blocksOf } from '../../ui/gridWindow.ts'
import { cellMarks } from '../../ui/useGridNavigation.ts'
import { LEADING, type CohortDrawing } from './cohortDrawing.ts'
import { cohortHeading, columnHeading, sizeHeading } from './cohortTexts.ts'
import type { CohortSort } from './grid.types.ts'

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

/** Props of `CohortHeadRow`: nothing of the metric, with which no heading changes. */
export interface CohortHeadRowProps
  extends Omit<GridRowProps, 'drawing'>, Pick<CohortDrawing, 'texts' | 'grid'> {
  readonly sort: CohortSort | null
  readonly onSort: (by: CohortSort['by']) => void
}

/** What a column of the grid sorts by. */
export function sortKey(column: number): CohortSort['by'] {
  if (column >= LEADING) return column - LEADING
  return column === 0 ? 'cohort' : 'size'
}

/** The headings, each with a button that sorts; Shift+Enter does the same. */
export const CohortHeadRow = memo(function CohortHeadRow(props: CohortHeadRowProps) {
  const { texts, grid, from, to, active, tooltipId, sort, onSort } = props
  const heading = (column: number, className: string, text: string) => {
    const by = sortKey(column)
    const order = sort?.by === by ? (sort.descending ? 'descending' : 'ascending') : undefined
    const onClick = (event: MouseEvent) => {
      // What else a heading does is not meant.
      event.preventDefault()
      onSort(by)
    }
    return (
      <th
        key={column}
        role="columnheader"
        scope="col"
        className={className}
        aria-label={text}
        aria-sort={order}
        aria-haspopup={column < LEADING ? undefined : 'dialog'}
        aria-keyshortcuts="Shift+Enter"
        {...cellMarks(column, active, tooltipId)}
      >
        <span className="qv-grid-heading">{text}</span>
        <button
          type="button"
          className="qv-grid-sort"
          tabIndex={-1}
          aria-label={texts.t('cohorts.sort', { column: text })}
          data-order={order}
          onClick={onClick}
        />
      </th>
    )
  }
  return (
    <tr role="row" aria-rowindex={1} className="qv-grid-row">
      {heading(0, 'qv-grid-label', cohortHeading(texts, grid.grouping))}
      {heading(1, 'qv-grid-size', sizeHeading(texts, grid.definition))}
      {drawBlocks(blocksOf({ from, to }, active - LEADING, grid.columns.length), (block) =>
        grid.columns
          .slice(block.from, block.to)
          .map((column) =>
            heading(column.index + LEADING, 'qv-grid-head', columnHeading(texts, column)),
          ),
      )}
    </tr>
  )
})
