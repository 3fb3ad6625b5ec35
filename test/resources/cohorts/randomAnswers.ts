import fc from 'fast-check'
import type { CohortGridOptions } from '../../../src/resources/cohorts/grid.types.ts'
import type { CohortRow, CohortsAnswer } from '../../../src/resources/cohorts/types.ts'
import { answer, at, cell } from './answers.ts'

/** An answer with what the grid is told beside it. */
export interface Case {
  readonly data: CohortsAnswer
  readonly options: CohortGridOptions
}

type Unit = 'week' | 'month' | 'year'

/** Calendar arithmetic of the tests' own, Unix seconds: the same day of the month, or the last of a shorter one. */
export function later(unit: Unit, start: number, count: number): number {
  if (unit === 'week') return start + count * 7 * 86_400
  const date = new Date(start * 1000)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const target = month + count * (unit === 'year' ? 12 : 1)
  const length = new Date(Date.UTC(year, target + 1, 0)).getUTCDate()
  return Date.UTC(year, target, Math.min(day, length)) / 1000
}

/** Amounts of one period: free ones and refunds aside, some revenue from some payments of some payers. */
const amounts = fc.record({
  revenue: fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100),
  payers: fc.nat(60),
  more: fc.nat(20),
})

/**
 * Small tables over definition × renewal length × trial × mode: ragged, with holes and trailing zeros, some rows cut by the
 * range, judged at any day of the three years around them. Revenue is gross: never below zero.
 */
export const randomCase: fc.Arbitrary<Case> = fc
  .record({
    mode: fc.constantFrom('by_days', 'by_renewals'),
    grouping: fc.constantFrom('week', 'month'),
    definition: fc.constantFrom('new_customers', 'initial_conversions', 'new_paying'),
    renewalLengths: fc.constantFrom<NonNullable<CohortGridOptions['renewalLengths']>[]>(
      [],
      ['week'],
      ['month'],
      ['year'],
      ['month', 'year'],
    ),
    trialDays: fc.option(fc.constantFrom(0, 3, 7, 30), { nil: undefined }),
    conversionWindowDays: fc.option(fc.constantFrom(0, 14, 60), { nil: undefined }),
    settlingDays: fc.option(fc.constantFrom(0, 5, 30), { nil: undefined }),
    age: fc.nat(1000),
    cutFirst: fc.boolean(),
    cutLast: fc.boolean(),
    rows: fc.array(
      fc.record({
        size: fc.nat(80),
        // A first period without a number would make it an answer by calendar columns, which is another layout.
        first: amounts,
        cells: fc.array(fc.option(amounts, { freq: 5 }), { maxLength: 5 }),
        zeros: fc.nat(2),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ mode, grouping, age, cutFirst, cutLast, rows, ...known }) => {
    // A Monday and the first of a month.
    const first = at('2024-01-01')
    const end = later(grouping, first, rows.length)
    const cohorts = rows.map(({ size, first: own, cells, zeros }, index): CohortRow => {
      const start = later(grouping, first, index)
      const paid = [own, ...cells].map(
        (parts) =>
          parts &&
          cell(size, parts.revenue, parts.payers, parts.payers && parts.payers + parts.more),
      )
      return {
        cohort_start: start,
        label: new Date(start * 1000).toISOString().slice(0, 10),
        users: size,
        periods: [...paid, ...Array.from({ length: zeros }, () => cell(size, 0, 0, 0))],
      }
    })
    const data = answer(cohorts, {
      mode,
      grouping,
      cohort_from: cutFirst ? first + 86_400 : first,
      cohort_to: cutLast ? end - 86_400 : end,
    })
    // What the cells are is given: to work it out is specified elsewhere.
    return { data, options: { ...known, now: first + age * 86_400, cellBasis: 'period' } }
  })
