import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { render, renderHook } from '@testing-library/react'
import { Suspense } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { createMutationHook } from '../../src/react/createMutationHook.ts'
import { createQueryHook } from '../../src/react/createQueryHook.ts'
import { createSuspenseHook } from '../../src/react/createSuspenseHook.ts'
import { operationQuery } from '../../src/react/operationQuery.ts'
import { createShelf, getThing, listThings, renameThing } from '../core/things.ts'
import { settle } from './harness.tsx'
import { namesOf, slowShelf, wrap } from './slowShelf.ts'

const useThings = createQueryHook(listThings)
const useThing = createQueryHook(getThing)
const useSuspenseThings = createSuspenseHook(listThings)
const useRenameThing = createMutationHook(renameThing)

describe('what a write made stale', () => {
  it.each(['idle', 'first load', 'refetch'] as const)(
    'is shown as the server has it before success is reported, from %s',
    async (state) => {
      const shelf = slowShelf(['a'])
      const { result } = renderHook(
        () => ({
          things: useThings(),
          thing: useThing({ id: 'thing_1' }),
          rename: useRenameThing(),
        }),
        wrap(shelf.fetcher),
      )
      await settle()
      if (state !== 'first load') await shelf.answer()
      if (state === 'refetch') await settle(() => void result.current.things.refetch())
      await settle(() => result.current.rename.mutate({ id: 'thing_1', name: 'b' }))
      await shelf.answer('PATCH')
      expect(result.current.rename.isPending).toBe(true)
      // What was asked before the write may still answer, and must not win.
      await shelf.answer('GET')
      await shelf.answer()
      expect(result.current.rename.isSuccess).toBe(true)
      expect(namesOf(result.current.things.data)).toEqual(['b'])
      expect(result.current.thing.data?.name).toBe('b')
      expect(shelf.held).toEqual([])
    },
  )

  it('is not waited for where what was asked before never answers', async () => {
    const shelf = createShelf(['a'])
    let isDeaf = true
    const fetcher: Fetcher = (path, init) =>
      isDeaf && init.method === 'GET' ? new Promise(() => undefined) : shelf.fetcher(path, init)
    const { result } = renderHook(
      () => ({ things: useThings(), rename: useRenameThing() }),
      wrap(fetcher),
    )
    await settle()
    isDeaf = false
    await settle(() => result.current.rename.mutate({ id: 'thing_1', name: 'b' }))
    expect(result.current.rename.isSuccess).toBe(true)
    expect(namesOf(result.current.things.data)).toEqual(['b'])
  })

  it('is given to a loader that was waiting for it, in place of an abort', async () => {
    const shelf = slowShelf(['a'])
    const client = new QueryClient()
    const source = { fetcher: shelf.fetcher, scope: 'acme' }
    const { result } = renderHook(() => useRenameThing(), wrap(shelf.fetcher, client))
    const loading = client.fetchQuery(operationQuery(listThings, {}, source))
    await settle(() => result.current.mutate({ id: 'thing_1', name: 'b' }))
    await shelf.answer('PATCH')
    await shelf.answer()
    expect(namesOf(await loading)).toEqual(['b'])
  })

  it('is given to a component that suspends, in place of an abort', async () => {
    const shelf = slowShelf(['a'])
    const around = wrap(shelf.fetcher, new QueryClient())
    const Names = () => <p>{namesOf(useSuspenseThings().data)?.join()}</p>
    const { container } = render(
      <Suspense fallback="loading">
        <Names />
      </Suspense>,
      around,
    )
    const { result } = renderHook(() => useRenameThing(), around)
    await settle()
    await settle(() => result.current.mutate({ id: 'thing_1', name: 'b' }))
    expect(container.textContent).toBe('loading')
    await shelf.answer('PATCH')
    await shelf.answer()
    expect(container.textContent).toBe('b')
    expect(result.current.isSuccess).toBe(true)
  })

  it('is asked for when it is next in view, where nobody looks at it now', async () => {
    const shelf = createShelf(['a'])
    const client = new QueryClient()
    const source = { fetcher: shelf.fetcher, scope: 'acme' }
    const query = { ...operationQuery(listThings, {}, source), staleTime: 60_000 }
    await client.fetchQuery(query)
    const { result } = renderHook(() => useRenameThing(), wrap(shelf.fetcher, client))
    await settle(() => result.current.mutate({ id: 'thing_1', name: 'b' }))
    expect(namesOf(client.getQueryData(query.queryKey))).toEqual(['a'])
    const next = renderHook(() => useThings({}, { staleTime: 60_000 }), wrap(shelf.fetcher, client))
    await settle()
    expect(namesOf(next.result.current.data)).toEqual(['b'])
  })

  it('of another project stays as it is', async () => {
    const shelf = createShelf(['a'])
    const fetcher = vi.fn(shelf.fetcher)
    const client = new QueryClient()
    const { result } = renderHook(
      () => ({
        other: useThings({}, { source: { fetcher, scope: 'zeta' } }),
        rename: useRenameThing(),
      }),
      wrap(fetcher, client),
    )
    await settle()
    fetcher.mockClear()
    await settle(() => result.current.rename.mutate({ id: 'thing_1', name: 'b' }))
    expect(fetcher.mock.calls.map(([, { method }]) => method)).toEqual(['PATCH'])
  })

  it('is not waited for by a failure, which shows at once', async () => {
    const shelf = slowShelf(['a'])
    const { result } = renderHook(
      () => ({ things: useThings(), rename: useRenameThing() }),
      wrap(shelf.fetcher),
    )
    await settle()
    await shelf.answer()
    await settle(() => result.current.rename.mutate({ id: 'thing_9', name: 'b' }))
    await shelf.answer('PATCH')
    expect(result.current.rename.error).toMatchObject({ status: 404 })
    expect(shelf.held.map(({ method }) => method)).toEqual(['GET'])
    await shelf.answer()
  })
})

it('two writes in a row each wait for an answer that holds them', async () => {
  const shelf = slowShelf(['a', 'x'])
  const client = new QueryClient()
  const source = { fetcher: shelf.fetcher, scope: 'acme' }
  const observer = new QueryObserver(client, operationQuery(listThings, {}, source) as never)
  const stop = observer.subscribe(() => undefined)
  const { result } = renderHook(
    () => ({ first: useRenameThing(), second: useRenameThing() }),
    wrap(shelf.fetcher, client),
  )
  await settle()
  await shelf.answer()
  await settle(() => result.current.first.mutate({ id: 'thing_1', name: 'b' }))
  await shelf.answer('PATCH')
  // The list is asked again for the first write when the second has its effect.
  await settle(() => result.current.second.mutate({ id: 'thing_2', name: 'y' }))
  await shelf.answer('PATCH')
  expect([result.current.first.isPending, result.current.second.isPending]).toEqual([true, true])
  await shelf.answer()
  expect([result.current.first.isSuccess, result.current.second.isSuccess]).toEqual([true, true])
  expect(namesOf(observer.getCurrentResult().data as never)).toEqual(['b', 'y'])
  stop()
})
