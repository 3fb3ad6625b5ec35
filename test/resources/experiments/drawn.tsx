import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach } from 'vitest'
import { DisplayContext } from '../../../src/i18n/DisplayContext.tsx'
import { de } from '../../../src/i18n/locales/de.ts'
import '../../../src/styles/index.css'

const english = { locale: 'en-US', timeZone: 'UTC', theme: 'light', messages: {} } as const
/** How components are displayed in a test. */
export const DISPLAYS = {
  English: english,
  German: { ...english, locale: 'de-DE', messages: de },
} as const

/** What is drawn in the page of a browser test, between two buttons that the focus comes from and goes to. */
export interface Drawn {
  readonly host: HTMLElement
  readonly before: HTMLElement
  readonly after: HTMLElement
  readonly draw: (component: ReactElement, language?: keyof typeof DISPLAYS) => void
}

/** A fresh place to draw for each test of a file. */
export function place(): Drawn {
  let root: Root
  const made = (tag: 'button' | 'div'): HTMLElement => document.createElement(tag)
  const [before, host, after] = [made('button'), made('div'), made('button')]
  beforeEach(() => {
    document.body.append(before, host, after)
    // As every page has it.
    host.style.padding = '8px'
    root = createRoot(host)
  })
  afterEach(() => {
    root.unmount()
    for (const element of [before, host, after]) element.remove()
  })
  return {
    host,
    before,
    after,
    draw(component, language = 'English') {
      const display = DISPLAYS[language]
      flushSync(() =>
        root.render(<DisplayContext.Provider value={display}>{component}</DisplayContext.Provider>),
      )
    },
  }
}
