// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { Frame } from '../../../src/ui/charts/frame.ts'
import { linePaths, markedPoints, markerPath } from '../../../src/ui/charts/linePaths.ts'
import { nearestPoint, stepReading } from '../../../src/ui/charts/reading.ts'
import type { ChartPoint, ChartSeries } from '../../../src/ui/charts/types.ts'

/** A drawing in which a unit is ten pixels, both ways down and to the right. */
const frame: Frame = {
  width: 100,
  height: 100,
  plot: { left: 0, right: 100, top: 0, bottom: 100 },
  isRightToLeft: false,
  x: (value) => value * 10,
  y: (value) => value * 10,
  xTicks: [],
  yTicks: [],
}

const series = (...points: (number | null | [number])[]): ChartSeries => ({
  id: 'a',
  label: 'A',
  // A number in brackets is not final.
  points: points.map((y, x): ChartPoint =>
    Array.isArray(y) ? { x, y: y[0], isFinal: false } : { x, y, isFinal: true },
  ),
})

describe('a line', () => {
  test('is solid between final points', () => {
    expect(linePaths(series(1, 2, 3), frame)).toEqual({
      solid: 'M0,10L10,20L20,30',
      dashed: '',
      dotted: '',
      band: '',
      bars: '',
    })
  })

  test('is dashed from its last final point on', () => {
    const { solid, dashed } = linePaths(series(1, 2, [3], [4]), frame)
    expect(solid).toBe('M0,10L10,20')
    expect(dashed).toBe('M10,20L20,30L30,40')
  })

  test('is dotted to points that stand for few, where it is final', () => {
    const { points } = series(1, 2, 3, 4, [5])
    const thin = points.map((point, index) => Object.assign({}, point, { isThin: index > 1 }))
    const { solid, dotted, dashed } = linePaths({ ...series(), points: thin }, frame)
    expect(solid).toBe('M0,10L10,20')
    expect(dotted).toBe('M10,20L20,30L30,40')
    expect(dashed).toBe('M30,40L40,50')
  })

  test('breaks where a number is missing', () => {
    expect(linePaths(series(1, 2, null, 4, 5), frame).solid).toBe('M0,10L10,20M30,40L40,50')
  })

  test('of one point is none; its marker stands alone', () => {
    expect(linePaths(series(1, null, 3), frame).solid).toBe('')
    expect(markedPoints(series(1, null, 3))).toEqual([0, 2])
  })

  test('is surrounded by its uncertainty where that is known', () => {
    const unsure: ChartSeries = {
      id: 'a',
      label: 'A',
      points: [
        { x: 0, y: 3, low: 2, high: 4, isFinal: true },
        { x: 1, y: 3, low: 1, high: 5, isFinal: true },
        { x: 2, y: 3, isFinal: false },
      ],
    }
    expect(linePaths(unsure, frame).band).toBe('M0,40L10,50L10,10L0,20Z')
  })

  test('of one point has its uncertainty as an upright line', () => {
    const lone: ChartSeries = {
      id: 'a',
      label: 'A',
      points: [{ x: 2, y: 3, low: 1, high: 4, isFinal: true }],
    }
    expect(linePaths(lone, frame)).toMatchObject({ bars: 'M20,10V40', band: '', solid: '' })
  })

  test('of many points marks its last one only', () => {
    const long = series(...Array.from({ length: 365 }, (_, day) => day))
    expect(markedPoints(long)).toEqual([364])
  })

  test('has one of eight markers', () => {
    const shapes = Array.from({ length: 8 }, (_, shape) => markerPath(shape, 50, 50))
    expect(new Set(shapes).size).toBe(8)
  })
})

const two: readonly ChartSeries[] = [
  { id: 'a', label: 'A', points: series(1, 2, null, 4).points },
  { id: 'b', label: 'B', points: series(5, 6).points },
]

describe('reading', () => {
  test.each([
    [11, 19, { series: 'a', index: 1 }],
    [11, 52, { series: 'b', index: 1 }],
    [24, 40, { series: 'a', index: 3 }],
  ])('by pointer at %i, %i takes the nearest x, then the nearest line', (x, y, found) => {
    expect(nearestPoint(two, frame, x + (x === 24 ? 4 : 0), y)).toEqual(found)
  })

  test('of nothing finds nothing', () => {
    expect(nearestPoint([series(null)], frame, 5, 5)).toBeNull()
    expect(stepReading([series(null)], null, 'ArrowRight', false)).toBeNull()
  })

  test.each([
    ['ArrowRight', { series: 'a', index: 1 }, { series: 'a', index: 3 }],
    ['ArrowLeft', { series: 'a', index: 3 }, { series: 'a', index: 1 }],
    ['ArrowRight', { series: 'a', index: 3 }, { series: 'a', index: 3 }],
    ['Home', { series: 'a', index: 3 }, { series: 'a', index: 0 }],
    ['End', { series: 'a', index: 0 }, { series: 'a', index: 3 }],
    ['ArrowDown', { series: 'a', index: 3 }, { series: 'b', index: 1 }],
    ['ArrowDown', { series: 'b', index: 1 }, { series: 'b', index: 1 }],
    ['ArrowUp', { series: 'b', index: 0 }, { series: 'a', index: 0 }],
  ])('%s leads from %o to %o', (key, from, to) => {
    expect(stepReading(two, from, key, false)).toEqual(to)
  })

  test('begins at the first point, and turns around with the page', () => {
    expect(stepReading(two, null, 'ArrowRight', false)).toEqual({ series: 'a', index: 0 })
    expect(stepReading(two, { series: 'a', index: 0 }, 'ArrowLeft', true)).toEqual({
      series: 'a',
      index: 1,
    })
  })

  test('leaves other keys alone', () => {
    expect(stepReading(two, { series: 'a', index: 0 }, 'x', false)).toBeNull()
  })
})
