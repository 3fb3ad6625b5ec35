import Papa from 'papaparse'
import { addPeriods, isoDate } from '../../core/calendar.ts'
import type { CohortGrid, CohortGridRow } from './grid.types.ts'
import { readCell, readTotal, type CohortValue } from './grid.views.model.ts'
import { isGrouping } from './grouping.ts'
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
    filters: filterText(question),
    range_from: isoDate(grid.from),
    range_through: isoDate(grid.to - 1),
    environment: question.environment === 0 ? 'sandbox' : 'production',
    as_of: new Date(asOf).toISOString(),
  }
  const line = (cohort: CsvCohort, index: number, cell: CohortValue) => ({
    ...cohort,
    period: grid.columns[index]!.offset,
    value: cell.value,
    unit: cell.unit === 'percent' ? 'fraction' : cell.unit,
    currency: cell.unit === 'money' ? grid.currency : null,
    state: cell.state,
    ...shared,
  })
  const rows = grid.rows.flatMap((row: CohortGridRow) =>
    grid.columns.map(({ index, label }) => {
      const cohort = {
        cohort: isoDate(row.start),
        size: row.size,
        cohort_state: row.state,
        // The answer's labels are dates of the first cohort; each cohort has its own.
        period_label: periodStart(grid, row, index) ?? label,
      }
      return line(cohort, index, readCell(grid, row.index, index, reading))
    }),
  )
  const { total } = grid
  const totals = total
    ? grid.columns.map(({ index, label }) => {
        const cohort = {
          cohort: 'total',
          size: total.size,
          cohort_state: total.state,
          period_label: grid.mode === 'by_days' ? '' : label,
        }
        return line(cohort, index, readTotal(grid, index, reading))
      })
    : []
  return Papa.unparse([...rows, ...totals], { escapeFormulae: FORMULA, newline: '\r\n' })
}

/** Name of the file: a metric of one question does not overwrite that of another. */
export function csvName({ grid, reading, question }: Omit<CsvSource, 'asOf'>): string {
  const range = `${isoDate(grid.from)}-${isoDate(grid.to - 1)}`
  const parts = ['cohorts', range, grid.mode, grid.grouping, grid.definition, reading.metric]
  if (reading.view !== 'absolute') parts.push(reading.view)
  if (question.revenue_type === 'net') parts.push('net')
  return `${parts.join('-').replaceAll('_', '-')}.csv`
}

interface CsvCohort {
  readonly cohort: string
  readonly size: number
  readonly cohort_state: string
  readonly period_label: string
}

function periodStart(grid: CohortGrid, row: CohortGridRow, index: number): string | undefined {
  if (grid.mode !== 'by_days' || !isGrouping(grid.grouping)) return undefined
  return isoDate(addPeriods(grid.grouping, row.start, index))
}

const filterText = ({ filter = {} }: CohortsInput): string =>
  Object.entries(filter)
    .filter(([, values]) => values.length > 0)
    .map(([attribute, values]) => `${attribute}: ${values.join(', ')}`)
    .join('; ')
