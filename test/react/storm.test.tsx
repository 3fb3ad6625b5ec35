import { QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { QonversionApiError } from '../../src/core/errors.ts'
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

/** Asks so many questions, fifty at a time, of a backend that refuses when it is told to; returns what it cost. */
async function ask(count: number, isRefused: (path: string, sent: number) => boolean) {
  const seen = { sent: 0, refused: 0, answered: 0, failed: 0 }
  const fetcher: Fetcher = async (path) => {
    if (!isRefused(path, seen.sent++)) return thing(path)
    seen.refused++
    return refusal({ 'retry-after': '1' })
  }
  const client = new QueryClient()
  const source = { fetcher, scope: 'acme' }
  const questions = Array.from({ length: count }, (_, index) => `${index + 1}`).values()
  const worker = async () => {
    for (const id of questions)
      await client.fetchQuery(operationQuery(getThing, { id }, source)).then(
        (answer) => (seen.answered += answer.id === id ? 1 : 0),
        (error: unknown) => (seen.failed += error instanceof QonversionApiError ? 1 : 0),
      )
  }
  const work = Promise.all(Array.from({ length: 50 }, worker))
  while (seen.answered + seen.failed < count) await vi.advanceTimersByTimeAsync(1000)
  await work
  client.clear()
  return seen
}

it('10,000 questions of which every tenth is refused once cost at most 1.1 requests each: none is sent in vain', async () => {
  const count = runs(10_000)
  const refused = new Set<string>()
  const { sent, answered } = await ask(count, (path) => {
    if (!path.endsWith('0') || refused.has(path)) return false
    refused.add(path)
    return true
  })
  expect(answered).toBe(count)
  expect(refused.size).toBe(Math.floor(count / 10))
  expect(sent / count).toBeLessThanOrEqual(1.1)
  const each = (sent / count).toFixed(3)
  figure('every tenth question refused once: requests for each question', count, each, SEED)
}, 120_000)

it('10,000 questions whose every request is refused by a chance of 10% cost what chance makes of three tries', async () => {
  const count = runs(10_000)
  const draws = createRandom(SEED, 1)
  const { sent, refused, answered, failed } = await ask(count, () => draws.chance(1000))
  // 1 + 0.1 + 0.1²: a refused try is followed by another, whoever waits for whom. No gate comes below it.
  const mean = 1.11
  const deviation = Math.sqrt((0.9 * 1 + 0.09 * 4 + 0.01 * 9 - mean ** 2) / count)
  expect(Math.abs(sent / count - mean)).toBeLessThan(4 * deviation)
  // Every request past the first of a question follows a refusal, and only the third refusal is shown.
  expect(sent).toBe(count + refused - failed)
  expect(answered + failed).toBe(count)
  expect(failed / count).toBeLessThan(0.01)
  figure(
    'every request refused by chance of 10%: requests for each question',
    count,
    `${(sent / count).toFixed(3)} (expected ${mean}; ${failed} refused three times)`,
    SEED,
  )
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
