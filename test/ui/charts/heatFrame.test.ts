// @vitest-environment node
import { describe, expect, test } from 'vitest'
import {
  cellAt,
  columnLeft,
  createHeatFrame,
  rowTop,
  stepCell,
} from '../../../src/ui/charts/heatFrame.ts'

const names = (count: number, word = 'Day') =>
  Array.from({ length: count }, (_, index) => `${word} ${index}`)

const layout = (rows: number, columns: number, width: number, isRightToLeft = false) =>
  createHeatFrame({
    rowLabels: names(rows),
    columnLabels: names(columns),
    longestText: rows * columns <= 1_000 ? '$1,234.56' : null,
    width,
    isRightToLeft,
  })

describe('the cells', () => {
  test('hold their texts where these fit, and stand apart', () => {
    expect(layout(12, 12, 1160)).toMatchObject({ hasTexts: true, gap: 1, rowStride: 1 })
    expect(layout(12, 12, 360)).toMatchObject({ hasTexts: false, gap: 1 })
  })

  test('are as wide as their texts, also where these are long', () => {
    const labels = { rowLabels: names(6), columnLabels: names(3), isRightToLeft: false }
    const { hasTexts, cellWidth } = createHeatFrame({
      ...labels,
      longestText: '$987,654,321,987.65',
      width: 1160,
    })
    expect(hasTexts).toBe(true)
    // 19 characters of 11 pixels, of which none is narrower than half its height.
    expect(cellWidth).toBeGreaterThan(19 * 5.5)
  })

  test('of many rows are an overview about as high as a screen, however few columns there are', () => {
    const { hasTexts, height } = layout(400, 1, 1160)
    expect(hasTexts).toBe(false)
    expect(height).toBeLessThan(1_000)
  })

  test('of a year of days fit into the width, without space between them', () => {
    const frame = layout(365, 365, 1160)
    expect(frame).toMatchObject({ width: 1160, gap: 0, hasTexts: false })
    expect(frame.height).toBeLessThan(800)
    expect(frame.rowStride).toBeGreaterThan(1)
  })

  test('of a year of days fit into a phone', () => {
    expect(layout(365, 365, 358)).toMatchObject({ width: 358 })
  })

  test('are never narrower than half a pixel: the drawing is then wider than its place', () => {
    expect(layout(365, 800, 358).width).toBeGreaterThan(400)
  })

  test.each([false, true])('are found at their middles (right to left: %s)', (isRightToLeft) => {
    const frame = layout(7, 9, 900, isRightToLeft)
    for (let row = 0; row < 7; row++)
      for (let column = 0; column < 9; column++) {
        const x = columnLeft(frame, column) + frame.cellWidth / 2
        const y = rowTop(frame, row) + frame.cellHeight / 2
        expect(cellAt(frame, 9, x, y)).toEqual({ row, column })
      }
    expect(cellAt(frame, 9, isRightToLeft ? 899 : 1, rowTop(frame, 0) + 5)).toBeNull()
    expect(cellAt(frame, 9, 450, 2)).toBeNull()
  })
})

describe('bands', () => {
  const banded = (sizes: readonly number[], longestText: string | null = null) =>
    createHeatFrame({
      rowLabels: names(sizes.reduce((sum, size) => sum + size, 0)),
      columnLabels: names(9),
      bands: sizes.map((rows, index) => ({ label: `Segment ${index}`, rows })),
      longestText,
      width: 1160,
      isRightToLeft: false,
    })

  test('stand under each other; each cell is found in its own, and none between them', () => {
    // The second has no row.
    const frame = banded([3, 0, 2])
    const x = columnLeft(frame, 4) + 1
    const middles = [0, 1, 2, 3, 4].map((row) => rowTop(frame, row) + frame.cellHeight / 2)
    expect(middles.map((y) => cellAt(frame, 9, x, y)?.row)).toEqual([0, 1, 2, 3, 4])
    const below = rowTop(frame, 2) + frame.cellHeight
    // Room for two names and the columns of both.
    expect(rowTop(frame, 3) - below).toBeGreaterThan(2 * 40)
    expect(cellAt(frame, 9, x, below + 1)).toBeNull()
    expect(cellAt(frame, 9, x, rowTop(frame, 3) - 1)).toBeNull()
    expect(frame.height).toBeGreaterThanOrEqual(rowTop(frame, 4) + frame.cellHeight)
  })

  test('of many rows are no flatter than they can be read, and none is higher than a screen', () => {
    expect(banded(Array<number>(20).fill(12)).cellHeight).toBe(8)
    expect(banded([365, 365]).cellHeight).toBe(2)
    expect(banded([12, 12]).cellHeight).toBe(20)
  })
})

describe('keys', () => {
  test.each([
    ['ArrowRight', { row: 1, column: 2 }],
    ['ArrowLeft', { row: 1, column: 0 }],
    ['ArrowUp', { row: 0, column: 1 }],
    ['ArrowDown', { row: 2, column: 1 }],
    ['Home', { row: 1, column: 0 }],
    ['End', { row: 1, column: 4 }],
    ['PageDown', { row: 5, column: 1 }],
    ['PageUp', { row: 0, column: 1 }],
  ])('%s leads to %o', (key, to) => {
    expect(stepCell({ row: 1, column: 1 }, key, 6, 5, false)).toEqual(to)
  })

  test('begin at the first cell, turn around with the page, and stop at the edge', () => {
    expect(stepCell(null, 'ArrowDown', 6, 5, false)).toEqual({ row: 0, column: 0 })
    expect(stepCell({ row: 0, column: 0 }, 'ArrowLeft', 6, 5, true)).toEqual({ row: 0, column: 1 })
    expect(stepCell({ row: 5, column: 4 }, 'ArrowRight', 6, 5, false)).toEqual({
      row: 5,
      column: 4,
    })
    expect(stepCell(null, 'ArrowDown', 0, 5, false)).toBeNull()
    expect(stepCell(null, 'x', 6, 5, false)).toBeNull()
  })
})
