import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { act, render, renderHook } from '@testing-library/react'
import { Suspense } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { InputError, TransportError } from '../../src/core/errors.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { createInfiniteHook } from '../../src/react/createInfiniteHook.ts'
import { createMutationHook } from '../../src/react/createMutationHook.ts'
import { createQueryHook } from '../../src/react/createQueryHook.ts'
import { createSuspenseHook } from '../../src/react/createSuspenseHook.ts'
import { operationQuery } from '../../src/react/operationQuery.ts'
import { figure, runs } from '../figures.ts'
import {
  createShelf,
  createThing,
  getThing,
  json,
  listThings,
  renameThing,
  type Thing,
} from '../core/things.ts'
import { provider, settle } from './harness.tsx'

const useThings = createQueryHook(listThings)
const useThing = createQueryHook(getThing)
const useThingPages = createInfiniteHook(listThings)
const useSuspenseThings = createSuspenseHook(listThings)
const useCreateThing = createMutationHook(createThing)
const useRenameThing = createMutationHook(renameThing)
const named = (row: Thing, name: string): Thing => ({ ...row, name })
/** Shows the new name before the server has it. */
const useOptimisticRename = createMutationHook(renameThing, {
  [listThings.id]: (answer, { id, name }) => {
    const list = answer as { data: Thing[] }
    return { ...list, data: list.data.map((row) => (row.id === id ? named(row, name) : row)) }
  },
})

/** A shelf that does what it is asked when it is asked, and whose answers the test lets through by hand. */
function slowShelf(names: readonly string[]) {
  const shelf = createShelf(names)
  const held: { method: string; path: string; go: (error?: Error) => void }[] = []
  let isSlow = true
  const fetcher: Fetcher = async (path, init) => {
    // Under StrictMode a first request is given up at once; it reaches nobody.
    await Promise.resolve()
    init.signal.throwIfAborted()
    const answer = await shelf.fetcher(path, init)
    if (isSlow)
      await new Promise<void>((resolve, reject) => {
        held.push({
          method: init.method,
          path,
          go: (error) => (error ? reject(error) : resolve()),
        })
        init.signal.addEventListener('abort', () => reject(init.signal.reason as Error))
      })
    return answer
  }
  return {
    ...shelf,
    fetcher,
    held,
    /** Lets answers through, all or those of one method. */
    answer: (method?: string) =>
      settle(() => {
        for (const one of held.splice(0)) {
          if (method === undefined || one.method === method) one.go()
          else held.push(one)
        }
      }),
    fail: (method: string) =>
      settle(() => {
        const at = held.findIndex((one) => one.method === method)
        held.splice(at, 1)[0]?.go(new TypeError('fetch failed'))
      }),
    hurry: () => (isSlow = false),
  }
}

const wrap = (fetcher: Fetcher, queryClient = new QueryClient(), scope = 'acme') => ({
  wrapper: provider({ fetcher, scope, queryClient }),
})
const namesOf = (list: { data: readonly { name: string }[] } | undefined) =>
  list?.data.map(({ name }) => name)

describe('a double click', () => {
  it('1,000 double clicks have 1,000 effects', async () => {
    const count = runs(1_000)
    const shelf = createShelf()
    const { result } = renderHook(() => useCreateThing(), wrap(shelf.fetcher))
    for (let click = 0; click < count; click++)
      await act(async () => {
        const twice = [0, 1].map(() => result.current.mutateAsync({ name: `thing ${click}` }))
        const [first, second] = await Promise.all(twice)
        expect(second).toEqual(first)
      })
    expect(shelf.things.size).toBe(count)
    expect([...shelf.effects.values()].every((times) => times === 1)).toBe(true)
    figure('double clicks: effects', count, String(shelf.things.size))
  })

  it('is two effects when the second click comes after the first was done, or means another thing', async () => {
    const shelf = createShelf()
    const { result } = renderHook(() => useCreateThing(), wrap(shelf.fetcher))
    await act(async () => {
      await result.current.mutateAsync({ name: 'a' })
      await Promise.all([
        result.current.mutateAsync({ name: 'a' }),
        result.current.mutateAsync({ name: 'b' }),
      ])
    })
    expect([...shelf.things.values()].map(({ name }) => name)).toEqual(['a', 'a', 'b'])
  })

  it('is no click on what was asked before last: there and back again ends where it was asked to', async () => {
    const shelf = createShelf(['old'])
    const [id] = shelf.things.keys()
    const { result } = renderHook(() => useRenameThing(), wrap(shelf.fetcher))
    const answers = await act(() =>
      Promise.all(['a', 'b', 'a'].map((name) => result.current.mutateAsync({ id: id!, name }))),
    )
    expect(answers.map((answer) => (answer as Thing).name)).toEqual(['a', 'b', 'a'])
    expect(shelf.things.get(id!)!.name).toBe('a')
  })

  it('writes to one thing go one after the other, in the order they were asked', async () => {
    const shelf = slowShelf(['old'])
    const [id] = shelf.things.keys()
    const { result } = renderHook(() => useRenameThing(), wrap(shelf.fetcher))
    await settle(() => {
      result.current.mutate({ id: id!, name: 'first' })
      result.current.mutate({ id: id!, name: 'second' })
    })
    expect(shelf.held.filter(({ method }) => method === 'PATCH')).toHaveLength(1)
    await shelf.answer()
    await shelf.answer()
    expect(shelf.things.get(id!)!.name).toBe('second')
  })

  it('is a new try after a failure', async () => {
    const shelf = createShelf()
    let isDown = true
    const fetcher: Fetcher = async (path, init) =>
      isDown
        ? json({ error: { type: 'request', code: 'x', message: 'No.' } }, 403)
        : shelf.fetcher(path, init)
    const { result } = renderHook(() => useCreateThing(), wrap(fetcher))
    await settle(() => result.current.mutate({ name: 'a' }))
    expect(result.current.error).toMatchObject({ status: 403 })
    isDown = false
    await settle(() => result.current.mutate({ name: 'a' }))
    expect(result.current.data).toMatchObject({ name: 'a' })
    expect(shelf.things.size).toBe(1)
  })

  it('in another project is another intent, even while the first is under way', async () => {
    const [acme, zeta] = [slowShelf([]), slowShelf([])]
    const sources = {
      acme: { fetcher: acme.fetcher, scope: 'acme' },
      zeta: { fetcher: zeta.fetcher, scope: 'zeta' },
    }
    const { result, rerender } = renderHook(
      ({ of }: { of: keyof typeof sources }) => useCreateThing({ source: sources[of] }),
      { initialProps: { of: 'acme' }, ...wrap(acme.fetcher) },
    )
    await settle(() => result.current.mutate({ name: 'a' }))
    rerender({ of: 'zeta' })
    expect(result.current.isPending).toBe(false)
    await settle(() => result.current.mutate({ name: 'a' }))
    await zeta.answer()
    await acme.answer()
    expect([acme.things.size, zeta.things.size]).toEqual([1, 1])
    expect(result.current.isSuccess).toBe(true)
  })
})

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

