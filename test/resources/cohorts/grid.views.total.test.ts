// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { readTotal } from '../../../src/resources/cohorts/grid.views.model.ts'
import type { CohortCell, CohortRow } from '../../../src/resources/cohorts/types.ts'
import { answer, at, cell, row, shop } from './answers.ts'

/** The cells of a row, filled up to three. */
const fill = ({ periods }: CohortRow, filling: CohortCell) =>
  [...periods, filling, filling].slice(0, 3)

describe('the totals row', () => {
  const total = {
    users: 2357,
    periods: [cell(2357, 86592.7, 2357, 2635), cell(1638, 15003.73, 254, 370), null],
  }
  const grid = buildCohortGrid({ ...shop(), total }, { now: at('1997-04-10') })

  test('is as given', () => {
    expect(readTotal(grid, 1, { metric: 'revenue', view: 'absolute' }).value).toBe(15003.73)
    expect(readTotal(grid, 2, { metric: 'revenue', view: 'absolute' })).toMatchObject({
      value: null,
      state: 'missing',
    })
  })

  test('is not begun where none of its cohorts is, whatever the answer is filled with', () => {
    const sums = { users: 719, periods: [cell(719, 27000, 719, 800), cell(719, 0, 0, 0)] }
    const march = answer(shop().cohorts.slice(2), { total: sums, period_labels: ['P1', 'P2'] })
    const table = buildCohortGrid(march, { now: at('1997-03-20') })
    expect(readTotal(table, 1, { metric: 'revenue', view: 'absolute' })).toMatchObject({
      value: null,
      state: 'future',
    })
  })

  test('takes its share over the members of the rows that have the column', () => {
    expect(readTotal(grid, 1, { metric: 'payers', view: 'percentOfSize' }).value).toBeCloseTo(
      254 / (781 + 857),
      10,
    )
  })

  test.each([
    ['shorter rows', (rows: CohortRow[]) => rows],
    [
      'null-filled',
      (rows: CohortRow[]) => rows.map((item) => ({ ...item, periods: fill(item, null) })),
    ],
    [
      'zero-filled',
      (rows: CohortRow[]) =>
        rows.map((item) => ({ ...item, periods: fill(item, cell(item.users, 0, 0, 0)) })),
    ],
  ])('divides by the members of the cohorts that have the column: %s', (_, layout) => {
    // 10 of 100 in every cell that has begun: the total of every column is 10 % too.
    const ten = [100, 10, 10] as const
    const rows = [
      row('1997-01-01', 100, [ten, ten, ten]),
      row('1997-02-01', 100, [ten, ten]),
      row('1997-03-01', 100, [ten]),
    ]
    const sums = {
      users: 300,
      periods: [cell(300, 300, 30, 30), cell(200, 200, 20, 20), cell(100, 100, 10, 10)],
    }
    const table = buildCohortGrid(
      { ...answer(layout(rows)), total: sums },
      { now: at('1997-04-01') },
    )
    for (const column of [0, 1, 2])
      expect(readTotal(table, column, { metric: 'payers', view: 'percentOfSize' }).value).toBe(0.1)
  })

  test('is as sure as the least sure of its cells', () => {
    const data = { ...shop(), total }
    const states = (now: string) => {
      const table = buildCohortGrid(data, { now: at(now), settlingDays: 1 })
      return [0, 1].map(
        (column) => readTotal(table, column, { metric: 'revenue', view: 'absolute' }).state,
      )
    }
    // March has yet to come to its second month.
    expect(states('1997-04-01')).toEqual(['settling', 'open'])
    expect(states('1997-03-20')).toEqual(['open', 'open'])
    expect(states('1997-05-05')).toEqual(['final', 'final'])
  })

  test('shares are open while a cohort that has the column recruits', () => {
    const data = answer([row('1997-01-01', 10, [[1, 1, 1]], '1997-03-01')], {
      cohort_to: at('1997-03-01'),
    })
    const sums = { users: 10, periods: [cell(10, 1, 1, 1)] }
    const table = buildCohortGrid({ ...data, total: sums }, { now: at('1997-02-10') })
    expect(readTotal(table, 0, { metric: 'payers', view: 'percentOfSize' }).state).toBe('open')
    expect(readTotal(table, 0, { metric: 'payers', view: 'absolute' }).state).toBe('final')
    expect(table.total!.state).toBe('recruiting')
  })

  describe('is not final while a cohort has yet to come to the column', () => {
    // Weeks in which nobody joined have no row.
    const week = (label: string, periods: number) =>
      row(
        label,
        10,
        Array.from({ length: periods }, () => [10, 1, 1]),
      )
    const weeks = answer([week('2024-01-01', 8), week('2024-01-08', 7), week('2024-02-05', 4)], {
      grouping: 'week',
      cohort_from: at('2024-01-01'),
      cohort_to: at('2024-02-12'),
    })
    const sums = [30, 30, 30, 30, 20, 20, 20, 10].map((revenue) => cell(30, revenue, 3, 3))
    const states = (view: 'absolute' | 'cumulative', parts: Partial<typeof weeks> = {}) => {
      const data = { ...weeks, total: { users: 30, periods: sums }, ...parts }
      const table = buildCohortGrid(data, { now: at('2024-02-28T12:00:00Z') })
      return table.columns.map(
        ({ index }) => readTotal(table, index, { metric: 'revenue', view }).state,
      )
    }

    test('also where those that have it are', () => {
      // February's week is in its fourth period; the fifth and sixth are over for both others.
      const open = ['open', 'open', 'open', 'open', 'open'] as const
      expect(states('absolute')).toEqual(['final', 'final', 'final', ...open])
    })

    test('nor a running total that holds cells which still run', () => {
      expect(states('cumulative').slice(2, 6)).toEqual(['final', 'open', 'open', 'open'])
    })

    test('nor anything while the range goes on behind the last cohort', () => {
      const until = (day: string) => states('absolute', { cohort_to: at(day) })[0]
      expect(until('2024-02-26')).toBe('final')
      expect(until('2024-03-04')).toBe('open')
    })
  })

  test('is open while one of its cells is', () => {
    expect(readTotal(grid, 0, { metric: 'revenue', view: 'absolute' }).state).toBe('final')
    const earlier = buildCohortGrid({ ...shop(), total }, { now: at('1997-03-20') })
    expect(readTotal(earlier, 0, { metric: 'revenue', view: 'absolute' }).state).toBe('open')
  })
})
