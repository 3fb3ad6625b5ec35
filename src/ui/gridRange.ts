import type { GridPosition } from './useGridNavigation.ts'

/** A rectangle of cells as it was drawn up: from the anchor to the head, which moves. */
export interface GridRange {
  readonly anchor: GridPosition
  readonly head: GridPosition
}

/** A rectangle of cells by its edges, all of them inside. */
export interface GridArea {
  readonly top: number
  readonly bottom: number
  readonly start: number
  readonly end: number
}

/** The edges of a range, whichever way it was drawn up. */
export function areaOf({ anchor, head }: GridRange): GridArea {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    start: Math.min(anchor.column, head.column),
    end: Math.max(anchor.column, head.column),
  }
}

/** Whether a cell lies in an area. */
export const isIn = ({ top, bottom, start, end }: GridArea, { row, column }: GridPosition) =>
  row >= top && row <= bottom && column >= start && column <= end

/** The cell of an area that is nearest to a position. */
export const nearestIn = (area: GridArea, { row, column }: GridPosition): GridPosition => ({
  row: Math.max(area.top, Math.min(row, area.bottom)),
  column: Math.max(area.start, Math.min(column, area.end)),
})

/** The sides of the area that a cell lies on, as the value of `data-edge`: of `top end bottom start`, or empty inside. */
export function edgesOf(area: GridArea, { row, column }: GridPosition): string {
  const sides = [
    row === area.top && 'top',
    column === area.end && 'end',
    row === area.bottom && 'bottom',
    column === area.start && 'start',
  ]
  return sides.filter((side) => side !== false).join(' ')
}

/** Holds the range outside of React's state: a drag over the grid draws no cell again. */
export interface RangeStore {
  readonly get: () => GridRange | null
  readonly set: (range: GridRange | null) => void
  /** Calls back after every change; returns the end of that. */
  readonly subscribe: (listener: () => void) => () => void
}

/** A store without a range. */
export function createRangeStore(): RangeStore {
  let range: GridRange | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => range,
    set(next) {
      if (isSame(range, next)) return
      range = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const isSame = (a: GridRange | null, b: GridRange | null): boolean =>
  a === b || (a !== null && b !== null && isAt(a.anchor, b.anchor) && isAt(a.head, b.head))

const isAt = (a: GridPosition, b: GridPosition) => a.row === b.row && a.column === b.column
