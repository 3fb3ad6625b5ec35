import {
  QueryClient,
  QueryClientContext,
  QueryClientProvider,
  useQueryClient,
} from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { useDisplay } from '../../src/i18n/DisplayContext.tsx'
import { useQonversion } from '../../src/react/context.ts'
import { QonversionProvider } from '../../src/react/QonversionProvider.tsx'
import { useCohorts } from '../../src/resources/cohorts/hooks.ts'
import { desk, held, provider, settle } from './harness.tsx'

const scope = 'acme:production:u7'
const { fetcher } = desk()

describe('the client that holds the answers', () => {
  it('is the host’s where there is one', () => {
    const host = new QueryClient()
    const { result } = renderHook(
      () => ({ ours: useQonversion().queryClient, theirs: useQueryClient() }),
      {
        wrapper: ({ children }) => (
          <QueryClientProvider client={host}>
            <QonversionProvider fetcher={fetcher} scope={scope}>
              {children}
            </QonversionProvider>
          </QueryClientProvider>
        ),
      },
    )
    expect(result.current).toEqual({ ours: host, theirs: host })
  })

  it('is the one that was given, before the host’s', () => {
    const given = new QueryClient()
    const { result } = renderHook(() => useQonversion().queryClient, {
      wrapper: ({ children }) => (
        <QueryClientProvider client={new QueryClient()}>
          <QonversionProvider fetcher={fetcher} scope={scope} queryClient={given}>
            {children}
          </QonversionProvider>
        </QueryClientProvider>
      ),
    })
    expect(result.current).toBe(given)
  })

  it('is one of its own where there is none, the same for its whole life', () => {
    const { result, rerender } = renderHook(
      () => ({ ours: useQonversion().queryClient, theirs: useQueryClient() }),
      { wrapper: provider({ fetcher, scope }) },
    )
    const first = result.current.ours
    rerender()
    expect(result.current).toEqual({ ours: first, theirs: first })
  })

  it('reaches the hooks though another copy of TanStack Query hides its context', async () => {
    const backend = desk()
    const client = new QueryClient()
    const { result } = renderHook(() => useCohorts(), {
      wrapper: ({ children }) => (
        <QonversionProvider fetcher={backend.fetcher} scope={scope} queryClient={client}>
          <QueryClientContext.Provider value={undefined}>{children}</QueryClientContext.Provider>
        </QonversionProvider>
      ),
    })
    await settle(() => backend.open()[0]?.answer())
    expect(result.current.data?.url).toBe('/analytics/cohorts')
    expect(held(client)).toHaveLength(1)
  })
})

describe('what it refuses, with a sentence', () => {
  // On a server, where a render throws and nothing is logged.
  const mount = (props: object) => () =>
    renderToString(<QonversionProvider {...{ fetcher, scope, ...props }} />)

  it.each([
    ['no scope', { scope: undefined }, /scope must be a non-empty string/],
    ['an empty scope', { scope: '' }, /answers of one would be shown to another/],
    ['a key as the scope', { scope: 'sk_0123456789' }, /scope holds a Qonversion Secret Key/],
    ['no fetcher', { fetcher: undefined }, /fetcher must be a function, for example createFetcher/],
    ['no time', { timeout: 0 }, /timeout must be a number of milliseconds above 0/],
    [
      'what is no time',
      { timeout: Number.NaN },
      /timeout must be a number of milliseconds above 0/,
    ],
    ['a locale of another system', { locale: 'en_US' }, /"en_US" is no language tag.*en-US/],
  ])('%s', (_, props, message) => {
    expect(mount(props)).toThrow(message)
    expect(mount(props)).not.toThrow(/0123456789/)
  })

  it('a hook outside it', () => {
    const Lost = () => <p>{useCohorts().status}</p>
    expect(() => renderToString(<Lost />)).toThrow(/outside QonversionProvider.*fetcher=.*scope=/)
  })
})

describe('settings', () => {
  it('default to English, UTC, light and the moment of each answer', () => {
    const { result } = renderHook(() => ({ ...useQonversion(), display: useDisplay() }), {
      wrapper: provider({ fetcher, scope }),
    })
    const display = { locale: 'en-US', timeZone: 'UTC', theme: 'light', messages: {} }
    expect(result.current).toMatchObject({
      ...display,
      display,
      source: { fetcher, scope },
      now: undefined,
    })
  })

  it('reach components and hosts', () => {
    const settings = {
      locale: 'de-DE',
      timeZone: 'Europe/Berlin',
      theme: 'auto',
      messages: { 'action.retry': 'Nochmal' },
    } as const
    const now = new Date('1997-07-01T00:00:00Z')
    const { result } = renderHook(() => ({ ...useQonversion(), display: useDisplay() }), {
      wrapper: provider({ fetcher, scope, now, ...settings }),
    })
    expect(result.current).toMatchObject({ ...settings, now, display: settings })
  })

  it('keep `now` the same object while it is the same moment', () => {
    const { result, rerender } = renderHook(() => useQonversion().now, {
      wrapper: ({ children }) => (
        <QonversionProvider fetcher={fetcher} scope={scope} now={new Date('1997-07-01T00:00:00Z')}>
          {children}
        </QonversionProvider>
      ),
    })
    const first = result.current
    rerender()
    expect(result.current).toBe(first)
  })
})
