'use client'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useClientLayoutEffect } from '../hydration/hooks.ts'

/** Props of `Dialog`. */
export interface DialogProps {
  /** What is asked; its accessible name. */
  readonly title: string
  /** Asked to close: by Escape. What cancels in `actions` calls it too. */
  readonly onClose: () => void
  /** What to know before answering. */
  readonly children: ReactNode
  /** Its buttons, what cancels first. */
  readonly actions: ReactNode
}

/**
 * A native modal dialog, open as long as it is drawn. The focus goes to what has `data-first-focus`, else to its first control,
 * stays inside, and goes back to where it came from. Where the platform has no modal dialogs it is drawn all the same.
 */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  useEffect(() => void (close.current = onClose))

  useClientLayoutEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    const opener = document.activeElement
    if (element.showModal) element.showModal()
    else element.setAttribute('open', '')
    const first = element.querySelector<HTMLElement>('[data-first-focus]')
    ;(first ?? element.querySelector<HTMLElement>('input, button'))?.focus()
    const ask = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
      close.current()
    }
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && ask(event)
    element.addEventListener('cancel', ask)
    element.addEventListener('keydown', onKey)
    return () => {
      element.removeEventListener('cancel', ask)
      element.removeEventListener('keydown', onKey)
      element.close?.()
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      className="qv-dialog"
      aria-modal="true"
      aria-labelledby={id}
      aria-describedby={`${id}text`}
    >
      <h2 id={id} className="qv-dialog-title">
        {title}
      </h2>
      <div id={`${id}text`} className="qv-dialog-text">
        {children}
      </div>
      <div className="qv-dialog-actions">{actions}</div>
    </dialog>
  )
}
