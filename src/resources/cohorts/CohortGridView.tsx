'use client'
import { memo, useId, useMemo, type KeyboardEvent, type MouseEvent } from 'react'
import type { CohortTexts } from './cohortTexts.ts'
import { useCohortTexts } from './useCohortTexts.ts'
import { GridTooltip } from '../../ui/GridTooltip.tsx'
import { cellPosition, gridCellProps } from '../../ui/useGridNavigation.ts'
import { cohortHeading, columnHeading, rowHeading, sizeHeading } from './cohortTexts.ts'
import type { CohortColumn, CohortGridRow } from './grid.types.ts'
import { gridRowCount, LEADING, type CohortTableModel, type DrawnCell } from './useCohortTable.ts'

/** What `onCellAction` is told: the cell that was clicked or chosen with Enter or Space. */
export interface CohortCellAction {
  readonly row: CohortGridRow
  readonly column: CohortColumn
  readonly cell: DrawnCell
  /** The cell's element, to anchor a menu or dialog at. */
  readonly anchor: HTMLElement
}

/** Props of `CohortGridView`. */
export interface CohortGridViewProps {
  readonly model: CohortTableModel
  /** Accessible name: the question read back. */
  readonly label: string
  readonly busy?: boolean
  readonly onCellAction?: ((action: CohortCellAction) => void) | undefined
}

/** The table itself: headings, cohorts, totals, one tab stop and one tooltip. */
export function CohortGridView({ model, label, busy = false, onCellAction }: CohortGridViewProps) {
  const texts = useCohortTexts()
  const tooltipId = useId()
  const { grid, cell, total, active, gridRef, gridProps } = model
  // Reads every number of the table: not again for each move of the focus.
  const width = useMemo(() => widthStep(texts, grid, cell, total), [texts, grid, cell, total])
  const activeIn = (row: number) => (active.row === row ? active.column : -1)
  const act = (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) => {
    const position = cellPosition(event.target)
    const row = position && grid.rows[position.row - 1]
    const column = position && grid.columns[position.column - LEADING]
    if (!onCellAction || !row || !column) return
    event.preventDefault()
    const anchor = (event.target as Element).closest<HTMLElement>('[data-row]')!
    onCellAction({ row, column, cell: model.cell(row.index, column.index), anchor })
  }
  return (
    <div className="qv-grid-scroll">
      <table
        ref={gridRef}
        className="qv-grid"
        role="grid"
        aria-label={label}
        aria-busy={busy}
        aria-rowcount={gridRowCount(grid)}
        aria-colcount={LEADING + grid.columns.length}
        data-width={width}
        data-action={onCellAction ? '' : undefined}
        {...gridProps}
        onClick={act}
        onKeyDown={(event) => {
          gridProps.onKeyDown(event)
          if (event.key === 'Enter' || event.key === ' ') act(event)
        }}
      >
        <thead role="rowgroup" className="qv-grid-body">
          <HeadRow model={model} active={activeIn(0)} tooltipId={tooltipId} />
        </thead>
        <tbody role="rowgroup" className="qv-grid-body">
          {grid.rows.map((row) => (
            <BodyRow
              key={row.start}
              model={model}
              grid={grid}
              cell={model.cell}
              row={row}
              active={activeIn(row.index + 1)}
              tooltipId={tooltipId}
            />
          ))}
        </tbody>
        {grid.total && (
          <tfoot role="rowgroup" className="qv-grid-body">
            <TotalRow model={model} active={activeIn(grid.rows.length + 1)} tooltipId={tooltipId} />
          </tfoot>
        )}
      </table>
      <GridTooltip id={tooltipId} gridRef={gridRef} describe={model.describe} />
    </div>
  )
}

interface RowProps {
  readonly model: CohortTableModel
  /** Column of the tab stop in this row; -1 when it is in another. */
  readonly active: number
  readonly tooltipId: string
}

/** Marks of a cell; the active one names the tooltip, which then holds its whole sentence. */
const marks = (row: number, column: number, active: number, tooltipId: string) => ({
  ...gridCellProps(row, column, column === active),
  'aria-describedby': column === active ? tooltipId : undefined,
})

