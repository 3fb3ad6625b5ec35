import Papa from 'papaparse'
import { DAY } from '../core/calendar.ts'
import { decimals } from './currencies.ts'

/** One payment of a plain purchase log. */
export interface Transaction {
  readonly customer_id: string
  /** Unix seconds, UTC. */
  readonly purchased_at: number
  /** In minor units of `currency`; 0 counts as a payment. */
  readonly price: number
  /** ISO 4217 code. */
  readonly currency: string
  readonly product_id: string | null
  readonly country: string | null
  readonly store: string | null
  readonly campaign: string | null
}

/** A purchase log that cannot be read, with the first line at fault (the header is line 1). */
export class TransactionsError extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(`The purchase log cannot be read, line ${line}: ${message}`)
    this.name = 'TransactionsError'
    this.line = line
  }
}

const REQUIRED = ['customer_id', 'purchased_at', 'price'] as const
const OPTIONAL = ['currency', 'product_id', 'country', 'store', 'campaign'] as const
type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]

/**
 * Reads a purchase log from CSV, columns by name: `customer_id`, `purchased_at` (YYYY-MM-DD or an ISO instant; UTC where
 * it names no zone), `price` (a decimal like 12.50), and if there are any `currency` (USD without), `product_id`,
 * `country`, `store`, `campaign`; other columns are left alone. Rows of one customer and instant count in the order of
 * the file. Throws `TransactionsError`, which names the line and what to do.
 */
export function parseTransactions(csv: string): Transaction[] {
  const { data: lines, errors } = Papa.parse<string[]>(csv)
  const unclosed = errors.find((error) => error.type === 'Quotes')?.row
  const columns = readHeader(lines[0] ?? [])
  const transactions: Transaction[] = []
  let line = 1
  for (const [index, fields] of lines.entries()) {
    if (index === unclosed)
      throw new TransactionsError(line, 'a quotation mark stands alone. Close or double it.')
    const isEmpty = fields.length === 1 && fields[0]!.trim() === ''
    if (index > 0 && !isEmpty) transactions.push(readLine(line, columns, fields))
    // A quoted field may hold line breaks: the file has more lines than rows.
    line += 1 + fields.reduce((sum, field) => sum + field.split('\n').length - 1, 0)
  }
  if (transactions.length > 0) return transactions
  throw new TransactionsError(2, 'no purchase follows the header. Give at least one row.')
}

/** The midnight (UTC) after the last purchase: the `now` at which all of a log has happened. */
export function endOfTransactions(transactions: readonly Transaction[]): Date {
  const last = transactions.reduce((latest, { purchased_at: at }) => Math.max(latest, at), 0)
  return new Date((Math.floor(last / DAY) + 1) * DAY * 1000)
}

function readHeader(header: readonly string[]): Map<Column, number> {
  const names = header.map((name) => name.trim())
  const missing = REQUIRED.filter((name) => !names.includes(name))
  if (missing.length > 0)
    throw new TransactionsError(
      1,
      `the header lacks ${missing.join(', ')}; it has ${names.join(', ')}. ` +
        `Name the columns ${REQUIRED.join(', ')} (and if there are any ${OPTIONAL.join(', ')}).`,
    )
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice)
    throw new TransactionsError(1, `the header names ${twice} twice. Rename the one not meant.`)
  const known = [...REQUIRED, ...OPTIONAL].filter((name) => names.includes(name))
  return new Map(known.map((name) => [name, names.indexOf(name)]))
}

function readLine(
  line: number,
  columns: ReadonlyMap<Column, number>,
  fields: readonly string[],
): Transaction {
  const field = (name: Column): string => (fields[columns.get(name) ?? -1] ?? '').trim()
  const refuse = (name: Column, advice: string): never => {
    const found = field(name) === '' ? 'is empty' : `is ${JSON.stringify(field(name))}`
    throw new TransactionsError(line, `${name} ${found}. ${advice}`)
  }
  const currency = field('currency') || 'USD'
  if (!/^[A-Z]{3}$/.test(currency)) refuse('currency', 'Give an ISO 4217 code, for example USD.')
  return {
    customer_id:
      field('customer_id') || refuse('customer_id', 'Every purchase needs its customer.'),
    purchased_at:
      readInstant(field('purchased_at')) ??
      refuse(
        'purchased_at',
        'Give a day as 1997-01-31 or an instant as 1997-01-31T18:30:00Z (UTC where it names no zone).',
      ),
    price: readPrice(field('price'), currency, (advice) => refuse('price', advice)),
    currency,
    product_id: field('product_id') || null,
    country: field('country') || null,
    store: field('store') || null,
    campaign: field('campaign') || null,
  }
}

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/

function readInstant(text: string): number | null {
  const [, year, month, day, time = '00:00', zone = 'Z'] = INSTANT.exec(text) ?? []
  if (!year) return null
  // Engines disagree on 30 February: some move it into March.
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (midnight.toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return null
  const at = Date.parse(
    `${year}-${month}-${day}T${time}${zone.replace(/(\d{2})(\d{2})$/, '$1:$2')}`,
  )
  return Number.isNaN(at) ? null : Math.floor(at / 1000)
}

function readPrice(text: string, currency: string, refuse: (advice: string) => never): number {
  if (/^-\d/.test(text))
    refuse('A purchase log holds payments only: leave refunds out, or net them off the payment.')
  const [, whole, decimal = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === undefined)
    return refuse(
      'Give a plain decimal number like 12.50: a point, no currency sign, no thousands separator.',
    )
  const places = decimals(currency)
  if (/[1-9]/.test(decimal.slice(places)))
    refuse(`${currency} has ${places} decimals. Round the price to that.`)
  return Number(whole + decimal.slice(0, places).padEnd(places, '0'))
}
