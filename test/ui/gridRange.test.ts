// @vitest-environment node
import { expect, test, vi } from 'vitest'
import { areaOf, createRangeStore, edgesOf, isIn, nearestIn } from '../../src/ui/gridRange.ts'

const at = (row: number, column: number) => ({ row, column })

test('a range has the same edges whichever corner it was drawn up from', () => {
  const edges = { top: 2, bottom: 5, start: 3, end: 7 }
  expect(areaOf({ anchor: at(2, 3), head: at(5, 7) })).toEqual(edges)
  expect(areaOf({ anchor: at(5, 7), head: at(2, 3) })).toEqual(edges)
  expect(areaOf({ anchor: at(2, 7), head: at(5, 3) })).toEqual(edges)
})

test('a cell knows the sides of the area that it lies on', () => {
  const area = { top: 2, bottom: 4, start: 3, end: 5 }
  expect(edgesOf(area, at(2, 3))).toBe('top start')
  expect(edgesOf(area, at(4, 5))).toBe('end bottom')
  expect(edgesOf(area, at(3, 4))).toBe('')
  expect(edgesOf({ top: 3, bottom: 3, start: 4, end: 4 }, at(3, 4))).toBe('top end bottom start')
})

test('what is outside of an area has a nearest cell inside', () => {
  const area = { top: 1, bottom: 9, start: 2, end: 6 }
  expect(isIn(area, at(1, 6))).toBe(true)
  expect(isIn(area, at(0, 6))).toBe(false)
  expect(isIn(area, at(1, 7))).toBe(false)
  expect(nearestIn(area, at(0, 0))).toEqual(at(1, 2))
  expect(nearestIn(area, at(12, 5))).toEqual(at(9, 5))
})

test('the store tells of each change, and only of changes', () => {
  const store = createRangeStore()
  const told = vi.fn()
  const end = store.subscribe(told)
  const range = { anchor: at(1, 1), head: at(2, 2) }
  store.set(range)
  store.set({ anchor: at(1, 1), head: at(2, 2) })
  expect(told).toHaveBeenCalledTimes(1)
  store.set(null)
  expect(told).toHaveBeenCalledTimes(2)
  end()
  store.set(range)
  expect(told).toHaveBeenCalledTimes(2)
})
