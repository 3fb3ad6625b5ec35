'use client'
import { useEffect, useRef } from 'react'
import type { Tooltip } from './createTooltip.ts'
import { createLate, type Late } from './late.ts'
import { useClientLayoutEffect } from '../hydration/hooks.ts'
import { CELL, type ElementRef, type GridPosition } from './useGridNavigation.ts'
import { watchReading } from './watchReading.ts'

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

/** One tooltip for all cells of a grid, by pointer and by keyboard; Escape puts it away. What draws it comes with the first cell. */
export function GridTooltip({ id, gridRef, describe }: GridTooltipProps) {
  const tip = useRef<HTMLDivElement>(null)
  const said = useRef(describe)
  const late = useRef<Late<Tooltip>>(undefined)

  // A changed metric changes what an open tooltip says.
  useClientLayoutEffect(() => {
    said.current = describe
    late.current?.loaded()?.draw()
  }, [describe])

  useEffect(() => {
    const [grid, element] = [gridRef.current, tip.current]
    if (!grid || !element) return undefined
    const tooltip = createLate(() =>
      import('./createTooltip.ts').then((module) =>
        module.createTooltip(element, (position) => said.current(position)),
      ),
    )
    late.current = tooltip
    const stop = watchReading(
      grid,
      (target) => tooltip.use(({ point }) => point((target as Element).closest<HTMLElement>(CELL))),
      () => tooltip.use(({ point }) => point(null)),
    )
    return () => {
      stop()
      // What comes later would watch the page for a cell that is gone.
      tooltip.forget()
      tooltip.loaded()?.point(null)
    }
  }, [gridRef])

  return <div ref={tip} id={id} role="tooltip" popover="manual" className="qv-tooltip" />
}
