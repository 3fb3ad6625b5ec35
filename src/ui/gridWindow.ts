/** Positions from `from` up to, and without, `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The part of a grid that is drawn. */
export interface GridWindow {
  readonly rows: Span
  readonly columns: Span
}

/** Columns of a block: a step sideways draws only the blocks that are new. */
export const BLOCK = 4

/** What a server draws of a windowed grid, and a browser where there is no layout. */
export const FIRST_WINDOW: GridWindow = {
  rows: { from: 0, to: 30 },
  columns: { from: 0, to: 5 * BLOCK },
}

/** Sizes of a grid and how far it is scrolled, in CSS pixels. */
export interface GridMeasures {
  /** Scrolled from the first row and column, whatever the direction of the text. */
  readonly top: number
  readonly start: number
  /** Room for rows and columns between the sticky parts. */
  readonly height: number
  readonly width: number
  /** Height of a row, width of a column. */
  readonly row: number
  readonly column: number
}

const ROW_STEP = 4

/** Sizes that the parts of a grid have at least, in CSS pixels. */
export interface LeastSizes extends Pick<GridMeasures, 'row' | 'column'> {
  /** Height of the sticky rows, width of the sticky columns. */
  readonly stickyRows: number
  readonly stickyColumns: number
}

/** What can be in sight of a grid in a view of some height and width, in CSS pixels: rows in steps, columns in whole blocks. */
export function likelyWindow(height: number, width: number, least: LeastSizes): GridWindow {
  const { stickyRows, stickyColumns, row, column } = least
  return {
    rows: stepped(0, (height - stickyRows) / row, ROW_STEP, 0, FIRST_WINDOW.rows),
    columns: stepped(0, (width - stickyColumns) / column, BLOCK, 0, FIRST_WINDOW.columns),
  }
}

/** The window over what is seen: rows in steps of four and, where it moves, four more on both sides; columns in whole blocks. */
export function windowOver(
  measures: GridMeasures,
  counts: GridWindow,
  isMoving: boolean,
): GridWindow {
  const { top, start, height, width, row, column } = measures
  const beyond = isMoving ? ROW_STEP : 0
  return {
    rows: stepped(top / row, (top + height) / row, ROW_STEP, beyond, counts.rows),
    columns: stepped(start / column - 1, (start + width) / column + 1, BLOCK, 0, counts.columns),
  }
}

function stepped(from: number, to: number, step: number, beyond: number, all: Span): Span {
  return within(
    { from: Math.floor(from / step) * step - beyond, to: Math.ceil(to / step) * step + beyond },
    all,
  )
}

/** The part of a span that lies in another; empty at its edge where they do not meet. */
export function within({ from, to }: Span, all: Span): Span {
  const start = Math.max(all.from, Math.min(from, all.to))
  return { from: start, to: Math.max(start, Math.min(to, all.to)) }
}

/** True when a window holds all of another. */
export const covers = (outer: GridWindow, inner: GridWindow): boolean =>
  contains(outer.rows, inner.rows) && contains(outer.columns, inner.columns)

const contains = (outer: Span, inner: Span): boolean =>
  outer.from <= inner.from && inner.to <= outer.to

/** Positions of a span, and the one that stays though it lies outside (-1 for none), in order. */
export function positions({ from, to }: Span, kept: number): readonly number[] {
  const inside = Array.from({ length: to - from }, (_, index) => from + index)
  if (kept < 0 || (kept >= from && kept < to)) return inside
  return kept < from ? [kept, ...inside] : [...inside, kept]
}

/** The blocks of a span of columns, and the one of a column that stays though it lies outside (-1 for none), in order. */
export function blocksOf({ from, to }: Span, kept: number, count: number): readonly Span[] {
  const first = Math.floor(from / BLOCK)
  const blocks = positions(
    { from: first, to: Math.max(first, Math.ceil(to / BLOCK)) },
    kept < 0 ? -1 : Math.floor(kept / BLOCK),
  )
  return blocks.map((block) => ({ from: block * BLOCK, to: Math.min((block + 1) * BLOCK, count) }))
}
