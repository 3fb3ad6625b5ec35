'use client'
import { createContext, useContext } from 'react'
import type { Messages } from './messages.ts'

/** Colours of the components: one set, or the set the viewer's system asks for. */
export type Theme = 'light' | 'dark' | 'auto'

/** How everything is shown to this viewer. What is shown never depends on it. */
export interface DisplaySettings {
  /** BCP 47 tag for numbers, money, dates and plurals. */
  readonly locale: string
  /** IANA zone of instants (fetched at, event times); windows, ranges and cohort dates are UTC whatever it is. */
  readonly timeZone: string
  readonly theme: Theme
  /** Texts that replace the English ones, key by key. */
  readonly messages: Partial<Messages>
}

export const DisplayContext = createContext<DisplaySettings>({
  locale: 'en-US',
  timeZone: 'UTC',
  theme: 'light',
  messages: {},
})

/** The display settings of the nearest provider. */
export const useDisplay = (): DisplaySettings => useContext(DisplayContext)
