// @vitest-environment node
import { QueryClient } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { QonversionProvider } from '../../../../src/react/QonversionProvider.tsx'
import { ExperimentsPanel } from '../../../../src/resources/experiments/ExperimentsPanel.tsx'
import type { ExperimentsView } from '../../../../src/resources/experiments/experimentsView.model.ts'
import { experimentsQuestion } from '../../../../src/resources/experiments/figures.model.ts'
import {
  experimentGroupsQuery,
  experimentsQuery,
  experimentsSummaryQuery,
} from '../../../../src/resources/experiments/queries.ts'
import { preloadParts } from '../../../../src/ui/sentPart.tsx'
import { streamed } from '../../../serverHtml.ts'
import { experiment, NOW, PLAN, summary } from './rows.ts'

const paywall = experiment('a', {
  name: 'Paywall',
  primary_metric: 'user_to_paid',
  started_at: '2025-11-01T00:00:00Z',
})
const ANSWERS: Readonly<Record<string, unknown>> = {
  '/experiments': { object: 'list', data: [paywall], has_more: false },
  '/experiments/summary': { items: [summary('a', [10_000, 500], [10_000, 650])] },
  '/experiments/a/groups': { object: 'list', data: [], has_more: false },
}

/** The panel with its answers there, as a host prefetches them. */
async function pageOf(initialView: Partial<ExperimentsView>) {
  const source = {
    fetcher: async (path: string) => Response.json(ANSWERS[path.replace(/\?.*/, '')]),
    scope: 'acme',
  }
  const queryClient = new QueryClient()
  await queryClient.fetchQuery(experimentsQuery(source))
  await queryClient.fetchQuery(experimentsSummaryQuery(experimentsQuestion([paywall]), source))
  await queryClient.fetchQuery(experimentGroupsQuery({ experiment_id: 'a' }, source))
  return (
    <QonversionProvider {...source} queryClient={queryClient} now={new Date(NOW * 1000)}>
      <ExperimentsPanel initialView={initialView} planOf={() => PLAN} />
    </QonversionProvider>
  )
}

test('an experiment that is opened by its address is sent whole: its decision and its intervals', async () => {
  const { html, errors } = await streamed(await pageOf({ experiment: 'a' }))
  expect(errors).toEqual([])
  expect(html).toContain('Paywall')
  expect(html).toContain('class="qv-results-decision"')
  expect(html).toMatch(/class="qv-interval-range" x1="[\d.]+%"/)
  expect(html).not.toContain(' style=')
})

test.for([
  [{ experiment: 'a' }, 'class="qv-results-decision"'],
  [{ form: 'new' }, '<form'],
] as const)('%j is whole in its place once the parts are loaded', async ([view, found]) => {
  await preloadParts()
  const html = renderToString(await pageOf(view))
  expect(html).toContain(found)
  expect(html).not.toMatch(/qv-skeleton|<!--\$!-->| style=/)
})
