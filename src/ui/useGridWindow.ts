'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import {
  covers,
  FIRST_WINDOW,
  likelyWindow,
  windowOver,
  within,
  type GridMeasures,
  type GridWindow,
  type LeastSizes,
  type Span,
} from './gridWindow.ts'
import type { ElementRef } from './useGridNavigation.ts'
import { useClientLayoutEffect, useIsServerHtml } from '../hydration/hooks.ts'

/** What a window is measured over. */
export interface GridWindowOptions {
  /** A table of `qv-grid`, whose parent scrolls. */
  readonly gridRef: ElementRef
  /** Rows of the body. */
  readonly rowCount: number
  /** Columns after the sticky ones. */
  readonly columnCount: number
  /** False draws everything. */
  readonly isWindowed: boolean
  /** No more is drawn at first than is in sight with them. */
  readonly least: LeastSizes
  /** Whatever changes the size of rows or columns: the window is measured again. */
  readonly sizing: string
}

/**
 * The part of a grid to draw. It begins with what most viewers see of it; where they see more, the measured window follows
 * before anything is painted. Each scroll draws its step, and a little more than is seen, in the scroll event. Printing draws
 * everything.
 */
export function useGridWindow(options: GridWindowOptions): GridWindow {
  const { gridRef, rowCount, columnCount, isWindowed, least, sizing } = options
  const all = useMemo(
    (): GridWindow => ({ rows: span(rowCount), columns: span(columnCount) }),
    [rowCount, columnCount],
  )
  const isHydrating = useIsServerHtml()
  const [drawn, setDrawn] = useState(() =>
    isHydrating
      ? FIRST_WINDOW
      : likelyWindow(Math.min(window.innerHeight, TALLEST), window.innerWidth, least),
  )
  const [isPrinting, setPrinting] = useState(false)
  const latest = useRef(drawn)
  const isWhole = !isWindowed || isPrinting

  /** Draws another window where what is seen asks for one. */
  const follow = useCallback(
    (draw: (change: () => void) => void, isMoving = false): void => {
      const measures = gridRef.current && measure(gridRef.current)
      // Without a size (in a hidden tab, or where there is no layout at all) as much as a server draws.
      const wanted = measures ? windowOver(measures, all, isMoving) : FIRST_WINDOW
      if (covers(latest.current, wanted)) return
      latest.current = wanted
      draw(() => setDrawn(wanted))
    },
    [gridRef, all],
  )

  useClientLayoutEffect(() => {
    const { style } = gridRef.current!
    style.setProperty('--qv-grid-rows', String(rowCount))
    style.setProperty('--qv-grid-columns', String(columnCount))
    if (!isWhole) follow((change) => change())
  }, [gridRef, follow, isWhole, rowCount, columnCount, sizing])

  useEffect(() => {
    const scroller = gridRef.current?.parentElement
    if (!scroller || !isWindowed) return undefined
    const onScroll = () => follow(flushSync, true)
    const onPrint = () => flushSync(() => setPrinting(true))
    const onPrinted = () => setPrinting(false)
    const resized = new ResizeObserver(() => follow(flushSync))
    resized.observe(scroller)
    scroller.addEventListener('scroll', onScroll, { passive: true })
    window.addEventListener('beforeprint', onPrint)
    window.addEventListener('afterprint', onPrinted)
    return () => {
      resized.disconnect()
      scroller.removeEventListener('scroll', onScroll)
      window.removeEventListener('beforeprint', onPrint)
      window.removeEventListener('afterprint', onPrinted)
    }
  }, [gridRef, follow, isWindowed])

  return useMemo(
    () =>
      isWhole
        ? all
        : { rows: within(drawn.rows, all.rows), columns: within(drawn.columns, all.columns) },
    [isWhole, all, drawn],
  )
}

/** Height that a table has at most unless the host says so, in CSS pixels (`--qv-size-table-height`). */
const TALLEST = 640

const span = (count: number): Span => ({ from: 0, to: count })

/** Null while the grid has no size: hidden, or without rows. */
function measure(grid: HTMLElement): GridMeasures | null {
  const sizeOf = (selector: string) => grid.querySelector(selector)?.getBoundingClientRect()
  const row = sizeOf('tbody > .qv-grid-row')?.height
  const column = sizeOf('.qv-grid-head')?.width
  const scroller = grid.parentElement
  if (!row || !column || !scroller) return null
  const leading = (sizeOf('.qv-grid-label')?.width ?? 0) + (sizeOf('.qv-grid-size')?.width ?? 0)
  const sticky = (sizeOf('thead')?.height ?? 0) + (sizeOf('tfoot')?.height ?? 0)
  return {
    top: scroller.scrollTop,
    // A right-to-left page counts backwards from zero.
    start: Math.abs(scroller.scrollLeft),
    height: scroller.clientHeight - sticky,
    width: scroller.clientWidth - leading,
    row,
    column,
  }
}
