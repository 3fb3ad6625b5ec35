import Papa from 'papaparse'
import { addPeriods, isoDate } from '../../core/calendar.ts'
import type { CohortSegment } from './grid.segments.model.ts'
import type { CohortGrid, CohortSummary, CohortValue, Reading, SummaryCell } from './grid.types.ts'
import { readCell, readTotal } from './grid.views.model.ts'
import { isGrouping } from './grouping.ts'
import type { CohortsInput } from './types.ts'

/** What a table holds when it is written out. */
export interface CsvSource {
  readonly grid: CohortGrid
  readonly reading: Reading
  readonly question: CohortsInput
  /** When the answer was fetched, in milliseconds since the epoch. */
  readonly asOf: number
  /** The segments of a split answer, written after the whole. @default none */
  readonly segments?: readonly CohortSegment[] | undefined
  /** Makes the mean and median rows that are written under a grid. @default none */
  readonly summaries?: ((grid: CohortGrid) => readonly CohortSummary[]) | undefined
  /** The table in sentences (`describeGrid`): stands in the column `about` of the first line. @default none */
  readonly about?: readonly string[] | undefined
}

/**
 * What a spreadsheet would run: any of these first, also after white space or as its full-width twin. Apostrophes before it
 * count too, so that taking one away always gives the text back.
 */
const FORMULA = /^'*[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u

/**
 * The table as CSV (RFC 4180), one line for each cell, with the same columns for every question: numbers stay numbers, a
 * share is a fraction, and `state` says which are complete. What is not begun and what is missing has no value, never 0.
 * The total, mean and median are lines of their own, told by `cohort`; a mean names the view it is made of. A text that a
 * spreadsheet would run gets an apostrophe before it.
 */
export function cohortCsv(source: CsvSource): string {
  const { grid, segments = [], about = [] } = source
  const data = [
    ...linesOf(source, grid, null),
    ...segments.flatMap((segment) => linesOf(source, segment.grid, segment)),
  ]
  if (data[0]) data[0].about = about.join(' ')
  return Papa.unparse({ fields: [...COLUMNS], data }, { escapeFormulae: FORMULA, newline: '\r\n' })
}

/** Name of the file: a metric of one question does not overwrite that of another. */
export function csvName({ grid, reading, question }: Omit<CsvSource, 'asOf'>): string {
  const range = `${isoDate(grid.from)}-${isoDate(grid.to - 1)}`
  const parts = ['cohorts', range, grid.mode, grid.grouping, grid.definition, reading.metric]
  if (reading.view !== 'absolute') parts.push(reading.view)
  if (question.revenue_type === 'net') parts.push('net')
  if (question.group_by) parts.push('by', question.group_by.replaceAll(/[^\w-]+/g, '-'))
  return `${parts.join('-').replaceAll('_', '-')}.csv`
}

const COLUMNS = [
  'cohort',
  'segment',
  'segment_label',
  'size',
  'cohort_state',
  'period',
  'period_label',
  'value',
  'unit',
  'currency',
  'state',
  'numerator',
  'denominator',
  'cohorts_counted',
  'left_out',
  'metric',
  'view',
  'basis',
  'mode',
  'grouping',
  'definition',
  'revenue_type',
  'filters',
  'range_from',
  'range_through',
  'environment',
  'as_of',
  'about',
] as const

type Field = (typeof COLUMNS)[number]
type Line = Partial<Record<Field, string | number | null>>

/** The lines of one grid: its cohorts, its total, its summary rows. */
function linesOf(source: CsvSource, grid: CohortGrid, segment: CohortSegment | null): Line[] {
  const { reading } = source
  const { columns, rows, total } = grid
  const shared = questionFields(source, grid, segment)
  const line = (column: number, cell: CohortValue, ...own: readonly Line[]): Line =>
    Object.assign({}, shared, cellFields(grid, column, cell), ...own)

  const cohorts = rows.flatMap((row, index) => {
    const { start, size, state } = row
    const cohort = { cohort: isoDate(start), size, cohort_state: state }
    return columns.map((column) =>
      // The answer's labels are dates of the first cohort; each cohort has its own.
      line(column.index, readCell(grid, index, column.index, reading), cohort, {
        period_label: periodStart(grid, start, column.index) ?? column.label,
      }),
    )
  })
  const totals = total
    ? columns.map(({ index }) =>
        line(index, readTotal(grid, index, reading), {
          cohort: 'total',
          size: total.size,
          cohort_state: total.state,
        }),
      )
    : []
  const summaries = (source.summaries?.(grid) ?? []).flatMap(({ kind, reading: shown, cells }) =>
    cells.map((cell, index) =>
      line(index, cell, {
        cohort: kind,
        view: shown.view,
        cohorts_counted: cell.rows,
        left_out: leftText(cell),
      }),
    ),
  )
  return [...cohorts, ...totals, ...summaries]
}

const leftText = ({ left }: SummaryCell): string =>
  Object.entries(left)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${reason} ${count}`)
    .join('; ')

function questionFields(
  { reading, question, asOf }: CsvSource,
  grid: CohortGrid,
  segment: CohortSegment | null,
): Line {
  return {
    segment: segment?.value ?? null,
    segment_label: segment?.label ?? null,
    metric: reading.metric,
    view: reading.view,
    basis: grid.basis[reading.metric],
    mode: grid.mode,
    grouping: grid.grouping,
    definition: grid.definition,
    revenue_type: question.revenue_type ?? 'gross',
    filters: filterText(question),
    range_from: isoDate(grid.from),
    range_through: isoDate(grid.to - 1),
    environment: question.environment === 0 ? 'sandbox' : 'production',
    as_of: new Date(asOf).toISOString(),
  }
}

function cellFields(
  grid: CohortGrid,
  column: number,
  { value, unit, state, of }: CohortValue,
): Line {
  return {
    period: grid.columns[column]!.offset,
    // By days each cohort has its own dates, so a line over all of them has none.
    period_label: grid.mode === 'by_days' ? '' : grid.columns[column]!.label,
    value,
    unit: unit === 'percent' ? 'fraction' : unit,
    currency: unit === 'money' ? grid.currency : null,
    state,
    numerator: of?.numerator ?? null,
    denominator: of?.denominator ?? null,
  }
}

function periodStart(grid: CohortGrid, start: number, column: number): string | undefined {
  if (grid.mode !== 'by_days' || !isGrouping(grid.grouping)) return undefined
  return isoDate(addPeriods(grid.grouping, start, column))
}

const filterText = ({ filter = {} }: CohortsInput): string =>
  Object.entries(filter)
    .filter(([, values]) => values.length > 0)
    .map(([attribute, values]) => `${attribute}: ${values.join(', ')}`)
    .join('; ')
