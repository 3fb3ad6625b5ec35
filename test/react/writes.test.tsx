import { QueryClient } from '@tanstack/react-query'
import { act, render, renderHook } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { TransportError } from '../../src/core/errors.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { createMutationHook } from '../../src/react/createMutationHook.ts'
import { createShelf, createThing, json } from '../core/things.ts'
import { settle } from './harness.tsx'
import { slowShelf, wrap } from './slowShelf.ts'

const useCreateThing = createMutationHook(createThing)

describe('a write hook', () => {
  it('sends nothing by being rendered: not under StrictMode, not on a server', async () => {
    const fetcher = vi.fn(createShelf().fetcher)
    const { wrapper: Provider } = wrap(fetcher)
    const Button = () => <button disabled={useCreateThing().isPending}>Create</button>
    const page = (
      <Provider>
        <Button />
      </Provider>
    )
    expect(renderToString(page)).toContain('Create')
    render(page)
    await settle()
    expect(fetcher).not.toHaveBeenCalled()
  })

  it('keeps its own rules, whatever the host’s defaults', async () => {
    const queryClient = new QueryClient({
      defaultOptions: {
        mutations: { retry: 10, retryDelay: 1, networkMode: 'online', throwOnError: true },
      },
    })
    const fetcher = vi.fn<Fetcher>(async () =>
      json({ error: { type: 'request', code: 'x', message: 'No.' } }, 403),
    )
    const { result } = renderHook(() => useCreateThing(), wrap(fetcher, queryClient))
    await settle(() => result.current.mutate({ name: 'a' }))
    expect(result.current.error).toMatchObject({ status: 403 })
    expect(fetcher).toHaveBeenCalledTimes(1)
  })

  it('finishes what was begun after its component left', async () => {
    const shelf = slowShelf([])
    const { result, unmount } = renderHook(() => useCreateThing(), wrap(shelf.fetcher))
    await settle(() => result.current.mutate({ name: 'a' }))
    unmount()
    expect(shelf.held).toHaveLength(1)
    await shelf.answer()
    expect(shelf.things.size).toBe(1)
  })

  it('reports a fetcher that fails as no answer, after its tries', async () => {
    vi.useFakeTimers()
    const fetcher = vi.fn<Fetcher>(() => Promise.reject(new TypeError('fetch failed')))
    const { result } = renderHook(() => useCreateThing(), wrap(fetcher))
    await act(async () => {
      result.current.mutate({ name: 'a' })
      await vi.advanceTimersByTimeAsync(60_000)
    })
    expect(result.current.error).toBeInstanceOf(TransportError)
    const keys = fetcher.mock.calls.map(([, { headers }]) => headers['idempotency-key'])
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
    vi.useRealTimers()
  })
})
