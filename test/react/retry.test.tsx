import { onlineManager, QueryClient } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { QonversionApiError, TransportError } from '../../src/core/errors.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { useCohorts } from '../../src/resources/cohorts/hooks.ts'
import { provider, response, withFakeTime } from './harness.tsx'

const pass = withFakeTime()

/** Mounts the hook in a host with odd defaults, before a backend that always answers the same. */
function ask(answer: () => Promise<Response>) {
  const at: number[] = []
  const start = Date.now()
  const fetcher: Fetcher = async (_path, { signal }) => {
    // Under StrictMode a first request is given up at once; it is not a try.
    await Promise.resolve()
    if (signal.aborted) throw signal.reason
    at.push(Date.now() - start)
    return answer()
  }
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        retry: 10,
        retryDelay: 1,
        networkMode: 'online',
        throwOnError: true,
        refetchInterval: 50,
        notifyOnChangeProps: ['data'],
      },
    },
  })
  const { result } = renderHook(() => useCohorts(), {
    wrapper: provider({ fetcher, scope: 'acme:production:u7', queryClient }),
  })
  return { at, result }
}

const status = (code: number, headers?: Record<string, string>) => async () =>
  response({ error: { type: 'request', code: 'x', message: 'No.' } }, code, headers)

describe('retries, whatever the host’s defaults', () => {
  it.each([400, 401, 403, 404, 409, 422])('%i shows at once', async (code) => {
    const { at, result } = ask(status(code))
    await pass(0)
    expect(result.current.error).toBeInstanceOf(QonversionApiError)
    expect(result.current.error).toMatchObject({ status: code, message: 'No.' })
    await pass(120_000)
    expect(at).toEqual([0])
  })

  it.each([408, 429, 500, 502, 503])('%i is tried twice more, then shown', async (code) => {
    const { at, result } = ask(status(code))
    await pass(1_499)
    expect(result.current.error).toBeNull()
    await pass(1)
    expect(result.current.error).toMatchObject({ status: code })
    await pass(120_000)
    expect(at).toEqual([0, 500, 1_500])
  })

  it('no answer is tried twice more, then shown', async () => {
    const { at, result } = ask(() => Promise.reject(new TypeError('fetch failed')))
    await pass(120_000)
    expect(at).toEqual([0, 500, 1_500])
    expect(result.current.error).toBeInstanceOf(TransportError)
  })

  it('Retry-After holds the next try back', async () => {
    const { at } = ask(status(429, { 'retry-after': '7' }))
    await pass(120_000)
    expect(at).toEqual([0, 7_000, 14_000])
  })

  it('a Retry-After beyond half a minute is shown at once, with the time it named', async () => {
    const { at, result } = ask(status(429, { 'retry-after': '3600' }))
    await pass(0)
    expect(result.current.error).toMatchObject({ status: 429, retryAfter: 3_600_000 })
    await pass(120_000)
    expect(at).toEqual([0])
  })

  it('a browser that calls itself offline is no reason to show nothing for ever', async () => {
    onlineManager.setOnline(false)
    const { at, result } = ask(() => Promise.reject(new TypeError('fetch failed')))
    await pass(120_000)
    expect(at).toHaveLength(3)
    expect(result.current.error).toBeInstanceOf(TransportError)
    onlineManager.setOnline(true)
  })
})
