import Papa from 'papaparse'
import { isoDate } from '../../core/calendar.ts'
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
 * What a spreadsheet would run: any of these first, also after white space or as its full-width twin. Apostrophes before it
 * count too, so that taking one away always gives the text back.
 */
const FORMULA = /^'*[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u

/**
 * The curves as CSV (RFC 4180), one line for each age of each: numbers stay numbers, and state and population say which
 * of them are final and whom they count. What is not known is empty, never 0.
 */
export function ltvCsv({ curves, measure, question, asOf }: LtvCsvSource): string {
  const shared = {
    mode: curves.mode,
    revenue_type: curves.revenueType,
    filters: filterText(question),
    range_from: isoDate(curves.from),
    range_through: isoDate(curves.to - 1),
    environment: question.environment === 0 ? 'sandbox' : 'production',
    as_of: new Date(asOf).toISOString(),
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
  return Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })
}

/** Name of the file: a measure of one question does not overwrite that of another. */
export function csvName({ curves, measure }: Pick<LtvCsvSource, 'curves' | 'measure'>): string {
  const range = `${isoDate(curves.from)}-${isoDate(curves.to - 1)}`
  const parts = ['ltv', range, curves.mode, measure, curves.revenueType]
  if (curves.attribute !== null) parts.push(curves.attribute)
  return `${parts.join('-').replaceAll(/[^\w.-]+|_/g, '-')}.csv`
}

const filterText = ({ filter = {} }: LtvInput): string =>
  Object.entries(filter)
    .filter(([, values]) => values.length > 0)
    .map(([attribute, values]) => `${attribute}: ${values.join(', ')}`)
    .join('; ')
