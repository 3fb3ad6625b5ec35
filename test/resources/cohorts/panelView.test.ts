// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedParts } from '../../../src/core/viewParts.ts'
import {
  changedFolded,
  changePanelView,
  initialPanelView,
  panelQuestion,
  readPanelView,
  type CohortPanelView,
} from '../../../src/resources/cohorts/panelView.model.ts'
import { decodeView, writeView } from '../../../src/ui/viewAddress.ts'
import { figure, runs } from '../../figures.ts'
import { at } from './answers.ts'

const now = at('2026-11-21T12:00:00Z') // a Saturday
const first = initialPanelView()

describe('the first view', () => {
  test('is the last 12 complete months of revenue', () => {
    expect(first).toMatchObject({ metric: 'revenue', grouping: 'month', view: 'absolute' })
    expect(panelQuestion(first, now)).toMatchObject({
      cohort_from: at('2025-11-01'),
      cohort_to: at('2026-11-01'),
    })
  })

  test('by weeks it ends with the last complete week, on a Sunday', () => {
    expect(panelQuestion(initialPanelView({ grouping: 'week' }), now)).toMatchObject({
      cohort_from: at('2026-08-24'),
      cohort_to: at('2026-11-16'),
    })
  })

  test('is what the host gives, where it gives it', () => {
    const range = { from: '1997-01-01', through: '1998-06-30' }
    const given = { range, metric: 'payers' } as const
    expect(initialPanelView(given)).toMatchObject({ ...given, currency: 'USD' })
  })
})

describe('the question', () => {
  const view = initialPanelView({ range: { from: '1997-01-15', through: '1998-06-10' } })

  test('always names its range, at 00:00 UTC and whole periods of the grouping', () => {
    expect(panelQuestion(view, now)).toMatchObject({
      cohort_from: at('1997-01-01'),
      cohort_to: at('1998-07-01'),
    })
    const weekly = panelQuestion({ ...view, grouping: 'week' }, now)
    // 15 January 1997 was a Wednesday, 10 June 1998 one too.
    expect(weekly).toMatchObject({ cohort_from: at('1997-01-13'), cohort_to: at('1998-06-15') })
  })

  test('has a filter and a split only where one is chosen', () => {
    expect(panelQuestion(view, now)).not.toHaveProperty('filter')
    expect(panelQuestion(view, now)).not.toHaveProperty('group_by')
    const asked = panelQuestion(
      { ...view, filters: { country: ['US', 'DE'], store: [] }, split: 'campaign' },
      now,
    )
    expect(asked).toMatchObject({ filter: { country: ['US', 'DE'] }, group_by: 'campaign' })
  })

  test('does not change with what is only looked at otherwise', () => {
    const looked: CohortPanelView = {
      ...view,
      metric: 'payers',
      view: 'percentOfSize',
      display: 'curves',
      minSize: 100,
      selected: ['|852076800'],
      sort: { by: 2, descending: true },
    }
    expect(panelQuestion(looked, now)).toEqual(panelQuestion(view, now))
  })
})

describe('a choice', () => {
  const shares = initialPanelView({ metric: 'payers', view: 'percentOfSize' })

  test('of a metric without the view falls back to amounts', () => {
    expect(changePanelView(shares, { metric: 'revenue' }).view).toBe('absolute')
    expect(changePanelView(shares, { currency: 'EUR' }).view).toBe('percentOfSize')
  })

  test('of other columns in which the view needs a sentence falls back to amounts', () => {
    const ofFirst = initialPanelView({ metric: 'payers', view: 'percentOfFirst', grouping: 'day' })
    expect(ofFirst.view).toBe('percentOfFirst')
    const renewals = { mode: 'by_renewals' } as const
    // Lengths are mixed or unknown; with one known length it is a plain share.
    expect(changePanelView(ofFirst, renewals).view).toBe('absolute')
    expect(changePanelView(ofFirst, renewals, { renewalLengths: ['month', 'year'] }).view).toBe(
      'absolute',
    )
    expect(changePanelView(ofFirst, renewals, { renewalLengths: ['month'] }).view).toBe(
      'percentOfFirst',
    )
    // Chosen behind the sentence it stays, whatever else is changed.
    const chosen = changePanelView(ofFirst, { ...renewals, view: 'percentOfFirst' })
    expect(changePanelView(chosen, { currency: 'EUR' }).view).toBe('percentOfFirst')
    expect(changePanelView(shares, renewals).view).toBe('percentOfSize')
  })

  test('of another grouping takes the range of that grouping, but for own dates', () => {
    expect(changePanelView(shares, { grouping: 'week' }).range).toEqual({ last: 12, unit: 'week' })
    const current = changePanelView(shares, { range: { last: 3, unit: 'month', current: true } })
    expect(changePanelView(current, { grouping: 'day' }).range).toEqual({
      last: 30,
      unit: 'day',
      current: true,
    })
    const range = { from: '2026-01-01', through: '2026-02-28' }
    const own = changePanelView(shares, { range })
    expect(changePanelView(own, { grouping: 'week' }).range).toEqual(range)
  })

  test('that makes other rows and columns forgets what was picked among the old ones', () => {
    const picked = { ...shares, selected: ['|1'], sort: { by: 2, descending: true } }
    const split = changePanelView(picked, { split: 'country' })
    expect(split).toMatchObject({ selected: [], sort: null })
    expect(changePanelView(picked, { metric: 'arpu' })).toMatchObject({ selected: ['|1'] })
    const bySize = { ...picked, sort: { by: 'size', descending: true } } as const
    expect(changePanelView(bySize, { mode: 'by_renewals' }).sort).toEqual(bySize.sort)
  })
})

