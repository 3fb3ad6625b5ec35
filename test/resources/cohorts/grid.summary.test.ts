// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { summarize } from '../../../src/resources/cohorts/grid.summary.model.ts'
import { readCell } from '../../../src/resources/cohorts/grid.views.model.ts'
import { answer, at, row, shop } from './answers.ts'

const years = at('2000-01-01')
const share = { metric: 'payers', view: 'percentOfSize' } as const

/** Month 0 of one row per size: so many of its members pay 10 each. */
const months = (...sizes: readonly (readonly [size: number, payers: number])[]) =>
  answer(
    sizes.map(([size, payers], index) =>
      row(`1997-${String(index + 1).padStart(2, '0')}-01`, size, [[10 * payers, payers, payers]]),
    ),
    { cohort_to: at('1998-01-01') },
  )

describe('the mean', () => {
  test('of 10 people at 20% and 100 at 0% is 1.8%, not 10%', () => {
    const grid = buildCohortGrid(months([10, 2], [100, 0]), { now: years })
    const { value, of } = summarize(grid, share, { kind: 'mean' }).cell(0)
    expect(value).toBeCloseTo(0.01818, 5)
    expect(of).toEqual({ numerator: 2, denominator: 110 })
  })

  test.each([
    // 20 + 300 of revenue, from 2 + 30 payers of 10 + 100 members.
    ['revenue', 'absolute', 'perMember', 320 / 110],
    ['payers', 'absolute', 'percentOfSize', 32 / 110],
    ['subscriptions', 'absolute', 'perMember', 32 / 110],
    ['arpu', 'absolute', 'absolute', 320 / 110],
    ['arppu', 'absolute', 'absolute', 10],
    ['arpas', 'absolute', 'absolute', 10],
    ['revenue', 'cumulative', 'cumulativePerMember', 320 / 110],
  ] as const)('of %s, %s, is pooled as %s', (metric, view, pooled, expected) => {
    const grid = buildCohortGrid(months([10, 2], [100, 30]), { now: years })
    const summary = summarize(grid, { metric, view }, { kind: 'mean' })
    expect(summary.reading).toEqual({ metric, view: pooled })
    expect(summary.cell(0).value).toBeCloseTo(expected, 10)
  })

  test.each([
    ['arpu', 'vendor'],
    ['arppu', 'cumulative'],
  ] as const)(
    'of %s on the basis %s is none: its parts are not in the answer',
    (metric, cellBasis) => {
      const grid = buildCohortGrid(months([10, 2], [100, 30]), { now: years, cellBasis })
      const reading = { metric, view: 'absolute' } as const
      expect(readCell(grid, 0, 0, reading).value).not.toBeNull()
      expect(summarize(grid, reading, { kind: 'mean' }).cell(0)).toMatchObject({
        value: null,
        rows: 0,
        left: { cut: 0, small: 0, missing: 0, unfinished: 0, unpublished: 2 },
      })
    },
  )

  test('says which rows it left out: each for its first reason', () => {
    const data = answer(
      [
        // The range cuts January; February is small; March lacks its Month 1; April is whole; May has not got there.
        row('1997-01-01', 500, [
          [5, 5, 5],
          [5, 5, 5],
        ]),
        row('1997-02-01', 5, [
          [5, 5, 5],
          [5, 5, 5],
        ]),
        row('1997-03-01', 100, [[50, 50, 50], null]),
        row('1997-04-01', 100, [
          [20, 20, 20],
          [10, 10, 10],
        ]),
        row('1997-05-01', 100, [[30, 30, 30]]),
      ],
      { cohort_from: at('1997-01-10'), cohort_to: at('1997-06-01') },
    )
    const grid = buildCohortGrid(data, { now: at('1997-06-10') })
    const { cell } = summarize(grid, share, { kind: 'mean', minSize: 10 })
    expect(cell(1)).toMatchObject({
      value: 0.1,
      rows: 1,
      left: { cut: 1, small: 1, missing: 1, unfinished: 1, unpublished: 0 },
    })
    expect(cell(0)).toMatchObject({
      rows: 3,
      left: { cut: 1, small: 1, missing: 0, unfinished: 0, unpublished: 0 },
    })
    expect(cell(0).value).toBeCloseTo(100 / 300, 10)
  })

  test('of a column without a final cell is blank, never 0', () => {
    const grid = buildCohortGrid(shop(), { now: at('1997-03-20') })
    expect(summarize(grid, share, { kind: 'mean' }).cell(2)).toMatchObject({
      value: null,
      rows: 0,
      left: { unfinished: 3 },
    })
  })

  test('leaves out a cohort that people still join', () => {
    const data = answer([row('1997-01-01', 10, [[1, 1, 1]], '1997-03-01')], {
      cohort_to: at('1997-03-01'),
    })
    const grid = buildCohortGrid(data, { now: at('1997-02-10') })
    for (const metric of ['payers', 'arppu'] as const)
      expect(summarize(grid, { metric, view: 'absolute' }, { kind: 'mean' }).cell(0)).toMatchObject(
        {
          value: null,
          left: { unfinished: 1 },
        },
      )
  })

  test('of a share of the first period is over the same rows above and below', () => {
    const grid = buildCohortGrid(shop(), { now: years })
    const { cell } = summarize(
      grid,
      { metric: 'revenue', view: 'percentOfFirst' },
      { kind: 'mean' },
    )
    // January and February have Month 1; March does not, so its first month is not below the line either.
    expect(cell(1).value).toBeCloseTo((7003.73 + 8000) / (28592.7 + 31000), 10)
  })
})

