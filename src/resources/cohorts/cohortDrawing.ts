import {
  columnHeading,
  rowHeading,
  summaryLabel,
  valueText,
  type CohortTexts,
} from './cohortTexts.ts'
import { createHeat, type Heat } from './grid.colour.model.ts'
import type { CohortLine } from './grid.lines.model.ts'
import { summarize } from './grid.summary.model.ts'
import type {
  CellState,
  CohortGrid,
  CohortSummary,
  CohortValue,
  Reading,
  SummaryKind,
} from './grid.types.ts'
import { readCell, readTotal, unitOf } from './grid.views.model.ts'

/** Columns before the periods: the cohort and its size. */
export const LEADING = 2

/** A number as it is drawn. */
export interface DrawnCell {
  readonly text: string
  readonly state: CellState
  /** Heat, 0 to 9; null without a value and in summary rows. */
  readonly level: number | null
}

/** What is drawn of a grid under one reading, asked cell by cell: what nobody sees is never computed nor written. */
export interface CohortDrawing {
  readonly texts: CohortTexts
  readonly grid: CohortGrid
  readonly reading: Reading
  readonly heat: Heat
  readonly value: (line: CohortLine, column: number) => CohortValue
  readonly cell: (line: CohortLine, column: number) => DrawnCell
  /** Heading of a line. */
  readonly label: (line: CohortLine) => string
  /** Members of a line; empty where that means nothing. */
  readonly size: (line: CohortLine) => string
  /** The mean or median that a line is put together by. */
  readonly summary: (line: CohortLine, kind: SummaryKind) => CohortSummary
  /** Members under which a cohort is left out of means. */
  readonly minSize: number
  /** True where money is net: later refunds still lower it. */
  readonly isNet: boolean
}

/** What a drawing is made of. */
export interface DrawingParts {
  readonly texts: CohortTexts
  /** The whole answer's grid: its columns are those of every line. */
  readonly grid: CohortGrid
  readonly reading: Reading
  readonly heat: Heat
  /** Members under which a cohort is left out of means. */
  readonly minSize: number
  /** True where money is net: later refunds still lower it. */
  readonly isNet: boolean
}

/** Makes the drawing of a grid. */
export function createDrawing({
  texts,
  grid,
  reading,
  heat,
  minSize,
  isNet,
}: DrawingParts): CohortDrawing {
  const { t, format } = texts
  const summaries = new Map<string, CohortSummary>()

  function summary(line: CohortLine, kind: SummaryKind): CohortSummary {
    const key = `${kind} ${line.segment ?? ''}`
    const known = summaries.get(key) ?? summarize(line.grid, reading, { kind, minSize })
    summaries.set(key, known)
    return known
  }

  function value(line: CohortLine, column: number): CohortValue {
    if (line.kind === 'cohort') return readCell(line.grid, line.row, column, reading)
    if (isPooled(line)) return summary(line, line.kind).cell(column)
    return readTotal(line.grid, column, reading)
  }

  return {
    texts,
    grid,
    reading,
    heat,
    minSize,
    isNet,
    summary,
    value,
    cell(line, column) {
      const read = value(line, column)
      // A mean of nothing is blank: a dash is for a cell whose period has come.
      const isBlank = isPooled(line) && read.value === null
      return {
        text: isBlank ? '' : valueText(texts, read, line.grid.currency),
        state: read.state,
        level: line.kind === 'cohort' ? heat.level(line.grid, line.row, column, read.value) : null,
      }
    },
    label(line) {
      if (line.kind === 'cohort') return rowHeading(texts, line.grid.rows[line.row]!, line.grid)
      if (line.kind === 'segment') return line.label
      return isPooled(line) ? summaryLabel(texts, summary(line, line.kind)) : t('cohorts.total')
    },
    size(line) {
      if (line.kind === 'cohort') return format.count(line.grid.rows[line.row]!.size)
      return line.grid.total && !isPooled(line) ? format.count(line.grid.total.size) : ''
    },
  }
}

/** True for a line that is put together by us from the cohorts above it. */
export const isPooled = (line: CohortLine): line is CohortLine & { kind: SummaryKind } =>
  line.kind === 'mean' || line.kind === 'median'

/** Width of the period columns in characters, in steps of two up to 24, from the longest texts alone. */
export function columnWidth(drawing: CohortDrawing, hasTotals: boolean): number {
  const { texts, grid, reading, heat } = drawing
  const { metric, view } = reading
  const sums = hasTotals ? totalsOf(grid, reading) : []
  const extremes = [heat.anchor ?? createHeat([grid], reading).anchor ?? 0, ...extent(sums)]
  const unit = unitOf(metric, view)
  const written = extremes.map(
    (number) => valueText(texts, { value: number, state: 'final', unit }, grid.currency).length,
  )
  const headings = grid.columns.map(({ unit: length, label }) => (length ? 0 : label.length))
  const heading = Math.max(columnHeading(texts, grid.columns.at(-1)!).length, ...headings)
  // Headings and summaries are bold, which takes about a tenth more.
  const longest = Math.max(6, 1.1 * heading, ...written.map((length) => 1.1 * length))
  return Math.min(24, Math.ceil(longest / 2) * 2)
}

/** The totals of all columns; as given they need no cohort to be read. */
const totalsOf = (grid: CohortGrid, reading: Reading): readonly number[] =>
  reading.view === 'absolute'
    ? (grid.total?.cells.map((cell) => cell?.[reading.metric] ?? 0) ?? [])
    : grid.columns.map(({ index }) => readTotal(grid, index, reading).value ?? 0)

const extent = (values: readonly number[]): readonly number[] => [
  Math.min(0, ...values),
  Math.max(0, ...values),
]
