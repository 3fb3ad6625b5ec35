// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import {
  createHeat,
  DEFAULT_COLOUR,
  type ColourOptions,
} from '../../../src/resources/cohorts/grid.colour.model.ts'
import { summarize } from '../../../src/resources/cohorts/grid.summary.model.ts'
import type { CohortGrid, Reading } from '../../../src/resources/cohorts/grid.types.ts'
import { answer, at, row, shop } from './answers.ts'

const later = at('1998-06-01')
const revenue: Reading = { metric: 'revenue', view: 'absolute' }
const share: Reading = { metric: 'payers', view: 'percentOfSize' }
const colour = (options: Partial<ColourOptions>): ColourOptions => ({
  ...DEFAULT_COLOUR,
  ...options,
})
const diverging = (options: Partial<ColourOptions> = {}) =>
  colour({ scale: 'diverging', ...options })

/** A table of revenue alone, all of it final. */
const table = (...rows: readonly (readonly number[])[]): CohortGrid =>
  buildCohortGrid(
    answer(
      rows.map((values, index) =>
        row(
          `1997-0${index + 1}-01`,
          100,
          values.map((value) => [value, 10, 10] as const),
        ),
      ),
    ),
    { now: later },
  )

/** Levels of a table, row by row. */
const levels = (grid: CohortGrid, options: ColourOptions, reading = revenue) => {
  const heat = createHeat([grid], reading, options)
  return grid.rows.map(({ index }) =>
    grid.columns.map((column) => heat.level(grid, index, column.index)),
  )
}

describe('a sequential scale', () => {
  test('of amounts ends at the maximum that the API gives', () => {
    const data = answer(shop().cohorts, { max_values: { ...shop().max_values, revenue: 50_000 } })
    const heat = createHeat([buildCohortGrid(data, { now: later })], revenue)
    expect(heat.anchor).toBe(50_000)
    expect(heat.stops).toEqual([
      { level: 0, value: 0 },
      { level: 4.5, value: 25_000 },
      { level: 9, value: 50_000 },
    ])
  })

  test.each([0, -4, Number.NaN])('ends at the largest cell where the API gives %s', (given) => {
    const data = answer(shop().cohorts, { max_values: { ...shop().max_values, revenue: given } })
    expect(createHeat([buildCohortGrid(data, { now: later })], revenue).anchor).toBe(31_000)
  })

  test('of a derived view ends at the largest share', () => {
    const grid = buildCohortGrid(shop(), { now: later })
    expect(createHeat([grid], share).anchor).toBe(1)
    // 7003.73 of 28592.70 and 8000 of 31000 are the shares of the first month: 24.5% and 25.8%.
    const ofFirst = createHeat(
      [grid],
      { metric: 'revenue', view: 'percentOfFirst' },
      colour({ omitFirst: true }),
    )
    expect(ofFirst.anchor).toBeCloseTo(8000 / 31_000, 12)
  })

  test('spans all the grids that are drawn together', () => {
    const [small, large] = [table([1, 2]), table([10, 20])]
    const heat = createHeat([small, large], revenue)
    expect(heat.anchor).toBe(20)
    expect([heat.level(small, 0, 1), heat.level(large, 0, 1)]).toEqual([1, 9])
  })

  test('compares within the table, within a column or within a row', () => {
    const grid = table([100, 10], [50, 20])
    expect(levels(grid, colour({ scope: 'table' }))).toEqual([
      [9, 1],
      [5, 2],
    ])
    expect(levels(grid, colour({ scope: 'column' }))).toEqual([
      [9, 5],
      [5, 9],
    ])
    expect(levels(grid, colour({ scope: 'row' }))).toEqual([
      [9, 1],
      [9, 4],
    ])
    expect(createHeat([grid], revenue, colour({ scope: 'column' })).stops).toEqual([
      { level: 0, value: 0 },
      { level: 9, value: null },
    ])
  })

  test('leaves the first column out of scale and colour', () => {
    const grid = table([1000, 10, 5], [2000, 4, 2])
    expect(levels(grid, colour({ omitFirst: true }))).toEqual([
      [null, 9, 5],
      [null, 4, 2],
    ])
    expect(levels(grid, colour({ omitFirst: true, scope: 'row' }))).toEqual([
      [null, 9, 5],
      [null, 9, 5],
    ])
  })

  test.each([
    ['one cell', [[7]], [[9]]],
    ['one cell of nothing', [[0]], [[0]]],
    [
      'the same everywhere',
      [
        [7, 7],
        [7, 7],
      ],
      [
        [9, 9],
        [9, 9],
      ],
    ],
    ['nothing everywhere', [[0, 0]], [[0, 0]]],
    ['refunds among charges', [[10, -3]], [[9, 0]]],
    ['refunds alone', [[-10, -3]], [[0, 0]]],
    ['no rows', [], []],
  ])('is defined for %s', (_, values, expected) => {
    for (const scope of ['table', 'column', 'row'] as const) {
      const found = levels(table(...values), colour({ scope }))
      if (scope === 'table') expect(found).toEqual(expected)
      for (const level of found.flat())
        expect(level === null || (level >= 0 && level <= 9)).toBe(true)
    }
  })

  test('does not grow by a refund larger than every charge', () => {
    const grid = table([5, -1000])
    expect(
      createHeat([grid], revenue, colour({ omitFirst: false, scope: 'row' })).level(grid, 0, 0),
    ).toBe(9)
  })

  test('has no number for an empty table but zero', () => {
    const heat = createHeat([table()], revenue)
    expect([heat.anchor, heat.stops]).toEqual([0, [{ level: 0, value: 0 }]])
  })

  test('gives what has no value no level', () => {
    const grid = buildCohortGrid(shop(), { now: at('1997-04-01') })
    expect(createHeat([grid], revenue).level(grid, 2, 1)).toBeNull()
  })

  test('leaves cohorts under the least size out of the scale', () => {
    const grid = buildCohortGrid(
      answer([row('1997-01-01', 3, [[1, 3, 3]]), row('1997-02-01', 100, [[1, 50, 50]])]),
      { now: later },
    )
    const heat = createHeat([grid], share, DEFAULT_COLOUR, undefined, 10)
    expect([heat.anchor, heat.level(grid, 0, 0)]).toEqual([0.5, 9])
  })
})

