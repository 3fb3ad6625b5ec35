'use client'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { placeBelow } from './placeBelow.ts'

/** A native popover and the button that opens it. */
export interface Popover {
  readonly button: RefObject<HTMLButtonElement | null>
  readonly panel: RefObject<HTMLDivElement | null>
  /** What is inside need only be drawn while this is true. */
  readonly isOpen: boolean
}

/**
 * Ties a button to an element with `popover` and an id: the platform opens and closes it, by Escape and by a click
 * elsewhere too, and gives the focus back. Open, it stands by its button and its first input has the focus.
 */
export function usePopover(): Popover {
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)

  useEffect(() => {
    const [opener, popover] = [button.current, panel.current]
    if (!opener || !popover) return undefined
    // As an attribute: React 18 and 19 spell the property differently.
    opener.setAttribute('popovertarget', popover.id)
    const place = () => placeBelow(popover, opener)
    let sizes: ResizeObserver | undefined
    const release = () => {
      sizes?.disconnect()
      document.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
    const onToggle = (event: Event) => {
      release()
      const opens = (event as ToggleEvent).newState === 'open'
      setIsOpen(opens)
      if (!opens) return
      // It grows when what it holds is drawn or loaded, and then may fit elsewhere.
      sizes = new ResizeObserver(place)
      sizes.observe(popover)
      document.addEventListener('scroll', place, true)
      window.addEventListener('resize', place)
    }
    const onKeyDown = (event: KeyboardEvent) => moveFocus(event, popover)
    popover.addEventListener('toggle', onToggle)
    popover.addEventListener('keydown', onKeyDown)
    return () => {
      release()
      popover.removeEventListener('toggle', onToggle)
      popover.removeEventListener('keydown', onKeyDown)
    }
  }, [])

  useEffect(() => {
    if (isOpen) panel.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [isOpen])
  return { button, panel, isOpen }
}

/** Up and down go from checkbox to checkbox, beside the Tab key. */
function moveFocus(event: KeyboardEvent, popover: HTMLElement): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const boxes = [...popover.querySelectorAll<HTMLElement>('input[type=checkbox]')]
  const at = boxes.findIndex((box) => box === event.target)
  if (step === 0 || at < 0) return
  event.preventDefault()
  boxes[at + step]?.focus()
}
