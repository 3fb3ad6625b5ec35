'use client'
import { useCallback, useState, type FocusEvent, type KeyboardEvent } from 'react'

/** Position in a grid, counted from 0 over all its rows and columns, headings included. */
export interface GridPosition {
  readonly row: number
  readonly column: number
}

/** What marks a cell for the grid's keyboard. */
export interface GridCellProps {
  readonly tabIndex: 0 | -1
  readonly 'data-row': number
  readonly 'data-column': number
}

/** A ref to the grid's element: a function, as the types of React 18 and 19 both take it, that also holds the element. */
export interface ElementRef {
  (element: HTMLElement | null): void
  current: HTMLElement | null
}

/** A grid with one tab stop whose cells are reached by arrow keys. */
export interface GridNavigation {
  readonly gridRef: ElementRef
  /** The cell that Tab enters at. */
  readonly active: GridPosition
  readonly gridProps: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  }
}

/** The position of the cell an event came from; null outside of cells. */
export function cellPosition(target: EventTarget | null): GridPosition | null {
  const cell =
    target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null
  return cell && { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
}

/** The marks of one cell; `active` is the position of the grid's tab stop. */
export const gridCellProps = (row: number, column: number, isActive: boolean): GridCellProps => ({
  tabIndex: isActive ? 0 : -1,
  'data-row': row,
  'data-column': column,
})

/**
 * Keyboard of a grid, after the ARIA authoring practices: arrows, Home and End in the row, Control with them over the
 * whole grid, Page Up and Down by ten rows. One tab stop; a right-to-left page turns left and right around.
 */
export function useGridNavigation(
  rowCount: number,
  columnCount: number,
  start: GridPosition,
): GridNavigation {
  const [gridRef] = useState(createElementRef)
  const [wanted, setWanted] = useState(start)
  const active = clamp(wanted, rowCount, columnCount)

  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const position = cellPosition(event.target)
    if (position) setWanted(position)
  }, [])

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const from = cellPosition(event.target)
      const grid = gridRef.current
      if (!from || !grid || event.altKey || event.shiftKey) return
      const isRightToLeft = getComputedStyle(grid).direction === 'rtl'
      const to = step(
        event.key,
        event.ctrlKey || event.metaKey,
        from,
        rowCount,
        columnCount,
        isRightToLeft,
      )
      if (!to) return
      event.preventDefault()
      const { row, column } = clamp(to, rowCount, columnCount)
      const cell = grid.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
      // Focus alone leaves a cell where it is that shows only in part, under the sticky columns.
      cell?.focus({ preventScroll: true })
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
    [gridRef, rowCount, columnCount],
  )
  return { gridRef, active, gridProps: { onKeyDown, onFocus } }
}

function createElementRef(): ElementRef {
  const ref: ElementRef = Object.assign(
    (element: HTMLElement | null) => void (ref.current = element),
    { current: null },
  )
  return ref
}

const PAGE = 10

function step(
  key: string,
  isControl: boolean,
  { row, column }: GridPosition,
  rows: number,
  columns: number,
  isRightToLeft: boolean,
): GridPosition | null {
  const forward = isRightToLeft ? -1 : 1
  if (key === 'Home') return { row: isControl ? 0 : row, column: 0 }
  if (key === 'End') return { row: isControl ? rows - 1 : row, column: columns - 1 }
  if (isControl) return null
  if (key === 'ArrowRight') return { row, column: column + forward }
  if (key === 'ArrowLeft') return { row, column: column - forward }
  if (key === 'ArrowUp') return { row: row - 1, column }
  if (key === 'ArrowDown') return { row: row + 1, column }
  if (key === 'PageUp') return { row: row - PAGE, column }
  return key === 'PageDown' ? { row: row + PAGE, column } : null
}

function clamp({ row, column }: GridPosition, rows: number, columns: number): GridPosition {
  return { row: within(row, rows), column: within(column, columns) }
}

const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1))
