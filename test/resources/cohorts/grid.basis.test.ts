// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { cellOf } from '../../../src/resources/cohorts/grid.states.model.ts'
import type { CohortRow, CohortsAnswer } from '../../../src/resources/cohorts/types.ts'
import { rewriteLayout } from '../../../src/testing/cohortLayouts.ts'
import { answer, at, row, shop } from './answers.ts'

const now = at('1998-01-01')
const basis = (data: CohortsAnswer) => buildCohortGrid(data, { now }).basis

/** The same answer with other cells. */
function withCells(
  data: CohortsAnswer,
  of: (row: CohortRow, index: number) => CohortRow['periods'],
): CohortsAnswer {
  return {
    ...data,
    cohorts: data.cohorts.map((item, index) => ({ ...item, periods: of(item, index) })),
  }
}

/** The same answer with each row's ratio replaced. */
const withRatio = (
  data: CohortsAnswer,
  ratio: 'arpu' | 'arppu' | 'arpas',
  of: (revenues: number[], index: number, size: number) => number,
): CohortsAnswer =>
  withCells(data, ({ users, periods }) =>
    periods.map((period, index) => {
      const revenues = periods.slice(0, index + 1).map((each) => each?.revenue ?? 0)
      return period && { ...period, [ratio]: of(revenues, index, users) }
    }),
  )
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

  test('revenue so far over all members is a running ARPPU, where all members are payers', () => {
    const adapty = withRatio(shop(), 'arppu', (revenues, _, size) => sum(revenues) / size)
    expect(buildCohortGrid(adapty, { now, definition: 'new_paying' }).basis.arppu).toBe(
      'cumulative',
    )
    expect(buildCohortGrid(adapty, { now, definition: 'new_customers' }).basis.arppu).toBe('vendor')
  })

  test('rounded to whole units where the currency has no smaller ones', () => {
    const yen = withRatio({ ...shop(), currency: 'JPY' }, 'arpu', (revenues, index, size) =>
      Math.round(revenues[index]! / size),
    )
    expect(basis(yen).arpu).toBe('period')
    expect(basis({ ...yen, currency: 'USD' }).arpu).toBe('vendor')
  })

  test('running sums of less than a cent, where the answer shows more digits', () => {
    const small = answer(
      ['1997-01-01', '1997-02-01', '1997-03-01'].map((label) =>
        row(label, 100_000, [
          [120, 9, 9],
          [80, 6, 6],
          [90, 7, 7],
        ]),
      ),
    )
    expect(basis(small).arpu).toBe('period')
    const running = withRatio(small, 'arpu', (revenues, _, size) => sum(revenues) / size)
    expect(basis(running).arpu).toBe('cumulative')
    // To the cent both read 0.00: then nothing tells, and it is taken for one period.
    const cents = withRatio(small, 'arpu', () => 0)
    expect(basis(cents).arpu).toBe('period')
  })

  test('running sums, each rounded to a cent and over revenue rounded to a cent', () => {
    const cents = (value: number) => Math.round(value * 100) / 100
    const thirds = answer(
      ['1997-01-01', '1997-02-01'].map((label) =>
        row(
          label,
          3,
          Array.from({ length: 24 }, () => [3.33, 1, 1] as const),
        ),
      ),
    )
    // 10 / 3 a period, of which the revenue shows 3.33 and the ratio 1.11.
    const running = withRatio(thirds, 'arpu', (revenues) => cents((revenues.length * 10) / 9))
    expect(basis(running).arpu).toBe('cumulative')
  })

  test('running sums with a hole tell nothing from there on', () => {
    const running = withRatio(shop(), 'arpu', (revenues, _, size) => sum(revenues) / size)
    const holed = withCells(running, ({ periods }, index) =>
      index === 0 ? [periods[0]!, null, periods[2]!] : periods,
    )
    expect(basis(holed).arpu).toBe('cumulative')
  })

  test('zeros in periods that have not begun tell nothing', () => {
    const running = withRatio(shop(), 'arpu', (revenues, _, size) => sum(revenues) / size)
    const filled = rewriteLayout(running, 'zeroFilled')
    expect(buildCohortGrid(filled, { now: at('1997-03-20') }).basis.arpu).toBe('cumulative')
  })

  test('a part that is null tells nothing, and no ratio at all is one of one period', () => {
    const without = withRatio(shop(), 'arpas', () => 1)
    const unknown = withCells(without, ({ periods }) =>
      periods.map((period) => period && { ...period, subscriptions: null }),
    )
    expect(basis(unknown).arpas).toBe('period')
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

  test('is no sign where there is no revenue at all', () => {
    expect(flagged(rows([0, 0, 0, 0]))).toBe(false)
  })

  test('is seen through zeros of periods that have not begun', () => {
    const until = (label: string, values: number[]) =>
      row(
        label,
        100,
        values.map((value) => (value ? ([value, 1, 1] as const) : ([0, 0, 0] as const))),
      )
    const filled = answer([
      until('1997-01-01', [10, 14, 14, 20, 21, 22]),
      until('1997-02-01', [10, 14, 14, 20, 21, 0]),
      until('1997-03-01', [10, 14, 14, 20, 0, 0]),
    ])
    expect(buildCohortGrid(filled, { now: at('1997-07-01') }).mayBeCumulative).toBe(true)
  })

  test('is not flagged once the host has said what it is', () => {
    expect(
      buildCohortGrid(rows([10, 14, 14, 20]), { now, cellBasis: 'period' }).mayBeCumulative,
    ).toBe(false)
  })
})

describe('columns that are calendar periods, the same for every row', () => {
  const calendar = answer([
    row('1997-01-01', 100, [
      [10, 1, 1],
      [20, 2, 2],
      [30, 3, 3],
    ]),
    row('1997-02-01', 100, [null, [40, 4, 4], [50, 5, 5]]),
    row('1997-03-01', 100, [null, null, [60, 6, 6]]),
  ])

  test('are moved to periods since joining, and it is said', () => {
    const grid = buildCohortGrid(calendar, { now })
    expect(grid.wasCalendarAligned).toBe(true)
    expect(grid.rows.map((item) => item.cells[0]?.revenue)).toEqual([10, 40, 60])
    expect(cellOf(grid.rows[1]!, 2)).toBeNull()
  })

  test('are seen in an answer that lists the newest cohort first', () => {
    const grid = buildCohortGrid({ ...calendar, cohorts: calendar.cohorts.toReversed() }, { now })
    expect(grid.wasCalendarAligned).toBe(true)
    expect(grid.rows.map((item) => item.cells[0]?.revenue)).toEqual([60, 40, 10])
  })

  test('are seen although a cohort has no number at all', () => {
    const silent = { ...calendar.cohorts[1]!, periods: [null, null, null] }
    const grid = buildCohortGrid(
      { ...calendar, cohorts: [calendar.cohorts[0]!, silent, calendar.cohorts[2]!] },
      { now },
    )
    expect(grid.wasCalendarAligned).toBe(true)
    expect(grid.rows[2]!.cells[0]?.revenue).toBe(60)
  })

  test('are not seen in an answer by offset, nor in one with a hole', () => {
    expect(buildCohortGrid(shop(), { now }).wasCalendarAligned).toBe(false)
    const hole = answer([
      row('1997-01-01', 9, [
        [1, 1, 1],
        [1, 1, 1],
      ]),
      row('1997-02-01', 9, [[1, 1, 1], null]),
    ])
    expect(buildCohortGrid(hole, { now }).wasCalendarAligned).toBe(false)
  })
})
