import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useAnswered } from '../../src/react/useAnswered.ts'
import { useAnsweredQuestion } from '../../src/react/useAnsweredQuestion.ts'

const ask = (
  question: string,
  data: unknown,
  isPlaceholderData: boolean,
  dataUpdatedAt: number,
) => ({
  question,
  query: { data, isPlaceholderData, dataUpdatedAt },
})
const start = ask('first', 'answer 1', false, 100)
const render = () =>
  renderHook(({ question, query }) => useAnswered(question, query), { initialProps: start })

describe('the question that the shown data answers', () => {
  it('is the one asked, once its answer is there', () => {
    const { result, rerender } = render()
    expect(result.current).toEqual({ question: 'first', asOf: 100 })
    rerender(ask('second', 'answer 2', false, 200))
    expect(result.current).toEqual({ question: 'second', asOf: 200 })
  })

  it('stays the old one while the new one loads over its data', () => {
    const { result, rerender } = render()
    rerender(ask('second', 'answer 1', true, 0))
    expect(result.current).toEqual({ question: 'first', asOf: 100 })
  })

  it('is still the old one when a question failed in between', () => {
    const { result, rerender } = render()
    rerender(ask('second', undefined, false, 0))
    rerender(ask('third', 'answer 1', true, 0))
    expect(result.current).toEqual({ question: 'first', asOf: 100 })
  })

  it('is asked again at a new moment by a refresh', () => {
    const { result, rerender } = render()
    rerender(ask('first', 'answer 1', false, 300))
    expect(result.current).toEqual({ question: 'first', asOf: 300 })
  })
})

it('may be written in place: the same question in another object is no other question', () => {
  const asking = (currency: string, isPlaceholderData: boolean, dataUpdatedAt: number) => ({
    question: { currency },
    query: { data: 'answer', isPlaceholderData, dataUpdatedAt },
  })
  const { result, rerender } = renderHook(
    ({ question, query }) => useAnsweredQuestion({ ...question }, query),
    { initialProps: asking('USD', false, 100) },
  )
  rerender(asking('USD', false, 100))
  expect(result.current).toEqual({ question: { currency: 'USD' }, asOf: 100 })
  rerender(asking('EUR', true, 100))
  expect(result.current).toEqual({ question: { currency: 'USD' }, asOf: 100 })
  rerender(asking('EUR', false, 200))
  expect(result.current).toEqual({ question: { currency: 'EUR' }, asOf: 200 })
})
