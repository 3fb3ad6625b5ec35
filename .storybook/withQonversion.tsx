import { QueryClient } from '@tanstack/react-query'
import type { Decorator } from '@storybook/react-vite'
import { StrictMode, useMemo, type ReactNode } from 'react'
import { QonversionProvider } from '../src/entries/index.ts'
import { de } from '../src/entries/locales/de.ts'
import { createSandbox } from '../src/entries/sandbox.ts'
import { shape, type Backends, type Network } from './network.ts'

/** The instant every story lives at. */
export const NOW = new Date('2026-11-21T12:00:00Z')

let backends: Backends | undefined
const unanswered: string[] = []

/** One business of 2,000 customers for all stories of the page, and a project where nothing has happened yet. */
export function shared(): Backends {
  backends ??= {
    full: createSandbox({ seed: 1, now: NOW, customers: 2_000 }).fetcher,
    empty: createSandbox({ seed: 1, now: NOW, transactions: [] }).fetcher,
  }
  return backends
}

/** Settings of the toolbar, or a story's own `globals`. */
interface Settings {
  readonly theme: 'light' | 'dark' | 'auto'
  readonly locale: string
  readonly timeZone: string
  readonly network: Network
}

/** Puts a story into a provider over the sandbox, as the toolbar says; its answers are its own. */
export const withQonversion: Decorator = (Story, { id, globals }) => (
  <StrictMode>
    <Backend key={id} {...(globals as Settings)}>
      <Story />
    </Backend>
  </StrictMode>
)

function Backend({
  theme,
  locale,
  timeZone,
  network,
  children,
}: Settings & { children: ReactNode }) {
  // A changed network asks again, from nothing.
  const [queryClient, fetcher] = useMemo(
    () => [new QueryClient(), shape(network, shared(), unanswered)],
    [network],
  )
  return (
    <QonversionProvider
      key={network}
      scope={`sandbox:stories:${network}`}
      {...{ fetcher, queryClient, theme, locale, timeZone }}
      {...(locale.startsWith('de') && { messages: de })}
      now={NOW}
    >
      {/* The direction is the host page's to set. */}
      <div dir={locale.startsWith('ar') ? 'rtl' : undefined}>{children}</div>
    </QonversionProvider>
  )
}

const ownFetch = globalThis.fetch
/** Stories have no network: a request past the story's fetcher fails, but for what Storybook and the test runner load. */
globalThis.fetch = (input, init) => {
  const { origin, pathname, href } = new URL(
    input instanceof Request ? input.url : input,
    location.href,
  )
  if (origin === location.origin && !pathname.startsWith('/api/')) return ownFetch(input, init)
  unanswered.push(`fetch ${href}`)
  return Promise.reject(new TypeError(`A story asked ${href}: stories have no network.`))
}

/** Begins a story with nothing unanswered. */
export function forgetUnanswered(): void {
  unanswered.length = 0
}

/** Fails a story one of whose requests nobody answered. */
export function failOnUnanswered(): void {
  if (unanswered.length > 0)
    throw new Error(
      `Nobody answered: ${unanswered.join(', ')}. Does the sandbox know the operation?`,
    )
}
