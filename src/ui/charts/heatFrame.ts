import { niceStride, textWidth } from './frame.ts'
import type { CellPosition } from './types.ts'

/** Where everything of a heat map goes, in pixels of its drawing. */
export interface HeatFrame {
  readonly width: number
  readonly height: number
  /** Left edge of the cells, or in a right-to-left page their right edge. */
  readonly start: number
  readonly top: number
  readonly cellWidth: number
  readonly cellHeight: number
  /** Space between two cells; 0 where they are too small for one. */
  readonly gap: number
  /** False where the texts of the cells have no room: an overview. */
  readonly hasTexts: boolean
  readonly isRightToLeft: boolean
  /** Every how many rows and columns one is named. */
  readonly rowStride: number
  readonly columnStride: number
}

/** What a heat map is laid out for. */
export interface HeatFrameOptions {
  readonly rowLabels: readonly string[]
  readonly columnLabels: readonly string[]
  /** The longest text of a cell; null lays out an overview. */
  readonly longestText: string | null
  /** Room there is, in pixels. */
  readonly width: number
  readonly isRightToLeft: boolean
}

const TOP = 24
const MOST_LABEL = 160
const TEXT_HEIGHT = 28
const MOST_WIDTH = 88
const OVERVIEW_HEIGHT = 560
/** More rows with texts are no picture any more. */
const MOST_ROWS = 100
/** Numbers in cells are written smaller than other texts. */
const TEXT_SHARE = 11 / 12
/** A pixel of a screen with two of them to each of ours, as every phone has. */
const LEAST_WIDTH = 0.5
const LEAST_HEIGHT = 2
/** From this size on cells stand apart. */
const APART = 7

/** Lays a heat map out: cells with texts where these fit, else as an overview that fits into the width and into about a screen. */
export function createHeatFrame(options: HeatFrameOptions): HeatFrame {
  const { rowLabels, columnLabels, longestText, width, isRightToLeft } = options
  const label = 18 + Math.min(MOST_LABEL, longest(rowLabels), width / 2)
  const room = (width - label) / Math.max(1, columnLabels.length)
  const textRoom = TEXT_SHARE * textWidth(longestText ?? '') + 6
  const hasTexts = longestText !== null && room >= textRoom && rowLabels.length <= MOST_ROWS
  const most = hasTexts ? Math.max(MOST_WIDTH, textRoom) : MOST_WIDTH
  const cellWidth = Math.min(most, Math.max(LEAST_WIDTH, room))
  const fitting = Math.floor(OVERVIEW_HEIGHT / Math.max(1, rowLabels.length))
  const cellHeight = hasTexts ? TEXT_HEIGHT : Math.min(20, Math.max(LEAST_HEIGHT, fitting))
  const needed = label + cellWidth * columnLabels.length
  return {
    width: Math.max(width, Math.ceil(needed)),
    height: TOP + cellHeight * rowLabels.length + 2,
    start: isRightToLeft ? Math.max(width, needed) - label : label,
    top: TOP,
    cellWidth,
    cellHeight,
    gap: Math.min(cellWidth, cellHeight) >= APART ? 1 : 0,
    hasTexts,
    isRightToLeft,
    rowStride: niceStride(14 / cellHeight),
    columnStride: niceStride((longest(columnLabels) + 10) / cellWidth),
  }
}

const longest = (labels: readonly string[]): number =>
  labels.reduce((most, label) => Math.max(most, textWidth(label)), 0)

/** Left edge of a column. */
export const columnLeft = (frame: HeatFrame, column: number): number =>
  frame.isRightToLeft
    ? frame.start - (column + 1) * frame.cellWidth
    : frame.start + column * frame.cellWidth

/** Width of the row names, in pixels. */
export const namesWidth = (frame: HeatFrame): number =>
  frame.isRightToLeft ? frame.width - frame.start : frame.start

/** The cell at a place of the drawing; null beside the cells, and where row names cover them because the drawing is scrolled so many pixels. */
export function cellAt(
  frame: HeatFrame,
  rowCount: number,
  columnCount: number,
  x: number,
  y: number,
  scrolled = 0,
): CellPosition | null {
  const along = frame.isRightToLeft ? frame.start - x : x - frame.start
  if (along < scrolled) return null
  const row = Math.floor((y - frame.top) / frame.cellHeight)
  const column = Math.floor(along / frame.cellWidth)
  const isInside = row >= 0 && row < rowCount && column >= 0 && column < columnCount
  return isInside ? { row, column } : null
}

const PAGE = 10

/** Where a key leads from a cell; null when it is no key of a heat map. */
export function stepCell(
  from: CellPosition | null,
  key: string,
  rowCount: number,
  columnCount: number,
  isRightToLeft: boolean,
): CellPosition | null {
  const { row, column } = from ?? { row: 0, column: 0 }
  const forward = isRightToLeft ? -1 : 1
  const moves: Partial<Record<string, CellPosition>> = {
    ArrowRight: { row, column: column + forward },
    ArrowLeft: { row, column: column - forward },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    Home: { row, column: 0 },
    End: { row, column: columnCount - 1 },
    PageUp: { row: row - PAGE, column },
    PageDown: { row: row + PAGE, column },
  }
  const to = moves[key]
  if (!to || rowCount === 0 || columnCount === 0) return null
  if (!from) return { row: 0, column: 0 }
  return { row: within(to.row, rowCount), column: within(to.column, columnCount) }
}

const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1))
