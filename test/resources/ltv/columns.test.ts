// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lifetimeColumns } from '../../../src/resources/ltv/ltv.columns.model.ts'
import { buildLtvCurves } from '../../../src/resources/ltv/ltv.curves.model.ts'
import { figure, runs } from '../../figures.ts'
import { at, january, noon, point } from './answers.ts'

const curves = buildLtvCurves(january, { now: noon })

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
