import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react'
import { followDrag } from './gridDrag.ts'
import {
  areaOf,
  isIn,
  nearestIn,
  type GridArea,
  type GridRange,
  type RangeStore,
} from './gridRange.ts'
import { markRange } from './gridRangeMarks.ts'
import { cellPosition, type ElementRef, type GridPosition } from './useGridNavigation.ts'

/** What range selection must know of its grid. */
export interface GridSelectionOptions {
  readonly gridRef: ElementRef
  /** The cells that can be selected: headings are none. */
  readonly area: GridArea
  /** Moves the focus, also to a cell that is not mounted. */
  readonly focusCell: (position: GridPosition) => void
  /** Told that the viewer wants these cells copied. */
  readonly onCopy: (area: GridArea) => void
}

/** Selection of a rectangle of cells. The handlers are for the grid's element; each that has dealt with its event prevents the default. */
export interface GridSelection {
  /** `earlier` is what the mouse has done since, where the press is told late. */
  readonly onMouseDown: (
    event: MouseEvent<HTMLElement>,
    earlier?: readonly globalThis.MouseEvent[],
  ) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onCopy: (event: ClipboardEvent<HTMLElement>) => void
  /** To be told about moves of the focus by keys; with Shift (`extend`) they draw the range up, without they end it. */
  readonly onMove: (from: GridPosition, to: GridPosition, extend: boolean) => void
  /** Ends a drag that goes on. */
  readonly endDrag: () => void
}

/**
 * Range selection as in a spreadsheet: drag, Shift with a click or with the arrows, Control or Command with A for all
 * and with C to copy, Escape to clear. No cell is drawn again for it, whether a window mounts it or not. `latest` tells
 * what it must know whenever something happens.
 */
export function createGridSelection(
  range: RangeStore,
  latest: () => GridSelectionOptions,
): GridSelection {
  const { gridRef } = latest()
  markRange(gridRef, range)
  let endDrag: (() => void) | undefined
  return {
    onMove(from, to, extend) {
      const { area } = latest()
      if (!extend) range.set(null)
      else if (isIn(area, to) || range.get())
        range.set({
          anchor: range.get()?.anchor ?? nearestIn(area, from),
          head: nearestIn(area, to),
        })
    },
    onMouseDown(event, earlier) {
      const { area, focusCell } = latest()
      const at = cellPosition(event.target)
      const grid = gridRef.current
      if (!grid || event.button !== 0 || !at || !isIn(area, at)) return
      const active = cellPosition(document.activeElement)
      if (event.shiftKey) {
        // The browser would select text up to here.
        event.preventDefault()
        const anchor = range.get()?.anchor ?? nearestIn(area, active ?? at)
        range.set({ anchor, head: at })
        focusCell(at)
      } else range.set(null)
      const anchor = range.get()?.anchor ?? at
      endDrag?.()
      const drag = {
        onMove: (to: GridPosition) => range.set({ anchor, head: nearestIn(area, to) }),
        // The arrows go on from the end that moved.
        onEnd: () => focusCell(range.get()?.head ?? at),
      }
      endDrag = followDrag(grid, at, drag, earlier)
    },
    onKeyDown(event) {
      if (event.key === 'Escape' && range.get()) {
        event.preventDefault()
        range.set(null)
      }
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!isCommand || event.defaultPrevented) return
      const letter = letterOf(event)
      if (letter === 'a') {
        event.preventDefault()
        range.set(wholeOf(latest().area))
      } else if (letter === 'c') copy(event, range, latest())
    },
    onCopy: (event) => copy(event, range, latest()),
    endDrag: () => endDrag?.(),
  }
}

/** The range, else the cell the event came from; text that the viewer has selected is the browser's to copy. */
function copy(
  event: KeyboardEvent | ClipboardEvent,
  range: RangeStore,
  { area, onCopy }: GridSelectionOptions,
): void {
  const at = cellPosition(event.target)
  const chosen = range.get() ?? (at && isIn(area, at) ? { anchor: at, head: at } : null)
  const hasText = !range.get() && getSelection()?.isCollapsed === false
  if (!chosen || hasText) return
  event.preventDefault()
  onCopy(areaOf(chosen))
}

const wholeOf = ({ top, bottom, start, end }: GridArea): GridRange => ({
  anchor: { row: top, column: start },
  head: { row: bottom, column: end },
})

/** The letter of a shortcut: what the key writes, or where the layout writes no Latin letters, what is printed there on most keyboards. */
const letterOf = ({ key, nativeEvent }: KeyboardEvent): string =>
  (/^[a-z]$/i.test(key) ? key : nativeEvent.code.replace('Key', '')).toLowerCase()
