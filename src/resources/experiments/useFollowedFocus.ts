'use client'
import { useEffect, useRef, type RefObject } from 'react'

/** What is open in a panel. */
interface Place {
  readonly experiment: string
  readonly form: string
}

/**
 * Takes the focus along when a panel opens something else: to its heading (`data-followed`), and back in the list to what was open
 * (`data-experiment`), or to what a new one begins with (`data-create`). A focus that is elsewhere on the page stays there.
 */
export function useFollowedFocus({ experiment, form }: Place): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null)
  const before = useRef({ experiment, form })
  useEffect(() => {
    const last = before.current
    before.current = { experiment, form }
    const element = root.current
    if (!element || (last.experiment === experiment && last.form === form)) return
    const { activeElement } = document
    if (activeElement !== document.body && !element.contains(activeElement)) return
    const heading = element.querySelector<HTMLElement>('[data-followed]')
    const row = [...element.querySelectorAll<HTMLElement>('[data-experiment]')].find(
      ({ dataset }) => dataset['experiment'] === last.experiment,
    )
    const opener = last.form === 'new' && element.querySelector<HTMLElement>('[data-create]')
    ;(
      heading ??
      (opener || row) ??
      element.querySelector<HTMLElement>('[data-experiment]')
    )?.focus()
  }, [experiment, form])
  return root
}
