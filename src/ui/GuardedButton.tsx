'use client'
import { useId, useRef, useState, type ComponentProps, type MouseEvent } from 'react'
import { placeBelow } from './placeBelow.ts'
import { useClientLayoutEffect } from '../hydration/hooks.ts'

/** Props of `GuardedButton`: those of a button, without `disabled`. */
export interface GuardedButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'ref'> {
  /** Why it cannot be used, a sentence; null when it can. */
  readonly blocked: string | null
}

/**
 * A button that says why when it cannot be used: it keeps its place in the tab order, does nothing (a form is not sent
 * either), and shows the reason by pointer, focus or press; Escape puts that away. Screen readers hear it as its description.
 */
export function GuardedButton({ blocked, onClick, children, ...rest }: GuardedButtonProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const tip = useRef<HTMLSpanElement>(null)
  const [isShown, setShown] = useState(false)
  const show = () => setShown(true)
  const hide = () => setShown(false)
  const isBlocked = blocked !== null

  useClientLayoutEffect(() => {
    const element = tip.current
    if (!isShown || !element) return undefined
    const place = () => placeBelow(element, button.current!)
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && setShown(false)
    element.showPopover?.()
    place()
    document.addEventListener('keydown', onKey)
    document.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
      element.hidePopover?.()
    }
  }, [isShown, blocked])

  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (!isBlocked) return onClick?.(event)
    // The press that submits a form, which Enter in one of its fields makes too.
    event.preventDefault()
    show()
  }
  return (
    <>
      <button
        type="button"
        {...rest}
        ref={button}
        className={`qv-button ${rest.className ?? ''}`.trim()}
        onClick={press}
        {...(isBlocked && {
          'aria-disabled': true,
          'aria-describedby': id,
          onPointerEnter: show,
          // Focused, it goes on saying why.
          onPointerLeave: () => button.current !== document.activeElement && hide(),
          onFocus: show,
          onBlur: hide,
        })}
      >
        {children}
      </button>
      {isBlocked && (
        <span ref={tip} id={id} role="tooltip" popover="manual" className="qv-tooltip">
          {blocked}
        </span>
      )}
    </>
  )
}
