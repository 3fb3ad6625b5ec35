'use client'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { cellPosition, type ElementRef, type GridPosition } from './useGridNavigation.ts'

/** What is said of one cell. */
export interface TooltipContent {
  readonly sentence: string
  readonly details: readonly string[]
}

/** Props of `GridTooltip`. */
export interface GridTooltipProps {
  /** Id that the grid's active cell names in `aria-describedby`. */
  readonly id: string
  readonly gridRef: ElementRef
  /** The words for a position; null shows nothing. Must keep its identity while the grid's content does. */
  readonly describe: (position: GridPosition) => TooltipContent | null
}

interface Shown {
  readonly cell: HTMLElement
  readonly position: GridPosition
}

/** One tooltip for all cells of a grid, by pointer and by keyboard; Escape puts it away. The grid itself never re-renders for it. */
export function GridTooltip({ id, gridRef, describe }: GridTooltipProps) {
  const [shown, setShown] = useState<Shown | null>(null)
  const tip = useRef<HTMLDivElement>(null)
  // Described while drawing: a changed metric changes what an open tooltip says.
  const content = useMemo(() => shown && describe(shown.position), [shown, describe])

  useEffect(() => {
    const grid = gridRef.current
    if (!grid) return undefined
    const show = (event: Event) => {
      const position = cellPosition(event.target)
      const cell = (event.target as Element).closest<HTMLElement>('[data-row]')
      setShown(cell && position && { cell, position })
    }
    const hide = () => setShown(null)
    // Focus scrolls a cell into view after it has shown: the tooltip follows instead of going away.
    const follow = () => setShown((now) => now && { ...now })
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide()
    const listeners: [EventTarget, string, (event: never) => void, boolean?][] = [
      [grid, 'pointerover', show],
      [grid, 'pointerleave', hide],
      [grid, 'focusin', show],
      [grid, 'focusout', hide],
      [document, 'keydown', onKey],
      [document, 'scroll', follow, true],
    ]
    for (const [on, type, listener, capture] of listeners)
      on.addEventListener(type, listener as EventListener, capture)
    return () => {
      for (const [on, type, listener, capture] of listeners)
        on.removeEventListener(type, listener as EventListener, capture)
    }
  }, [gridRef])

  useClientLayoutEffect(() => {
    const element = tip.current
    if (!element) return
    if (!content || !shown?.cell.isConnected) element.hidePopover?.()
    else {
      element.showPopover?.()
      place(element, shown.cell.getBoundingClientRect())
    }
  }, [shown, content])

  return (
    <div ref={tip} id={id} role="tooltip" popover="manual" className="qv-tooltip">
      {content && (
        <>
          <strong className="qv-tooltip-title">{content.sentence}</strong>
          {content.details.map((detail) => (
            <p key={detail} className="qv-tooltip-text">
              {detail}
            </p>
          ))}
        </>
      )}
    </div>
  )
}

// React 18 remarks on a layout effect in server rendering, where none runs.
const useClientLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

const GAP = 6

/** Below the cell, above it where there is no room, and always inside the window. */
function place(tip: HTMLElement, cell: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect()
  const below = cell.bottom + GAP
  const top = below + height > window.innerHeight ? cell.top - GAP - height : below
  const left = Math.min(cell.left, window.innerWidth - width - GAP)
  tip.style.setProperty('top', `${Math.max(GAP, top)}px`)
  tip.style.setProperty('left', `${Math.max(GAP, left)}px`)
}
