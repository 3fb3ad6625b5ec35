// @vitest-environment node
import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  type DehydratedState,
} from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { QonversionProvider } from '../../src/react/QonversionProvider.tsx'
import { useCohorts } from '../../src/resources/cohorts/hooks.ts'
import { cohortsQuery } from '../../src/resources/cohorts/queries.ts'
import { figure, runs } from '../figures.ts'
import { answerTo, response } from './harness.tsx'

const answering =
  (mark: string): Fetcher =>
  async (path) =>
    response(answerTo(mark + path))
const silent: Fetcher = () => new Promise(() => undefined)

function Page() {
  const { data, dataUpdatedAt } = useCohorts({ grouping: 'week' })
  return <p>{data ? `${data.url} at ${dataUpdatedAt}` : 'loading'}</p>
}

describe('rendering on a server', () => {
  it('shows what was prefetched in the first render, with the moment it was fetched', async () => {
    const source = { fetcher: answering(''), scope: 'acme' }
    const prefetched = new QueryClient()
    await prefetched.prefetchQuery(cohortsQuery({ grouping: 'week' }, source))
    const state = JSON.parse(JSON.stringify(dehydrate(prefetched))) as DehydratedState
    const at = prefetched.getQueryState(
      cohortsQuery({ grouping: 'week' }, source).queryKey,
    )?.dataUpdatedAt

    const html = renderToString(
      <QonversionProvider fetcher={silent} scope="acme">
        <HydrationBoundary state={state}>
          <Page />
        </HydrationBoundary>
      </QonversionProvider>,
    )
    expect(html).toBe(`<p>/analytics/cohorts?grouping=week at ${at}</p>`)
  })

  it('shows nothing of what was prefetched for another scope', async () => {
    const prefetched = new QueryClient()
    await prefetched.prefetchQuery(
      cohortsQuery({ grouping: 'week' }, { fetcher: answering(''), scope: 'acme' }),
    )
    const html = renderToString(
      <QonversionProvider fetcher={silent} scope="zeta">
        <HydrationBoundary state={dehydrate(prefetched)}>
          <Page />
        </HydrationBoundary>
      </QonversionProvider>,
    )
    expect(html).toBe('<p>loading</p>')
  })

  it('brings a client for each render, so that parallel renders share nothing', async () => {
    const count = runs(200)
    const render = async (tenant: string) => {
      const client = new QueryClient()
      const source = { fetcher: answering(`${tenant} `), scope: tenant }
      await client.prefetchQuery(cohortsQuery({ grouping: 'week' }, source))
      return renderToString(
        <QonversionProvider {...source} queryClient={client}>
          <Page />
        </QonversionProvider>,
      )
    }
    const tenants = Array.from({ length: count }, (_, index) => `tenant-${index}`)
    const pages = await Promise.all(tenants.map(render))
    const foreign = pages.filter((html, index) => !html.startsWith(`<p>${tenants[index]} `))
    expect(foreign).toEqual([])
    figure('parallel server renders: pages with data of another tenant', count, '0')

    const bare = renderToString(
      <QonversionProvider fetcher={silent} scope={tenants[0]!}>
        <Page />
      </QonversionProvider>,
    )
    expect(bare).toBe('<p>loading</p>')
  })
})
