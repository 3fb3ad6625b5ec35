// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { createFrame } from '../../../src/ui/charts/frame.ts'
import { markLabels } from '../../../src/ui/charts/markLabels.ts'
import type { ChartMark } from '../../../src/ui/charts/types.ts'

const text = 'Cost per install'
const cost = (at: number): ChartMark => ({ id: 'cost', axis: 'y', at, label: text })

/** Where the names stand beside a line of these values over 0, 1, 2 …, in a drawing of 600 by 320. */
function placed(values: readonly number[], marks: readonly ChartMark[], isRightToLeft = false) {
  const points = values.map((y, x) => ({ x, y, isFinal: true }))
  const series = [{ id: 'a', label: 'A', points }]
  const frame = createFrame({
    series,
    marks,
    formatX: String,
    formatY: String,
    width: 600,
    height: 320,
    isRightToLeft,
    yZero: true,
    labelRoom: 0,
  })
  return { frame, labels: markLabels(marks, series, frame) }
}

describe('the name of a mark', () => {
  test('stands above its beginning where nothing is in the way', () => {
    const { frame, labels } = placed([0, 1, 2, 10], [cost(5)])
    expect(labels).toEqual([
      { id: 'cost', x: frame.plot.left + 6, y: frame.y(5) - 6, anchor: 'start', text },
    ])
    const mirrored = placed([0, 1, 2, 10], [cost(5)], true)
    expect(mirrored.labels[0]).toMatchObject({ x: mirrored.frame.plot.right - 6, anchor: 'end' })
  })

  test('goes below where a line runs above, and to the end where one runs on both sides', () => {
    const above = placed([5.5, 5.5, 5.5, 10], [cost(5)])
    expect(above.labels[0]).toMatchObject({ anchor: 'start', y: above.frame.y(5) + 17 })
    const both = placed([4, 6, 10, 10], [cost(5)])
    expect(both.labels[0]).toMatchObject({ anchor: 'end' })
  })

  test('does not run into the name of the axis', () => {
    const { frame, labels } = placed([0, 1, 2, 3], [cost(10)])
    expect(frame.y(10)).toBe(frame.plot.top)
    expect(labels[0]!.y).toBe(frame.plot.top + 17)
  })

  test('keeps clear of the other marks and their names', () => {
    const payback: ChartMark = { id: 'payback', axis: 'x', at: 1, label: 'Payback: Day 1' }
    const { frame, labels } = placed([0, 1, 1, 1, 1, 1, 1, 1, 1], [cost(9.8), payback])
    // It would cross the vertical line at its beginning.
    expect(frame.x(1) - frame.plot.left).toBeLessThan(100)
    expect(labels[0]).toMatchObject({ anchor: 'end' })
  })

  test('keeps clear of the name at the end of a line that ends within the plot', () => {
    const { frame, labels } = placed([0, 1, 2, 10], [cost(5)])
    const { x, y } = labels[0]!
    const named = markLabels([cost(5)], [], frame, [{ id: 'a', text: 'A', x: x + 20, y: y - 2 }])
    // Where it stood is taken: it goes below its line.
    expect(named[0]).toMatchObject({ x, y: frame.y(5) + 17 })
  })

  test('stands beside a vertical mark where a line runs over both ends', () => {
    // The line rises through the cost at the beginning and falls through it at the end, as a lifetime value of few does.
    const values = [3.9, 4.5, 5.2, 9.5, 9.9, 9.9, 9.9, 9.9, 9.8, 9.7, 9.5, 8, 4.8, 1]
    const payback: ChartMark = { id: 'payback', axis: 'x', at: 2, label: 'Payback: Day 2' }
    const { frame, labels } = placed(values, [cost(5), payback])
    expect(labels[0]).toEqual({
      id: 'cost',
      x: frame.x(2) + 6,
      y: frame.y(5) - 6,
      anchor: 'start',
      text,
    })
  })

  test('is the short one where there is room for no other', () => {
    const long = {
      ...cost(5),
      label: 'What one more install costs, all campaigns and fees counted',
    }
    const payback: ChartMark = { id: 'payback', axis: 'x', at: 3, label: 'Day 3' }
    const values = [0, 1, 2, 5.5, 7, 8]
    const { frame, labels } = placed(values, [{ ...long, short: '5' }, payback])
    // On either side of the vertical mark there is half of the plot, and the long name needs more.
    expect(text.length * 6).toBeLessThan((frame.plot.right - frame.plot.left) / 2)
    expect(long.label.length * 6).toBeGreaterThan((frame.plot.right - frame.plot.left) / 2)
    expect(labels[0]).toMatchObject({ text: '5', anchor: 'start', y: frame.y(5) - 6 })
    expect(placed(values, [long, payback]).labels[0]).toMatchObject({ text: long.label })
  })

  test('where lines run everywhere at least no mark does', () => {
    const values = Array.from({ length: 60 }, (_, x) => (x % 2) * 10)
    const payback: ChartMark = { id: 'payback', axis: 'x', at: 5, label: 'Payback: Day 5' }
    const { frame, labels } = placed(values, [cost(5), payback])
    // At its beginning the vertical mark would run through it.
    expect(frame.x(5)).toBeLessThan(frame.plot.left + 6 + 16 * 6)
    expect(labels[0]).toMatchObject({ anchor: 'end', x: frame.plot.right - 6 })
  })

  test('has its usual place where none is free', () => {
    const values = Array.from({ length: 60 }, (_, x) => (x % 2) * 10)
    const { frame, labels } = placed(values, [cost(5)])
    expect(labels[0]).toMatchObject({ anchor: 'start', y: frame.y(5) - 6 })
  })
})
