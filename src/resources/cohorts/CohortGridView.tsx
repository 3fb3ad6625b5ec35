'use client'
import { useId, useMemo, type KeyboardEvent, type MouseEvent } from 'react'
import { RowGap } from '../../ui/GridGap.tsx'
import { GridTooltip } from '../../ui/GridTooltip.tsx'
import { positions } from '../../ui/gridWindow.ts'
import { cellPosition } from '../../ui/useGridNavigation.ts'
import { useGridWindow } from '../../ui/useGridWindow.ts'
import { columnWidth, LEADING, type DrawnCell } from './cohortDrawing.ts'
import { CohortHeadRow } from './CohortHeadRow.tsx'
import { CohortLineRow } from './CohortLineRow.tsx'
import type { CohortLine } from './grid.lines.model.ts'
import type { CohortColumn, CohortGridRow } from './grid.types.ts'
import type { CohortTableModel } from './useCohortTable.ts'

/** What `onCellAction` is told: the cell that was clicked or chosen with Enter or Space. */
export interface CohortCellAction {
  readonly row: CohortGridRow
  readonly column: CohortColumn
  readonly cell: DrawnCell
  /** The cell's element, to anchor a menu or dialog at. */
  readonly anchor: HTMLElement
}

/** How close the rows stand. */
export type GridDensity = 'comfortable' | 'compact'

/** Props of `CohortGridView`. */
export interface CohortGridViewProps {
  readonly model: CohortTableModel
  /** Accessible name: the question read back. */
  readonly label: string
  readonly busy?: boolean
  readonly density?: GridDensity | undefined
  /** Draws only what is seen of more than 2,000 cells; false draws all. @default true */
  readonly windowed?: boolean | undefined
  readonly onCellAction?: ((action: CohortCellAction) => void) | undefined
}

const isTotal = (line: CohortLine) => line.kind === 'total'

/** Cells up to which the whole table is drawn. */
const WHOLE = 2_000

/** The table itself: headings, cohorts, summary rows, one tab stop and one tooltip. */
export function CohortGridView(props: CohortGridViewProps) {
  const {
    model,
    label,
    busy = false,
    density = 'comfortable',
    windowed = true,
    onCellAction,
  } = props
  const { grid, drawing, lines, footer, active, gridRef, gridProps, lineAt } = model
  const tooltipId = useId()
  const width = useMemo(() => columnWidth(drawing, footer.find(isTotal)), [drawing, footer])
  const isLarge = lines.length * grid.columns.length > WHOLE
  const isWindowed = windowed && isLarge
  const { rows, columns } = useGridWindow({
    gridRef,
    rowCount: lines.length,
    columnCount: grid.columns.length,
    isWindowed,
    sizing: `${density} ${width}`,
  })
  const act = (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) => {
    const position = cellPosition(event.target)
    const line = position && lineAt(position.row)
    const column = position && grid.columns[position.column - LEADING]
    if (!onCellAction || line?.kind !== 'cohort' || !column) return
    event.preventDefault()
    onCellAction({
      row: line.grid.rows[line.row]!,
      column,
      cell: drawing.cell(line, column.index),
      anchor: (event.target as Element).closest<HTMLElement>('[data-row]')!,
    })
  }
  const drawn = (at: number) => ({
    drawing,
    from: columns.from,
    to: columns.to,
    active: active.row === at ? active.column : -1,
    tooltipId,
  })
  const foot = 1 + lines.length
  const kept = active.row > 0 && active.row < foot ? active.row - 1 : -1
  return (
    <div
      className="qv-grid-scroll"
      data-density={density}
      data-foot={footer.length || undefined}
      data-windowed={isWindowed ? '' : undefined}
      data-large={isLarge ? '' : undefined}
    >
      <table
        ref={gridRef}
        className="qv-grid"
        role="grid"
        aria-label={label}
        aria-busy={busy}
        aria-rowcount={foot + footer.length}
        aria-colcount={LEADING + grid.columns.length}
        data-width={width}
        data-ramp={drawing.heat.ramp}
        data-action={onCellAction ? '' : undefined}
        {...gridProps}
        onClick={act}
        onKeyDown={(event) => {
          gridProps.onKeyDown(event)
          if (event.key === 'Enter' || event.key === ' ') act(event)
        }}
      >
        <thead role="rowgroup" className="qv-grid-body">
          <CohortHeadRow {...drawn(0)} />
        </thead>
        <tbody role="rowgroup" className="qv-grid-body">
          {positions(rows, kept).flatMap((index, place, all) => {
            const line = lines[index]!
            const gap = index - (place === 0 ? 0 : all[place - 1]! + 1)
            const row = (
              <CohortLineRow key={line.id} line={line} at={index + 1} {...drawn(index + 1)} />
            )
            return gap > 0 ? [<RowGap key={`gap ${place > 0}`} rows={gap} />, row] : row
          })}
        </tbody>
        {footer.length > 0 && (
          <tfoot role="rowgroup" className="qv-grid-body">
            {footer.map((line, index) => (
              <CohortLineRow key={line.id} line={line} at={foot + index} {...drawn(foot + index)} />
            ))}
          </tfoot>
        )}
      </table>
      <GridTooltip id={tooltipId} gridRef={gridRef} describe={model.describeAt} />
    </div>
  )
}
