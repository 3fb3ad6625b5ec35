// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endLabels, labelRoom } from '../../../src/ui/charts/endLabels.ts'
import { createFrame, textWidth, type FrameOptions } from '../../../src/ui/charts/frame.ts'
import type { ChartSeries } from '../../../src/ui/charts/types.ts'
import { figure, runs } from '../../figures.ts'

const line = (id: string, ys: readonly (number | null)[]): ChartSeries => ({
  id,
  label: id,
  points: ys.map((y, x) => ({ x, y, isFinal: true })),
})

const layout = (series: readonly ChartSeries[], more: Partial<FrameOptions> = {}) =>
  createFrame({
    series,
    marks: [],
    formatX: String,
    formatY: String,
    width: 640,
    height: 320,
    isRightToLeft: false,
    yZero: true,
    labelRoom: labelRoom(series, 640),
    ...more,
  })

describe('the axes', () => {
  test('begin at zero and end at a round value above the largest', () => {
    const frame = layout([line('a', [3, 17, 9])])
    expect(frame.yTicks.at(0)).toBe(0)
    expect(frame.yTicks.at(-1)).toBe(20)
    expect(frame.y(0)).toBe(frame.plot.bottom)
    expect(frame.y(20)).toBe(frame.plot.top)
  })

  test('hold zero and what is below it', () => {
    const frame = layout([line('a', [12, -6])])
    expect(frame.yTicks).toContain(0)
    expect(Math.min(...frame.yTicks)).toBeLessThanOrEqual(-5)
    expect(frame.y(-6)).toBeLessThanOrEqual(frame.plot.bottom)
  })

  test('hold the uncertainty and the reference lines', () => {
    const unsure = {
      id: 'a',
      label: 'a',
      points: [{ x: 0, y: 5, low: 2, high: 31, isFinal: true }],
    }
    const frame = layout([unsure], { marks: [{ id: 'm', axis: 'y', at: 44, label: 'cost' }] })
    expect(frame.y(44)).toBeGreaterThanOrEqual(frame.plot.top)
    expect(frame.y(31)).toBeGreaterThan(frame.y(44))
  })

  test('never name two ticks alike: whole numbers of one payer are 0 and 1', () => {
    const frame = layout([line('a', [0, 1])], { formatY: (y) => y.toFixed(0) })
    expect(frame.yTicks).toEqual([0, 1])
  })

  test('put a single point into the middle', () => {
    const { x, plot } = layout([line('a', [4])])
    expect(x(0)).toBeCloseTo((plot.left + 10 + plot.right) / 2, 5)
  })

  test('spread a constant around itself where they need not begin at zero', () => {
    const { y, plot } = layout([line('a', [5, 5])], { yZero: false })
    expect(y(5)).toBeCloseTo((plot.top + plot.bottom) / 2, 5)
  })

  test('run from right to left in a right-to-left page', () => {
    const { x, plot } = layout([line('a', [1, 2, 3])], { isRightToLeft: true })
    expect(x(0)).toBeGreaterThan(x(2))
    expect(x(0)).toBeLessThan(plot.right)
  })

  test('name every seventh or other round number of days where not all fit', () => {
    const days = line(
      'a',
      Array.from({ length: 365 }, (_, day) => day),
    )
    const { xTicks } = layout([days], { formatX: (x) => `Day ${x}` })
    const step = xTicks[1]! - xTicks[0]!
    expect([50, 60, 90]).toContain(step)
    expect(xTicks.length * textWidth('Day 300')).toBeLessThan(640)
  })

  test('any data has a picture inside of the plot', () => {
    const point = fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { nil: null })
    const count = runs(2_000)
    fc.assert(
      fc.property(
        fc.array(fc.array(point, { maxLength: 12 }), { maxLength: 5 }),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 200, max: 1600 }),
        (lines, yZero, isRightToLeft, width) => {
          const series = lines.map((ys, index) => line(`line ${index}`, ys))
          const frame = layout(series, { yZero, isRightToLeft, width })
          const { left, right, top, bottom } = frame.plot
          for (const { points } of series)
            for (const { x, y } of points) {
              if (y === null) continue
              expect(frame.x(x)).toBeGreaterThanOrEqual(left - 1e-6)
              expect(frame.x(x)).toBeLessThanOrEqual(right + 1e-6)
              expect(frame.y(y)).toBeGreaterThanOrEqual(top - 1e-6)
              expect(frame.y(y)).toBeLessThanOrEqual(bottom + 1e-6)
            }
          for (const tick of frame.yTicks) expect(Number.isFinite(frame.y(tick))).toBe(true)
        },
      ),
      { seed: 7, numRuns: count },
    )
    figure('points of any lines inside of the plot', count, 'all inside', 7)
  })
})

describe('names at the ends of lines', () => {
  test('never lie over each other, even where all lines end at one point', () => {
    const lines = Array.from({ length: 8 }, (_, index) => line(`cohort ${index}`, [1, 0.5]))
    const labels = endLabels(lines, layout(lines))
    expect(labels.length).toBeGreaterThanOrEqual(3)
    const ys = labels.map(({ y }) => y).toSorted((a, b) => a - b)
    for (const [index, y] of ys.slice(1).entries())
      expect(y - ys[index]!).toBeGreaterThanOrEqual(14)
  })

  test('stand at no other line’s end, even where lines end close together', () => {
    const lines = Array.from({ length: 8 }, (_, index) => line(`${index}`, [100, 70 - 4 * index]))
    const frame = layout(lines)
    const labels = endLabels(lines, frame)
    expect(labels.length).toBeGreaterThanOrEqual(4)
    for (const { id, y } of labels) {
      const away = lines.map(({ points }) => Math.abs(frame.y(points[1]!.y!) - y))
      expect(away[Number(id)]).toBe(Math.min(...away))
    }
  })

  test('are left to the legend on a narrow place', () => {
    const lines = [line('a', [1, 2]), line('b', [2, 1])]
    expect(endLabels(lines, layout(lines, { width: 360, labelRoom: 0 }))).toEqual([])
  })
})
