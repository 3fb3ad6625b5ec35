import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { QonversionApiError } from '../../src/core/errors.ts'
import { usePanelProblem } from '../../src/react/usePanelProblem.ts'

const refusal = (status: number) =>
  new QonversionApiError('v4GetCohortAnalyticsData', {
    status,
    type: 'request',
    code: 'refused',
    message: `answered ${status}`,
    details: [],
    retryAfter: 60_000,
  })

const [first, second] = [{ currency: 'USD' }, { currency: 'EUR' }]
const asked = {
  question: first as object,
  data: undefined as unknown,
  error: null as unknown,
  failureReason: null as unknown,
  isFetching: false,
  errorUpdatedAt: 1_000,
}
const failed = { ...asked, error: refusal(503) }
const render = (initialProps: typeof asked) =>
  renderHook(
    ({ question, ...query }) => usePanelProblem(question, query, 'asked again by itself'),
    {
      initialProps,
    },
  )

test('a failed question is told with when to ask again', () => {
  expect(render(failed).result.current).toMatchObject({ kind: 'server', retryAt: 61_000 })
  expect(render(asked).result.current).toBeUndefined()
})

test('it stays while the same question is asked again with nothing to show', () => {
  const { result, rerender } = render(failed)
  rerender({ ...asked, isFetching: true })
  expect(result.current).toMatchObject({ kind: 'server', message: 'answered 503' })
  rerender({ ...asked, data: 'an answer' })
  expect(result.current).toBeUndefined()
})

test('another question does not inherit it', () => {
  const { result, rerender } = render(failed)
  rerender({ ...asked, question: second, isFetching: true })
  expect(result.current).toBeUndefined()
})

test('while the library waits as the API asked, that is what is said', () => {
  const { result } = render({ ...asked, isFetching: true, failureReason: refusal(429) })
  expect(result.current).toMatchObject({
    kind: 'rateLimited',
    message: 'asked again by itself',
    retryAt: null,
  })
  const other = render({ ...asked, isFetching: true, failureReason: refusal(503) })
  expect(other.result.current).toBeUndefined()
})
