// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { gridsOf } from '../../../src/resources/cohorts/cohortGrids.ts'
import { initialPanelView, lengthsInView } from '../../../src/resources/cohorts/panelView.model.ts'
import { nameQuestion } from '../../../src/resources/cohorts/questionNames.ts'
import type { CohortsMeta } from '../../../src/resources/cohorts/types.ts'
import { answer, at, row } from './answers.ts'

describe('the lengths of the renewals in view', () => {
  const byProduct = { weekly: 'week', monthly: 'month', pro: 'month' } as const
  const inView = (view: Parameters<typeof initialPanelView>[0]) =>
    lengthsInView(initialPanelView(view), byProduct)

  test('are those of every product, until some are chosen', () => {
    expect(inView({}).renewalLengths).toEqual(['week', 'month'])
    expect(inView({ filters: { product: ['monthly', 'pro'] } }).renewalLengths).toEqual(['month'])
    expect(inView({ filters: { country: ['DE'] } }).renewalLengths).toEqual(['week', 'month'])
  })

  test('are unknown with a product whose length nobody said, and without any product', () => {
    expect(inView({ filters: { product: ['monthly', 'coins'] } }).renewalLengths).toBeUndefined()
    expect(lengthsInView(initialPanelView(), {}).renewalLengths).toBeUndefined()
  })

  test('are one for each segment of a split by product, and of no other split', () => {
    expect(inView({ split: 'product' }).segmentLengths).toEqual({
      weekly: ['week'],
      monthly: ['month'],
      pro: ['month'],
    })
    expect(inView({ split: 'country' }).segmentLengths).toBeUndefined()
  })
})

test('a question is read back in the project’s words, and in codes where it has none', () => {
  const meta = {
    filter_conditions: [
      {
        attribute: 'country',
        label: 'Country',
        type: 'list',
        values: [{ code: 'DE', label: 'Germany' }],
      },
    ],
  } as unknown as CohortsMeta
  const question = {
    currency: 'EUR',
    group_by: 'country',
    filter: { country: ['DE', 'XX'], tier: ['a'] },
  }
  expect(nameQuestion(question, meta)).toEqual({
    currency: 'EUR',
    group_by: 'Country',
    filter: { Country: ['Germany', 'XX'], tier: ['a'] },
  })
  expect(nameQuestion(question, undefined)).toBe(question)
})

test('the grids of an answer are made once for the same options, in whatever order they are named', () => {
  const given = answer([row('1997-01-01', 10, [[1, 1, 1]])])
  const question = { cohort_definition: 'new_paying' } as const
  const asOf = 1000 * at('1997-06-01')
  const first = gridsOf(given, { asOf, question, renewalLengths: ['month'] })
  const later = gridsOf(given, { asOf: 1000 * at('1997-06-02'), question })
  expect(later).not.toBe(first)
  expect(gridsOf(given, { renewalLengths: ['month'], question: { ...question }, asOf })).toBe(first)
})
