// @vitest-environment node
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { QonversionProvider } from '../../../src/react/QonversionProvider.tsx'
import { CohortPanel } from '../../../src/resources/cohorts/CohortPanel.tsx'
import {
  initialPanelView,
  panelQuestion,
  type CohortPanelView,
} from '../../../src/resources/cohorts/panelView.model.ts'
import { cohortsMetaQuery, cohortsQuery } from '../../../src/resources/cohorts/queries.ts'
import { preloadParts } from '../../../src/ui/sentPart.tsx'
import { streamed } from '../../serverHtml.ts'
import { at, shop } from './answers.ts'

const now = at('1998-01-01')

async function pageOf(initialView: Partial<CohortPanelView>) {
  const client = new QueryClient()
  const question = panelQuestion(initialPanelView(initialView), now)
  const source = { fetcher: async () => Response.json(shop()), scope: 'acme' }
  await client.prefetchQuery(cohortsQuery(question, source))
  await client.prefetchQuery(cohortsMetaQuery(source))
  return (
    <QonversionProvider {...source} now={new Date(now * 1000)}>
      <HydrationBoundary state={dehydrate(client)}>
        <CohortPanel initialView={initialView} />
      </HydrationBoundary>
    </QonversionProvider>
  )
}

const SHOWN = {
  table: /role="grid"/,
  // A line with its points, and its numbers in a table.
  curves: /<path class="qv-chart-path"[^>]* d="M[\d.]+,[\d.]+L.*<table/,
  heatmap: /data-level="9".*<table/,
}

describe.for(['table', 'curves', 'heatmap'] as const)('a panel that opens on its %s', (display) => {
  const view = { metric: 'payers', display } as const

  test('is sent whole by a server that streams', async () => {
    const { html, errors } = await streamed(await pageOf(view))
    expect(errors).toEqual([])
    expect(html).toMatch(SHOWN[display])
    expect(html).not.toContain(' style=')
  })

  test('is whole in its place, also by renderToString, once the parts are loaded', async () => {
    await preloadParts()
    const html = renderToString(await pageOf(view))
    expect(html).toMatch(SHOWN[display])
    expect(html).not.toMatch(/qv-skeleton|<!--\$!-->|<template data-/)
  })
})
