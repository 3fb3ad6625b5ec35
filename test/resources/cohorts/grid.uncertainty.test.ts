// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import type { Reading } from '../../../src/resources/cohorts/grid.types.ts'
import {
  compareRows,
  compareShares,
  intervalOf,
  wilson,
} from '../../../src/resources/cohorts/grid.uncertainty.model.ts'
import { figure, runs } from '../../figures.ts'
import { answer, at, row, shop } from './answers.ts'

// The first four are of Newcombe's paper on one proportion (Statistics in Medicine 17, 1998, pages 857 to 872); all are as
// statsmodels 0.15.0 gives them: proportion_confint(k, n, method='wilson').
const WILSON = [
  [81, 263, 0.2552885198782742, 0.36620957698280004],
  [15, 148, 0.06238639953073628, 0.16048724172330803],
  [0, 20, 0, 0.1611251580528194],
  [1, 29, 0.006113214292762667, 0.17175521879320294],
  [29, 29, 0.8830302015002592, 1],
  [0, 1, 0, 0.7934506856227627],
  [1, 1, 0.2065493143772374, 1],
  [5, 10, 0.23659309051256394, 0.7634069094874361],
  [20, 1000, 0.012983682916415138, 0.03069000522971779],
  [41, 100, 0.3186731302113651, 0.5079856994658921],
  [124, 781, 0.13481831589318807, 0.1860636354745596],
] as const

// The first eight are Newcombe's examples (a) to (h), method 10, of the paper on two proportions (the same volume, pages 873
// to 890, table II); all are as statsmodels gives them: confint_proportions_2indep(…, method='newcomb', compare='diff').
const NEWCOMBE = [
  [56, 70, 48, 80, 0.05243147240236498, 0.33387265403690614],
  [9, 10, 3, 10, 0.1705227239345029, 0.809017973535488],
  [6, 7, 2, 7, 0.05822792748231209, 0.8062496375242278],
  [5, 56, 0, 29, -0.038137147903536936, 0.19256001385511165],
  [0, 10, 0, 20, -0.1611251580528194, 0.27753279986288926],
  [0, 10, 0, 10, -0.27753279986288926, 0.27753279986288926],
  [10, 10, 0, 20, 0.6790860371419145, 1],
  [10, 10, 0, 10, 0.6075093504305241, 1],
  [124, 781, 130, 857, -0.02795593364154325, 0.042424519012261123],
  [330, 812, 234, 640, -0.009732544554380489, 0.09069385523641876],
] as const

const share = (numerator: number, denominator: number) => ({ numerator, denominator })

describe('the interval of a share', () => {
  test.each(WILSON)('%i of %i is as published', (k, n, low, high) => {
    const found = wilson(k, n)
    expect(found.low).toBeCloseTo(low, 6)
    expect(found.high).toBeCloseTo(high, 6)
  })

  test('of nobody says nothing', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })

  test('holds its share, stays within 0 and 1, and narrows with people', () => {
    const count = runs(10_000)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (n, seed) => {
        const k = seed % (n + 1)
        const { low, high } = wilson(k, n)
        const ten = wilson(k * 10, n * 10)
        return (
          low >= 0 && low <= k / n && k / n <= high && high <= 1 && ten.high - ten.low < high - low
        )
      }),
      { numRuns: count, seed: 1 },
    )
    figure('interval of a share holds it and narrows with people', count, '0 violations', 1)
  })
})

describe('the interval of a difference', () => {
  test.each(NEWCOMBE)('%i of %i less %i of %i is as published', (a, m, b, n, low, high) => {
    const found = compareShares(share(a, m), share(b, n))
    expect(found.difference).toBeCloseTo(a / m - b / n, 12)
    expect(found.low).toBeCloseTo(low, 6)
    expect(found.high).toBeCloseTo(high, 6)
    expect(found.told).toBe(low > 0 || high < 0)
  })

  test('turns round with its sides', () => {
    const [one, other] = [share(56, 70), share(48, 80)]
    const [there, back] = [compareShares(one, other), compareShares(other, one)]
    expect(back.difference).toBeCloseTo(-there.difference, 12)
    expect([back.low, back.high].map((bound) => bound.toFixed(10))).toEqual(
      [-there.high, -there.low].map((bound) => bound.toFixed(10)),
    )
    expect(back.told).toBe(true)
  })
})

describe('in a table', () => {
  const ofSize: Reading = { metric: 'payers', view: 'percentOfSize' }
  // March's cells are over and settled, April's is not.
  const grid = buildCohortGrid(shop(), { now: at('1997-04-10') })

  test('a final share of the members has an interval, of the numbers it is made of', () => {
    const found = intervalOf(grid, 0, 1, ofSize)!
    expect(found.low).toBeCloseTo(0.13481831589318807, 6)
    expect(found.high).toBeCloseTo(0.1860636354745596, 6)
  })

  test('money, payments, amounts and a share of a partial first month have none', () => {
    const readings: readonly Reading[] = [
      { metric: 'payers', view: 'absolute' },
      { metric: 'payers', view: 'percentOfFirst' },
      { metric: 'payers', view: 'percentOfPrevious' },
      { metric: 'revenue', view: 'percentOfFirst' },
      { metric: 'revenue', view: 'perMember' },
      { metric: 'subscriptions', view: 'perMember' },
      { metric: 'arpu', view: 'absolute' },
    ]
    for (const reading of readings) {
      expect(intervalOf(grid, 0, 1, reading), `${reading.metric} ${reading.view}`).toBeNull()
      expect(compareRows(grid, 0, 1, 1, reading)).toBeNull()
    }
  })

  test('payers of a renewal have one among those of the first', () => {
    const payers = (pairs: readonly number[]) => pairs.map((n) => [n, n, n] as const)
    const renewals = answer(
      [row('1997-01-01', 900, payers([812, 330])), row('1997-02-01', 700, payers([640, 234]))],
      { mode: 'by_renewals' },
    )
    const table = buildCohortGrid(renewals, {
      now: at('1999-01-01'),
      definition: 'new_paying',
      renewalLengths: ['month'],
    })
    const found = compareRows(table, 0, 1, 1, { metric: 'payers', view: 'percentOfFirst' })!
    expect(found).toMatchObject({ told: false, a: share(330, 812), b: share(234, 640) })
    expect(found.low).toBeCloseTo(-0.009732544554380489, 6)
    expect(found.high).toBeCloseTo(0.09069385523641876, 6)
  })

  test('what is not final on both sides is not compared', () => {
    expect(compareRows(grid, 0, 1, 1, ofSize)).toMatchObject({ told: false })
    expect(compareRows(grid, 0, 1, 2, ofSize)).toBeNull()
    const earlier = buildCohortGrid(shop(), { now: at('1997-03-20') })
    expect(intervalOf(earlier, 1, 1, ofSize)).toBeNull()
    expect(compareRows(earlier, 0, 1, 1, ofSize)).toBeNull()
  })

  test('an answer with more payers than members is not reckoned with', () => {
    const odd = buildCohortGrid(answer([row('1997-01-01', 10, [[5, 12, 12]])]), {
      now: at('1998-01-01'),
    })
    expect(intervalOf(odd, 0, 0, ofSize)).toBeNull()
  })
})
