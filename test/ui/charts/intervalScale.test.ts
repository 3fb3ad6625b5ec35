// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createIntervalScale } from '../../../src/ui/charts/intervalScale.ts'

const around = (value: number, low: number, high: number) => ({ value, interval: { low, high } })
const scaleOf = (options: Partial<Parameters<typeof createIntervalScale>[0]>) =>
  createIntervalScale({ leading: [], others: [], labels: 5, isRightToLeft: false, ...options })

describe('an axis that rows share', () => {
  it('has zero and every limit of what leads, in order', () => {
    const { place, beyond } = scaleOf({ leading: [around(0.2, 0.06, 0.36)] })
    const places = [0, 0.06, 0.2, 0.36].map(place)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(Math.max(...places)).toBeLessThan(100)
    expect([0, 0.36].map(beyond)).toEqual([null, null])
  })

  it('is not made a line by one wide row: that one goes past the edge', () => {
    const { beyond, place } = scaleOf({
      leading: [around(0.1, -0.1, 0.3)],
      others: [around(2, -0.9, 9)],
    })
    expect([beyond(9), beyond(-0.9)]).toEqual(['right', 'left'])
    expect(place(0.3) - place(-0.1)).toBeGreaterThan(25)
  })

  it('ends at the edge where a range has no end', () => {
    const { beyond, place } = scaleOf({ leading: [around(1, 0.4, Infinity)] })
    expect(beyond(Infinity)).toBe('right')
    expect(place(Infinity)).toBeLessThanOrEqual(100)
  })

  it('is turned around in a right-to-left page, arrows too', () => {
    const row = { leading: [around(0.1, -0.1, 0.3)] }
    const ltr = scaleOf(row)
    const rtl = scaleOf({ ...row, isRightToLeft: true })
    expect(rtl.place(0.2)).toBeCloseTo(100 - ltr.place(0.2), 6)
    expect([ltr.beyond(5), rtl.beyond(5)]).toEqual(['right', 'left'])
  })

  it('has no more labels than there is room for, and an axis for nothing', () => {
    for (const labels of [2, 3, 4, 7])
      for (const high of [0.07, 0.36, 1.3, 12])
        expect(
          scaleOf({ leading: [around(0, -0.01, high)], labels }).ticks.length,
        ).toBeLessThanOrEqual(labels)
    expect(scaleOf({}).ticks).toContain(0)
  })
})
