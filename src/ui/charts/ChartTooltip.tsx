'use client'
import { useEffect, useRef, type ReactNode } from 'react'
import { useClientLayoutEffect } from '../../hydration/hooks.ts'

/** Props of `ChartTooltip`. */
export interface ChartTooltipProps {
  /** What it is about; null hides it. Its place is read again at each render, and when the window scrolls or changes its size. */
  readonly anchor: { readonly current: Element | null }
  readonly children: ReactNode
}

/** One tooltip for a whole chart, beside what is read and always inside the window. Screen readers are told by a live text. */
export function ChartTooltip({ anchor, children }: ChartTooltipProps) {
  const tip = useRef<HTMLDivElement>(null)
  const isOpen = Boolean(children)
  useClientLayoutEffect(() => {
    if (isOpen && anchor.current) {
      tip.current?.showPopover?.()
      placeAt(tip.current, anchor.current)
    } else tip.current?.hidePopover?.()
  })
  useEffect(() => {
    if (!isOpen) return undefined
    const again = () => placeAt(tip.current, anchor.current)
    document.addEventListener('scroll', again, true)
    window.addEventListener('resize', again)
    return () => {
      document.removeEventListener('scroll', again, true)
      window.removeEventListener('resize', again)
    }
  }, [isOpen, anchor])
  return (
    <div ref={tip} popover="manual" className="qv-tooltip" aria-hidden="true">
      {children}
    </div>
  )
}

const GAP = 12

/** To the right of the point, to the left where there is no room; below or above it in a window too narrow for either. */
function placeAt(tip: HTMLElement | null, anchor: Element | null): void {
  if (!tip || !anchor) return
  const at = anchor.getBoundingClientRect()
  const { width, height } = tip.getBoundingClientRect()
  const mostLeft = window.innerWidth - width - GAP
  const mostTop = window.innerHeight - height - GAP
  const sides = [at.right + GAP, at.left - GAP - width].filter((x) => x >= GAP && x <= mostLeft)
  const below = at.bottom + GAP
  const [left, top] =
    sides.length > 0
      ? [sides[0]!, Math.min(at.top + at.height / 2 - height / 2, mostTop)]
      : [Math.min(at.left, mostLeft), below <= mostTop ? below : at.top - GAP - height]
  tip.style.setProperty('left', `${Math.max(GAP, left)}px`)
  tip.style.setProperty('top', `${Math.max(GAP, top)}px`)
}
