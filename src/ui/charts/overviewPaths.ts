import type { CellFill } from './types.ts'

/** All cells of a heat map that are filled alike, as one shape. */
export interface OverviewPath {
  readonly fill: CellFill
  /** Path data in cells: one unit is a column or a row. */
  readonly d: string
}

/** The shape of a kind while it is drawn, and where its pen stands. */
interface Pen {
  readonly parts: string[]
  column: number
  row: number
}

/**
 * The shapes of a heat map whose cells touch: cells below each other that are filled alike are drawn as one, and all of a
 * kind as one path. Steps in whole cells keep the text of 100,000 cells short, and the same at every size of the drawing.
 */
export function overviewPaths(
  rowCount: number,
  columnCount: number,
  fill: (row: number, column: number) => CellFill,
): readonly OverviewPath[] {
  const pens = new Map<CellFill, Pen>()
  const draw = (kind: CellFill, column: number, from: number, to: number) => {
    let pen = pens.get(kind)
    if (!pen) pens.set(kind, (pen = { parts: [], column: 0, row: 0 }))
    pen.parts.push(`m${column - pen.column},${from - pen.row}h1v${to - from}h-1`)
    pen.column = column
    pen.row = to
  }
  for (let column = 0; column < columnCount; column++) {
    let from = 0
    let last: CellFill = 'empty'
    for (let row = 0; row <= rowCount; row++) {
      const next = row < rowCount ? fill(row, column) : 'empty'
      if (next === last) continue
      if (last !== 'empty') draw(last, column, from, row)
      from = row
      last = next
    }
  }
  // Joined in one go: a text that grows piece by piece keeps all of its pieces.
  return [...pens].map(([kind, { parts }]) => ({ fill: kind, d: parts.join('') }))
}
