import { QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { QonversionProvider } from '../../src/react/QonversionProvider.tsx'
import { usePanelQuery } from '../../src/react/usePanelQuery.ts'
import { useCohorts } from '../../src/resources/cohorts/hooks.ts'
import type { CohortsInput } from '../../src/resources/cohorts/types.ts'
import { desk, response } from './harness.tsx'

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
