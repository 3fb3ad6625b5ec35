'use client'
import { useCallback, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'

/** Position in a grid, counted from 0 over all its rows and columns, headings included. */
export interface GridPosition {
  readonly row: number
  readonly column: number
}

/** What marks a cell for the grid's keyboard and for screen readers. */
export interface GridCellProps {
  readonly tabIndex: 0 | -1
  readonly 'aria-rowindex': number
  readonly 'aria-colindex': number
}

/** A ref to the grid's element: a function, as the types of React 18 and 19 both take it, that also holds the element. */
export interface ElementRef {
  (element: HTMLElement | null): void
  current: HTMLElement | null
}

/** A grid with one tab stop whose cells are reached by arrow keys. */
export interface GridNavigation {
  readonly gridRef: ElementRef
  /** The cell that Tab enters at. It is always drawn. */
  readonly active: GridPosition
  /** Moves the focus to a cell, also to one outside of what is drawn. Not to be called while React draws. */
  readonly focusCell: (position: GridPosition) => void
  readonly gridProps: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  }
}

/** What a grid's keyboard moves over. */
export interface GridNavigationOptions {
  /** Rows and columns, headings included. */
  readonly rowCount: number
  readonly columnCount: number
  /** Where Tab enters at first. */
  readonly start: GridPosition
  /** Told of each move by a key: from where, to where, and whether Shift was held to extend a range. */
  readonly onMove?:
    | ((from: GridPosition, to: GridPosition, isExtending: boolean) => void)
    | undefined
}

/** What every cell of a grid has. Its row says which row it is, or the cell itself. */
export const CELL = '[aria-colindex]'

/** The position of the cell an event came from; null outside of cells. */
export function cellPosition(target: EventTarget | null): GridPosition | null {
  const cell = target instanceof Element ? target.closest(CELL) : null
  const row = cell?.closest('[aria-rowindex]')
  return cell && row
    ? {
        row: Number(row.getAttribute('aria-rowindex')) - 1,
        column: Number(cell.getAttribute('aria-colindex')) - 1,
      }
    : null
}

/** The cell at a position; null where it is not drawn. */
export function findCell(grid: Element | null, { row, column }: GridPosition): HTMLElement | null {
  const inRow = `[aria-rowindex="${row + 1}"]`
  return (
    grid?.querySelector<HTMLElement>(`:is(${inRow}, ${inRow} *)[aria-colindex="${column + 1}"]`) ??
    null
  )
}

/** The marks of one cell. */
export const gridCellProps = (row: number, column: number, isActive: boolean): GridCellProps => ({
  tabIndex: isActive ? 0 : -1,
  'aria-rowindex': row + 1,
  'aria-colindex': column + 1,
})

/** The marks of one cell in a row that says which it is, and whose tab stop is in column `active`; the active one names the tooltip, which then holds its whole sentence. */
export const cellMarks = (column: number, active: number, tooltipId: string) => ({
  tabIndex: column === active ? 0 : -1,
  'aria-colindex': column + 1,
  'aria-describedby': column === active ? tooltipId : undefined,
})

/**
 * Keyboard of a grid, after the ARIA authoring practices: arrows, Home and End in the row, Control with them over the
 * whole grid, Page Up and Down by ten rows. One tab stop; a right-to-left page turns left and right around.
 */
export function useGridNavigation(options: GridNavigationOptions): GridNavigation {
  const { rowCount, columnCount, start, onMove } = options
  const [gridRef] = useState(createElementRef)
  const [wanted, setWanted] = useState(start)
  const active = clamp(wanted, rowCount, columnCount)

  const focusCell = useCallback(
    (position: GridPosition) => {
      const find = () => findCell(gridRef.current, position)
      // The active cell is drawn wherever the window is.
      if (!find()) flushSync(() => setWanted(position))
      const cell = find()
      // Focus alone leaves a cell where it is that shows only in part, under the sticky columns.
      cell?.focus({ preventScroll: true })
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
    [gridRef],
  )

  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const position = cellPosition(event.target)
    if (position) setWanted(position)
  }, [])

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const from = cellPosition(event.target)
      const grid = gridRef.current
      if (!from || !grid || event.altKey || event.defaultPrevented) return
      const isRightToLeft = getComputedStyle(grid).direction === 'rtl'
      const isControl = event.ctrlKey || event.metaKey
      const to = step(event.key, isControl, from, rowCount, columnCount, isRightToLeft)
      if (!to) return
      event.preventDefault()
      const position = clamp(to, rowCount, columnCount)
      focusCell(position)
      onMove?.(from, position, event.shiftKey)
    },
    [gridRef, focusCell, onMove, rowCount, columnCount],
  )
  return { gridRef, active, focusCell, gridProps: { onKeyDown, onFocus } }
}

function createElementRef(): ElementRef {
  const ref: ElementRef = Object.assign(
    (element: HTMLElement | null) => void (ref.current = element),
    { current: null },
  )
  return ref
}

/** Rows and columns that a key goes on by, where columns go from left to right. */
const MOVES: ReadonlyMap<string, readonly [rows: number, columns: number]> = new Map([
  ['ArrowRight', [0, 1]],
  ['ArrowLeft', [0, -1]],
  ['ArrowUp', [-1, 0]],
  ['ArrowDown', [1, 0]],
  ['PageUp', [-10, 0]],
  ['PageDown', [10, 0]],
])

function step(
  key: string,
  isControl: boolean,
  { row, column }: GridPosition,
  rows: number,
  columns: number,
  isRightToLeft: boolean,
): GridPosition | null {
  if (key === 'Home') return { row: isControl ? 0 : row, column: 0 }
  if (key === 'End') return { row: isControl ? rows - 1 : row, column: columns - 1 }
  const move = isControl ? undefined : MOVES.get(key)
  if (!move) return null
  const [down, right] = move
  return { row: row + down, column: column + (isRightToLeft ? -right : right) }
}

function clamp({ row, column }: GridPosition, rows: number, columns: number): GridPosition {
  return { row: within(row, rows), column: within(column, columns) }
}

const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1))
