'use client'
import { useState, type KeyboardEvent, type PointerEvent, type SVGProps } from 'react'

/** How somebody reads a chart now; null when nobody does. */
export type ReadingBy = 'pointer' | 'keyboard' | null

/** What a chart is read by. */
export interface ReadingOptions<Position> {
  /** The position read now, where the host keeps it; without it the chart keeps its own. */
  readonly active: Position | null | undefined
  readonly onActiveChange: ((position: Position | null) => void) | undefined
  readonly isSame: (a: Position, b: Position) => boolean
  /** The position nearest to a place of the drawing. */
  readonly nearest: (x: number, y: number) => Position | null
  /** Where a key leads; null when it is no key of the chart. */
  readonly step: (from: Position | null, event: KeyboardEvent) => Position | null
  /** Called for a click, Enter or Space. */
  readonly onAction: ((position: Position) => void) | undefined
}

/** Reading of a chart by pointer and by keyboard: one position for both. */
export interface ChartReading<Position> {
  readonly active: Position | null
  readonly by: ReadingBy
  /** For the one element of the chart that takes the focus. */
  readonly readingProps: Pick<
    SVGProps<HTMLDivElement>,
    | 'onKeyDown'
    | 'onBlur'
    | 'onPointerMove'
    | 'onPointerDown'
    | 'onPointerLeave'
    | 'onClick'
    | 'tabIndex'
  >
}

/** Keeps the position that is read in a chart, or tells the host that keeps it. */
export function useReading<Position>(options: ReadingOptions<Position>): ChartReading<Position> {
  const { onActiveChange, isSame, nearest, step, onAction } = options
  const [own, setOwn] = useState<Position | null>(null)
  const [by, setBy] = useState<ReadingBy>(null)
  const active = options.active === undefined ? own : options.active

  const move = (next: Position | null, how: ReadingBy) => {
    setBy(how)
    if (next === active || (next && active && isSame(next, active))) return
    setOwn(next)
    onActiveChange?.(next)
  }
  const point = (event: PointerEvent<HTMLDivElement>) => {
    // The drawing, which may be scrolled in its place.
    const drawing = event.currentTarget.firstElementChild ?? event.currentTarget
    const box = drawing.getBoundingClientRect()
    move(nearest(event.clientX - box.left, event.clientY - box.top), 'pointer')
  }
  const act = () => {
    if (active) onAction?.(active)
  }
  return {
    active,
    by,
    readingProps: {
      tabIndex: 0,
      onPointerMove: point,
      onPointerDown: point,
      // A finger leaves with every tap; what it read stays until another place is tapped.
      onPointerLeave: ({ pointerType }) =>
        by === 'pointer' && pointerType !== 'touch' && move(null, null),
      // The mark stays: a menu may stand at it, and reading goes on from there.
      onBlur: () => setBy(null),
      onClick: act,
      onKeyDown: (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
        const isAction = event.key === 'Enter' || event.key === ' '
        const isEnd = event.key === 'Escape'
        const next = isEnd || isAction ? null : step(active, event)
        // What means nothing here may mean something around the chart: Escape closes a dialog.
        if (next) move(next, 'keyboard')
        else if (isEnd && active) move(null, null)
        else if (isAction && active) act()
        else return
        event.preventDefault()
      },
    },
  }
}
