import { addPeriods } from '../../core/calendar.ts'
import { alignByOffset } from './grid.align.model.ts'
import { detectBasis, looksCumulative, type KnownRow } from './grid.basis.model.ts'
import {
  assumesEnd,
  onlyLength,
  reachedColumns,
  rowClock,
  rowState,
  type CohortWindow,
} from './grid.states.model.ts'
import type {
  CellBasis,
  CohortColumn,
  CohortGrid,
  CohortGridOptions,
  CohortGridRow,
} from './grid.types.ts'
import { buildTotal } from './grid.total.model.ts'
import { isGrouping } from './grouping.ts'
import { COHORT_METRICS } from './metrics.ts'
import type { CohortCell, CohortMetric, CohortRow, CohortsAnswer } from './types.ts'

/** What only a whole answer can tell, and its segments share. */
export interface AnswerFacts {
  /** Columns of the table. */
  readonly width: number
  /** First second of the first cohort: what columns that are calendar periods count from. */
  readonly origin: number
  readonly basis: Readonly<Record<CohortMetric, CellBasis>>
  readonly mayBeCumulative: boolean
}

/**
 * Makes a cohort answer ready to read: rows and columns of one rectangle, the columns at which the states of a row change,
 * what its ratios are measured over, the totals as given. Pure, and the same for every metric and view.
 */
export function buildCohortGrid(answer: CohortsAnswer, options: CohortGridOptions): CohortGrid {
  return buildGrid(answer, options, tellFacts(answer, options))
}

/** The same for an answer or one segment of it, by the facts of the whole. */
export function buildGrid(
  answer: CohortsAnswer,
  options: CohortGridOptions,
  facts: AnswerFacts,
): CohortGrid {
  const { mode, grouping, cohort_from: from, cohort_to: to } = answer
  const aligned = alignByOffset(answer, facts.origin)
  const starts: Record<number, number> = {}
  const rows = aligned.rows.map((row, index) => {
    const same = (starts[row.cohort_start] = (starts[row.cohort_start] ?? -1) + 1)
    return buildRow(answer, row, index, same, facts, options)
  })
  const isRangeOpen = to > options.now && rows.every((row) => row.end < to)
  return {
    mode,
    grouping,
    definition: options.definition ?? 'new_customers',
    currency: answer.currency,
    from,
    to,
    now: options.now,
    columns: Array.from({ length: facts.width }, (_, index) => buildColumn(answer, index, options)),
    rows,
    // The totals of calendar periods are those of no column here.
    total: aligned.wasCalendarAligned
      ? null
      : answer.total && buildTotal(answer.total, rows, facts.width, isRangeOpen),
    maxima: answer.max_values,
    basis: facts.basis,
    mayBeCumulative: facts.mayBeCumulative,
    wasCalendarAligned: aligned.wasCalendarAligned,
    mixedLengths: mode !== 'by_days' && onlyLength(options) === undefined,
    assumesEnds: rows.some(assumesEnd),
  }
}

/** Reads from a whole answer what its rows are judged by. */
export function tellFacts(answer: CohortsAnswer, options: CohortGridOptions): AnswerFacts {
  // An answer may list the newest first.
  const origin = Math.min(...answer.cohorts.map((row) => row.cohort_start))
  const { rows } = alignByOffset(answer, origin)
  const parts = [rows, ...(answer.segments ?? []).map((segment) => segment.cohorts)].flat()
  const width = parts.reduce(
    (widest, row) => Math.max(widest, row.periods.length),
    answer.period_labels.length,
  )
  const known = sampleOf(rows, width).map((row) => knownPart(answer, row, options))
  const { currency } = answer
  const { definition, cellBasis } = options
  return {
    width,
    origin,
    basis: cellBasis ? everyMetric(cellBasis) : detectBasis(known, { currency, definition }),
    mayBeCumulative: !cellBasis && looksCumulative(known),
  }
}

function buildRow(
  answer: CohortsAnswer,
  row: CohortRow,
  index: number,
  same: number,
  facts: AnswerFacts,
  options: CohortGridOptions,
): CohortGridRow {
  const window = windowOf(answer, row, answer.cohorts[index + 1])
  const clock = rowClock(window, facts.width, options)
  const hasEnd = answer.mode !== 'by_days' || !clock.dated
  const reached = hasEnd ? reachedColumns(row.periods) : facts.width
  const isEndKnown = hasEnd && clock.dated && !facts.mayBeCumulative
  return {
    index,
    label: row.label,
    start: window.start,
    same,
    end: window.end,
    size: row.users,
    state: rowState(window, answer.cohort_from, answer.cohort_to, options.now),
    cells: row.periods,
    clock: {
      ...clock,
      reached,
      ended: isEndKnown ? endOf(row.periods[reached - 1], facts.basis) : null,
    },
  }
}

/** The row's own window; where the range cut it off, the whole one, so that the cut can be told. */
function windowOf(answer: CohortsAnswer, row: CohortRow, next?: CohortRow): CohortWindow {
  const { mode, grouping } = answer
  const start = row.cohort_start
  const whole = isGrouping(grouping) ? addPeriods(grouping, start, 1) : undefined
  const given = row.cohort_end ?? whole ?? next?.cohort_start ?? answer.cohort_to
  const isCut = given === answer.cohort_to && whole !== undefined
  return { start, end: isCut ? Math.max(given, whole) : given, mode, grouping }
}

/** What a period that no member reached holds: zero, or the sum so far where cells are running sums. */
function endOf(last: CohortCell | null | undefined, basis: AnswerFacts['basis']): CohortCell {
  const value = (metric: CohortMetric) =>
    basis[metric] === 'cumulative' ? (last?.[metric] ?? null) : NOTHING[metric]
  return Object.fromEntries(COHORT_METRICS.map((metric) => [metric, value(metric)])) as CohortCell
}

const NOTHING: NonNullable<CohortCell> = {
  revenue: 0,
  subscriptions: 0,
  payers: 0,
  arpu: 0,
  arppu: null,
  arpas: null,
}

// How a vendor computes a ratio shows in this many cells as well as in all of a large table.
const ENOUGH = 4_000

/** Rows spread over the whole answer. */
function sampleOf(rows: readonly CohortRow[], width: number): readonly CohortRow[] {
  const step = Math.ceil((rows.length * width) / ENOUGH)
  return rows.filter((_, index) => index % step === 0)
}

/** The part of a row that has happened: zeros that an answer fills its rest with tell nothing. */
function knownPart(answer: CohortsAnswer, row: CohortRow, options: CohortGridOptions): KnownRow {
  const { users, periods } = row
  const { dated, begun } = rowClock(windowOf(answer, row), periods.length, options)
  const isTimed = answer.mode === 'by_days' && dated
  return { users, periods: periods.slice(0, isTimed ? begun : reachedColumns(periods)) }
}

function buildColumn(
  { mode, grouping, period_labels: labels }: CohortsAnswer,
  index: number,
  options: CohortGridOptions,
): CohortColumn {
  const label = labels[index] ?? ''
  if (mode === 'by_days')
    return { index, label, unit: isGrouping(grouping) ? grouping : null, offset: index }
  const length = onlyLength(options)
  const unit = length && isGrouping(length) ? length : null
  return { index, label: label || `P${index + 1}`, unit, offset: index + 1 }
}

const everyMetric = (basis: CellBasis): AnswerFacts['basis'] =>
  Object.fromEntries(COHORT_METRICS.map((metric) => [metric, basis])) as AnswerFacts['basis']
