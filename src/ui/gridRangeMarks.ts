import { areaOf, edgesOf, isIn, type RangeStore } from './gridRange.ts'
import { CELL, cellPosition, type ElementRef } from './useGridNavigation.ts'

/** Marks the mounted cells of the range with `aria-selected` and `data-edge`, outside of React, and those that a window mounts or moves later. */
export function markRange(gridRef: ElementRef, store: RangeStore): void {
  const mark = () => {
    const range = store.get()
    const area = range && areaOf(range)
    const cells = gridRef.current?.querySelectorAll<HTMLElement>(CELL) ?? []
    for (const cell of cells) {
      const at = cellPosition(cell)
      if (area && at && isIn(area, at)) {
        setAttribute(cell, 'aria-selected', 'true')
        setAttribute(cell, 'data-edge', edgesOf(area, at))
      } else if (cell.dataset['edge'] !== undefined) {
        cell.removeAttribute('aria-selected')
        cell.removeAttribute('data-edge')
      }
    }
  }
  const observer = new MutationObserver(mark)
  const onChange = () => {
    observer.disconnect()
    mark()
    if (store.get() && gridRef.current) observer.observe(gridRef.current, WINDOW)
  }
  if (store.get()) onChange()
  store.subscribe(onChange)
}

// What a window changes: its cells come, go or take another position.
const WINDOW: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributeFilter: ['aria-rowindex', 'aria-colindex'],
}

function setAttribute(cell: HTMLElement, name: string, value: string): void {
  if (cell.getAttribute(name) !== value) cell.setAttribute(name, value)
}
