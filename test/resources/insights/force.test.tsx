import { focusManager, QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Fetcher } from '../../../src/core/fetcher.ts'
import { useInsights } from '../../../src/resources/insights/hooks.ts'
import { provider, response } from '../../react/harness.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const HOUR = 3_600_000

/** Comes back to the page after an hour; returns how often insights were asked for until then and after. */
async function comeBack(input: { force?: boolean }) {
  let asked = 0
  const fetcher: Fetcher = async (_path, { signal }) => {
    // Under StrictMode a first request is given up at once; it reaches nobody.
    await Promise.resolve()
    signal.throwIfAborted()
    asked++
    return response({ object: 'insights', insights: [] })
  }
  const { result } = renderHook(() => useInsights(input), {
    wrapper: provider({ fetcher, scope: 'acme', queryClient: new QueryClient() }),
  })
  await act(() => vi.advanceTimersByTimeAsync(HOUR))
  const before = asked
  await act(async () => {
    focusManager.setFocused(false)
    focusManager.setFocused(true)
    await vi.advanceTimersByTimeAsync(0)
  })
  const after = asked
  await act(() => result.current.refetch())
  return { before, after, again: asked }
}

it('insights are asked for again when a person comes back after an hour', async () => {
  expect(await comeBack({})).toEqual({ before: 1, after: 2, again: 3 })
})

it('insights that were written anew by force are not, but by `refetch`', async () => {
  expect(await comeBack({ force: true })).toEqual({ before: 1, after: 1, again: 2 })
})
