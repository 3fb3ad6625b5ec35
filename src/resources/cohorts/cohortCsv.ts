import Papa from 'papaparse'
import { addPeriods, isoDate } from '../../core/calendar.ts'
import { CSV_WRITING, questionColumns } from '../../core/csv.ts'
import type { CohortSegment } from './grid.segments.model.ts'
import type {
  CohortColumn,
  CohortGrid,
  CohortGridTotal,
  CohortSummary,
  CohortValue,
  Reading,
  SummaryCell,
} from './grid.types.ts'
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
  /** Members under which a cohort is not written. @default 0 */
  readonly leastSize?: number | undefined
  /** The table in sentences (`describeGrid`): stands in the column `about` of the first line. @default none */
  readonly about?: readonly string[] | undefined
}

/**
 * The table as CSV (RFC 4180), one line for each cell, with the same columns for every question: numbers stay numbers, a
 * share is a fraction, and `state` says which are complete. What is not begun and what is missing has no value, never 0.
 * The total, mean and median are lines of their own, told by `cohort`; a mean names the view it is made of. A text that a
 * spreadsheet would run gets an apostrophe before it.
 */
export function cohortCsv(source: CsvSource): string {
  const written = [COLUMNS.join(',')]
  // Block by block: the lines of a large table are never in memory all at once.
  for (const block of blocksOf(source)) {
    if (written.length === 1) block[0]!.about = (source.about ?? []).join(' ')
    written.push(Papa.unparse({ fields: [...COLUMNS], data: block }, WRITING))
  }
  return written.join('\r\n')
}

/** Name of the file: a metric of one question does not overwrite that of another, and test purchases are told from real ones. */
export function csvName({ grid, reading, question }: Omit<CsvSource, 'asOf'>): string {
  const range = `${isoDate(grid.from)}-${isoDate(grid.to - 1)}`
  // A file of test purchases must not pass for one of real money.
  const kind = question.environment === 0 ? ['cohorts', 'sandbox'] : ['cohorts']
  const parts = [...kind, range, grid.mode, grid.grouping, grid.definition, reading.metric]
  if (reading.view !== 'absolute') parts.push(reading.view)
  if (question.revenue_type === 'net') parts.push('net')
  if (question.group_by) parts.push('by', question.group_by.replaceAll(/[^\w-]+/g, '-'))
  return `${parts.join('-').replaceAll('_', '-')}.csv`
}

const WRITING = { ...CSV_WRITING, header: false } as const
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

/** The lines of each cohort, each total and each summary row: of the whole, then of its segments. */
function* blocksOf(source: CsvSource): Generator<Line[]> {
  const { segments = [], summaries, leastSize = 0 } = source
  for (const segment of [null, ...segments]) {
    const grid = segment?.grid ?? source.grid
    if (grid.columns.length === 0) continue
    const shared = questionFields(source, grid, segment)
    for (const { index, size } of grid.rows)
      if (size >= leastSize) yield cohortLines(source, grid, index, shared)
    if (grid.total) yield totalLines(source, grid, grid.total, shared)
    for (const summary of summaries?.(grid) ?? []) yield summaryLines(grid, summary, shared)
  }
}

function cohortLines(
  { reading }: CsvSource,
  grid: CohortGrid,
  index: number,
  shared: Line,
): Line[] {
  const { start, size, state } = grid.rows[index]!
  const cohort = { ...shared, cohort: isoDate(start), size, cohort_state: state }
  return grid.columns.map((column) =>
    Object.assign(
      {},
      cohort,
      cellFields(grid, column, readCell(grid, index, column.index, reading)),
      {
        // The answer's labels are dates of the first cohort; each cohort has its own.
        period_label: periodStart(grid, start, column.index) ?? column.label,
      },
    ),
  )
}

function totalLines(
  { reading }: CsvSource,
  grid: CohortGrid,
  { size, state }: CohortGridTotal,
  shared: Line,
): Line[] {
  const total = { ...shared, cohort: 'total', size, cohort_state: state }
  return grid.columns.map((column) =>
    Object.assign({}, total, cellFields(grid, column, readTotal(grid, column.index, reading))),
  )
}

function summaryLines(grid: CohortGrid, summary: CohortSummary, shared: Line): Line[] {
  const { kind, reading, cells } = summary
  const line = { ...shared, cohort: kind, view: reading.view }
  return grid.columns.map((column) => {
    const cell = cells[column.index]!
    return Object.assign({}, line, cellFields(grid, column, cell), {
      cohorts_counted: cell.rows,
      left_out: leftText(cell),
    })
  })
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
    ...questionColumns({ ...question, from: grid.from, to: grid.to, asOf }),
  }
}

function cellFields(
  grid: CohortGrid,
  { offset, label }: CohortColumn,
  { value, unit, state, of }: CohortValue,
): Line {
  return {
    period: offset,
    // By days each cohort has its own dates, so a line over all of them has none.
    period_label: grid.mode === 'by_days' ? '' : label,
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
