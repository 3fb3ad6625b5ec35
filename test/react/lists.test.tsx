import { QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { ListError } from '../../src/core/errors.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { createInfiniteHook } from '../../src/react/createInfiniteHook.ts'
import { infiniteQuery } from '../../src/react/infiniteQuery.ts'
import { createShelf, json, listThings } from '../core/things.ts'
import { figure, runs } from '../figures.ts'
import { provider, settle } from './harness.tsx'

const SEED = 20_261_121
const useThings = createInfiniteHook(listThings)

// Every field is read as it renders: TanStack Query renders again only for what was read.
const mount = (fetcher: Fetcher, queryClient = new QueryClient()) =>
  renderHook(() => ({ ...useThings({ limit: 2 }) }), {
    wrapper: provider({ fetcher, scope: 'acme', queryClient }),
  }).result
const names = (result: ReturnType<typeof mount>) =>
  result.current.data?.rows.map(({ name }) => name)

describe('a list', () => {
  it('is read page by page, each row once, to its end', async () => {
    const result = mount(createShelf(['a', 'b', 'c']).fetcher)
    await settle()
    expect(names(result)).toEqual(['a', 'b'])
    expect(result.current.hasNextPage).toBe(true)
    await act(() => result.current.fetchNextPage())
    expect(names(result)).toEqual(['a', 'b', 'c'])
    expect(result.current.hasNextPage).toBe(false)
    expect(result.current.data).toMatchObject({ restarted: false, setAside: 0 })
  })

  it('that began again shows what it is now, and says so until it is read anew', async () => {
    const shelf = createShelf(['a', 'b', 'c', 'd', 'e'])
    const result = mount(shelf.fetcher)
    await settle()
    shelf.things.delete('thing_2')
    await act(() => result.current.fetchNextPage())
    expect(names(result)).toEqual(['a', 'c'])
    expect(result.current.data?.restarted).toBe(true)
    await act(() => result.current.fetchNextPage())
    expect(names(result)).toEqual(['a', 'c', 'd', 'e'])
    await act(() => result.current.refetch())
    expect(names(result)).toEqual(['a', 'c', 'd', 'e'])
    expect(result.current.data?.restarted).toBe(false)
  })

  it('keeps what was read when it cannot be read on, and begins anew when it is asked again', async () => {
    let isBroken = true
    const shelf = createShelf(['a', 'b', 'c'])
    const fetcher: Fetcher = (path, init) =>
      shelf.fetcher(isBroken ? '/things?limit=2' : path, init)
    const result = mount(fetcher)
    await settle()
    await act(() => result.current.fetchNextPage())
    expect(result.current.error).toBeInstanceOf(ListError)
    expect(names(result)).toEqual(['a', 'b'])
    isBroken = false
    await act(() => result.current.refetch())
    expect(result.current.error).toBeNull()
    await act(() => result.current.fetchNextPage())
    expect(names(result)).toEqual(['a', 'b', 'c'])
  })

  it('is whole after a refetch and one page more at the same time', async () => {
    const shelf = createShelf(['a', 'b', 'c', 'd'])
    const result = mount(shelf.fetcher)
    await settle()
    await act(async () => {
      await Promise.all([result.current.refetch(), result.current.fetchNextPage()])
    })
    expect(names(result)).toEqual(['a', 'b', 'c', 'd'])
    await act(async () => {
      await Promise.all([result.current.fetchNextPage(), result.current.refetch()])
    })
    expect(names(result)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is read anew, not on, when one page more is wanted of what a write made stale', async () => {
    const shelf = createShelf(['a', 'b', 'c', 'd'])
    const client = new QueryClient()
    const result = mount(shelf.fetcher, client)
    await settle()
    shelf.things.set('thing_1', { id: 'thing_1', name: 'renamed' })
    await client.invalidateQueries({ refetchType: 'none' })
    await act(() => result.current.fetchNextPage())
    expect(names(result)).toEqual(['renamed', 'b'])
    await act(() => result.current.fetchNextPage())
    expect(names(result)).toEqual(['renamed', 'b', 'c', 'd'])
  })

  it('says how many rows were set aside, and tells the host which kind', async () => {
    const onDrift = vi.fn()
    const rows = [
      { id: 'thing_1', name: 'a' },
      { id: 'thing_2', name: null },
    ]
    const fetcher: Fetcher = async () => json({ data: rows, has_more: false })
    const { result } = renderHook(() => useThings(), {
      wrapper: provider({ fetcher, scope: 'acme', onDrift, queryClient: new QueryClient() }),
    })
    await settle()
    expect(result.current.data).toMatchObject({ rows: [{ name: 'a' }], setAside: 1 })
    expect(onDrift).toHaveBeenCalledWith(expect.objectContaining({ rows: 1 }))
  })

  it('keeps its own rules, whatever the host’s defaults', async () => {
    const queries = { maxPages: 1, retry: 10, enabled: false, throwOnError: true, staleTime: 1e9 }
    const queryClient = new QueryClient({ defaultOptions: { queries } })
    const result = mount(createShelf(['a', 'b', 'c']).fetcher, queryClient)
    await settle()
    await act(() => result.current.fetchNextPage())
    expect(names(result)).toEqual(['a', 'b', 'c'])
  })

  it('can be prefetched, and is then there in the first frame', async () => {
    const fetcher = vi.fn(createShelf(['a', 'b', 'c']).fetcher)
    const client = new QueryClient()
    const source = { fetcher, scope: 'acme' }
    await client.prefetchInfiniteQuery({
      ...infiniteQuery(listThings, { limit: 2 }, source),
      staleTime: 60_000,
    })
    const { result } = renderHook(() => useThings({ limit: 2 }, { staleTime: 60_000 }), {
      wrapper: provider({ ...source, queryClient: client }),
    })
    expect(names(result)).toEqual(['a', 'b'])
    expect(fetcher).toHaveBeenCalledTimes(1)
  })
})

/** Pages of three that say whose they are and what was asked; a deaf one knows no abort. */
function backendOf(isDeaf: boolean) {
  const open: (() => void)[] = []
  const fetcherOf =
    (scope: string): Fetcher =>
    (path, { signal }) =>
      new Promise((resolve, reject) => {
        if (!isDeaf) signal.addEventListener('abort', () => reject(signal.reason as Error))
        const query = new URLSearchParams(path.split('?')[1])
        const page = Number(query.get('starting_after')?.split('_')[1] ?? -1) + 1
        const name = `${scope} ${query.get('name')}`
        const answer = json({ data: [{ id: `row_${page}`, name }], has_more: page < 2 })
        open.push(() => resolve(answer))
      })
  const fetchers = { acme: fetcherOf('acme'), zeta: fetcherOf('zeta') }
  return {
    open,
    sourceOf: (scope: keyof typeof fetchers) => ({ fetcher: fetchers[scope], scope }),
    answer: (chance: number) => open.splice(Math.floor(chance * open.length), 1)[0]?.(),
  }
}

describe('pages out of order', () => {
  interface Asking {
    readonly scope: 'acme' | 'zeta'
    readonly name: string
  }
  const asking = fc.record<Asking>({
    scope: fc.constantFrom('acme', 'zeta'),
    name: fc.constantFrom('a', 'b', 'c'),
  })
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  const doing = fc.oneof(chance, fc.constantFrom('more' as const, 'refetch' as const))
  const story = fc.tuple(
    fc.boolean(),
    asking,
    fc.array(fc.tuple(fc.array(doing, { maxLength: 4 }), asking), { minLength: 3, maxLength: 6 }),
  )

  it('show the list that was asked for last, of one tenant, and no abort as an error', async () => {
    const count = runs(1_000)
    let foreign = 0
    const play = async ([isDeaf, first, changes]: [
      boolean,
      Asking,
      [(number | 'more' | 'refetch')[], Asking][],
    ]) => {
      const backend = backendOf(isDeaf)
      let now = first
      const { result, rerender, unmount } = renderHook(
        ({ scope, name }: Asking) => {
          const list = useThings({ name }, { source: backend.sourceOf(scope), staleTime: 0 })
          // In every frame, the first after a change included.
          for (const row of list.data?.rows ?? []) {
            if (!row.name.startsWith(`${scope} `)) foreign++
            if (!list.isPlaceholderData) expect(row.name).toBe(`${scope} ${name}`)
          }
          expect(list.error).toBeNull()
          return list
        },
        {
          initialProps: first,
          wrapper: provider({ ...backend.sourceOf('acme'), queryClient: new QueryClient() }),
        },
      )
      for (const [steps, next] of changes) {
        for (const step of steps)
          await settle(() => {
            if (step === 'more') void result.current.fetchNextPage()
            else if (step === 'refetch') void result.current.refetch()
            else backend.answer(step)
          })
        now = next
        rerender(next)
      }
      for (let quiet = 0; quiet < 2; quiet++) {
        if (backend.open.length > 0) quiet = 0
        await settle(() => backend.answer(0))
      }
      const rows = result.current.data?.rows ?? []
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.map(({ name }) => name)).toEqual(rows.map(() => `${now.scope} ${now.name}`))
      expect(rows.map(({ id }) => id)).toEqual(rows.map((_, index) => `row_${index}`))
      expect(result.current.isPlaceholderData).toBe(false)
      unmount()
    }
    await fc.assert(fc.asyncProperty(story, play), { numRuns: count, seed: SEED })
    expect(foreign).toBe(0)
    figure('lists out of order: shown is last asked, rows of the other tenant', count, '0', SEED)
  }, 300_000)
})
