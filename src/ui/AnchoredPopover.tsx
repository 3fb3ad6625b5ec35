'use client'
import { useEffect, useRef, type ReactNode } from 'react'
import { placeBelow } from './placeBelow.ts'
import { useClientLayoutEffect } from '../hydration/hooks.ts'

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
  /** Keys other than Escape, pressed inside. */
  readonly onKey?: ((event: KeyboardEvent, panel: HTMLElement) => void) | undefined
  readonly children: ReactNode
}

/**
 * Open as long as it is drawn, by a cell or heading rather than by a button of its own. Its first control has the focus;
 * Escape, a press elsewhere and the focus that leaves it ask to close.
 */
export function AnchoredPopover(props: AnchoredPopoverProps) {
  const { anchor, label, role = 'dialog', isWide, children } = props
  const panel = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  useEffect(() => void (latest.current = props))

  useClientLayoutEffect(() => {
    const element = panel.current
    if (!element) return undefined
    const place = () => {
      if (anchor.isConnected) placeBelow(element, anchor)
    }
    element.showPopover?.()
    place()
    const first = element.querySelector<HTMLElement>('button, a[href], input, select, [tabindex]')
    ;(first ?? element).focus({ preventScroll: true })
    // What it holds may load late, and then it may fit elsewhere.
    const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(place)
    sizes?.observe(element)

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return latest.current.onKey?.(event, element)
      event.preventDefault()
      event.stopPropagation()
      latest.current.onClose(true)
    }
    const isOutside = (target: EventTarget | null) =>
      target instanceof Node && !element.contains(target)
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (isOutside(relatedTarget)) latest.current.onClose(false)
    }
    const onPress = ({ target }: Event) => {
      if (isOutside(target)) latest.current.onClose(false)
    }
    const listeners: [EventTarget, string, (event: never) => void, boolean?][] = [
      [element, 'keydown', onKeyDown],
      [element, 'focusout', onFocusOut],
      [document, 'pointerdown', onPress],
      [document, 'scroll', place, true],
      [window, 'resize', place],
    ]
    for (const [on, type, listener, capture] of listeners)
      on.addEventListener(type, listener as EventListener, capture)
    return () => {
      sizes?.disconnect()
      for (const [on, type, listener, capture] of listeners)
        on.removeEventListener(type, listener as EventListener, capture)
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
    >
      {children}
    </div>
  )
}
