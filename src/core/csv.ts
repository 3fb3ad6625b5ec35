import { chosenAttributes, type AttributeFilter } from './attributes.ts'
import { isoDate } from './calendar.ts'

/**
 * What a spreadsheet would run: any of these first, also after white space or as its full-width twin. Apostrophes before it
 * count too, so that taking one away always gives the text back.
 */
export const FORMULA = /^'*[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u

/** How every CSV of the package is written (RFC 4180): a text that a spreadsheet would run gets an apostrophe before it. */
export const CSV_WRITING = { escapeFormulae: FORMULA, newline: '\r\n' } as const

/** What is asked, as a file says it. */
export interface CsvQuestion {
  readonly filter?: AttributeFilter | undefined
  readonly environment?: 0 | 1 | undefined
  /** Beginning of the range, Unix seconds. */
  readonly from: number
  /** End of the range, Unix seconds; it is not part of it. */
  readonly to: number
  /** When the answer was fetched, in milliseconds since the epoch. */
  readonly asOf: number
}

/** The columns by which a file can be read without the page it came from: whom it counts, over which time, as of when. */
export const questionColumns = ({ filter, environment, from, to, asOf }: CsvQuestion) => ({
  filters: chosenAttributes(filter)
    .map(([attribute, values]) => `${attribute}: ${values.join(', ')}`)
    .join('; '),
  range_from: isoDate(from),
  range_through: isoDate(to - 1),
  environment: environment === 0 ? 'sandbox' : 'production',
  as_of: new Date(asOf).toISOString(),
})
