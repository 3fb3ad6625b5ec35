// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  buildLtvCurves,
  mostlyReached,
  type LtvOptions,
} from '../../../src/resources/ltv/ltv.curves.model.ts'
import type { LtvAnswer } from '../../../src/resources/ltv/types.ts'
import { figure, runs } from '../../figures.ts'
import { at, january, noon, point, uncounted } from './answers.ts'

const DAY = 86_400
const read = (parts: Partial<LtvAnswer> = {}, options: Partial<LtvOptions> = {}) =>
  buildLtvCurves({ ...january, ...parts }, { now: noon, ...options })
const states = (...parts: Parameters<typeof read>) =>
  read(...parts).whole.ages.map(({ state }) => state)

describe('by days, an age', () => {
  test('is final once the last customer of the range has it behind them and a day for late notices is over', () => {
    // The last came on the 10th: day 3 of theirs is the 13th, over on the 14th at 00:00, settled on the 15th at 00:00.
    expect(states()).toEqual(['final', 'final', 'final', 'final', 'settling', 'open', 'open'])
  })

  test('is final at the very second', () => {
    const day3 = at('2026-01-15')
    expect(states({}, { now: day3 })[3]).toBe('final')
    expect(states({}, { now: day3 - 1 })[3]).toBe('settling')
    expect(read().finalAt(3)).toBe(day3)
  })

  test('settles as long as the host says', () => {
    expect(states({}, { settlingDays: 0 })[4]).toBe('final')
    expect(states({}, { settlingDays: 5 })).toEqual([
      ...Array.from({ length: 5 }, () => 'settling'),
      'open',
      'open',
    ])
  })

  test('is never final while people still join the range', () => {
    expect(new Set(states({ cohort_to: at('2026-01-16') }))).toEqual(new Set(['open']))
  })

  test('is open when the answer knows of customers who are too young, whatever the calendar says', () => {
    const series = [point(0, 100, 100, 10), point(1, 150, 99, 12)]
    expect(states({ series }, { now: at('2027-01-01') })).toEqual(['final', 'open'])
  })

  test('that nobody has begun is a filling of the answer, and left out', () => {
    // The first came on the 1st: day 14 of theirs is the 15th, day 15 the 16th.
    const series = [point(15, 0, 0, 0), point(14, 264, 0, 0), point(16, 0, 0, 0)]
    expect(read({ series }).whole.ages.map(({ age }) => age)).toEqual([14])
  })

  test('keeps a value that the answer does not hold as null', () => {
    const series = [{ period: 0, revenue: null, arpu: 1.5, arppu: null }]
    expect(read({ series }).whole.ages[0]).toMatchObject({ revenue: null, arpu: 1.5, arppu: null })
  })
})

describe('the people of an age', () => {
  const people = (...parts: Parameters<typeof read>) =>
    read(...parts).whole.ages.map(({ population }) => population)
  const everybody = { from: at('2026-01-01'), to: at('2026-01-11'), users: 100 }

  test('are everybody, then those who came early enough: one closed group for each age', () => {
    expect(people()).toEqual([
      ...Array.from({ length: 5 }, () => everybody),
      { from: at('2026-01-01'), to: at('2026-01-10'), users: 90 },
      { from: at('2026-01-01'), to: at('2026-01-09'), users: 80 },
    ])
    expect(read().whole.counting).toBe('reached')
  })

  test('are everybody at every age of an answer that does not leave the young out, and it is said', () => {
    const series = january.series.map(({ period, revenue }) => point(period, revenue!, 100, 20))
    expect(read({ series }).whole.counting).toBe('everyone')
    expect(people({ series })[6]).toEqual(everybody)
  })

  test('are unknown at unfinished ages of an answer that does not count them', () => {
    const series = uncounted
    expect(read({ series }).whole.counting).toBe('unknown')
    expect(people({ series })[3]).toEqual(everybody)
    expect(people({ series })[6]).toEqual({ from: everybody.from, to: null, users: null })
  })

  test('of a range that still runs came until now', () => {
    const cohort_to = at('2026-01-20')
    const series = [point(0, 100, 100, 10)]
    expect(people({ cohort_to, series })[0]).toEqual({ ...everybody, to: noon })
  })
})

