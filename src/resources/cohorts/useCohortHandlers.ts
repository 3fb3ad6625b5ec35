'use client'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { RangeStore } from '../../ui/gridRange.ts'
import { createGridSelection, type GridSelection } from '../../ui/gridSelection.ts'
import { CELL, cellPosition } from '../../ui/useGridNavigation.ts'
import { LEADING } from './cohortDrawing.ts'
import type { CohortLine } from './grid.lines.model.ts'
import type { CohortInteractionOptions, InteractionProps, Opened } from './useCohortInteraction.ts'
import type { CohortModel } from './useCohortModel.ts'

/** What the handlers of a table must know whenever something happens. */
export interface CohortHandlersSource {
  readonly model: CohortModel
  readonly options: CohortInteractionOptions
}

/** What clicks and keys do in a table. */
export interface CohortHandlers
  extends
    Omit<GridSelection, 'onKeyDown'>,
    Omit<InteractionProps, 'onMouseDown' | 'onPointerEnter' | 'onFocusCapture'> {}

/** Makes the handlers of a table that is drawn; tables load them with the pointer or the focus. */
export function createCohortHandlers(
  range: RangeStore,
  open: (opened: Opened) => void,
  latest: () => CohortHandlersSource,
): CohortHandlers {
  const selection = createGridSelection(range, () => {
    const { model, options } = latest()
    const { gridRef, focusCell, lines, footer, grid } = model
    const area = {
      top: 1,
      bottom: lines.length + footer.length,
      start: LEADING,
      end: LEADING + grid.columns.length - 1,
    }
    return { gridRef, area, focusCell, onCopy: options.onCopy }
  })
  const act = (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>, isMenu: boolean) => {
    // A button inside a heading has its own purpose.
    if (event.defaultPrevented || (event.target as Element).closest('button')) return
    if (activate(latest(), open, event.target, isMenu)) event.preventDefault()
  }
  return {
    ...selection,
    onClick(event) {
      // With Shift a range is drawn up.
      if (!event.shiftKey) act(event, false)
    },
    onContextMenu: (event) => act(event, true),
    onKeyDown(event) {
      selection.onKeyDown(event)
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
      if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) act(event, true)
      else if ((event.key === 'Enter' || event.key === ' ') && !hasModifier) act(event, false)
    },
  }
}

/** Does what a position is for; false where that is nothing. */
function activate(
  { model, options }: CohortHandlersSource,
  open: (opened: Opened) => void,
  target: EventTarget,
  isMenu: boolean,
): boolean {
  const { grid, drawing, lineAt } = model
  const { onCellAction, cellMenu, onColumnAction } = options
  const at = cellPosition(target)
  const anchor = (target as Element).closest<HTMLElement>(CELL)
  if (!at || !anchor) return false
  const line = lineAt(at.row)
  const column = grid.columns[at.column - LEADING]
  if (!line) {
    if (!column || isMenu) return false
    const action = { column, anchor }
    onColumnAction?.(action)
    open({ kind: 'column', action, at })
    return true
  }
  if (at.column === 0 && !isMenu) return activateHeading(line, options)
  if (line.kind !== 'cohort' || !column) return false
  const action = {
    row: line.grid.rows[line.row]!,
    column,
    cell: drawing.cell(line, column.index),
    segment: line.segment,
    anchor,
  }
  if (!isMenu) onCellAction?.(action)
  if (cellMenu) open({ kind: 'cell', action, at })
  return Boolean(cellMenu ?? (onCellAction && !isMenu))
}

function activateHeading(
  line: CohortLine,
  { rowSelection, onFold }: CohortInteractionOptions,
): boolean {
  if (line.kind === 'cohort') rowSelection.toggle(line.id)
  else if (line.kind === 'segment') onFold(line.segment)
  else return false
  return true
}
