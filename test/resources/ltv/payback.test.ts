// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costAt, type LtvCosts } from '../../../src/resources/ltv/ltv.costs.model.ts'
import { buildLtvCurves, mostlyReached } from '../../../src/resources/ltv/ltv.curves.model.ts'
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
      final: { at: { age: 3 }, share: 0.95 },
      lost: { reached: { age: 1 }, fell: { age: 3 } },
    })
  })

  test('by everybody of the range is not undone by a few older customers who brought less', () => {
    // Days 0 to 3 are final at noon; the later ones count those only who came early.
    expect(payback(withValues([1, 2.1, 2.2, 2.3, 2.4, 1.9, 2.5]), per('install', 2))).toMatchObject(
      {
        kind: 'paidBack',
        at: { age: 1, state: 'final' },
        fell: { age: 5, state: 'open' },
      },
    )
    expect(payback(curves.whole, per('install', 2))).toMatchObject({ fell: null })
  })

  test('is not decided by ages that fewer than half have reached, drawn or not', () => {
    const early = (users: number) =>
      buildLtvCurves(
        { ...january, series: [...january.series, point(7, users * 5, users, users / 5)] },
        { now: noon },
      ).whole
    const costs = per('install', 4)
    expect(payback(early(50), costs)).toMatchObject({ kind: 'paidBack', at: { age: 7 } })
    expect(payback(early(40), costs)).toMatchObject({ kind: 'notYet', at: { age: 6 } })
    expect(payback(early(40), costs)).toEqual(payback(mostlyReached(early(40)), costs))
  })

  test('is not decided by ages whose customers hold less than half of the spending', () => {
    const spent = (first: number): LtvCosts => ({
      per: 'install',
      currency: 'EUR',
      spend: [
        { day: '2026-01-01', amount: first },
        { day: '2026-01-10', amount: 1000 - first },
      ],
    })
    // Days 5 and 6 brought 288 and 264 from those who came before the 10th, the final days 240 at most.
    expect(payback(curves.whole, spent(250))).toMatchObject({ kind: 'notYet', at: { age: 4 } })
    expect(payback(curves.whole, spent(500))).toMatchObject({ kind: 'notYet', at: { age: 6 } })
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

  test('per payer are divided among those who have paid by the age', () => {
    const expected = [200 / 10, 200 / 12, 200 / 16, 200 / 18, 200 / 20, 160 / 18, 90 / 16]
    for (const [age, cost] of costs('payer').entries()) expect(cost).toBeCloseTo(expected[age]!, 10)
  })

  test('are earned back at the same day per install and per payer', () => {
    // 1,000 installs for 1,000: on day 0 ten payers brought 100, on day 10 a hundred brought 1,000.
    const series = Array.from({ length: 11 }, (_, age) =>
      age < 10 ? point(age, 100, 1000, 10) : point(age, 1000, 1000, 100),
    )
    const { whole } = buildLtvCurves(
      { ...january, cohort_users: 1000, paying_users: 100, series },
      { now: at('2026-06-01') },
    )
    for (const base of ['install', 'payer'] as const) {
      const found = payback(whole, {
        per: base,
        currency: 'EUR',
        spend: [{ day: '2026-01-01', amount: 1000 }],
      })
      expect(found).toMatchObject({ kind: 'paidBack', at: { age: 10, state: 'final' } })
    }
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
    expect(costs('payer', split.segments[0])).toEqual([130 / 6])
    expect(costs('install', split.segments[1])).toEqual([null])
    const rates = per('install', 3, { segmentRates: { US: 1.5 }, spend })
    const rateOf = (index: number) =>
      costAt(split.segments[index]!, split.segments[index]!.ages[0]!, rates)
    expect([rateOf(0), rateOf(1)]).toEqual([1.5, 3])
  })

  test('are unknown, not zero, at an age whose customers came before any of the spending', () => {
    // Day 6 counts those who came until the 8th.
    const late = { ...fromSpend('install'), spend: [{ day: '2026-01-09', amount: 1000 }] }
    expect(curves.whole.ages.map((age) => costAt(curves.whole, age, late))).toEqual([
      ...Array.from({ length: 5 }, () => 10),
      1000 / 90,
      null,
    ])
    expect(payback(curves.whole, late)).toMatchObject({ kind: 'notYet', at: { age: 5 } })
    const free = { ...late, spend: [{ day: '2026-01-09', amount: 0 }] }
    expect(payback(curves.whole, free)).toMatchObject({ kind: 'paidBack', at: { age: 0 } })
  })

  test('are unknown where nobody says whom an age counts', () => {
    const series = uncounted
    const { whole } = buildLtvCurves({ ...january, series }, { now: noon })
    expect(costs('install', whole).slice(-3)).toEqual([2, null, null])
  })
})

