// @vitest-environment node
import { describe, expect, test } from 'vitest'
import {
  experimentRow,
  isBeingMade,
  isListed,
  pressSort,
  sortRows,
  type ExperimentColumn,
  type ExperimentSort,
} from '../../../../src/resources/experiments/list.model.ts'
import { experiment, figures, NOW } from './rows.ts'

describe('a line of the list', () => {
  const row = (...given: (readonly [users: number, paid: number])[]) =>
    experimentRow(experiment('a'), figures(...given), NOW)

  test('has the word for its figures', () => {
    // 5% against 6.5% of 10,000 each.
    expect(row([10_000, 500], [10_000, 650]).judged?.decision.word).toBe('ship')
    expect(row([10_000, 500], [10_000, 650]).health).toBe('healthy')
    // Of 10,000 users of one arm 1,000 are missing.
    expect(row([10_000, 500], [9_000, 500]).health).toBe('unhealthy')
  })

  test('has none while nobody was exposed, or nothing is known', () => {
    for (const found of [row([0, 0], [0, 0]), experimentRow(experiment('a'), undefined, NOW)])
      expect(found).toMatchObject({ judged: null, health: null, state: null })
    expect(experimentRow(experiment('a'), 'failed', NOW).state).toBe('failed')
  })

  test('is warned of where another experiment is on its context key', () => {
    const shared = figures([10_000, 500], [10_000, 650])
    const run = { ...shared.run, sharedContext: ['b'] }
    expect(experimentRow(experiment('a'), { ...shared, run }, NOW).health).toBe('warned')
  })
})

describe('which are listed', () => {
  const one = experiment('id-7', {
    name: 'Short Paywall',
    alias_id: 'paywall_v2',
    context_key: 'main',
    status: 'paused',
  })
  const fits = (search: string, status = '') => isListed(one, { search, status })

  test('those that have all words, in any of their texts and any case', () => {
    expect(['', '  ', 'paywall SHORT', 'v2 main', 'ID-7'].every((words) => fits(words))).toBe(true)
    expect(fits('paywall long')).toBe(false)
  })

  test('those of a status, one of a newer API too', () => {
    expect(fits('', 'paused')).toBe(true)
    expect(fits('', 'active')).toBe(false)
    expect(
      isListed(experiment('b', { status: 'winding_down' }), { search: '', status: 'winding_down' }),
    ).toBe(true)
  })
})

describe('the order', () => {
  const rows = [
    experimentRow(
      experiment('b10', { status: 'finished', started_at: '2026-01-01T00:00:00Z' }),
      figures([10_000, 500], [10_000, 650]),
      NOW,
    ),
    experimentRow(experiment('a', { status: 'draft' }), undefined, NOW),
    experimentRow(
      experiment('b9', { status: 'active', started_at: '2026-01-05T00:00:00Z' }),
      figures([100, 3], [100, 4]),
      NOW,
    ),
    experimentRow(experiment('c', { status: 'new_one' }), figures([9_000, 1], [5_000, 1]), NOW),
  ]
  const { compare } = new Intl.Collator('en', { numeric: true })
  const ids = (by: ExperimentColumn, order: ExperimentSort['order']) =>
    sortRows(rows, { by, order }, compare, (id) => id).map((row) => row.experiment.id)

  test('of names is that of people: 9 before 10', () => {
    expect(ids('name', 'ascending')).toEqual(['a', 'b9', 'b10', 'c'])
    expect(ids('name', 'descending')).toEqual(['c', 'b10', 'b9', 'a'])
  })

  test('of statuses is that of a life; one that is not known stands last either way', () => {
    expect(ids('status', 'ascending')).toEqual(['a', 'b9', 'b10', 'c'])
    expect(ids('status', 'descending')).toEqual(['b10', 'b9', 'a', 'c'])
  })

  test('of dates and days leaves what has none last', () => {
    expect(ids('dates', 'descending')).toEqual(['b9', 'b10', 'a', 'c'])
    expect(ids('days', 'ascending')).toEqual(['b9', 'b10', 'a', 'c'])
  })

  test('of results begins with what wants doing', () => {
    expect(ids('result', 'ascending')).toEqual(['b10', 'c', 'b9', 'a'])
    expect(ids('health', 'ascending')).toEqual(['c', 'b10', 'b9', 'a'])
  })

  test('turns around at a second press, and begins with the newest for dates', () => {
    const first = pressSort({ by: 'name', order: 'ascending' }, 'dates')
    expect(first).toEqual({ by: 'dates', order: 'descending' })
    expect(pressSort(first, 'dates')).toEqual({ by: 'dates', order: 'ascending' })
    expect(pressSort(first, 'name')).toEqual({ by: 'name', order: 'ascending' })
  })
})

test('knows one that is being made by the id it has until then', () => {
  expect([experiment('pending.new_paywall'), experiment('exp_1')].map(isBeingMade)).toEqual([
    true,
    false,
  ])
})
