import { cellPosition, type GridPosition } from './useGridNavigation.ts'

/** What a drag over the cells of a grid tells. */
export interface GridDrag {
  /** The pointer has come to another cell than where it was pressed, and to every further one. */
  readonly onMove: (to: GridPosition) => void
  /** The button was let go; not told where the pointer never left its first cell. */
  readonly onEnd: () => void
}

/**
 * Follows the pressed mouse from a cell on, and scrolls the grid's box while the pointer is outside of it. The box's
 * `scroll-padding` says how much of it sticky headings cover. `earlier` is what the mouse has done since it was pressed, where
 * this comes late. Returns the end of it.
 */
export function followDrag(
  grid: HTMLElement,
  from: GridPosition,
  { onMove, onEnd }: GridDrag,
  earlier: readonly MouseEvent[] = [],
): () => void {
  const box = scrollBox(grid)
  let isDragging = false
  let pointer = { x: 0, y: 0 }
  let frame = 0

  const reach = () => {
    const inside = uncovered(box)
    const x = within(pointer.x, inside.left, inside.right - 1)
    const y = within(pointer.y, inside.top, inside.bottom - 1)
    const cell = document.elementFromPoint(x, y)
    const to = cell && grid.contains(cell) ? cellPosition(cell) : null
    if (!to || (!isDragging && to.row === from.row && to.column === from.column)) return
    if (!isDragging) {
      isDragging = true
      grid.dataset['selecting'] = ''
      // What the browser has begun to select as text.
      getSelection()?.removeAllRanges()
    }
    onMove(to)
  }
  const scroll = () => {
    const inside = uncovered(box)
    const by = {
      left: beyond(pointer.x, inside.left, inside.right),
      top: beyond(pointer.y, inside.top, inside.bottom),
    }
    frame = by.left || by.top ? requestAnimationFrame(scroll) : 0
    if (!frame) return
    box.scrollBy({ ...by, behavior: 'instant' })
    reach()
  }
  const move = (event: MouseEvent) => {
    // The button was let go outside of the window.
    if ((event.buttons & 1) === 0) return stop()
    pointer = { x: event.clientX, y: event.clientY }
    reach()
    if (isDragging && !frame) frame = requestAnimationFrame(scroll)
  }
  const stop = () => {
    end()
    if (!isDragging) return
    // A drag that comes back to its first cell ends in a click, which is none.
    document.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => document.removeEventListener('click', swallow, { capture: true }))
    onEnd()
  }
  const end = () => {
    cancelAnimationFrame(frame)
    delete grid.dataset['selecting']
    document.removeEventListener('mousemove', move)
    document.removeEventListener('mouseup', stop)
  }
  document.addEventListener('mousemove', move)
  document.addEventListener('mouseup', stop)
  for (const event of earlier) {
    if (event.type === 'mouseup') stop()
    else move(event)
  }
  return end
}

const swallow = (event: MouseEvent) => {
  event.stopPropagation()
  event.preventDefault()
}

/** The nearest element around the grid that scrolls; the page itself where none does. */
function scrollBox(grid: HTMLElement): Element {
  for (let box = grid.parentElement; box; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflow)) return box
  return document.documentElement
}

/** The part of a scrolling box that shows, without what its sticky parts cover, in pixels of the window. */
function uncovered(box: Element): DOMRect {
  const style = getComputedStyle(box)
  const padding = (side: string) =>
    Number.parseFloat(style.getPropertyValue(`scroll-padding-${side}`)) || 0
  const { left, top } = box.getBoundingClientRect()
  const isPage = box === document.documentElement
  const x = (isPage ? 0 : left + box.clientLeft) + padding('left')
  const y = (isPage ? 0 : top + box.clientTop) + padding('top')
  const width = box.clientWidth - padding('left') - padding('right')
  return new DOMRect(x, y, width, box.clientHeight - padding('top') - padding('bottom'))
}

const STEP = 24

const beyond = (at: number, from: number, to: number) => (at < from ? -STEP : at > to ? STEP : 0)

const within = (at: number, from: number, to: number) => Math.max(from, Math.min(at, to))
