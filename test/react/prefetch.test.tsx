import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  type DehydratedState,
} from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import {
  infiniteCustomersQuery,
  infiniteEventLogsQuery,
  infiniteOfferingsQuery,
  infiniteProductsQuery,
  infiniteSegmentsQuery,
  useInfiniteCustomers,
  useInfiniteEventLogs,
  useInfiniteOfferings,
  useInfiniteProducts,
  useInfiniteSegments,
  type Source,
} from '../../src/entries/index.ts'
import { createSandbox } from '../../src/sandbox/createSandbox.ts'
import { provider } from './harness.tsx'

const now = new Date('2026-11-21')
const sandbox = createSandbox({ seed: 1, now, customers: 400 })
const sourceOf = () => ({ fetcher: vi.fn(sandbox.fetcher), scope: 'acme' })

const one = { limit: 1 }
const logs = { ...one, from: now.getTime() / 1000 - 86_400, to: now.getTime() / 1000 }

it.each<[string, () => object, (client: QueryClient, source: Source) => Promise<void>]>([
  [
    'useInfiniteSegments',
    () => useInfiniteSegments(one),
    (client, source) => client.prefetchInfiniteQuery(infiniteSegmentsQuery(one, source)),
  ],
  [
    'useInfiniteCustomers',
    () => useInfiniteCustomers(one),
    (client, source) => client.prefetchInfiniteQuery(infiniteCustomersQuery(one, source)),
  ],
  [
    'useInfiniteEventLogs',
    () => useInfiniteEventLogs(logs),
    (client, source) => client.prefetchInfiniteQuery(infiniteEventLogsQuery(logs, source)),
  ],
  [
    'useInfiniteProducts',
    () => useInfiniteProducts(one),
    (client, source) => client.prefetchInfiniteQuery(infiniteProductsQuery(one, source)),
  ],
  [
    'useInfiniteOfferings',
    () => useInfiniteOfferings(one),
    (client, source) => client.prefetchInfiniteQuery(infiniteOfferingsQuery(one, source)),
  ],
])(
  '%s shows what a server prefetched in the first frame, asks for nothing again and reads on from there',
  async (_, useList, prefetch) => {
    const [server, page] = [sourceOf(), sourceOf()]
    const onServer = new QueryClient()
    await prefetch(onServer, server)
    expect(server.fetcher).toHaveBeenCalledTimes(1)
    // JSON and nothing else goes to the page.
    const state = JSON.parse(JSON.stringify(dehydrate(onServer))) as DehydratedState

    const Provider = provider({ ...page, queryClient: new QueryClient() })
    const frames: unknown[][] = []
    const { result } = renderHook(
      () => {
        const list = useList() as ReturnType<typeof useInfiniteSegments>
        frames.push([...(list.data?.rows ?? [])])
        return { next: list.fetchNextPage }
      },
      {
        wrapper: ({ children }: { children: ReactNode }) => (
          <Provider>
            <HydrationBoundary state={state}>{children}</HydrationBoundary>
          </Provider>
        ),
      },
    )
    expect(frames[0]).toHaveLength(1)
    await act(() => result.current.next())
    expect(page.fetcher.mock.calls.map(([path]) => path)).toEqual([
      expect.stringMatching(/[?&](starting_after|page|offset)=/),
    ])
    expect(frames.at(-1)).toHaveLength(2)
    expect(frames.at(-1)?.[0]).toEqual(frames[0]?.[0])
  },
)
