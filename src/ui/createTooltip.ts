import type { TooltipContent } from './GridTooltip.tsx'
import { placeTooltip } from './placeTooltip.ts'
import { cellPosition, type GridPosition } from './useGridNavigation.ts'
import { watchMoves } from './watchMoves.ts'

/** What a grid's tooltip does. */
export interface Tooltip {
  /** Explains a cell; null puts the tooltip away. */
  readonly point: (cell: HTMLElement | null) => void
  /** Says anew what it says: the words have changed. */
  readonly draw: () => void
}

/** Makes the tooltip of a grid out of its element, which it writes to, shows and places itself: pointing at a cell renders nothing. */
export function createTooltip(
  tip: HTMLElement,
  describe: (position: GridPosition) => TooltipContent | null,
): Tooltip {
  let pointedAt: HTMLElement | null = null
  let endWatch: (() => void) | undefined
  const draw = () => {
    const cell = pointedAt
    endWatch?.()
    const content = cell?.isConnected ? describe(cellPosition(cell)!) : null
    if (!cell || !content) return tip.hidePopover?.()
    write(tip, content)
    tip.showPopover?.()
    // What stands above the cell may grow or go while it is read.
    endWatch = watchMoves(cell, placeTooltip(tip, cell), draw)
  }
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && point(null)
  const listen = (action: 'addEventListener' | 'removeEventListener') => {
    document[action]('keydown', onKey as EventListener)
    // Focus scrolls a cell into view after it has shown: the tooltip follows instead of going away.
    document[action]('scroll', draw, true)
    window[action]('resize', draw)
  }
  const point = (cell: HTMLElement | null) => {
    if (cell === pointedAt) return
    if (!cell || !pointedAt) listen(cell ? 'addEventListener' : 'removeEventListener')
    pointedAt = cell
    draw()
  }
  return { point, draw: () => pointedAt && draw() }
}

function write(tip: HTMLElement, { sentence, details }: TooltipContent): void {
  tip.replaceChildren(
    part('strong', 'qv-tooltip-title', sentence),
    ...details.map((detail) => part('p', 'qv-tooltip-text', detail)),
  )
}

function part(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}
