import { QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { QonversionApiError } from '../../src/core/errors.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import {
  useScheduledReport,
  useSendTestReport,
} from '../../src/resources/scheduled-reports/hooks.ts'
import { provider } from './harness.tsx'

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-04-22T09:30:00Z') }))
afterEach(() => vi.useRealTimers())

it('a report that was tested a minute ago says how long to wait, and holds nothing else of the page back', async () => {
  const sandbox = createSandbox({ seed: 1, now: () => new Date(), customers: 20 })
  const sent: string[] = []
  const Wrapper = provider({
    fetcher: (path, init) => {
      sent.push(`${init.method} ${path}`)
      return sandbox.fetcher(path, init)
    },
    scope: 'acme',
    queryClient: new QueryClient(),
  })
  const report_id = 'wbRlfw1x'
  const { result } = renderHook(
    () => ({ test: useSendTestReport(), report: useScheduledReport({ report_id }) }),
    { wrapper: Wrapper },
  )
  const settle = () => act(() => vi.advanceTimersByTimeAsync(50))
  await settle()
  expect(result.current.report.data?.report_name).toBe('Daily Revenue')

  act(() => result.current.test.mutate({ report_id }))
  await settle()
  expect(result.current.test.isSuccess).toBe(true)

  await act(() => vi.advanceTimersByTimeAsync(20_000))
  act(() => result.current.test.mutate({ report_id }))
  await settle()
  const error = result.current.test.error as QonversionApiError
  expect(error).toBeInstanceOf(QonversionApiError)
  expect([error.status, error.retryAfter]).toEqual([429, 40_000])

  sent.length = 0
  await act(() => result.current.report.refetch())
  expect(sent).toEqual([`GET /scheduled-reports/${report_id}`])
  expect(result.current.report.error).toBeNull()

  await act(() => vi.advanceTimersByTimeAsync(40_000))
  act(() => result.current.test.mutate({ report_id }))
  await settle()
  expect(result.current.test.isSuccess).toBe(true)
  // Sent once each: what starts a delivery is never tried again by itself.
  expect(sent.filter((one) => one.startsWith('POST'))).toHaveLength(1)
})
