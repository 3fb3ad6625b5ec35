import { addPeriods } from '../../core/calendar.ts'
import { alignByOffset } from './grid.align.model.ts'
import { detectBasis, looksCumulative } from './grid.basis.model.ts'
import { cellStates, rowState } from './grid.states.model.ts'
import type {
  CellState,
  CohortColumn,
  CohortGrid,
  CohortGridOptions,
  CohortGridRow,
  CohortGridTotal,
} from './grid.types.ts'
import { isGrouping } from './grouping.ts'
import type { CohortCell, CohortRow, CohortsAnswer } from './types.ts'

/**
 * Makes a cohort answer ready to read: rows and columns of one rectangle, the state of every cell at `now`, what its
 * ratios are measured over, the totals as given. Pure, and the same for every metric and view.
 */
export function buildCohortGrid(answer: CohortsAnswer, options: CohortGridOptions): CohortGrid {
  const { mode, grouping, cohort_from: from, cohort_to: to } = answer
  const lengths = options.renewalLengths ?? []
  const byDays = mode === 'by_days'
  const aligned = alignByOffset(answer)
  const rows = aligned.rows.map((row, index) => buildRow(answer, row, index, options))
  const width = Math.max(answer.period_labels.length, ...rows.map((row) => row.cells.length))
  const columns = Array.from({ length: width }, (_, index) => buildColumn(answer, index, lengths))
  const padded = rows.map((row) => pad(row, answer, width, options))
  const detected = detectBasis(rows, options.definition)
  return {
    mode,
    grouping,
    definition: options.definition ?? 'new_customers',
    currency: answer.currency,
    from,
    to,
    now: options.now,
    columns,
    rows: padded,
    total: answer.total && buildTotal(answer.total, padded, width),
    maxima: answer.max_values,
    basis: options.cellBasis ? fill(detected, options.cellBasis) : detected,
    mayBeCumulative: !options.cellBasis && looksCumulative(padded),
    wasCalendarAligned: aligned.wasCalendarAligned,
    mixedLengths: !byDays && lengths.length !== 1,
  }
}

function buildRow(
  answer: CohortsAnswer,
  row: CohortRow,
  index: number,
  options: CohortGridOptions,
): CohortGridRow {
  const start = row.cohort_start
  const end = windowEnd(answer, row, index)
  const window = { start, end, mode: answer.mode, grouping: answer.grouping }
  return {
    index,
    label: row.label,
    start,
    end,
    size: row.users,
    state: rowState(window, answer.cohort_from, answer.cohort_to, options.now),
    cells: row.periods,
    states: [],
  }
}

/** The row's own end; where the range cut it off, the whole window's, so that the cut can be told. */
function windowEnd(answer: CohortsAnswer, row: CohortRow, index: number): number {
  const whole = isGrouping(answer.grouping)
    ? addPeriods(answer.grouping, row.cohort_start, 1)
    : undefined
  const given =
    row.cohort_end ?? whole ?? answer.cohorts[index + 1]?.cohort_start ?? answer.cohort_to
  return given === answer.cohort_to && whole !== undefined ? Math.max(given, whole) : given
}

/** Fills a ragged row up to the table's width, and only then judges its cells. */
function pad(
  row: CohortGridRow,
  answer: CohortsAnswer,
  width: number,
  options: CohortGridOptions,
): CohortGridRow {
  const cells: (CohortCell | null)[] = Array.from(
    { length: width },
    (_, index) => row.cells[index] ?? null,
  )
  const window = { start: row.start, end: row.end, mode: answer.mode, grouping: answer.grouping }
  return { ...row, cells, states: cellStates(window, cells, options) }
}

function buildColumn(
  answer: CohortsAnswer,
  index: number,
  lengths: readonly string[],
): CohortColumn {
  const label = answer.period_labels[index] ?? ''
  if (answer.mode === 'by_days')
    return {
      index,
      label,
      unit: isGrouping(answer.grouping) ? answer.grouping : null,
      offset: index,
    }
  const [length] = lengths
  const unit = lengths.length === 1 && length && isGrouping(length) ? length : null
  return { index, label: label || `P${index + 1}`, unit, offset: index + 1 }
}

function buildTotal(
  total: NonNullable<CohortsAnswer['total']>,
  rows: readonly CohortGridRow[],
  width: number,
): CohortGridTotal {
  const columns = Array.from({ length: width }, (_, index) => index)
  // A zero in a period that has not begun is no part of the total, and its row's members no part of what it divides by.
  const having = columns.map((index) =>
    rows.filter((row) => row.cells[index] !== null && hasBegun(row.states[index]!)),
  )
  return {
    size: total.users,
    state: rows.some((row) => row.state === 'recruiting') ? 'recruiting' : 'complete',
    cells: columns.map((index) => total.periods[index] ?? null),
    sizes: having.map((group) => group.reduce((sum, row) => sum + row.size, 0)),
    states: columns.map((index) => leastSure(having[index]!.map((row) => row.states[index]!))),
    recruiting: having.map((group) => group.some((row) => row.state === 'recruiting')),
  }
}

const hasBegun = (state: CellState): boolean => state !== 'future' && state !== 'missing'

const BY_DOUBT: readonly CellState[] = ['open', 'provisional', 'settling']

/** A sum is as sure as the least sure of its parts. */
const leastSure = (states: readonly CellState[]): CellState =>
  BY_DOUBT.find((state) => states.includes(state)) ?? (states.length > 0 ? 'final' : 'missing')

function fill<Key extends string, Value>(
  record: Record<Key, unknown>,
  value: Value,
): Record<Key, Value> {
  return Object.fromEntries(Object.keys(record).map((key) => [key, value])) as Record<Key, Value>
}
