import {
  InfiniteQueryObserver,
  QueryClient,
  type InfiniteQueryObserverOptions,
} from '@tanstack/react-query'
import * as v from 'valibot'
import type { Fetcher } from '../../src/core/fetcher.ts'
import type { Page, Paging, Walk } from '../../src/core/lists.ts'
import { defineOperation } from '../../src/core/operation.ts'
import { infiniteQuery, type ListData } from '../../src/react/infiniteQuery.ts'
import type { OperationKey } from '../../src/react/operationQuery.ts'
import { listThings, type Thing } from './things.ts'

/** The list of things under another paging. */
export const paged = (pages: Paging) =>
  defineOperation({
    ...listThings,
    input: () =>
      v.strictObject({
        limit: v.optional(v.number()),
        starting_after: v.optional(v.string()),
        page: v.optional(v.number()),
        offset: v.optional(v.number()),
      }),
    pages,
  })

type Observed = InfiniteQueryObserverOptions<
  Page<Thing>,
  Error,
  ListData<Thing>,
  OperationKey,
  Walk
>

/** Reads a list to its end, as a person does who presses "more" while there is more. */
export async function walk(pages: Paging, fetcher: Fetcher, most = 500) {
  const client = new QueryClient()
  const query = { ...infiniteQuery(paged(pages), {}, { fetcher, scope: 'acme' }), retry: false }
  const observer = new InfiniteQueryObserver(client, query as unknown as Observed)
  const seen: ListData<Thing>[] = []
  const stop = observer.subscribe(({ data }) => {
    if (data && data !== seen.at(-1)) seen.push(data)
  })
  await observer.refetch({ cancelRefetch: false })
  let result = observer.getCurrentResult()
  let requests = 1
  for (; result.hasNextPage && !result.error && requests < most; requests++)
    result = await observer.fetchNextPage()
  stop()
  const restarts = seen.filter(
    ({ restarted }, at) => restarted && !(seen[at - 1]?.restarted ?? false),
  )
  return { ids: result.data?.rows.map(({ id }) => id) ?? [], ...result, requests, restarts }
}

/** So many rows, numbered from `first`. */
export const rowsFrom = (count: number, first = 0): Thing[] =>
  Array.from({ length: count }, (_, index) => ({ id: `t${first + index}`, name: 'a thing' }))

/** What the API says when it did not know a cursor. */
export const RESTARTED = { 'x-qon-pagination-restarted': 'true' }
