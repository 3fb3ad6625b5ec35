import { notifyManager, type QueryClient } from '@tanstack/react-query'
import { act, configure } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Fetcher } from '../../src/core/fetcher.ts'
import {
  QonversionProvider,
  type QonversionProviderProps,
} from '../../src/react/QonversionProvider.tsx'
import type { CohortsAnswer } from '../../src/resources/cohorts/types.ts'
import { empty } from '../core/answering.ts'

configure({ reactStrictMode: true })
// In a microtask, so that `act` sees every render to its end.
notifyManager.setScheduler(queueMicrotask)

/** The documented answer of an empty range; `mark` says which request it answers. */
export const answerTo = (mark: string): CohortsAnswer => ({
  ...empty,
  url: mark,
})

/** A response whose body is there at once: no test waits for a stream. */
export const response = (
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Response => {
  const whole = Response.json(body, { status, headers })
  return Object.defineProperty(whole, 'text', { value: async () => JSON.stringify(body) })
}

/** One request that a test answers when it likes. */
export interface Asked {
  readonly path: string
  readonly signal: AbortSignal
  readonly answer: (given?: Response) => void
  readonly fail: (error: Error) => void
}

/** A backend whose answers the test gives by hand. `mark` names it in its answers. */
export function desk(mark = ''): { asked: Asked[]; open: () => Asked[]; fetcher: Fetcher } {
  const asked: Asked[] = []
  const fetcher: Fetcher = (path, { signal }) =>
    new Promise((resolve, reject) => {
      asked.push({
        path,
        signal,
        answer: (given = response(answerTo(mark + path))) => resolve(given),
        fail: reject,
      })
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    })
  return { asked, open: () => asked.filter((request) => !request.signal.aborted), fetcher }
}

/** Does something and lets everything that follows from it render. */
export const settle = (action: () => void = () => undefined): Promise<void> =>
  act(async () => action())

/** A provider for `render` and `renderHook`. */
export const provider =
  (props: Omit<QonversionProviderProps, 'children'>) =>
  ({ children }: { children: ReactNode }) => (
    <QonversionProvider {...props}>{children}</QonversionProvider>
  )

/** Every key and state that a client holds of this library. */
export const held = (client: QueryClient) =>
  client
    .getQueryCache()
    .findAll({ queryKey: ['qonversion'] })
    .map((query) => query.queryKey)

/** Gives each test of the file that calls it a time of its own, in which waits have no spread; lets so many milliseconds of it pass. */
export function withFakeTime(): (milliseconds: number) => Promise<unknown> {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.spyOn(Math, 'random').mockReturnValue(0)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
  return (milliseconds) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
}