describe('by renewals, an age', () => {
  const mode = 'by_renewals'
  const series = [point(1, 100, 100, 20), point(2, 160, 100, 20), point(3, 200, 100, 20)]

  test('has no date that ends it: an install of January may first pay in June', () => {
    const curves = read({ mode, series }, { now: at('2030-01-01') })
    expect(curves.whole.ages.map(({ state }) => state)).toEqual(
      Array.from({ length: 3 }, () => 'provisional'),
    )
    expect(curves.whole.counting).toBe('everyone')
    expect(curves.finalAt(1)).toBeNull()
  })

  test('has one where the host knows the length of renewals and how long installs convert', () => {
    const known = { renewalLengths: ['month'], conversionWindowDays: 30, settlingDays: 0 } as const
    // The last came on the 10th, first paid until 10 February (11 January + 30 days) and renewed until 10 March.
    const now = at('2026-03-10')
    expect(states({ mode, series }, { now, ...known })).toEqual(['final', 'open', 'open'])
    expect(read({ mode, series }, known).finalAt(1)).toBe(at('2026-02-10'))
    expect(read({ mode, series }, known).finalAt(2)).toBe(at('2026-03-13'))
  })

  test('has none where renewals are of several lengths', () => {
    const known = { renewalLengths: ['month', 'year'], conversionWindowDays: 30 } as const
    expect(states({ mode, series }, { now: at('2030-01-01'), ...known })[0]).toBe('provisional')
  })
})

describe('a curve as far as half of its customers have come', () => {
  const ages = (users: readonly number[], cohort_users = 100) =>
    mostlyReached(
      read({ cohort_users, series: users.map((count, age) => point(age, 1, count, 1)) }).whole,
    ).ages.length

  test('ends before the first age that fewer than half have reached', () => {
    expect(ages([100, 80, 51, 50, 49, 20])).toBe(4)
    expect(ages([100, 80, 51])).toBe(3)
  })

  test('is whole where the answer does not count them', () => {
    const { whole } = read({ series: uncounted })
    expect(mostlyReached(whole)).toBe(whole)
  })
})

describe('segments', () => {
  const segments = [
    { value: 'US', label: 'United States', cohort_users: 60, series: [point(0, 80, 60, 8)] },
    { value: 'DE', label: 'Germany', series: [point(0, 20, 40, 2)] },
  ]

  test('have curves of their own, with their own people, and are not added up', () => {
    const curves = read({ segment: 'country', segments })
    expect(curves.attribute).toBe('country')
    expect(curves.segments).toMatchObject([
      { segment: 'US', label: 'United States', users: 60, payers: null },
      { segment: 'DE', label: 'Germany', users: null },
    ])
    expect(curves.segments[0]!.ages[0]!.population.users).toBe(60)
    expect(curves.whole.ages).toEqual(read().whole.ages)
  })
})

test('over ranges, moments and answers: final exactly when the last customer is old enough, and ages in order', () => {
  const count = runs(10_000)
  fc.assert(
    fc.property(
      fc.record({
        from: fc.integer({ min: 15_000, max: 21_000 }),
        days: fc.integer({ min: 1, max: 120 }),
        since: fc.integer({ min: -10 * DAY, max: 200 * DAY }),
        settlingDays: fc.integer({ min: 0, max: 3 }),
        ages: fc.uniqueArray(fc.nat(250), { maxLength: 20 }),
      }),
      ({ from, days, since, settlingDays, ages }) => {
        const last = from + days - 1
        const now = (last + 1) * DAY + since
        const series = ages.map((age) => ({ period: age, revenue: 1, arpu: 1, arppu: 1 }))
        const { whole } = read(
          { cohort_from: from * DAY, cohort_to: (last + 1) * DAY, series },
          { now, settlingDays },
        )
        const drawn = whole.ages.map(({ age }) => age)
        expect(drawn).toEqual(drawn.toSorted((a, b) => a - b))
        for (const age of ages) {
          const found = whole.ages.find((item) => item.age === age)
          // Day by day, as one would on a calendar: the last customer lives through days 0 … age, then notices come in.
          const wholeDays = Math.floor(now / DAY) - last
          expect(found?.state === 'final').toBe(wholeDays > age + settlingDays)
          if (!found) expect((from + age) * DAY).toBeGreaterThanOrEqual(now)
        }
      },
    ),
    { numRuns: count, seed: 7 },
  )
  figure(
    'ages of lifetime-value curves final when all are old enough',
    count,
    'as counted by days',
    7,
  )
})
