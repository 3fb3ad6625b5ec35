// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { sumOf } from '../../../src/resources/cohorts/grid.sums.model.ts'
import { summarize } from '../../../src/resources/cohorts/grid.summary.model.ts'
import {
  readCell,
  readTotal,
  unitOf,
  viewsOf,
  type ViewSituation,
} from '../../../src/resources/cohorts/grid.views.model.ts'
import type { CohortView } from '../../../src/resources/cohorts/grid.types.ts'
import type { CohortMetric } from '../../../src/resources/cohorts/types.ts'
import { answer, at, cell, row, shop } from './answers.ts'

const later = at('1997-06-01')

describe('a number', () => {
  const grid = buildCohortGrid(shop(), { now: later })

  test('is what the answer holds, in the view "amounts"', () => {
    expect(readCell(grid, 0, 1, { metric: 'revenue', view: 'absolute' })).toEqual({
      value: 7003.73,
      state: 'final',
      unit: 'money',
    })
    expect(readCell(grid, 0, 2, { metric: 'subscriptions', view: 'absolute' }).value).toBe(131)
  })

  test('is a share of the members, in the view "% of size"', () => {
    // 124 of the 781 members of January paid again in Month 1: 15.877 %.
    const { value, unit } = readCell(grid, 0, 1, { metric: 'payers', view: 'percentOfSize' })
    expect(value).toBeCloseTo(0.15877, 5)
    expect(unit).toBe('percent')
  })

  test('is null, not 0, where there is none', () => {
    expect(readCell(grid, 2, 2, { metric: 'revenue', view: 'absolute' })).toMatchObject({
      value: null,
      state: 'missing',
    })
    const nobody = buildCohortGrid(answer([row('1997-01-01', 0, [[0, 0, 0]])]), { now: later })
    expect(readCell(nobody, 0, 0, { metric: 'payers', view: 'percentOfSize' }).value).toBeNull()
    expect(readCell(nobody, 0, 0, { metric: 'arppu', view: 'absolute' }).value).toBeNull()
    expect(readCell(nobody, 0, 0, { metric: 'revenue', view: 'absolute' }).value).toBe(0)
  })

  test('a share of a cohort that still recruits is open, whatever its period', () => {
    const running = buildCohortGrid(
      answer([row('1997-01-01', 10, [[1, 1, 1]], '1997-03-01')], { cohort_to: at('1997-03-01') }),
      {
        now: at('1997-02-10'),
      },
    )
    expect(readCell(running, 0, 0, { metric: 'payers', view: 'absolute' }).state).toBe('final')
    expect(readCell(running, 0, 0, { metric: 'payers', view: 'percentOfSize' }).state).toBe('open')
  })
})

describe('the views of a metric', () => {
  const situation = {
    mode: 'by_days',
    grouping: 'day',
    definition: 'new_customers',
    mixedLengths: false,
  } as const
  const views = (metric: CohortMetric, more: Partial<ViewSituation> = {}) =>
    viewsOf(metric, { ...situation, ...more }).map(({ view }) => view)
  const caution = (view: CohortView, more: Partial<ViewSituation> = {}) =>
    viewsOf('payers', { ...situation, ...more }).find((offered) => offered.view === view)?.caution

  test('are those that mean something: people never add up, ratios are no amounts', () => {
    const amounts = [
      'absolute',
      'cumulative',
      'perMember',
      'cumulativePerMember',
      'percentOfFirst',
      'percentOfPrevious',
    ]
    expect(views('revenue')).toEqual(amounts)
    expect(views('subscriptions')).toEqual(amounts)
    expect(views('payers')).toEqual([
      'absolute',
      'percentOfSize',
      'percentOfFirst',
      'percentOfPrevious',
    ])
    expect(views('arpu')).toEqual(['absolute', 'cumulative', 'percentOfFirst'])
    expect(views('arpas')).toEqual(['absolute'])
  })

  test('revenue per payer adds up only where every member is a payer', () => {
    expect(views('arppu')).toEqual(['absolute'])
    expect(views('arppu', { definition: 'new_paying' })).toEqual(['absolute', 'cumulative'])
  })

  test('from what is not of one period nothing is derived', () => {
    const { basis } = buildCohortGrid(shop(), { now: later, cellBasis: 'vendor' })
    expect(views('revenue', { basis })).toEqual(['absolute'])
  })

  test('of a partial first period carry a caution: by days with a grouping longer than a day', () => {
    expect(caution('percentOfFirst')).toBeNull()
    expect(caution('percentOfFirst', { grouping: 'month' })).toBe('partialFirst')
    expect(caution('percentOfSize', { grouping: 'month' })).toBeNull()
  })

  test('of renewals with mixed lengths carry a caution', () => {
    const mixed = { mode: 'by_renewals', mixedLengths: true }
    expect(caution('percentOfFirst', mixed)).toBe('mixedLengths')
    expect(caution('percentOfPrevious', mixed)).toBe('mixedLengths')
    expect(caution('percentOfSize', mixed)).toBeNull()
    expect(caution('percentOfPrevious', { ...mixed, mixedLengths: false })).toBeNull()
  })

  test('have units: money, counts, counts per member, shares', () => {
    expect([unitOf('payers', 'absolute'), unitOf('arppu', 'absolute')]).toEqual(['count', 'money'])
    expect(unitOf('revenue', 'cumulativePerMember')).toBe('money')
    expect(unitOf('subscriptions', 'perMember')).toBe('rate')
    expect(unitOf('subscriptions', 'cumulative')).toBe('count')
    expect(unitOf('revenue', 'percentOfFirst')).toBe('percent')
  })
})

