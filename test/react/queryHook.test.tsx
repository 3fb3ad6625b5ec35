import { QueryClient } from '@tanstack/react-query'
import { render, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { InputError, ResponseShapeError } from '../../src/core/errors.ts'
import type { Source } from '../../src/core/fetcher.ts'
import { QonversionProvider } from '../../src/react/QonversionProvider.tsx'
import { useCohorts, useCohortsMeta } from '../../src/resources/cohorts/hooks.ts'
import type { CohortsInput } from '../../src/resources/cohorts/types.ts'
import { answerTo, desk, held, provider, response, settle } from './harness.tsx'

const scope = 'acme:production:u7'

describe('asking', () => {
  it('needs no input where all of it is optional', async () => {
    const backend = desk()
    const { result } = renderHook(() => useCohorts(), {
      wrapper: provider({ fetcher: backend.fetcher, scope }),
    })
    expect(result.current.isPending).toBe(true)
    await settle(() => backend.open()[0]?.answer())
    expect(result.current.data).toEqual(answerTo('/analytics/cohorts'))
  })

  it('is one request for every component that asks the same', async () => {
    const backend = desk()
    const { result } = renderHook(
      () => [
        useCohorts({ mode: 'by_days', currency: 'EUR' }),
        useCohorts({ currency: 'EUR', mode: 'by_days' }),
      ],
      { wrapper: provider({ fetcher: backend.fetcher, scope }) },
    )
    await settle(() => backend.open()[0]?.answer())
    expect(backend.open()).toHaveLength(1)
    expect(result.current.map(({ data }) => data?.url)).toEqual([
      '/analytics/cohorts?mode=by_days&currency=EUR',
      '/analytics/cohorts?mode=by_days&currency=EUR',
    ])
  })

  it('mounts under StrictMode with at most two reads, one of them given up', () => {
    const backend = desk()
    renderHook(() => useCohorts(), { wrapper: provider({ fetcher: backend.fetcher, scope }) })
    expect(backend.asked.length).toBeLessThanOrEqual(2)
    expect(backend.open()).toHaveLength(1)
  })

  it('waits while it is not enabled', async () => {
    const backend = desk()
    const { rerender } = renderHook(({ enabled }) => useCohorts({}, { enabled }), {
      initialProps: { enabled: false },
      wrapper: provider({ fetcher: backend.fetcher, scope }),
    })
    expect(backend.asked).toHaveLength(0)
    rerender({ enabled: true })
    expect(backend.open()).toHaveLength(1)
  })

  it('does not ask again while the answer is fresh, as the operation or the caller says', async () => {
    const backend = desk()
    const wrapper = provider({ fetcher: backend.fetcher, scope, queryClient: new QueryClient() })
    const first = renderHook(() => useCohortsMeta(), { wrapper })
    await settle(() => backend.open()[0]?.answer(response({})))
    first.unmount()
    const before = backend.asked.length
    renderHook(() => useCohortsMeta(), { wrapper })
    expect(backend.asked).toHaveLength(before)
    renderHook(() => useCohortsMeta({}, { staleTime: 0 }), { wrapper })
    expect(backend.asked.length).toBeGreaterThan(before)
  })
})

describe('the result', () => {
  it('is TanStack Query’s own: only fields that were read make a component render', async () => {
    const backend = desk()
    let renders = 0
    const Title = () => {
      renders++
      return <h1>{useCohorts({}, { select: (answer) => answer.currency }).data}</h1>
    }
    const client = new QueryClient()
    const wrapper = provider({ fetcher: backend.fetcher, scope, queryClient: client })
    const { container } = render(<Title />, { wrapper })
    await settle(() => backend.open()[0]?.answer())
    expect(container.textContent).toBe('USD')
    const before = renders
    void client.invalidateQueries({ queryKey: ['qonversion'] })
    await settle(() =>
      backend
        .open()
        .at(-1)
        ?.answer(response(answerTo('another url, the same currency'))),
    )
    expect(client.getQueryCache().getAll()[0]?.state.dataUpdateCount).toBe(2)
    expect(renders).toBe(before)
  })

  it('is an InputError that names the field, and nothing is sent', async () => {
    const backend = desk()
    const { result } = renderHook(() => useCohorts({ currency: 'usd' }), {
      wrapper: provider({ fetcher: backend.fetcher, scope }),
    })
    await settle()
    expect(result.current.error).toBeInstanceOf(InputError)
    expect(result.current.error?.message).toContain('currency: must be an ISO 4217 code')
    expect(backend.asked).toHaveLength(0)
  })

  it('is a ResponseShapeError for an unknown layout, until an adapter reads it', async () => {
    const backend = desk()
    const { result } = renderHook(() => useCohorts(), {
      wrapper: provider({ fetcher: backend.fetcher, scope }),
    })
    await settle(() => backend.open()[0]?.answer(response({ rows: [] })))
    expect(result.current.error).toBeInstanceOf(ResponseShapeError)

    const mended = desk()
    const adapters = {
      v4GetCohortAnalyticsData: (raw: unknown) => ({ ...answerTo('mended'), ...(raw as object) }),
    }
    const { result: second } = renderHook(() => useCohorts(), {
      wrapper: provider({ fetcher: mended.fetcher, scope, adapters }),
    })
    await settle(() => mended.open()[0]?.answer(response({ rows: [] })))
    expect(second.current.data?.url).toBe('mended')
  })
})

describe('a source of its own', () => {
  it('goes to its own backend and keeps its own answers', async () => {
    const ours = desk('ours ')
    const theirs = desk('theirs ')
    const client = new QueryClient()
    const source = { fetcher: theirs.fetcher, scope: 'other:production:u7' }
    const { result } = renderHook(() => [useCohorts(), useCohorts({}, { source })], {
      wrapper: provider({ fetcher: ours.fetcher, scope, queryClient: client }),
    })
    await settle(() => [...ours.open(), ...theirs.open()].forEach((request) => request.answer()))
    expect(result.current.map(({ data }) => data?.url)).toEqual([
      'ours /analytics/cohorts',
      'theirs /analytics/cohorts',
    ])
    expect(held(client).map((key) => key[1])).toEqual([scope, source.scope])
  })

  it.each([
    ['only a fetcher', { fetcher: desk().fetcher }, 'source.scope'],
    ['only a scope, though its answers are there', { scope }, 'source.fetcher'],
  ])('with %s is an InputError and shows nobody’s data', async (_, source, field) => {
    const backend = desk()
    const { result } = renderHook(
      () => [useCohorts(), useCohorts({}, { source: source as Source })],
      {
        wrapper: provider({ fetcher: backend.fetcher, scope }),
      },
    )
    await settle(() => backend.open()[0]?.answer())
    const [whole, half] = result.current
    expect(whole?.data?.url).toBe('/analytics/cohorts')
    expect(half?.data).toBeUndefined()
    expect(half?.error).toBeInstanceOf(InputError)
    expect(half?.error).toMatchObject({ details: [{ field }] })
  })
})

describe('previous data', () => {
  type Asking = { input: CohortsInput; scope: string; keepPreviousData?: boolean }
  const start = async (initialProps: Asking) => {
    const backend = desk()
    const client = new QueryClient()
    const frames: (string | undefined)[] = []
    const hook = renderHook(
      (asking: Asking) => {
        const { data } = useCohorts(asking.input, {
          source: { fetcher: backend.fetcher, scope: asking.scope },
          ...(asking.keepPreviousData !== undefined && {
            keepPreviousData: asking.keepPreviousData,
          }),
        })
        frames.push(data?.url)
        return data?.url
      },
      { initialProps, wrapper: provider({ fetcher: backend.fetcher, scope, queryClient: client }) },
    )
    await settle(() => backend.open()[0]?.answer())
    /** What each frame shows from one change on, before any answer. */
    const framesOf = (asking: Asking) => {
      frames.length = 0
      hook.rerender(asking)
      return [...new Set(frames)]
    }
    return { ...hook, backend, framesOf }
  }
  const weeks: Asking = { input: { grouping: 'week' }, scope }
  const months: Asking = { input: { grouping: 'month' }, scope }
  const elsewhere: Asking = { input: { grouping: 'month' }, scope: 'acme:sandbox:u7' }
  const weekly = '/analytics/cohorts?grouping=week'

  it('stays while a changed question loads', async () => {
    const { framesOf, backend, result } = await start(weeks)
    expect(framesOf(months)).toEqual([weekly])
    await settle(() => backend.open().at(-1)?.answer())
    expect(result.current).toBe('/analytics/cohorts?grouping=month')
  })

  it('is gone in the first frame after a change of scope', async () => {
    const { framesOf } = await start(weeks)
    expect(framesOf({ ...weeks, scope: elsewhere.scope })).toEqual([undefined])
  })

  it('does not cross a change of scope on top of a change of question', async () => {
    const { framesOf } = await start(weeks)
    expect(framesOf(months)).toEqual([weekly])
    expect(framesOf(elsewhere)).toEqual([undefined])
    expect(framesOf({ ...elsewhere, input: { grouping: 'year' } })).toEqual([undefined])
  })

  it('is gone when the caller wants none', async () => {
    const { framesOf } = await start({ ...weeks, keepPreviousData: false })
    expect(framesOf({ ...months, keepPreviousData: false })).toEqual([undefined])
  })

  it('follows a change of scope on the provider', async () => {
    const frames: (string | undefined)[] = []
    const Page = () => {
      frames.push(useCohorts().data?.url)
      return null
    }
    const backend = desk()
    const page = (tenant: string) => (
      <QonversionProvider fetcher={backend.fetcher} scope={tenant}>
        <Page />
      </QonversionProvider>
    )
    const { rerender } = render(page(scope))
    await settle(() => backend.open()[0]?.answer())
    expect(frames.at(-1)).toBe('/analytics/cohorts')
    frames.length = 0
    rerender(page('acme:production:u8'))
    expect(new Set(frames)).toEqual(new Set([undefined]))
  })
})
