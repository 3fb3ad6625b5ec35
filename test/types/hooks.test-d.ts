import type { DataTag, UseQueryResult } from '@tanstack/react-query'
import { QueryClient, useInfiniteQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import { describe, expectTypeOf, it } from 'vitest'
import { defineOperation } from '../../src/core/operation.ts'
import {
  cohortsMetaQuery,
  cohortsQuery,
  createFetcher,
  infiniteSegmentsQuery,
  useCohorts,
  useCohortsMeta,
  type Adapters,
  type CohortsAnswer,
  type CohortsInput,
  type CohortsMeta,
  type Fetcher,
  type ListData,
  type OperationKey,
  type QonversionError,
  type QonversionProviderProps,
  type Segment,
} from '../../src/entries/index.ts'
import { useRegenerateSecret, useUpdateStoreConfig } from '../../src/entries/secrets.ts'
import { createQueryHook } from '../../src/react/createQueryHook.ts'

declare const fetcher: Fetcher
const scope = 'acme:production:u7'

describe('a query hook', () => {
  it('returns the result of TanStack Query with the documented answer and our errors', () => {
    expectTypeOf(useCohorts()).toEqualTypeOf<UseQueryResult<CohortsAnswer, QonversionError>>()
    expectTypeOf(useCohortsMeta()).toEqualTypeOf<UseQueryResult<CohortsMeta, QonversionError>>()
  })

  it('infers what select takes out', () => {
    const labels = useCohorts({}, { select: (answer) => answer.period_labels })
    expectTypeOf(labels.data).toEqualTypeOf<string[] | undefined>()
  })

  it('takes the documented input and nothing else', () => {
    expectTypeOf(useCohorts).parameter(0).toEqualTypeOf<CohortsInput | undefined>()
    useCohorts({ mode: 'by_days', grouping: 'month', filter: { country: ['US'] } })
    // @ts-expect-error -- no such mode
    useCohorts({ mode: 'by_moons' })
    // @ts-expect-error -- no such parameter
    useCohorts({ currancy: 'USD' })
    // @ts-expect-error -- a filter takes lists
    useCohorts({ filter: { country: 'US' } })
  })

  it('wants its input where a part of it is required', () => {
    const getThing = defineOperation({
      id: 'v4GetThing',
      resource: 'things',
      method: 'GET',
      path: '/things/{id}',
      kind: 'read',
      summary: 'A thing.',
      input: () => v.strictObject({ id: v.string() }),
      output: () => v.looseObject({ name: v.string() }),
    })
    const useThing = createQueryHook(getThing)
    expectTypeOf(useThing({ id: 'a' }).data?.name).toEqualTypeOf<string | undefined>()
    // @ts-expect-error -- id is required
    useThing()
    // @ts-expect-error -- id is required
    useThing({})
  })
})

describe('a source', () => {
  it('is both parts or neither', () => {
    useCohorts({}, { source: { fetcher, scope } })
    useCohorts({}, { source: undefined })
    // @ts-expect-error -- a fetcher alone would share cache entries with another backend
    useCohorts({}, { source: { fetcher } })
    // @ts-expect-error -- a scope alone says not where to ask
    useCohorts({}, { source: { scope } })
    // @ts-expect-error -- no half of it beside the other options
    useCohorts({}, { fetcher })
  })

  it('is required of the provider', () => {
    expectTypeOf<{ fetcher: Fetcher; scope: string }>().toExtend<QonversionProviderProps>()
    expectTypeOf<{ fetcher: Fetcher }>().not.toExtend<QonversionProviderProps>()
    expectTypeOf<{ scope: string }>().not.toExtend<QonversionProviderProps>()
  })

  it('may be made by createFetcher', () => {
    expectTypeOf(createFetcher({ baseUrl: '/api' })).toEqualTypeOf<Fetcher>()
    expectTypeOf<(path: string, init: RequestInit) => Promise<Response>>().toExtend<Fetcher>()
  })
})

describe('a query', () => {
  it('knows its answer wherever its options or key go', () => {
    const query = cohortsQuery({ grouping: 'week' }, { fetcher, scope })
    const client = new QueryClient()
    expectTypeOf(query.queryKey).toExtend<DataTag<OperationKey, CohortsAnswer, QonversionError>>()
    expectTypeOf(client.getQueryData(query.queryKey)).toEqualTypeOf<CohortsAnswer | undefined>()
    expectTypeOf(client.fetchQuery(query)).resolves.toEqualTypeOf<CohortsAnswer>()
    expectTypeOf(
      client.fetchQuery(cohortsMetaQuery({ fetcher, scope })),
    ).resolves.toEqualTypeOf<CohortsMeta>()
  })

  it('of a list knows its pages, and goes where lists are prefetched and read', () => {
    const query = infiniteSegmentsQuery({ limit: 10 }, { fetcher, scope })
    const client = new QueryClient()
    expectTypeOf(client.prefetchInfiniteQuery(query)).resolves.toEqualTypeOf<void>()
    const pages = client.getQueryData(query.queryKey)?.pages
    expectTypeOf(pages?.[0]?.data[0]?.name).toEqualTypeOf<string | undefined>()
    expectTypeOf(useInfiniteQuery(query).data).toEqualTypeOf<ListData<Segment> | undefined>()
    // @ts-expect-error -- the pages are read one after the other, not from where one likes
    infiniteSegmentsQuery({ starting_after: 'x' }, { fetcher, scope })
  })
})

describe('adapters', () => {
  it('are named by operation id', () => {
    expectTypeOf({ v4GetCohortAnalyticsData: (raw: unknown) => raw }).toExtend<Adapters>()
    // @ts-expect-error -- no operation is called so
    expectTypeOf<Adapters>({ cohorts: (raw: unknown) => raw })
  })
})

describe('a hook with a secret', () => {
  it('returns no variables, and credentials of one store at a time', () => {
    expectTypeOf(useUpdateStoreConfig()).not.toHaveProperty('variables')
    const { mutate } = useUpdateStoreConfig()
    mutate({ platform: 'google', service_account_key: '{}' })
    // @ts-expect-error -- Google has no shared secret
    mutate({ platform: 'google', shared_secret: 'x' })
    expectTypeOf(useRegenerateSecret().data?.secret_key).toEqualTypeOf<string | undefined>()
  })
})