test('over any curve: from payback on every value is at or above the cost, and the age before is not', () => {
  const count = runs(10_000)
  const found = { final: 0, open: 0, notYet: 0 }
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 400 }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 0, max: 300 }),
      fc.nat(30),
      (cents, cost, finals) => {
        // At this midnight the last customer, of 10 January, has days 0 to `finals` - 1 and one to settle behind them.
        const now = at('2026-01-12') + (finals - 1) * 86_400
        const inEuros = cents.map((value) => value / 100)
        const curve = withValues(inEuros, now)
        const known = cents.slice(0, curve.ages.length)
        const read = payback(curve, per('install', cost / 100))
        const staysFrom = (age: number, end: number) =>
          known.slice(age, end).every((value) => value >= cost)
        // As a person would look: through the final ages first, then through all.
        const first = (end: number) => known.findIndex((_, age) => age < end && staysFrom(age, end))
        const byFinal = first(Math.min(finals, known.length))
        const expected = byFinal >= 0 ? byFinal : first(known.length)
        if (known.length === 0) expect(read).toBeNull()
        else if (expected >= 0) {
          found[byFinal >= 0 ? 'final' : 'open']++
          expect(read).toMatchObject({ kind: 'paidBack', at: { age: expected } })
        } else {
          found.notYet++
          expect(read).toMatchObject({ kind: 'notYet', at: { age: known.length - 1 } })
          const wasReached = known.some((value) => value >= cost)
          expect(read?.kind === 'notYet' && read.lost !== null).toBe(wasReached)
        }
      },
    ),
    { numRuns: count, seed: 11 },
  )
  for (const times of Object.values(found)) expect(times).toBeGreaterThan(count / 40)
  figure(
    'payback is where the curve stays at or above the cost',
    count,
    `${found.final} by final ages, ${found.open} by later ones, ${found.notYet} not yet`,
    11,
  )
})

test('over any curve and spending: paid back is where revenue stays at what was spent, per install and per payer', () => {
  const count = runs(5_000)
  const found = { paidBack: 0, notYet: 0 }
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -500, max: 4000 }), fc.nat(12)), {
        minLength: 1,
        maxLength: 30,
      }),
      fc.integer({ min: 1, max: 2000 }),
      (ages, amount) => {
        let payers = 0
        const series = ages.map(([cents, more], age) =>
          point(age, cents / 100, 100, (payers += more)),
        )
        const { whole } = buildLtvCurves({ ...january, series }, { now: at('2027-01-01') })
        const spend = [{ day: '2026-01-03', amount: amount / 100 }]
        // By hand: the age after the last one whose revenue is below the spending.
        const expected = ages.findLastIndex(([cents]) => cents < amount) + 1
        for (const base of ['install', 'payer'] as const) {
          const read = payback(whole, { per: base, currency: 'EUR', spend })
          expect(read?.kind).toBe(expected < ages.length ? 'paidBack' : 'notYet')
          if (read?.kind === 'paidBack') expect(read.at.age).toBe(expected)
        }
        found[expected < ages.length ? 'paidBack' : 'notYet']++
      },
    ),
    { numRuns: count, seed: 17 },
  )
  for (const times of Object.values(found)) expect(times).toBeGreaterThan(count / 40)
  figure(
    'payback of spending is where revenue stays at or above it, on both bases',
    count,
    `${found.paidBack} paid back, ${found.notYet} not yet`,
    17,
  )
})
