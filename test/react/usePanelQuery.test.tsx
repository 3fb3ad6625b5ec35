import { QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { hydrateRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { QonversionProvider } from '../../src/react/QonversionProvider.tsx'
import { usePanelQuery } from '../../src/react/usePanelQuery.ts'
import { useCohorts } from '../../src/resources/cohorts/hooks.ts'
import { cohortsQuery } from '../../src/resources/cohorts/queries.ts'
import type { CohortsInput } from '../../src/resources/cohorts/types.ts'
import { answerTo, desk, response } from './harness.tsx'

const WEEK: CohortsInput = { grouping: 'week' }
const MONTH: CohortsInput = { grouping: 'month' }

function panel(now?: Date) {
  const { asked, fetcher } = desk()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QonversionProvider fetcher={fetcher} scope="acme" queryClient={client} now={now}>
      {children}
    </QonversionProvider>
  )
  const client = new QueryClient()
  const { result, rerender } = renderHook(
    (question: CohortsInput) => usePanelQuery(question, useCohorts(question), 'waiting'),
    { wrapper, initialProps: WEEK },
  )
  const answer = (given?: Response) => act(async () => asked.at(-1)!.answer(given))
  return { result, rerender, answer }
}

test('while a changed question loads, the old answer stays with the question it answers', async () => {
  const { result, rerender, answer } = panel()
  expect(result.current).toMatchObject({ data: undefined, refreshing: true, isCurrent: false })
  await answer()
  expect(result.current).toMatchObject({ answered: WEEK, refreshing: false, isCurrent: true })
  const fetched = result.current.asOf
  expect(fetched).toBeGreaterThan(0)
  rerender(MONTH)
  expect(result.current).toMatchObject({
    answered: WEEK,
    asOf: fetched,
    stale: true,
    refreshing: true,
    isCurrent: false,
  })
  await answer()
  expect(result.current).toMatchObject({ answered: MONTH, stale: false, isCurrent: true })
})

test('a question that fails leaves its problem, in words for who may not see it', async () => {
  const { result, answer } = panel()
  await answer(
    response({ error: { type: 'authorization', code: 'forbidden', message: 'No.' } }, 403),
  )
  expect(result.current.problem?.kind).toBe('forbidden')
  expect(result.current.data).toBeUndefined()
})

test('a provider with a clock of its own says as of when', async () => {
  const { result, answer } = panel(new Date('2026-02-03T00:00:00Z'))
  await answer()
  expect(result.current.asOf).toBe(Date.parse('2026-02-03T00:00:00Z'))
})

test('server HTML that is older than its answer is fresh is hydrated without a complaint, and then asked again', async () => {
  const { asked, fetcher } = desk()
  const source = { fetcher, scope: 'acme' }
  const Page = () => {
    const { data, refreshing } = usePanelQuery(WEEK, useCohorts(WEEK), 'waiting')
    return <p aria-busy={refreshing}>{data?.url}</p>
  }
  const page = (updatedAt: number) => {
    const client = new QueryClient()
    client.setQueryData(cohortsQuery(WEEK, source).queryKey, answerTo('kept'), { updatedAt })
    return (
      <QonversionProvider {...source} queryClient={client}>
        <Page />
      </QonversionProvider>
    )
  }
  const root = document.body.appendChild(document.createElement('div'))
  root.innerHTML = renderToString(page(Date.now()))
  expect(root.innerHTML).toBe('<p aria-busy="false">kept</p>')
  const complaints: unknown[] = []
  const complain = vi.spyOn(console, 'error').mockImplementation((...words) => {
    complaints.push(words)
  })
  const hydrated = await act(async () =>
    hydrateRoot(root, page(0), { onRecoverableError: (error) => complaints.push(error) }),
  )
  expect(complaints).toEqual([])
  complain.mockRestore()
  expect(root.innerHTML).toBe('<p aria-busy="true">kept</p>')
  await act(async () => asked.at(-1)!.answer())
  expect(root.innerHTML).toBe('<p aria-busy="false">/analytics/cohorts?grouping=week</p>')
  await act(async () => hydrated.unmount())
  root.remove()
})
