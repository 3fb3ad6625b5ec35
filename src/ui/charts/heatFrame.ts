import { niceStride, textWidth } from './frame.ts'
import type { CellPosition, HeatBand } from './types.ts'

/** Which rows a band has. */
export interface BandRows {
  /** Its name; null where all rows are one table without one. */
  readonly label: string | null
  /** First row, and the one after the last. */
  readonly from: number
  readonly to: number
}

/** Where the rows of a band are. */
export interface PlacedBand extends BandRows {
  /** Upper edge of the first row. */
  readonly top: number
}

/** Where everything of a heat map goes, in pixels of its drawing. */
export interface HeatFrame {
  readonly width: number
  readonly height: number
  /** Left edge of the cells, or in a right-to-left page their right edge. */
  readonly start: number
  /** In the order of their rows. */
  readonly bands: readonly PlacedBand[]
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
  /** All rows by the names they stand under. @default one table without a name */
  readonly bands?: readonly HeatBand[] | undefined
  /** The longest text of a cell; null lays out an overview. */
  readonly longestText: string | null
  /** Room there is, in pixels. */
  readonly width: number
  readonly isRightToLeft: boolean
}

/** Names of the columns above the cells of a band, its own name above them, and the space to the band before. */
const TOP = 24
const NAME = 26
const BETWEEN = 14
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
/** Several bands are taller than a screen rather than flatter than this. */
const BAND_HEIGHT = 8
/** From this size on cells stand apart. */
const APART = 7

/**
 * Lays a heat map out: cells with texts where these fit, else as an overview that fits into the width and into about a screen. Bands
 * stand under each other on the same columns; together they may be taller.
 */
export function createHeatFrame(options: HeatFrameOptions): HeatFrame {
  const { rowLabels, columnLabels, longestText, width, isRightToLeft } = options
  const rowCount = rowLabels.length
  const bands = bandRows(options.bands, rowCount)
  const label = 18 + Math.min(MOST_LABEL, longest(rowLabels), width / 2)
  const room = (width - label) / Math.max(1, columnLabels.length)
  const textRoom = TEXT_SHARE * textWidth(longestText ?? '') + 6
  const hasTexts = longestText !== null && room >= textRoom && rowCount <= MOST_ROWS
  const most = hasTexts ? Math.max(MOST_WIDTH, textRoom) : MOST_WIDTH
  const cellWidth = Math.min(most, Math.max(LEAST_WIDTH, room))
  const cellHeight = hasTexts ? TEXT_HEIGHT : overviewHeight(bands, rowCount)
  const needed = label + cellWidth * columnLabels.length
  const placed = placeBands(bands, cellHeight)
  const last = placed.at(-1)!
  return {
    width: Math.max(width, Math.ceil(needed)),
    height: last.top + (last.to - last.from) * cellHeight + 2,
    start: isRightToLeft ? Math.max(width, needed) - label : label,
    bands: placed,
    cellWidth,
    cellHeight,
    gap: Math.min(cellWidth, cellHeight) >= APART ? 1 : 0,
    hasTexts,
    isRightToLeft,
    rowStride: niceStride(14 / cellHeight),
    columnStride: niceStride((longest(columnLabels) + 10) / cellWidth),
  }
}

/** Height of cells without texts: no band is higher than a screen, and all together are two of them where that leaves enough of each. */
function overviewHeight(bands: readonly BandRows[], rowCount: number): number {
  const largest = Math.max(...bands.map(({ from, to }) => to - from))
  const height = Math.min(fitting(1, largest), Math.max(BAND_HEIGHT, fitting(2, rowCount)))
  return Math.min(20, Math.max(LEAST_HEIGHT, height))
}

const fitting = (screens: number, rows: number) =>
  Math.floor((screens * OVERVIEW_HEIGHT) / Math.max(1, rows))

/** Which rows each band has; without bands all are one. */
export function bandRows(
  bands: readonly HeatBand[] | undefined,
  rowCount: number,
): readonly BandRows[] {
  if (!bands) return [{ label: null, from: 0, to: rowCount }]
  let to = 0
  return bands.map(({ label, rows }) => ({ label, from: to, to: (to += rows) }))
}

function placeBands(bands: readonly BandRows[], cellHeight: number): readonly PlacedBand[] {
  let above = 0
  return bands.map(({ label, from, to }) => {
    const top = above + (label === null ? 0 : NAME) + TOP
    above = top + (to - from) * cellHeight + BETWEEN
    return { label, from, to, top }
  })
}

const longest = (labels: readonly string[]): number =>
  labels.reduce((most, label) => Math.max(most, textWidth(label)), 0)

/** Upper edge of a row. */
export function rowTop({ bands, cellHeight }: HeatFrame, row: number): number {
  const { top, from } = bands.find(({ to }) => row < to) ?? bands.at(-1)!
  return top + (row - from) * cellHeight
}

/** Where the names of the columns of a band stand, and where its own name does: the line of their letters. */
export const nameLines = ({ top }: PlacedBand) => ({ columns: top - 8, band: top - TOP - 8 })

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
  columnCount: number,
  x: number,
  y: number,
  scrolled = 0,
): CellPosition | null {
  const { bands, cellWidth, cellHeight, isRightToLeft, start } = frame
  const along = isRightToLeft ? start - x : x - start
  if (along < scrolled) return null
  const column = Math.floor(along / cellWidth)
  for (const { from, to, top } of bands) {
    const row = from + Math.floor((y - top) / cellHeight)
    if (row >= from && row < to) return column < columnCount ? { row, column } : null
  }
  return null
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