describe('a guess', () => {
  const mount = (shelf: ReturnType<typeof slowShelf>, client = new QueryClient()) =>
    renderHook(
      () => ({
        things: useThings(),
        pages: useThingPages(),
        rename: useOptimisticRename(),
        other: useOptimisticRename(),
      }),
      wrap(shelf.fetcher, client),
    )
  const shown = ({ result }: ReturnType<typeof mount>) => [
    namesOf(result.current.things.data),
    result.current.pages.data?.rows.map(({ name }) => name),
  ]

  it('is shown at once, in a list and in its pages, and confirmed by the server', async () => {
    const shelf = slowShelf(['a'])
    const hook = mount(shelf)
    await settle()
    await shelf.answer()
    act(() => hook.result.current.rename.mutate({ id: 'thing_1', name: 'b' }))
    await settle()
    expect(shown(hook)).toEqual([['b'], ['b']])
    shelf.hurry()
    await shelf.answer()
    expect(hook.result.current.rename.isSuccess).toBe(true)
    expect(shown(hook)).toEqual([['b'], ['b']])
  })

  it('is taken back when the write is refused', async () => {
    const shelf = slowShelf(['a'])
    const refusing = {
      ...shelf,
      fetcher: (async (path, init) =>
        init.method === 'PATCH'
          ? json({ error: { type: 'request', code: 'x', message: 'No.' } }, 422)
          : shelf.fetcher(path, init)) satisfies Fetcher,
    }
    const hook = mount(refusing)
    await settle()
    await shelf.answer()
    await settle(() => hook.result.current.rename.mutate({ id: 'thing_1', name: 'b' }))
    expect(hook.result.current.rename.error).toMatchObject({ status: 422 })
    expect(shown(hook)).toEqual([['a'], ['a']])
    await shelf.answer()
    expect(shown(hook)).toEqual([['a'], ['a']])
  })

  it('that is taken back does not take back what another write left since', async () => {
    const shelf = slowShelf(['a', 'x'])
    const client = new QueryClient()
    const hook = mount(shelf, client)
    await settle()
    await shelf.answer()
    // The first is under way to a backend that will refuse it; the second is done meanwhile.
    await settle(() => hook.result.current.rename.mutate({ id: 'thing_9', name: 'never' }))
    await settle(() => hook.result.current.other.mutate({ id: 'thing_2', name: 'y' }))
    const [refused, done] = shelf.held.splice(0)
    await settle(() => done?.go())
    await shelf.answer('GET')
    expect(hook.result.current.other.isSuccess).toBe(true)
    await settle(() => refused?.go())
    expect(hook.result.current.rename.error).toMatchObject({ status: 404 })
    expect(shown(hook)).toEqual([
      ['a', 'y'],
      ['a', 'y'],
    ])
    await shelf.answer()
  })

  it('leaves a first load alone when the input does not fit', async () => {
    const shelf = slowShelf(['a'])
    const hook = mount(shelf)
    await settle()
    await settle(() => hook.result.current.rename.mutate({ id: 'thing_1' } as never))
    expect(hook.result.current.rename.error).toBeInstanceOf(InputError)
    expect(shelf.held.map(({ method }) => method)).toEqual(['GET', 'GET'])
    await shelf.answer()
    expect(shown(hook)).toEqual([['a'], ['a']])
  })
})

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
