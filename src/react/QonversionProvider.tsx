'use client'
import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query'
import { useContext, useMemo, useState, type ReactElement, type ReactNode } from 'react'
import { TIMEOUT } from '../core/deadline.ts'
import type { Adapters, Drift } from '../core/execute.ts'
import type { Source } from '../core/fetcher.ts'
import { checkLocale } from '../i18n/checkLocale.ts'
import { DisplayContext, type DisplaySettings } from '../i18n/DisplayContext.tsx'
import { QonversionContext } from './context.ts'
import { sourceProblems } from './source.ts'

/** Props of `QonversionProvider`. */
export interface QonversionProviderProps extends Source, Partial<DisplaySettings> {
  /**
   * BCP 47 tag for numbers, money, dates and plurals.
   * @default 'en-US'
   */
  readonly locale?: string
  /**
   * IANA zone of instants such as "as of"; windows, ranges and cohort dates are UTC whatever it is.
   * @default 'UTC'
   */
  readonly timeZone?: string
  /**
   * Colours of the components; `auto` follows the viewer's system.
   * @default 'light'
   */
  readonly theme?: DisplaySettings['theme']
  /** Texts that replace the English ones, key by key. */
  readonly messages?: DisplaySettings['messages']
  /** The moment to take for now, for a log or a demonstration that ended. Default: the moment each answer was fetched. */
  readonly now?: Date | undefined
  /** Readers of answer layouts that this version does not know, by operation id; each runs before the library's own. Keep them the same for one scope. */
  readonly adapters?: Adapters | undefined
  /** Told when rows of a list were set aside because they do not fit: names and kinds, never values. */
  readonly onDrift?: ((drift: Drift) => void) | undefined
  /**
   * How long one try may take, in milliseconds, from sending to the end of its answer; what takes longer is given up with a
   * `TransportError` and tried again where that is safe. `Infinity` for as long as it takes.
   * @default 30_000
   */
  readonly timeout?: number | undefined
  /** Where answers are kept. Default: the `QueryClient` above, else one of its own. */
  readonly queryClient?: QueryClient | undefined
  readonly children?: ReactNode
}

const NONE = {}

/**
 * Says whose data everything below it shows, through which fetcher, and how. Throws when `fetcher` or `scope` is missing, a
 * Secret Key is given or `timeout` is no time.
 */
export function QonversionProvider({
  fetcher,
  scope,
  locale = 'en-US',
  timeZone = 'UTC',
  theme = 'light',
  messages = NONE,
  now,
  adapters = NONE,
  onDrift,
  timeout = TIMEOUT,
  queryClient: given,
  children,
}: QonversionProviderProps): ReactElement {
  const problem = sourceProblems({ fetcher, scope, timeout })[0]
  if (problem)
    throw new Error(
      `QonversionProvider: ${problem.field.replace('source.', '')} ${problem.message}.`,
    )
  const inherited = useContext(QueryClientContext)
  const [own] = useState(() => new QueryClient())
  const queryClient = given ?? inherited ?? own
  const display = useMemo(() => {
    checkLocale(locale)
    return { locale, timeZone, theme, messages }
  }, [locale, timeZone, theme, messages])
  // By its value: a Date written inline is another object in every render.
  const moment = now?.getTime()
  const value = useMemo(
    () => ({
      ...display,
      source: { fetcher, scope },
      adapters,
      onDrift,
      timeout,
      now: moment === undefined ? undefined : new Date(moment),
      queryClient,
    }),
    [display, fetcher, scope, adapters, onDrift, timeout, moment, queryClient],
  )
  return (
    <QueryClientProvider client={queryClient}>
      <DisplayContext.Provider value={display}>
        <QonversionContext.Provider value={value}>{children}</QonversionContext.Provider>
      </DisplayContext.Provider>
    </QueryClientProvider>
  )
}
