'use client'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import type { GridArea } from '../../ui/gridRange.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { cellPosition, type GridPosition } from '../../ui/useGridNavigation.ts'
import { useGridSelection, type GridSelection } from '../../ui/useGridSelection.ts'
import { LEADING, type DrawnCell } from './cohortDrawing.ts'
import type { CohortLine } from './grid.lines.model.ts'
import type { CohortColumn, CohortGridRow } from './grid.types.ts'
import type { CohortTableModel } from './useCohortTable.ts'
import type { RowSelection } from './useRowSelection.ts'

/** What `onCellAction` is told: the cell that was clicked or chosen with Enter or Space. */
export interface CohortCellAction {
  readonly row: CohortGridRow
  readonly column: CohortColumn
  readonly cell: DrawnCell
  /** The segment's value; null over the whole answer. */
  readonly segment: string | null
  /** The cell's element, to anchor a menu or dialog at. */
  readonly anchor: HTMLElement
}

/** What `onColumnAction` is told: the heading that was clicked or chosen with Enter or Space. */
export interface CohortColumnAction {
  readonly column: CohortColumn
  readonly anchor: HTMLElement
}

/** The menu of a cell: its entries, or what is drawn in the popover instead. */
export type CohortCellMenu = (action: CohortCellAction) => readonly MenuItem[] | ReactNode

/** What a table does when it is used. */
export interface CohortInteractionOptions {
  readonly rowSelection: RowSelection
  readonly onFold: (segment: string | null) => void
  readonly onCopy: (area: GridArea) => void
  readonly onCellAction?: ((action: CohortCellAction) => void) | undefined
  readonly cellMenu?: CohortCellMenu | undefined
  readonly onColumnAction?: ((action: CohortColumnAction) => void) | undefined
}

/** What is open over the table. */
export type Opened =
  | { readonly kind: 'cell'; readonly action: CohortCellAction; readonly at: GridPosition }
  | { readonly kind: 'column'; readonly action: CohortColumnAction; readonly at: GridPosition }

/** Handlers of the grid's element; each that has dealt with its event prevents the default. */
export interface InteractionProps {
  readonly onMouseDown: GridSelection['selectionProps']['onMouseDown']
  readonly onCopy: GridSelection['selectionProps']['onCopy']
  readonly onClick: (event: MouseEvent<HTMLElement>) => void
  readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** A table in use: its range, what is open over it, and the handlers of its grid. */
export interface CohortInteraction {
  readonly range: GridSelection['range']
  readonly onMove: GridSelection['onMove']
  readonly interactionProps: InteractionProps
  readonly opened: Opened | null
  /** Closes what is open; with `byKey` the focus goes back to its cell. */
  readonly close: (byKey: boolean) => void
}

/**
 * What clicks and keys do in a cohort table: a cohort's heading selects it, a segment's folds it, a period's opens the
 * period over all cohorts, a number its menu; ranges of numbers are selected and copied.
 */
export function useCohortInteraction(
  model: CohortTableModel,
  options: CohortInteractionOptions,
): CohortInteraction {
  const { grid, lines, footer, drawing, gridRef, focusCell, lineAt } = model
  const [opened, setOpened] = useState<Opened | null>(null)
  const latest = useRef(options)
  useEffect(() => void (latest.current = options))

  const area = useMemo(
    () => ({
      top: 1,
      bottom: lines.length + footer.length,
      start: LEADING,
      end: LEADING + grid.columns.length - 1,
    }),
    [grid, lines, footer],
  )
  const onCopy = useCallback((chosen: GridArea) => latest.current.onCopy(chosen), [])
  const selection = useGridSelection({ gridRef, area, content: lines, focusCell, onCopy })
  const { range, onMove, selectionProps } = selection

  const close = useCallback(
    (byKey: boolean) => {
      setOpened(null)
      if (byKey && opened) focusCell(opened.at)
    },
    [opened, focusCell],
  )

  const interactionProps = useMemo(() => {
    /** Does what a position is for; false where that is nothing. */
    const activate = (target: EventTarget, isMenu: boolean): boolean => {
      const at = cellPosition(target)
      const anchor = (target as Element).closest<HTMLElement>('[data-row]')
      if (!at || !anchor) return false
      const { rowSelection, onFold, onCellAction, cellMenu, onColumnAction } = latest.current
      const line = lineAt(at.row)
      const column = grid.columns[at.column - LEADING]
      if (!line) {
        if (!column || isMenu) return false
        const action = { column, anchor }
        onColumnAction?.(action)
        setOpened({ kind: 'column', action, at })
        return true
      }
      if (at.column === 0 && !isMenu) return activateHeading(line, rowSelection, onFold)
      if (line.kind !== 'cohort' || !column) return false
      const action = {
        row: line.grid.rows[line.row]!,
        column,
        cell: drawing.cell(line, column.index),
        segment: line.segment,
        anchor,
      }
      if (!isMenu) onCellAction?.(action)
      if (cellMenu) setOpened({ kind: 'cell', action, at })
      return Boolean(cellMenu ?? (onCellAction && !isMenu))
    }
    const act = (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>, isMenu: boolean) => {
      if (!event.defaultPrevented && activate(event.target, isMenu)) event.preventDefault()
    }
    return {
      ...selectionProps,
      onClick(event: MouseEvent<HTMLElement>) {
        // With Shift a range is drawn up; a button inside a heading has its own purpose.
        const isOwn = (event.target as Element).closest('button') !== null
        if (!event.shiftKey && !isOwn) act(event, false)
      },
      onContextMenu: (event: MouseEvent<HTMLElement>) => act(event, true),
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        selectionProps.onKeyDown(event)
        const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
        if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) act(event, true)
        else if ((event.key === 'Enter' || event.key === ' ') && !hasModifier) act(event, false)
      },
    }
  }, [grid, drawing, lineAt, selectionProps])

  return { range, onMove, interactionProps, opened, close }
}

function activateHeading(
  line: CohortLine,
  rowSelection: RowSelection,
  onFold: (segment: string | null) => void,
): boolean {
  if (line.kind === 'cohort') rowSelection.toggle(line.id)
  else if (line.kind === 'segment') onFold(line.segment)
  else return false
  return true
}
