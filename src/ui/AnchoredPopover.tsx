'use client'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { placeBelow } from './placeBelow.ts'
import { useClientLayoutEffect } from './useClientLayoutEffect.ts'

/** Props of `AnchoredPopover`. */
export interface AnchoredPopoverProps {
  /** What it stands by. */
  readonly anchor: HTMLElement
  /** Accessible name. */
  readonly label: string
  /** @default 'dialog' */
  readonly role?: 'dialog' | 'menu' | undefined
  /** As wide as a chart rather than as its texts. @default false */
  readonly isWide?: boolean | undefined
  /** Asked to close; `byKey` when the focus must go back to where it came from. */
  readonly onClose: (byKey: boolean) => void
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined
  readonly children: ReactNode
}

/**
 * Open as long as it is drawn, by a cell or heading rather than by a button of its own. Its first control has the focus;
 * Escape, a press elsewhere and the focus that leaves it ask to close.
 */
export function AnchoredPopover(props: AnchoredPopoverProps) {
  const { anchor, label, role = 'dialog', isWide, onClose, onKeyDown, children } = props
  const panel = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useEffect(() => void (close.current = onClose))

  useClientLayoutEffect(() => {
    const element = panel.current
    if (!element) return undefined
    const place = () => anchor.isConnected && placeBelow(element, anchor)
    element.showPopover?.()
    place()
    const first = element.querySelector<HTMLElement>('button, a[href], input, select, [tabindex]')
    ;(first ?? element).focus({ preventScroll: true })
    // What it holds may load late, and then it may fit elsewhere.
    const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(place)
    sizes?.observe(element)
    const onPress = (event: Event) => {
      if (!element.contains(event.target as Node)) close.current(false)
    }
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    return () => {
      sizes?.disconnect()
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
  }, [anchor])

  return (
    <div
      ref={panel}
      popover="manual"
      role={role}
      aria-label={label}
      tabIndex={-1}
      className="qv-popover"
      data-wide={isWide ? '' : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          onClose(true)
        } else onKeyDown?.(event)
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) onClose(false)
      }}
    >
      {children}
    </div>
  )
}