describe('a derived number', () => {
  // January 1997: 781 members; 28592.70, 7003.73 and 4241.64 of revenue in 885, 180 and 131 payments of 781, 124 and 95.
  const grid = buildCohortGrid(shop(), { now: later })

  test.each([
    ['revenue', 'cumulative', 39838.07, undefined],
    ['revenue', 'perMember', 5.431, { numerator: 4241.64, denominator: 781 }],
    ['revenue', 'cumulativePerMember', 51.0091, { numerator: 39838.07, denominator: 781 }],
    ['revenue', 'percentOfFirst', 0.14835, { numerator: 4241.64, denominator: 28592.7 }],
    ['revenue', 'percentOfPrevious', 0.60563, { numerator: 4241.64, denominator: 7003.73 }],
    ['subscriptions', 'cumulative', 1196, undefined],
    ['subscriptions', 'perMember', 0.16773, { numerator: 131, denominator: 781 }],
    ['payers', 'percentOfSize', 0.12164, { numerator: 95, denominator: 781 }],
    ['payers', 'percentOfPrevious', 0.76613, { numerator: 95, denominator: 124 }],
    ['arpu', 'absolute', 5.431, { numerator: 4241.64, denominator: 781 }],
    ['arpu', 'cumulative', 51.0091, { numerator: 39838.07, denominator: 781 }],
    ['arpu', 'percentOfFirst', 0.14835, { numerator: 4241.64, denominator: 28592.7 }],
    ['arppu', 'absolute', 44.6488, { numerator: 4241.64, denominator: 95 }],
    ['arpas', 'absolute', 32.3789, { numerator: 4241.64, denominator: 131 }],
  ] as const)('%s, %s', (metric, view, expected, of) => {
    const { value, of: parts } = readCell(grid, 0, 2, { metric, view })
    expect(value).toBeCloseTo(expected, 4)
    expect(parts?.numerator).toEqual(of && expect.closeTo(of.numerator, 6))
    expect(parts?.denominator).toBe(of?.denominator)
  })

  test('of the first period has no period before it; over it is all the same', () => {
    const reading = { metric: 'payers', view: 'percentOfPrevious' } as const
    const { value, state } = readCell(grid, 0, 0, reading)
    expect([value, state]).toEqual([null, 'final'])
    const running = buildCohortGrid(shop(), { now: at('1997-03-20') })
    expect(readCell(running, 2, 0, reading)).toMatchObject({ value: null, state: 'open' })
  })

  test('of a view that the metric does not have is none', () => {
    const { value, state } = readCell(grid, 0, 1, { metric: 'payers', view: 'cumulative' })
    expect([value, state]).toEqual([null, 'missing'])
  })

  test('is as unsure as the least sure of its parts', () => {
    const state = (now: string, view: CohortView) =>
      readCell(buildCohortGrid(shop(), { now: at(now) }), 0, 2, { metric: 'revenue', view }).state
    expect(state('1997-04-10', 'cumulative')).toBe('final')
    expect(state('1997-03-20', 'cumulative')).toBe('open')
    expect(state('1997-03-20', 'percentOfFirst')).toBe('open')
    expect(state('1997-02-20', 'cumulative')).toBe('provisional')
    const hole = answer([row('1997-01-01', 10, [null, [2, 2, 2], [3, 3, 3]])], { grouping: 'week' })
    const holed = buildCohortGrid(hole, { now: later })
    for (const view of ['cumulative', 'percentOfFirst'] as const)
      expect(readCell(holed, 0, 2, { metric: 'revenue', view })).toMatchObject({
        value: null,
        state: 'missing',
      })
    expect(readCell(holed, 0, 2, { metric: 'revenue', view: 'percentOfPrevious' }).value).toBe(1.5)
  })

  test('of refunds that outweigh the first period has no share', () => {
    const refunded = answer([
      row('1997-01-01', 10, [
        [-5, 1, 1],
        [3, 1, 1],
      ]),
    ])
    const net = buildCohortGrid(refunded, { now: later })
    expect(readCell(net, 0, 1, { metric: 'revenue', view: 'percentOfFirst' }).value).toBeNull()
  })

  test('of amounts that cancel out is zero, not what binary fractions leave of it', () => {
    // Net revenue: 10.10 and 20.20 come in, 30.30 is paid back. In binary that leaves -3.6e-15.
    const paid = [
      [10.1, 5, 5],
      [20.2, 5, 5],
      [-30.3, 0, 0],
    ] as const
    const rows = [row('1997-01-01', 10, paid), row('1997-02-01', 10, paid)]
    const sums = { users: 20, periods: paid.map(([revenue]) => cell(20, 2 * revenue, 0, 0)) }
    const net = buildCohortGrid(answer(rows, { total: sums }), { now: later })
    for (const view of ['cumulative', 'cumulativePerMember'] as const) {
      const reading = { metric: 'revenue', view } as const
      expect(readCell(net, 0, 2, reading).value).toBe(0)
      expect(readTotal(net, 2, reading).value).toBe(0)
      expect(summarize(net, reading, { kind: 'mean' }).cell(2).value).toBe(0)
    }
    expect(readCell(net, 0, 1, { metric: 'revenue', view: 'cumulative' }).value).toBe(30.3)
  })

  test.each([
    // 0.1 + 0.2 is 0.30000000000000004.
    ['cents', [0.1, 0.2], 0.3],
    ['large and small', [12_345_678_901.23, 0.01], 12_345_678_901.24],
    ['more digits than a coin has', [1.234567, 0.000001], 1.234568],
    ['cohorts across which it cancels out', [10.1, 20.2, -30.3], 0],
    ['none', [], 0],
  ])('of %s is added up without noise', (_, parts, expected) => {
    expect(sumOf(parts)).toBe(expected)
  })

  test('keeps the digits of its currency, however large a later amount is', () => {
    // Kuwaiti dinars have thousandths: 1234.567 and 5000000.125 are 5001234.692.
    const dinars = [
      [1234.567, 1, 1],
      [5_000_000.125, 1, 1],
    ] as const
    const kuwait = buildCohortGrid(answer([row('1997-01-01', 1, dinars)], { currency: 'KWD' }), {
      now: at('1998-01-01'),
    })
    for (const view of ['cumulative', 'cumulativePerMember'] as const) {
      const sums = [0, 1].map((column) => readCell(kuwait, 0, column, { metric: 'revenue', view }))
      expect(sums.map(({ value }) => value)).toEqual([1234.567, 5_001_234.692])
    }
  })

  test('of the totals row is exactly all in its first column, though the API rounds its totals', () => {
    // 0.1 + 0.2 is not 0.3 in binary, and the total is rounded to cents.
    const rows = ['1997-01-01', '1997-02-01', '1997-03-01'].map((start, index) =>
      row(start, 10, [[[0.1, 0.2, 28592.704][index]!, 5, 5]]),
    )
    const sums = { users: 30, periods: [cell(30, 28593, 15, 15)] }
    for (const mode of ['by_days', 'by_renewals']) {
      const table = buildCohortGrid(answer(rows, { mode, total: sums }), { now: later })
      for (const metric of ['revenue', 'arpu'] as const) {
        const { value, of } = readTotal(table, 0, { metric, view: 'percentOfFirst' })
        expect(value).toBe(1)
        expect(of).toEqual({ numerator: 28593, denominator: 28593 })
      }
    }
  })

  test('of the totals row is of the cohorts that have the column', () => {
    const sums = {
      users: 2357,
      periods: [cell(2357, 86592.7, 2357, 2635), cell(1638, 15003.73, 254, 370)],
    }
    const table = buildCohortGrid({ ...shop(), total: sums }, { now: later })
    const read = (metric: CohortMetric, view: CohortView) => readTotal(table, 1, { metric, view })
    // January and February have Month 1: 781 + 857 members, 28592.70 + 31000 of revenue in Month 0.
    expect(read('revenue', 'percentOfFirst').value).toBeCloseTo(15003.73 / 59592.7, 10)
    expect(read('payers', 'percentOfPrevious').value).toBeCloseTo(254 / 1638, 10)
    expect(read('revenue', 'perMember').value).toBeCloseTo(15003.73 / 1638, 10)
    expect(read('arpu', 'cumulative').value).toBeCloseTo((59592.7 + 15003.73) / 1638, 10)
    // Added up as they are given, the totals are all revenue so far, also that of March.
    expect(read('revenue', 'cumulative').value).toBeCloseTo(86592.7 + 15003.73, 10)
    expect(readTotal(table, 0, { metric: 'revenue', view: 'percentOfPrevious' })).toMatchObject({
      value: null,
      state: 'final',
    })
  })
})