describe('a mean of running sums', () => {
  const rows = (...counts: readonly number[]) =>
    answer(
      counts.map((count, index) =>
        row(
          `1997-0${index + 1}-01`,
          10,
          // The older the cohort, the less it pays: over all rows of each column the mean would fall.
          Array.from({ length: count }, () => [10 + 100 * index, 1, 1] as const),
        ),
      ),
      { cohort_to: at('1997-05-01') },
    )
  const reading = { metric: 'arpu', view: 'cumulative' } as const

  test('is of one set of rows, those that have got to the last column that half of them have', () => {
    const grid = buildCohortGrid(rows(4, 3, 2, 1), { now: at('1997-05-02'), settlingDays: 0 })
    const { cells, through } = summarize(grid, reading, { kind: 'mean' })
    expect(through).toBe(2)
    // January and February, 10 members each: 10 and 110 a month.
    expect(cells.map(({ value }) => value)).toEqual([6, 12, 18, null])
    expect(cells.map((cell) => [cell.rows, cell.left.unfinished])).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
      [0, 4],
    ])
  })

  test('is blank where half of the rows have got nowhere', () => {
    const grid = buildCohortGrid(rows(1, 1, 1, 1), { now: at('1997-01-20') })
    const { cells, through } = summarize(grid, reading, { kind: 'mean' })
    expect([through, cells[0]!.value]).toEqual([null, null])
  })

  test('takes its rows so too where the answer itself holds running sums', () => {
    const grid = buildCohortGrid(rows(4, 3, 2, 1), {
      now: at('1997-05-02'),
      settlingDays: 0,
      cellBasis: 'cumulative',
    })
    const { cells, through } = summarize(
      grid,
      { metric: 'revenue', view: 'absolute' },
      { kind: 'mean' },
    )
    expect([through, cells[1]!.rows]).toEqual([2, 2])
  })
})

describe('a summary', () => {
  test('on request is the median of what the rows show', () => {
    const grid = buildCohortGrid(months([10, 1], [10, 2], [10, 9]), { now: years })
    const { cell, unit } = summarize(
      grid,
      { metric: 'revenue', view: 'absolute' },
      { kind: 'median' },
    )
    expect([cell(0).value, unit]).toEqual([20, 'money'])
    const even = buildCohortGrid(months([10, 1], [10, 2]), { now: years })
    expect(summarize(even, share, { kind: 'median' }).cell(0).value).toBeCloseTo(0.15, 10)
  })

  test('of what only the vendor can compute, or of a view that the metric does not have, is blank', () => {
    const vendor = buildCohortGrid(shop(), { now: years, cellBasis: 'vendor' })
    const amounts = { metric: 'revenue', view: 'absolute' } as const
    for (const kind of ['mean', 'median'] as const)
      expect(summarize(vendor, amounts, { kind }).cell(0)).toMatchObject({
        value: null,
        left: { missing: 0, unpublished: 3 },
      })
    const grid = buildCohortGrid(shop(), { now: years })
    const peopleAdded = { metric: 'payers', view: 'cumulative' } as const
    expect(summarize(grid, peopleAdded, { kind: 'mean' }).cell(0).value).toBeNull()
  })

  test('of a table without rows has no number', () => {
    const grid = buildCohortGrid(answer([], { period_labels: ['P1'] }), { now: years })
    expect(summarize(grid, share, { kind: 'mean' }).cells).toMatchObject([{ value: null, rows: 0 }])
  })
})
