import { describe, expect, test } from 'vitest'
import {
  changePanelView,
  initialPanelView,
  isRangeValid,
  panelQuestion,
} from '../../../src/resources/cohorts/panelView.model.ts'
import { at } from './answers.ts'

const now = at('2026-11-21T12:00:00Z') // a Saturday

describe('the first view', () => {
  test('is the last 12 complete months of revenue', () => {
    expect(initialPanelView(now)).toMatchObject({
      metric: 'revenue',
      grouping: 'month',
      from: '2025-11-01',
      through: '2026-10-31',
    })
  })

  test('by weeks it ends with the last complete week, on a Sunday', () => {
    expect(initialPanelView(now, { grouping: 'week' })).toMatchObject({
      from: '2026-08-24',
      through: '2026-11-15',
    })
  })

  test('is what the host gives, where it gives it', () => {
    const given = { from: '1997-01-01', through: '1998-06-30', metric: 'payers' } as const
    expect(initialPanelView(now, given)).toMatchObject({ ...given, currency: 'USD' })
  })
})

describe('the question', () => {
  const view = initialPanelView(now, { from: '1997-01-15', through: '1998-06-10' })

  test('always names its range, at 00:00 UTC and whole periods of the grouping', () => {
    expect(panelQuestion(view)).toMatchObject({
      cohort_from: at('1997-01-01'),
      cohort_to: at('1998-07-01'),
    })
    const weekly = panelQuestion({ ...view, grouping: 'week' })
    // 15 January 1997 was a Wednesday, 10 June 1998 one too.
    expect(weekly).toMatchObject({ cohort_from: at('1997-01-13'), cohort_to: at('1998-06-15') })
  })

  test('has a filter only where one is chosen', () => {
    expect(panelQuestion(view)).not.toHaveProperty('filter')
    expect(panelQuestion({ ...view, filters: { country: 'US', store: '' } }).filter).toEqual({
      country: ['US'],
    })
  })
})

test('a view that the new metric does not have falls back to amounts', () => {
  const shares = { ...initialPanelView(now), metric: 'payers', view: 'percentOfSize' } as const
  expect(changePanelView(shares, { metric: 'revenue' }).view).toBe('absolute')
  expect(changePanelView(shares, { currency: 'EUR' }).view).toBe('percentOfSize')
})

test('a range may be one day, and may not end before it begins', () => {
  const view = initialPanelView(now)
  expect(isRangeValid({ ...view, from: '2026-01-01', through: '2026-01-01' })).toBe(true)
  expect(isRangeValid({ ...view, from: '2026-01-02', through: '2026-01-01' })).toBe(false)
})