describe('a diverging scale', () => {
  test('runs both ways from the mean of the column, at every age alike', () => {
    // Columns of 100, 200, 300 and 1, 2, 3: their means are 200 and 2, the largest distances 100 and 1.
    const grid = table([100, 1], [200, 2], [300, 3])
    expect(levels(grid, diverging({ scope: 'column' }))).toEqual([
      [0, 0],
      [5, 5],
      [9, 9],
    ])
    // On one scale for the table a distance of 1 is nothing beside one of 100.
    expect(levels(grid, diverging())).toEqual([
      [0, 4],
      [5, 5],
      [9, 5],
    ])
    expect(createHeat([grid], revenue, diverging()).stops).toEqual([
      { level: 0, value: -100 },
      { level: 4.5, value: 0 },
      { level: 9, value: 100 },
    ])
  })

  test('compares shares with the pooled mean', () => {
    // 1 of 10 and 0 of 100: 1 of 110 in all, which is 0.9%.
    const grid = buildCohortGrid(
      answer([row('1997-01-01', 10, [[1, 1, 1]]), row('1997-02-01', 100, [[0, 0, 0]])]),
      { now: later },
    )
    const heat = createHeat([grid], share, diverging())
    expect(heat.anchor).toBeCloseTo(1 / 10 - 1 / 110, 12)
    expect([heat.level(grid, 0, 0), heat.level(grid, 1, 0)]).toEqual([9, 4])
  })

  test('compares segments with the mean of the whole where that is given', () => {
    const whole = table([10], [20], [30])
    const segment = table([30], [30])
    const mean = summarize(whole, revenue, { kind: 'mean' })
    expect(createHeat([segment], revenue, diverging(), mean).level(segment, 0, 0)).toBe(9)
    expect(createHeat([segment], revenue, diverging()).level(segment, 0, 0)).toBe(5)
  })

  test.each([
    ['one cell', [[7]], [[5]]],
    [
      'the same everywhere',
      [
        [7, 7],
        [7, 7],
      ],
      [
        [5, 5],
        [5, 5],
      ],
    ],
    ['nothing everywhere', [[0], [0]], [[5], [5]]],
    ['refunds', [[-30], [-10]], [[0], [9]]],
    ['no rows', [], []],
  ])('is defined for %s', (_, values, expected) => {
    expect(levels(table(...values), diverging())).toEqual(expected)
  })

  test('takes no difference for one that only rounding makes', () => {
    // 0.1 + 0.2 is not 0.3 for a computer: three cohorts of 0.1, 0.2 and 0.3 per member, twice over.
    const grid = table([0.1 + 0.2], [0.3], [0.3])
    expect(levels(grid, diverging())).toEqual([[5], [5], [5]])
  })

  test('has no colour where no cell is final: there is no mean to differ from', () => {
    const grid = buildCohortGrid(shop(), { now: at('1997-03-20') })
    expect(levels(grid, diverging()).map((line) => line[2])).toEqual([null, null, null])
  })

  test('is as wide as final cells make it: one that still runs does not wash the others out', () => {
    // February's second month is three weeks old.
    const data = answer([
      row('1997-01-01', 100, [
        [100, 10, 10],
        [50, 5, 5],
      ]),
      row('1997-02-01', 100, [
        [110, 10, 10],
        [1, 1, 1],
      ]),
    ])
    const grid = buildCohortGrid(data, { now: at('1997-03-20') })
    const heat = createHeat([grid], revenue, diverging())
    expect(heat.anchor).toBe(5)
    expect([heat.level(grid, 0, 0), heat.level(grid, 1, 0), heat.level(grid, 1, 1)]).toEqual([
      0, 9, 0,
    ])
  })

  test('has its own colours, and a sequential one the chosen ones', () => {
    expect(createHeat([table([1])], revenue, diverging({ ramp: 'viridis' })).ramp).toBe(
      'orangeBlue',
    )
    expect(createHeat([table([1])], revenue, colour({ ramp: 'viridis' })).ramp).toBe('viridis')
  })
})
