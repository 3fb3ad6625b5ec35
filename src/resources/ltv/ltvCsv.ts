import Papa from 'papaparse'
import { isoDate } from '../../core/calendar.ts'
import { CSV_WRITING, questionColumns } from '../../core/csv.ts'
import type { LtvCurves, LtvMeasure } from './ltv.curves.model.ts'
import type { LtvInput } from './types.ts'

/** What a chart holds when it is written out. */
export interface LtvCsvSource {
  readonly curves: LtvCurves
  readonly measure: LtvMeasure
  readonly question: LtvInput
  /** When the answer was fetched, in milliseconds since the epoch. */
  readonly asOf: number
}

/**
 * The curves as CSV (RFC 4180), one line for each age of each: numbers stay numbers, and state and population say which
 * of them are final and whom they count. What is not known is empty, never 0.
 */
export function ltvCsv({ curves, measure, question, asOf }: LtvCsvSource): string {
  const shared = {
    mode: curves.mode,
    revenue_type: curves.revenueType,
    ...questionColumns({ ...question, from: curves.from, to: curves.to, asOf }),
  }
  const rows = [curves.whole, ...curves.segments].flatMap((curve) =>
    curve.ages.map(({ age, state, population: { users, from, to }, ...values }) => ({
      split_by: curve.segment === null ? null : curves.attribute,
      segment: curve.segment ?? 'all',
      segment_label: curve.label,
      age,
      metric: measure,
      unit: 'money',
      currency: curves.currency,
      value: values[measure],
      state,
      population: users,
      population_from: isoDate(from),
      population_through: to === null || to <= from ? null : isoDate(to - 1),
      ...shared,
    })),
  )
  return Papa.unparse(rows, CSV_WRITING)
}

/** Name of the file: a measure of one question does not overwrite that of another, and test purchases are told from real ones. */
export function csvName({ curves, measure, question }: Omit<LtvCsvSource, 'asOf'>): string {
  const range = `${isoDate(curves.from)}-${isoDate(curves.to - 1)}`
  const kind = question.environment === 0 ? ['ltv', 'sandbox'] : ['ltv']
  const parts = [...kind, range, curves.mode, measure, curves.revenueType]
  if (curves.attribute !== null) parts.push(curves.attribute)
  return `${parts.join('-').replaceAll(/[^\w.-]+|_/g, '-')}.csv`
}
