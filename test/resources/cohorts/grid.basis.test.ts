import { describe, expect, test } from 'vitest'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import type { CohortsAnswer } from '../../../src/resources/cohorts/types.ts'
import { answer, at, row, shop } from './answers.ts'

const now = at('1998-01-01')
const basis = (data: CohortsAnswer) => buildCohortGrid(data, { now }).basis

/** The same answer with each row's ratio replaced. */
function withRatio(
  data: CohortsAnswer,
  ratio: 'arpu' | 'arppu' | 'arpas',
  of: (revenues: number[], index: number, size: number) => number,
): CohortsAnswer {
  return {
    ...data,
    cohorts: data.cohorts.map((item) => ({
      ...item,
      periods: item.periods.map((period, index) => {
        const revenues = item.periods.slice(0, index + 1).map((each) => each?.revenue ?? 0)
        return period && { ...period, [ratio]: of(revenues, index, item.users) }
      }),
    })),
  }
}
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

describe('what a ratio is measured over is worked out from the numbers', () => {
  test('one period', () => {
    expect(basis(shop())).toMatchObject({ arpu: 'period', arppu: 'period', arpas: 'period' })
  })

  test('rounded to cents it is still one period', () => {
    const cents = withRatio(
      shop(),
      'arpu',
      (revenues, index, size) => Math.round((revenues[index]! / size) * 100) / 100,
    )
    expect(basis(cents).arpu).toBe('period')
  })

  test('running sums', () => {
    const running = withRatio(shop(), 'arpu', (revenues, _, size) => sum(revenues) / size)
    expect(basis(running)).toMatchObject({ arpu: 'cumulative', arppu: 'period' })
  })

  test('neither: only the vendor knows', () => {
    const odd = withRatio(shop(), 'arppu', (_, index) => 7 + index)
    expect(basis(odd)).toMatchObject({ arpu: 'period', arppu: 'vendor' })
  })

  test('what the host knows overrules it', () => {
    const odd = withRatio(shop(), 'arppu', (_, index) => 7 + index)
    expect(buildCohortGrid(odd, { now, cellBasis: 'cumulative' }).basis).toMatchObject({
      revenue: 'cumulative',
      arppu: 'cumulative',
    })
  })
})

describe('revenue that never falls', () => {
  const rows = (values: number[]) =>
    answer(
      ['1997-01-01', '1997-02-01', '1997-03-01'].map((label) =>
        row(
          label,
          100,
          values.map((value) => [value, 1, 1] as const),
        ),
      ),
    )
  const flagged = (data: CohortsAnswer) => buildCohortGrid(data, { now }).mayBeCumulative

  test('along every row may be a running sum, and is said', () => {
    expect(flagged(rows([10, 14, 14, 20]))).toBe(true)
  })

  test('is no sign in fewer than 3 rows or 4 cells, or when it falls once', () => {
    expect(flagged(rows([10, 14, 20]))).toBe(false)
    expect(flagged(rows([10, 14, 13, 20]))).toBe(false)
    expect(flagged(answer(rows([10, 14, 14, 20]).cohorts.slice(0, 2)))).toBe(false)
  })

  test('is not flagged once the host has said what it is', () => {
    expect(
      buildCohortGrid(rows([10, 14, 14, 20]), { now, cellBasis: 'period' }).mayBeCumulative,
    ).toBe(false)
  })
})
