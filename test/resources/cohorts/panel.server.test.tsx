// @vitest-environment node
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { QonversionProvider } from '../../../src/react/QonversionProvider.tsx'
import { CohortPanel } from '../../../src/resources/cohorts/CohortPanel.tsx'
import {
  initialPanelView,
  panelQuestion,
  type CohortPanelView,
} from '../../../src/resources/cohorts/panelView.model.ts'
import { cohortsQuery } from '../../../src/resources/cohorts/queries.ts'
import { at, shop } from './answers.ts'

const now = at('1998-01-01')

async function serverHtml(initialView: Partial<CohortPanelView>): Promise<string> {
  const client = new QueryClient()
  const question = panelQuestion(initialPanelView(initialView), now)
  const source = { fetcher: async () => Response.json(shop()), scope: 'acme' }
  await client.prefetchQuery(cohortsQuery(question, source))
  return renderToString(
    <QonversionProvider {...source} now={new Date(now * 1000)}>
      <HydrationBoundary state={dehydrate(client)}>
        <CohortPanel initialView={initialView} />
      </HydrationBoundary>
    </QonversionProvider>,
  )
}

test.each(['table', 'curves', 'heatmap'] as const)(
  'the server draws a panel that opens on its %s to the end: nothing of it is left to the browser as an error',
  async (display) => {
    const html = await serverHtml({ metric: 'payers', display })
    // How React marks a part that it gave up on the server, and logs when it is drawn in the browser.
    expect(html).not.toContain('<!--$!-->')
    expect(html).not.toContain('<template data-')
    expect(html).toContain('role="status"')
  },
)