test('the fold counts what stands behind it and is not as at first', () => {
  expect(changedFolded(first, first)).toBe(0)
  const changed = changePanelView(first, { metric: 'payers', filters: { country: ['DE'] } })
  expect(changedFolded({ ...changed, revenueType: 'net' }, first)).toBe(2)
})

describe('a stored view', () => {
  test('loses each part that is broken, and no other', () => {
    const stored = {
      metric: 'payers',
      view: 'upsideDown',
      grouping: 'fortnight',
      currency: 'dollars',
      environment: '0',
      range: { last: 'many', unit: 'month' },
      filters: { country: 'DE', store: 7 },
      colour: { ramp: 'viridis', scope: 'universe' },
      sort: { by: '3', descending: 'true' },
      minSize: '-5',
      summaries: 'median',
      somethingNew: { of: 'a later version' },
    }
    expect(readPanelView(stored, first)).toEqual({
      ...first,
      metric: 'payers',
      environment: 0,
      filters: { country: ['DE'] },
      colour: { ...first.colour, ramp: 'viridis' },
      sort: { by: 3, descending: true },
      summaries: ['median'],
    })
  })

  test('that only names a grouping gets a range of it', () => {
    expect(readPanelView({ grouping: 'quarter' }, first).range).toEqual({
      last: 8,
      unit: 'quarter',
    })
  })

  test('whose metric does not have its view shows amounts', () => {
    expect(readPanelView({ metric: 'arppu', view: 'percentOfFirst' }, first).view).toBe('absolute')
  })

  test('can be anything at all', () => {
    const seed = 20261121
    const count = runs(10_000)
    const parts = Object.keys(first)
    const anything = fc.dictionary(fc.constantFrom(...parts), fc.anything())
    fc.assert(
      fc.property(anything, (stored) => {
        const view = readPanelView(stored, first)
        expect(Object.keys(view).toSorted()).toEqual(parts.toSorted())
        expect(() => panelQuestion(view, now)).not.toThrow()
      }),
      { numRuns: count, seed },
    )
    figure('stored views of any content', count, 'whole views, questions asked', seed)
  })
})

test('what differs from the first view goes through an address and comes back', () => {
  const chosen: CohortPanelView = {
    ...first,
    metric: 'payers',
    view: 'percentOfFirst',
    mode: 'by_renewals',
    grouping: 'week',
    definition: 'new_paying',
    revenueType: 'net',
    currency: 'EUR',
    environment: 0,
    range: { last: 26, unit: 'week', current: true },
    filters: { country: ['DE', 'US'], 'first.product': ['a,b&c'] },
    split: 'campaign',
    display: 'curves',
    colour: { scope: 'column', scale: 'diverging', omitFirst: true, ramp: 'viridis' },
    sort: { by: 2, descending: true },
    minSize: 100,
    summaries: [],
    selected: ['organic|1794787200', '|1795392000'],
    density: 'compact',
    intervals: true,
    annotations: false,
  }
  const throughAddress = (view: CohortPanelView) =>
    readPanelView(
      decodeView('c', new URLSearchParams(writeView('', 'c', changedParts(view, first)))),
      first,
    )
  expect(throughAddress(chosen)).toEqual(chosen)
  expect(throughAddress(first)).toEqual(first)
  expect(writeView('?project=shop', 'c', changedParts(first, first))).toBe('?project=shop')
})
