// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lifetimeColumns } from '../../../src/resources/ltv/ltv.columns.model.ts'
import { costAt, type LtvCosts } from '../../../src/resources/ltv/ltv.costs.model.ts'
import { buildLtvCurves } from '../../../src/resources/ltv/ltv.curves.model.ts'
import { payback } from '../../../src/resources/ltv/ltv.payback.model.ts'
import { figure, runs } from '../../figures.ts'
import { at, january, noon, point, uncounted } from './answers.ts'

const curves = buildLtvCurves(january, { now: noon })
const per = (base: LtvCosts['per'], rate: number, more: Partial<LtvCosts> = {}): LtvCosts => ({
  per: base,
  currency: 'EUR',
  rate,
  ...more,
})
const withValues = (values: readonly number[], now = noon) =>
  buildLtvCurves(
    { ...january, series: values.map((value, age) => point(age, value * 100, 100, 100)) },
    { now },
  ).whole

describe('payback', () => {
  // ARPU by hand: 1, 1.50, 2, 2.40, 3, 3.20, 3.30. ARPPU: 10, 12.50, 12.50, 13.33, 15, 16, 16.50.
  test.each([
    ['an install of 2.00', per('install', 2), 2, 'final'],
    ['an install of 2.01', per('install', 2.01), 3, 'final'],
    ['an install of 3.25, by those who are old enough', per('install', 3.25), 6, 'open'],
    ['an install for nothing', per('install', 0), 0, 'final'],
    ['a payer of 13.00', per('payer', 13), 3, 'final'],
  ])('of %s', (_, costs, age, state) => {
    expect(payback(curves.whole, costs)).toMatchObject({ kind: 'paidBack', at: { age, state } })
  })

  test('that has not come is said with what is earned back, at the last age and at the last final one', () => {
    const found = payback(curves.whole, per('install', 4))
    expect(found).toMatchObject({
      kind: 'notYet',
      at: { age: 6, population: { users: 80 } },
      share: 0.825,
      final: { at: { age: 3 }, share: 0.6 },
      lost: null,
    })
  })

  test('is the first age from which the value stays: a refund later takes it back', () => {
    const costs = per('install', 2)
    expect(payback(withValues([1, 2.5, 1.9, 2.1, 2.2]), costs)).toMatchObject({ at: { age: 3 } })
    expect(payback(withValues([1, 2.1, 2.5, 1.9, 1.8]), costs)).toMatchObject({
      kind: 'notYet',
      share: 0.9,
      lost: { reached: { age: 1 }, fell: { age: 3 } },
    })
  })

  test('is not invented where nothing can be compared', () => {
    expect(payback(withValues([]), per('install', 2))).toBeNull()
    expect(payback(curves.whole, { per: 'install', currency: 'EUR' })).toBeNull()
    expect(payback(curves.whole, per('install', Number.NaN))).toBeNull()
    expect(payback(curves.whole, per('install', -1))).toBeNull()
  })

  test('of net value below zero earns back less than nothing, and none of a cost of zero', () => {
    expect(payback(withValues([-1]), per('install', 2))).toMatchObject({ share: -0.5 })
    expect(payback(withValues([-1]), per('install', 0))).toMatchObject({
      kind: 'notYet',
      share: null,
    })
  })
})

