// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { overviewPaths } from '../../../src/ui/charts/overviewPaths.ts'
import type { CellFill } from '../../../src/ui/charts/types.ts'

/** The cells that path data covers, read as SVG says it: relative moves, a rectangle of one column each. */
function covered(d: string): string[] {
  const cells: string[] = []
  let [x, y] = [0, 0]
  for (const [, dx, dy, tall] of d.matchAll(/m(-?\d+),(-?\d+)h1v(\d+)h-1/g)) {
    x += Number(dx)
    y += Number(dy)
    for (let row = 0; row < Number(tall); row++) cells.push(`${x},${y + row}`)
    y += Number(tall)
  }
  return cells
}

const picture: readonly (readonly CellFill[])[] = [
  [3, 3, 9, 'unfinished'],
  [3, 'plain', 'unfinished', 'empty'],
  [3, 'unfinished', 'empty', 'empty'],
]
const paths = overviewPaths(3, 4, (row, column) => picture[row]![column]!)

describe('the shapes of touching cells', () => {
  test('cover each cell once, with its own kind, and none that is empty', () => {
    const drawn = paths.flatMap(({ fill, d }) => covered(d).map((cell) => `${cell} ${fill}`))
    const expected = picture.flatMap((row, y) =>
      row.flatMap((fill, x) => (fill === 'empty' ? [] : [`${x},${y} ${fill}`])),
    )
    expect(drawn.toSorted()).toEqual(expected.toSorted())
  })

  test('are one a kind, and join what is filled alike below each other', () => {
    expect(paths.map(({ fill }) => fill)).toEqual([3, 'plain', 'unfinished', 9])
    expect(paths[0]!.d).toBe('m0,0h1v3h-1m1,-3h1v1h-1')
  })

  test('of a year of days in ten levels take a dozen bytes a shape', () => {
    const size = 365
    const many = overviewPaths(size, size, (row, column) => (row * 7 + column * 3) % 10)
    expect(many).toHaveLength(10)
    const bytes = many.reduce((sum, { d }) => sum + d.length, 0)
    expect(bytes / size ** 2).toBeLessThan(14)
  })
})
