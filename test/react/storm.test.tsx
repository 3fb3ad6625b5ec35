import { QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { createQueryHook } from '../../src/react/createQueryHook.ts'
import { operationQuery } from '../../src/react/operationQuery.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { getThing, json } from '../core/things.ts'
import { figure, runs } from '../figures.ts'
import { provider } from './harness.tsx'

const SEED = 20_261_121

beforeEach(() => {
  vi.useFakeTimers()
  const random = createRandom(SEED)
  vi.spyOn(Math, 'random').mockImplementation(() => random.below(1_000_000) / 1_000_000)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const useThing = createQueryHook(getThing)
const refusal = (headers: Record<string, string>) =>
  json({ error: { type: 'request', code: 'rate_limit_exceeded', message: 'No.' } }, 429, headers)
const thing = (path: string) => json({ id: path.split('/').at(-1)!, name: 'a thing' })

it('10,000 requests of which every tenth meets a 429 cost at most 1.1 requests each', async () => {
  const count = runs(10_000)
  const refused = new Set<string>()
  let sent = 0
  const fetcher: Fetcher = async (path) => {
    sent++
    if (!path.endsWith('0') || refused.has(path)) return thing(path)
    refused.add(path)
    return refusal({ 'retry-after': '1' })
  }
  const client = new QueryClient()
  const source = { fetcher, scope: 'acme' }
  const questions = Array.from({ length: count }, (_, index) => `${index + 1}`).values()
  const answered = new Set<string>()
  const worker = async () => {
    for (const id of questions) {
      const answer = await client.fetchQuery(operationQuery(getThing, { id }, source))
      if (answer.id === id) answered.add(id)
    }
  }
  const work = Promise.all(Array.from({ length: 50 }, worker))
  while (answered.size < count) await vi.advanceTimersByTimeAsync(1000)
  await work
  expect(refused.size).toBe(Math.floor(count / 10))
  expect(sent / count).toBeLessThanOrEqual(1.1)
  figure(
    '10% answered with 429: requests for each question',
    count,
    (sent / count).toFixed(3),
    SEED,
  )
  client.clear()
}, 120_000)

it('50 hooks of one scope send nothing before the window ends, and come back apart', async () => {
  const times: number[] = []
  const start = Date.now()
  const fetcher: Fetcher = async (path, { signal }) => {
    // Under StrictMode a first request is given up at once; it reaches nobody.
    await Promise.resolve()
    signal.throwIfAborted()
    times.push(Date.now() - start)
    return Date.now() - start < 7000 ? refusal({ 'retry-after': '7' }) : thing(path)
  }
  const queryClient = new QueryClient()
  // A fetcher written inline is another in every render; the gate is the scope's.
  const wrapperOf = () =>
    provider({ fetcher: (path, init) => fetcher(path, init), scope: 'acme', queryClient })
  const mount = (id: string) => renderHook(() => useThing({ id }), { wrapper: wrapperOf() })
  const first = mount('0')
  await act(() => vi.advanceTimersByTimeAsync(10))
  expect(times).toHaveLength(1)
  const hooks = Array.from({ length: 50 }, (_, index) => mount(`${index + 1}`))
  await act(() => vi.advanceTimersByTimeAsync(6_980))
  expect(times).toHaveLength(1)
  await act(() => vi.advanceTimersByTimeAsync(20_000))
  for (const { result } of [first, ...hooks]) expect(result.current.data?.name).toBe('a thing')
  const back = times.slice(1)
  expect(back).toHaveLength(51)
  expect(Math.min(...back)).toBeGreaterThanOrEqual(7000)
  expect(Math.max(...back.slice(0, 50)) - Math.min(...back)).toBeGreaterThan(0.15 * 7000)
  figure('50 mounted hooks: requests before the window ends', 50, '0', SEED)
})