function HeadRow({ model: { grid }, active, tooltipId }: RowProps) {
  const texts = useCohortTexts()
  return (
    <tr role="row" className="qv-grid-row">
      <th
        role="columnheader"
        scope="col"
        className="qv-grid-label"
        {...marks(0, 0, active, tooltipId)}
      >
        {cohortHeading(texts, grid.grouping)}
      </th>
      <th
        role="columnheader"
        scope="col"
        className="qv-grid-size"
        {...marks(0, 1, active, tooltipId)}
      >
        {sizeHeading(texts, grid.definition)}
      </th>
      {grid.columns.map((column) => (
        <th
          key={column.index}
          role="columnheader"
          scope="col"
          className="qv-grid-head"
          {...marks(0, column.index + LEADING, active, tooltipId)}
        >
          {columnHeading(texts, column)}
        </th>
      ))}
    </tr>
  )
}

type BodyRowProps = RowProps & {
  readonly grid: CohortTableModel['grid']
  readonly cell: CohortTableModel['cell']
  readonly row: CohortGridRow
}

// A move of the tab stop makes a new model; only what a row draws decides whether it is drawn again.
const BodyRow = memo(
  function BodyRow({ grid, cell, row, active, tooltipId }: BodyRowProps) {
    const texts = useCohortTexts()
    const at = row.index + 1
    return (
      <tr role="row" className="qv-grid-row">
        <th
          role="rowheader"
          scope="row"
          className="qv-grid-label"
          {...marks(at, 0, active, tooltipId)}
        >
          {rowHeading(texts, row, grid)}
        </th>
        <td
          role="gridcell"
          className="qv-grid-size"
          data-state={row.state}
          {...marks(at, 1, active, tooltipId)}
        >
          {texts.format.count(row.size)}
        </td>
        {grid.columns.map(({ index }) => {
          const { text, state, level } = cell(row.index, index)
          return (
            <td
              key={index}
              role="gridcell"
              className="qv-grid-cell qv-heat"
              data-state={state}
              data-level={level ?? undefined}
              {...marks(at, index + LEADING, active, tooltipId)}
            >
              {text}
            </td>
          )
        })}
      </tr>
    )
  },
  (a, b) => a.cell === b.cell && a.row === b.row && a.active === b.active,
)

function TotalRow({ model, active, tooltipId }: RowProps) {
  const { t, format } = useCohortTexts()
  const { grid } = model
  const at = grid.rows.length + 1
  return (
    <tr role="row" className="qv-grid-row">
      <th
        role="rowheader"
        scope="row"
        className="qv-grid-label"
        {...marks(at, 0, active, tooltipId)}
      >
        {t('cohorts.total')}
      </th>
      <td
        role="gridcell"
        className="qv-grid-size"
        data-state={grid.total?.state}
        {...marks(at, 1, active, tooltipId)}
      >
        {format.count(grid.total?.size ?? 0)}
      </td>
      {grid.columns.map(({ index }) => (
        <td
          key={index}
          role="gridcell"
          className="qv-grid-total"
          data-state={model.total(index).state}
          {...marks(at, index + LEADING, active, tooltipId)}
        >
          {model.total(index).text}
        </td>
      ))}
    </tr>
  )
}

/** Width of the period columns, in steps of two characters up to 20: all alike, and set by an attribute rather than a style. */
function widthStep(
  texts: CohortTexts,
  grid: CohortTableModel['grid'],
  cell: CohortTableModel['cell'],
  total: CohortTableModel['total'],
): number {
  let longest = 6
  for (const column of grid.columns) {
    // Headings are bold, which takes about a tenth more.
    longest = Math.max(longest, columnHeading(texts, column).length * 1.1)
    if (grid.total) longest = Math.max(longest, total(column.index).text.length * 1.1)
    for (const row of grid.rows)
      longest = Math.max(longest, cell(row.index, column.index).text.length)
  }
  return Math.min(20, Math.ceil(longest / 2) * 2)
}
