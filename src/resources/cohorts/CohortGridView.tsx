'use client'
import { useId, useMemo, type KeyboardEvent } from 'react'
import { RowGap } from '../../ui/GridGap.tsx'
import { GridTooltip } from '../../ui/GridTooltip.tsx'
import { positions } from '../../ui/gridWindow.ts'
import { cellPosition } from '../../ui/useGridNavigation.ts'
import { useGridWindow } from '../../ui/useGridWindow.ts'
import { columnWidth, LEADING } from './cohortDrawing.ts'
import { CohortHeadRow, sortKey } from './CohortHeadRow.tsx'
import { CohortLineRow, type LineRowProps } from './CohortLineRow.tsx'
import type { CohortLine } from './grid.lines.model.ts'
import type { InteractionProps } from './useCohortInteraction.ts'
import type { CohortModel } from './useCohortModel.ts'

export type { CohortCellAction } from './useCohortInteraction.ts'

/** How close the rows stand. */
export type GridDensity = 'comfortable' | 'compact'

/** Props of `CohortGridView`. */
export interface CohortGridViewProps {
  readonly model: CohortModel
  /** Accessible name: the question read back. */
  readonly label: string
  /** Id of the element that holds its description. */
  readonly describedBy?: string | undefined
  readonly busy?: boolean
  readonly density?: GridDensity | undefined
  /** Draws only what is seen of more than 2,000 cells; false draws all. @default true */
  readonly windowed?: boolean | undefined
  /** The words for any position of the grid; by default the model's. Must keep its identity while they do. */
  readonly describe?: CohortModel['describeAt'] | undefined
  /** What clicks and keys do beside moving the focus. */
  readonly interactionProps?: InteractionProps | undefined
  /** True when a click on a number does something. */
  readonly hasCellAction?: boolean | undefined
  /** What a line shows beside its numbers; each part the same as long as it is. */
  readonly lineProps?: ((line: CohortLine) => Pick<LineRowProps, 'selected' | 'marks'>) | undefined
}

const isTotal = (line: CohortLine) => line.kind === 'total'

/** Least sizes in CSS pixels: a row of each density; the sticky columns on a phone, a digit and the room beside digits. */
const LEAST = { comfortable: 32, compact: 24, leading: 176, digit: 7, room: 10 }

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
    interactionProps,
    hasCellAction = false,
    lineProps,
  } = props
  const { grid, drawing, lines, footer, active, gridRef, gridProps } = model
  const tooltipId = useId()
  const width = useMemo(() => columnWidth(drawing, footer.some(isTotal)), [drawing, footer])
  const isLarge = lines.length * grid.columns.length > WHOLE
  const isWindowed = windowed && isLarge
  const { rows, columns } = useGridWindow({
    gridRef,
    rowCount: lines.length,
    columnCount: grid.columns.length,
    isWindowed,
    least: {
      row: LEAST[density],
      column: width * LEAST.digit + LEAST.room,
      stickyRows: (1 + footer.length) * LEAST[density],
      stickyColumns: LEAST.leading,
    },
    sizing: `${density} ${width}`,
  })
  const sortHere = (event: KeyboardEvent<HTMLElement>) => {
    const at = cellPosition(event.target)
    if (at?.row !== 0) return
    event.preventDefault()
    model.sortBy(sortKey(at.column))
  }
  const drawn = (at: number) => ({
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
        aria-describedby={props.describedBy}
        aria-busy={busy}
        aria-rowcount={foot + footer.length}
        aria-colcount={LEADING + grid.columns.length}
        data-width={width}
        data-ramp={drawing.heat.ramp}
        aria-multiselectable={interactionProps ? true : undefined}
        data-action={hasCellAction ? '' : undefined}
        {...interactionProps}
        {...gridProps}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.shiftKey) sortHere(event)
          interactionProps?.onKeyDown(event)
          gridProps.onKeyDown(event)
        }}
      >
        <thead role="rowgroup" className="qv-grid-body">
          <CohortHeadRow
            texts={drawing.texts}
            grid={grid}
            {...drawn(0)}
            sort={model.sort}
            onSort={model.sortBy}
          />
        </thead>
        <tbody role="rowgroup" className="qv-grid-body">
          {positions(rows, kept).flatMap((index, place, all) => {
            const line = lines[index]!
            const gap = index - (place === 0 ? 0 : all[place - 1]! + 1)
            const row = (
              <CohortLineRow
                key={line.id}
                drawing={drawing}
                line={line}
                at={index + 1}
                {...drawn(index + 1)}
                {...lineProps?.(line)}
              />
            )
            return gap > 0 ? [<RowGap key={`gap ${place > 0}`} rows={gap} />, row] : row
          })}
        </tbody>
        {footer.length > 0 && (
          <tfoot role="rowgroup" className="qv-grid-body">
            {footer.map((line, index) => (
              <CohortLineRow
                key={line.id}
                drawing={drawing}
                line={line}
                at={foot + index}
                {...drawn(foot + index)}
              />
            ))}
          </tfoot>
        )}
      </table>
      <GridTooltip id={tooltipId} gridRef={gridRef} describe={props.describe ?? model.describeAt} />
    </div>
  )
}
