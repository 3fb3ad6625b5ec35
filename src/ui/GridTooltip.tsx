'use client'
import { useEffect, useRef } from 'react'
import { placeTooltip } from './placeTooltip.ts'
import { useClientLayoutEffect } from './useClientLayoutEffect.ts'
import { cellPosition, type ElementRef, type GridPosition } from './useGridNavigation.ts'
import { watchMoves } from './watchMoves.ts'

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

/**
 * One tooltip for all cells of a grid, by pointer and by keyboard; Escape puts it away. What it says and where it stands
 * is written straight into its element: pointing at a cell renders nothing.
 */
export function GridTooltip({ id, gridRef, describe }: GridTooltipProps) {
  const tip = useRef<HTMLDivElement>(null)
  const pointedAt = useRef<HTMLElement | null>(null)
  const said = useRef(describe)
  const rest = useRef<() => void>(undefined)

  const draw = useRef(() => {
    const cell = pointedAt.current
    const content = cell?.isConnected ? said.current(cellPosition(cell)!) : null
    rest.current?.()
    rest.current = undefined
    if (!cell || !content) return tip.current?.hidePopover?.()
    const at = show(tip.current!, cell, content)
    // What stands above the cell may grow or go while it is read.
    rest.current = watchMoves(cell, at, () => draw.current())
  })
  useEffect(() => () => rest.current?.(), [])

  // A changed metric changes what an open tooltip says.
  useClientLayoutEffect(() => {
    said.current = describe
    if (pointedAt.current) draw.current()
  }, [describe])

  useEffect(() => {
    const grid = gridRef.current
    if (!grid) return undefined
    const point = (cell: HTMLElement | null) => {
      if (cell === pointedAt.current) return
      pointedAt.current = cell
      draw.current()
    }
    const onPoint = (event: Event) =>
      point((event.target as Element).closest<HTMLElement>('[data-row]'))
    const onLeave = () => point(null)
    // Focus scrolls a cell into view after it has shown: the tooltip follows instead of going away.
    const onScroll = () => {
      if (pointedAt.current) draw.current()
    }
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && point(null)
    const listeners: [EventTarget, string, (event: never) => void, boolean?][] = [
      [grid, 'pointerover', onPoint],
      [grid, 'pointerleave', onLeave],
      [grid, 'focusin', onPoint],
      [grid, 'focusout', onLeave],
      [document, 'keydown', onKey],
      [document, 'scroll', onScroll, true],
      [window, 'resize', onScroll],
    ]
    for (const [on, type, listener, capture] of listeners)
      on.addEventListener(type, listener as EventListener, capture)
    return () => {
      for (const [on, type, listener, capture] of listeners)
        on.removeEventListener(type, listener as EventListener, capture)
    }
  }, [gridRef])

  return <div ref={tip} id={id} role="tooltip" popover="manual" className="qv-tooltip" />
}

function show(tip: HTMLElement, cell: HTMLElement, { sentence, details }: TooltipContent): DOMRect {
  tip.replaceChildren(
    part('strong', 'qv-tooltip-title', sentence),
    ...details.map((detail) => part('p', 'qv-tooltip-text', detail)),
  )
  tip.showPopover?.()
  return placeTooltip(tip, cell)
}

function part(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}