describe('costs from the host', () => {
  const spend = [
    { day: '2025-12-31', amount: 1000 },
    { day: '2026-01-01', amount: 90, segment: 'US' },
    { day: '2026-01-09', amount: 70, segment: 'DE' },
    { day: '2026-01-10', amount: 40, segment: 'US' },
    { day: '2026-01-11', amount: 1000 },
  ]
  const fromSpend = (base: LtvCosts['per']): LtvCosts => ({ per: base, currency: 'EUR', spend })
  const costs = (base: LtvCosts['per'], curve = curves.whole) =>
    curve.ages.map((age) => costAt(curve, age, fromSpend(base)))

  test('are those of the days whose customers an age counts, divided among them', () => {
    // All ten days: 200 / 100. Until the 9th: 160 / 90. Until the 8th: 90 / 80.
    expect(costs('install')).toEqual([2, 2, 2, 2, 2, 160 / 90, 90 / 80])
  })

  test('per payer are known for all customers of the range only', () => {
    expect(costs('payer')).toEqual([10, 10, 10, 10, 10, null, null])
  })

  test('of a segment are its own; a segment without any has no known cost', () => {
    const segments = ['US', 'FR'].map((value) => ({
      value,
      label: value,
      cohort_users: 65,
      paying_users: 13,
      series: [point(0, 60, 65, 6)],
    }))
    const split = buildLtvCurves({ ...january, segment: 'country', segments }, { now: noon })
    expect(costs('install', split.segments[0])).toEqual([2])
    expect(costs('payer', split.segments[0])).toEqual([10])
    expect(costs('install', split.segments[1])).toEqual([null])
    const rates = per('install', 3, { segmentRates: { US: 1.5 }, spend })
    const rateOf = (index: number) =>
      costAt(split.segments[index]!, split.segments[index]!.ages[0]!, rates)
    expect([rateOf(0), rateOf(1)]).toEqual([1.5, 3])
  })

  test('are unknown where nobody says whom an age counts', () => {
    const series = uncounted
    const { whole } = buildLtvCurves({ ...january, series }, { now: noon })
    expect(costs('install', whole).slice(-3)).toEqual([2, null, null])
  })
})

describe('columns', () => {
  test('hold a value once it is final, and before that nothing but the day it will be', () => {
    expect(lifetimeColumns(curves, curves.whole, 'arpu', [3, 4, 6, 7])).toEqual([
      { age: 3, value: 2.4, isMissing: false, finalAt: null },
      { age: 4, value: null, isMissing: false, finalAt: at('2026-01-16') },
      { age: 6, value: null, isMissing: false, finalAt: at('2026-01-18') },
      { age: 7, value: null, isMissing: false, finalAt: at('2026-01-19') },
    ])
  })

  test('are days 7, 30 and 90', () => {
    expect(lifetimeColumns(curves, curves.whole, 'arpu').map(({ age }) => age)).toEqual([7, 30, 90])
  })

  test('that are over and not in the answer are missing, not zero', () => {
    const late = buildLtvCurves({ ...january, series: [] }, { now: at('2027-01-01') })
    expect(lifetimeColumns(late, late.whole, 'revenue', [7])).toEqual([
      { age: 7, value: null, isMissing: true, finalAt: null },
    ])
  })
})

test('over any curve: from payback on every value is at or above the cost, and the age before is not', () => {
  const count = runs(10_000)
  let paid = 0
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 400 }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 0, max: 300 }),
      (cents, cost) => {
        const curve = withValues(
          cents.map((value) => value / 100),
          at('2026-03-01'),
        )
        const found = payback(curve, per('install', cost / 100))!
        const isEarned = (age: number) => cents[age]! >= cost
        const rest = (age: number) => cents.slice(age).every((value) => value >= cost)
        if (found.kind === 'paidBack') {
          paid++
          expect(rest(found.at.age)).toBe(true)
          expect(found.at.age === 0 || !isEarned(found.at.age - 1)).toBe(true)
        } else {
          expect(isEarned(cents.length - 1)).toBe(false)
          expect(found.lost === null).toBe(!cents.some((value) => value >= cost))
        }
      },
    ),
    { numRuns: count, seed: 11 },
  )
  expect(paid).toBeGreaterThan(count / 20)
  figure('payback is where the curve stays at or above the cost', count, `${paid} paid back`, 11)
})

test('over ranges and moments: no column shows an age that is not final', () => {
  const count = runs(10_000)
  fc.assert(
    fc.property(
      fc.integer({ min: -86_400, max: 100 * 86_400 }),
      fc.uniqueArray(fc.nat(95), { minLength: 1, maxLength: 5 }),
      (since, ages) => {
        const now = january.cohort_to + since
        const series = Array.from({ length: 100 }, (_, age) => point(age, age + 1, 100, 100))
        const read = buildLtvCurves({ ...january, series }, { now })
        for (const { age, value, finalAt } of lifetimeColumns(read, read.whole, 'revenue', ages)) {
          // The last customer came on 10 January: their day `age` and the one after it must be over.
          const isFinal = now >= at('2026-01-10') + (age + 2) * 86_400
          expect(value).toBe(isFinal ? age + 1 : null)
          expect(finalAt === null).toBe(isFinal)
        }
      },
    ),
    { numRuns: count, seed: 13 },
  )
  figure(
    'columns of lifetime value blank before their age is final',
    count,
    'as counted by days',
    13,
  )
})
