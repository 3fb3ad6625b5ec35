// @vitest-environment node
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { cohortsMetaQuery, cohortsQuery } from '../../src/resources/cohorts/queries.ts'
import { answerTo } from './harness.tsx'

const fetcher = () => vi.fn<Fetcher>(async (path) => Response.json(answerTo(path)))
const scope = 'acme:production:u7'

describe('the key of a query', () => {
  it('says whose data, which section, which operation, which question', () => {
    const { queryKey } = cohortsQuery({ mode: 'by_days' }, { fetcher: fetcher(), scope })
    expect(queryKey).toEqual([
      'qonversion',
      scope,
      'cohorts',
      'v4GetCohortAnalyticsData',
      '{"mode":"by_days"}',
    ])
  })

  it('is another for each scope, operation and question', () => {
    const source = { fetcher: fetcher(), scope }
    const keys = [
      cohortsQuery({}, source),
      cohortsQuery({ currency: 'EUR' }, source),
      cohortsQuery({}, { ...source, scope: 'acme:sandbox:u7' }),
      cohortsMetaQuery(source),
    ].map(({ queryKey }) => queryKey.join('|'))
    expect(new Set(keys).size).toBe(4)
  })

  it('is one for a question, in whatever order it is written and with what says nothing', () => {
    const source = { fetcher: fetcher(), scope }
    const keys = [
      cohortsQuery({ mode: 'by_days', currency: 'EUR' }, source),
      cohortsQuery({ currency: 'EUR', mode: 'by_days' }, source),
      cohortsQuery({ currency: 'EUR', grouping: undefined, mode: 'by_days' }, source),
    ].map(({ queryKey }) => queryKey.join('|'))
    expect(new Set(keys).size).toBe(1)
  })
})

describe('prefetching on a server', () => {
  it('stores the answer where the hook looks for it', async () => {
    const client = new QueryClient()
    const query = cohortsQuery({ grouping: 'month' }, { fetcher: fetcher(), scope })
    await client.prefetchQuery(query)
    expect(client.getQueryData(query.queryKey)).toEqual(
      answerTo('/analytics/cohorts?grouping=month'),
    )
  })

  it('does not retry: the page is waiting', async () => {
    const failing = vi.fn<Fetcher>(async () => new Response(null, { status: 503 }))
    const run = new QueryClient().fetchQuery(cohortsQuery({}, { fetcher: failing, scope }))
    await expect(run).rejects.toMatchObject({ status: 503 })
    expect(failing).toHaveBeenCalledOnce()
  })

  it('reads the layouts that the host taught it', async () => {
    const wrapped = vi.fn<Fetcher>(async () => Response.json({ payload: answerTo('wrapped') }))
    const adapters = {
      v4GetCohortAnalyticsData: (raw: unknown) => (raw as { payload: unknown }).payload,
    }
    const run = new QueryClient().fetchQuery(
      cohortsQuery({}, { fetcher: wrapped, scope, adapters }),
    )
    await expect(run).resolves.toEqual(answerTo('wrapped'))
  })
})

describe('a source', () => {
  const whole = { fetcher: fetcher(), scope }

  it.each([
    ['without a fetcher', { scope }, 'source.fetcher'],
    ['without a scope', { fetcher: whole.fetcher }, 'source.scope'],
    ['with an empty scope', { ...whole, scope: '  ' }, 'source.scope'],
    ['with a Secret Key as its scope', { ...whole, scope: 'sk_0123456789' }, 'source.scope'],
  ])('%s is refused, and stored under no scope', async (_, source, field) => {
    const client = new QueryClient()
    await client.prefetchQuery(cohortsQuery({}, whole))
    const query = cohortsQuery({}, source as typeof whole)
    const error = await client.fetchQuery(query).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(InputError)
    expect((error as InputError).details.map((detail) => detail.field)).toEqual([field])
    expect(query.queryKey[1]).toBe('')
  })
})
