// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createHeat,
  divergingLevel,
  heatLevel,
} from '../../../src/resources/cohorts/grid.colour.model.ts'
import { readCell } from '../../../src/resources/cohorts/grid.views.model.ts'
import { figure, runs } from '../../figures.ts'
import { randomReading } from './randomGrids.ts'

describe('a level', () => {
  test.each([
    [null, 10, null],
    [0, 10, 0],
    [-3, 10, 0],
    [0.99, 10, 0],
    [1, 10, 1],
    [9.99, 10, 9],
    [10, 10, 9],
    [25, 10, 9],
    [5, 0, 0],
    [5, Number.NaN, 0],
  ])('of %s against %s is %s', (value, anchor, level) => {
    expect(heatLevel(value, anchor)).toBe(level)
  })

  test.each([
    [10, 10, 5, 5],
    [11, 10, 5, 6],
    [9, 10, 5, 3],
    [9.5, 10, 5, 4],
    [15, 10, 5, 9],
    [5, 10, 5, 0],
    [99, 10, 5, 9],
    [-99, 10, 5, 0],
    [11, 10, 0, 5],
    [9, 10, 0, 4],
  ])('of %s about %s, as far as %s, is %s', (value, middle, reach, level) => {
    expect(divergingLevel(value, middle, reach)).toBe(level)
  })

  test('never falls while the value rises', () => {
    const count = runs(10_000)
    const options = fc.record({
      scope: fc.constantFrom('table' as const, 'column' as const, 'row' as const),
      scale: fc.constantFrom('sequential' as const, 'diverging' as const),
      omitFirst: fc.boolean(),
      ramp: fc.constant('blue' as const),
    })
    let compared = 0
    fc.assert(
      fc.property(randomReading, options, fc.nat(30), ({ grid, reading }, chosen, minSize) => {
        const heat = createHeat([grid], reading, chosen, undefined, minSize)
        const cells = grid.rows.flatMap(({ index }) =>
          grid.columns.map((column) => ({
            row: index,
            column: column.index,
            value: readCell(grid, index, column.index, reading).value,
            level: heat.level(grid, index, column.index),
          })),
        )
        for (const { value, level } of cells)
          if (level !== null && (value === null || !(level >= 0 && level <= 9))) return false
        // Cells are comparable that share a scale and, where there is one, the mean they differ from.
        const areComparable = (a: (typeof cells)[0], b: (typeof cells)[0]) =>
          (chosen.scope === 'row' ? a.row === b.row : true) &&
          (chosen.scope === 'column' || chosen.scale === 'diverging' ? a.column === b.column : true)
        const coloured = cells.filter(({ level }) => level !== null)
        return coloured.every((a) =>
          coloured.every((b) => {
            if (!areComparable(a, b) || a.value! > b.value!) return true
            compared++
            return a.level! <= b.level!
          }),
        )
      }),
      { numRuns: count, seed: 1 },
    )
    expect(compared).toBeGreaterThan(count)
    figure('heat level is monotone in value', count, `0 violations in ${compared} pairs`, 1)
  }, 120_000)
})
