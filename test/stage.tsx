import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { DisplayContext, type DisplaySettings } from '../src/i18n/DisplayContext.tsx'
import { de } from '../src/i18n/locales/de.ts'

/** A viewer of English pages, in UTC. */
export const english = { locale: 'en-US', timeZone: 'UTC', theme: 'light', messages: {} } as const
/** The same in German. */
export const german = { ...english, locale: 'de-DE', messages: de }

/** A place in the page for what a test draws. */
export interface Stage {
  /** The element it is drawn in. */
  readonly host: HTMLElement
  /** Draws, done when it returns; in place of what was drawn before. */
  readonly draw: (page: ReactNode, viewer?: DisplaySettings) => void
}

/** Gives each test of the file that calls it a stage of its own, and takes it away behind it. */
export function createStage(): Stage {
  let root: Root
  let host: HTMLElement
  beforeEach(() => {
    host = document.body.appendChild(document.createElement('div'))
    root = createRoot(host)
  })
  afterEach(() => {
    root.unmount()
    host.remove()
  })
  return {
    get host() {
      return host
    },
    draw: (drawn, viewer = english) =>
      flushSync(() =>
        root.render(<DisplayContext.Provider value={viewer}>{drawn}</DisplayContext.Provider>),
      ),
  }
}

/** In each test of the group that calls it the system chooses the colours (forced colours), in a wide window. */
export function withForcedColors(): void {
  const force = (value: 'active' | 'none') =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] })
  beforeEach(async () => {
    await page.viewport(1280, 900)
    await force('active')
    expect(matchMedia('(forced-colors: active)').matches).toBe(true)
  })
  afterEach(() => force('none'))
}
