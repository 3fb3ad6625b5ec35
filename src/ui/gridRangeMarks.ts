import { areaOf, edgesOf, isIn, type RangeStore } from './gridRange.ts'

/**
 * Marks the mounted cells of the range with `aria-selected` and `data-edge`, outside of React, and those that a window
 * mounts or moves later. Returns the end of it.
 */
export function markRange(grid: HTMLElement, store: RangeStore): () => void {
  const mark = () => {
    const range = store.get()
    const area = range && areaOf(range)
    for (const cell of grid.querySelectorAll<HTMLElement>('[data-row][data-column]')) {
      const at = { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
      if (area && isIn(area, at)) {
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
    if (store.get()) observer.observe(grid, WINDOW)
  }
  if (store.get()) onChange()
  const unsubscribe = store.subscribe(onChange)
  return () => {
    unsubscribe()
    observer.disconnect()
  }
}

// What a window changes: its cells come, go or take another position.
const WINDOW: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributeFilter: ['data-row', 'data-column'],
}

function setAttribute(cell: HTMLElement, name: string, value: string): void {
  if (cell.getAttribute(name) !== value) cell.setAttribute(name, value)
}
