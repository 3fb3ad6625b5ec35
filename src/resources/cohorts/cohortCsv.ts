import Papa from 'papaparse'
import { isoDate } from '../../core/calendar.ts'
import type { CohortGrid, CohortGridRow } from './grid.types.ts'
import { readCell, readTotal, type CohortValue } from './grid.views.model.ts'
import type { CohortsInput } from './types.ts'
import type { Reading } from './cohortTexts.ts'

/** What a table holds when it is written out. */
export interface CsvSource {
  readonly grid: CohortGrid
  readonly reading: Reading
  readonly question: CohortsInput
  /** When the answer was fetched, in milliseconds since the epoch. */
  readonly asOf: number
}

// What a spreadsheet would run: any of these first, also after white space or as its full-width twin.
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u

/**
 * The table as CSV (RFC 4180), one line per cell: numbers stay numbers, a share is a fraction, and the state says which
 * numbers are complete. Cells that are not begun have no value, never 0.
 */
export function cohortCsv({ grid, reading, question, asOf }: CsvSource): string {
  const shared = {
    metric: reading.metric,
    view: reading.view,
    mode: grid.mode,
    grouping: grid.grouping,
    definition: grid.definition,
    revenue_type: question.revenue_type ?? 'gross',
    environment: question.environment === 0 ? 'sandbox' : 'production',
    as_of: new Date(asOf).toISOString(),
  }
  const line = (
    cohort: string,
    size: number,
    cohortState: string,
    index: number,
    cell: CohortValue,
  ) => ({
    cohort,
    size,
    cohort_state: cohortState,
    period: grid.columns[index]!.offset,
    period_label: grid.columns[index]!.label,
    value: cell.value,
    unit: cell.unit === 'percent' ? 'fraction' : cell.unit,
    currency: cell.unit === 'money' ? grid.currency : null,
    state: cell.state,
    ...shared,
  })
  const rows = grid.rows.flatMap((row: CohortGridRow) =>
    grid.columns.map(({ index }) =>
      line(
        isoDate(row.start),
        row.size,
        row.state,
        index,
        readCell(row, index, reading.metric, reading.view),
      ),
    ),
  )
  const { total } = grid
  const totals = total
    ? grid.columns.map(({ index }) =>
        line(
          'total',
          total.size,
          'total',
          index,
          readTotal(grid, index, reading.metric, reading.view),
        ),
      )
    : []
  return Papa.unparse([...rows, ...totals], { escapeFormulae: FORMULA, newline: '\r\n' })
}
