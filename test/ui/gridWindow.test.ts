// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  BLOCK,
  blocksOf,
  covers,
  FIRST_WINDOW,
  likelyWindow,
  positions,
  windowOver,
  type GridMeasures,
  type GridWindow,
} from '../../src/ui/gridWindow.ts'
import { figure, runs } from '../figures.ts'

const counts = (rows: number, columns: number): GridWindow => ({
  rows: { from: 0, to: rows },
  columns: { from: 0, to: columns },
})

/** 20 rows of 30 pixels and 10 columns of 100 pixels are seen. */
const seen = (top: number, start: number): GridMeasures => ({
  top,
  start,
  height: 600,
  width: 1_000,
  row: 30,
  column: 100,
})

test('a window begins with what is seen, and with a step more of rows where it moves', () => {
  const columns = { from: 0, to: 12 }
  expect(windowOver(seen(0, 0), counts(365, 365), false)).toEqual({
    rows: { from: 0, to: 20 },
    columns,
  })
  expect(windowOver(seen(0, 0), counts(365, 365), true)).toEqual({
    rows: { from: 0, to: 24 },
    columns,
  })
})

test('a window ends with the grid', () => {
  expect(windowOver(seen(345 * 30, 355 * 100), counts(365, 363), true)).toEqual({
    rows: { from: 340, to: 365 },
    columns: { from: 352, to: 363 },
  })
})

test('what is seen is drawn wherever the grid is scrolled to, and not much more', () => {
  const count = runs(10_000)
  const size = fc.integer({ min: 1, max: 2_000 })
  fc.assert(
    fc.property(
      fc.record({
        rows: size,
        columns: size,
        down: fc.double({ min: 0, max: 1, noNaN: true }),
        along: fc.double({ min: 0, max: 1, noNaN: true }),
        row: fc.integer({ min: 16, max: 60 }),
        column: fc.integer({ min: 30, max: 200 }),
        isMoving: fc.boolean(),
      }),
      ({ rows, columns, down, along, row, column, isMoving }) => {
        const [height, width] = [600, 1_000]
        const top = down * Math.max(0, rows * row - height)
        const start = along * Math.max(0, columns * column - width)
        const all = counts(rows, columns)
        const drawn = windowOver({ top, start, height, width, row, column }, all, isMoving)
        const inSight: GridWindow = {
          rows: {
            from: Math.floor(top / row),
            to: Math.min(rows, Math.ceil((top + height) / row)),
          },
          columns: {
            from: Math.floor(start / column),
            to: Math.min(columns, Math.ceil((start + width) / column)),
          },
        }
        expect(covers(drawn, inSight)).toBe(true)
        expect(covers(all, drawn)).toBe(true)
        expect(drawn.rows.to - drawn.rows.from).toBeLessThanOrEqual(height / row + 16)
        expect(drawn.columns.to - drawn.columns.from).toBeLessThanOrEqual(
          width / column + 2 + 2 * BLOCK,
        )
      },
    ),
    { numRuns: count, seed: 4 },
  )
  figure('windows that hold what is seen', count, 'all', 4)
})

test('a position outside of the window stays, in its place', () => {
  expect(positions({ from: 4, to: 7 }, -1)).toEqual([4, 5, 6])
  expect(positions({ from: 4, to: 7 }, 5)).toEqual([4, 5, 6])
  expect(positions({ from: 4, to: 7 }, 0)).toEqual([0, 4, 5, 6])
  expect(positions({ from: 4, to: 7 }, 90)).toEqual([4, 5, 6, 90])
})

test('columns are drawn in whole blocks, and so is the one that stays', () => {
  expect(blocksOf({ from: 4, to: 12 }, -1, 363)).toEqual([
    { from: 4, to: 8 },
    { from: 8, to: 12 },
  ])
  expect(blocksOf({ from: 4, to: 8 }, 362, 363)).toEqual([
    { from: 4, to: 8 },
    { from: 360, to: 363 },
  ])
  expect(blocksOf({ from: 0, to: 3 }, 1, 3)).toEqual([{ from: 0, to: 3 }])
})

test('a server draws 30 rows and 20 columns, a browser no more of them than can be in sight', () => {
  const least = { row: 24, column: 90, stickyRows: 80, stickyColumns: 176 }
  expect(FIRST_WINDOW).toEqual(counts(30, 20))
  // 23.3 rows of 560 pixels, 12.3 columns of 1,104.
  expect(likelyWindow(640, 1280, least)).toEqual(counts(24, 16))
  expect(likelyWindow(640, 390, least)).toEqual(counts(24, 4))
  expect(likelyWindow(90, 200, least)).toEqual(counts(4, 4))
  expect(likelyWindow(5_000, 5_000, least)).toEqual(FIRST_WINDOW)
})
