import type { History } from '../history.ts'
import { countBefore, type LogRow } from '../log.ts'
import { minorUnits } from '../currencies.ts'
import { createConverter } from '../money.ts'

/** Takes one thing that happened into a chart: when (unix seconds), to whom, in which part, how much. */
export type Book = (at: number, customer: number, part: number, amount: number) => void

/** A business as it stood at an instant, for charts to read. */
export interface Reading {
  readonly history: History
  /** Unix seconds. */
  readonly now: number
  /** What has happened before `now`, in the order of time. */
  readonly rows: readonly LogRow[]
  /** Number of the customer of a row. */
  readonly customerOf: (row: LogRow) => number
  /** Price of a row in the currency of the answer, at the rate of the row's day; 0 where no money moved. Throws `MissingRate`. */
  readonly priceOf: (row: LogRow) => number
  /** Factor from a currency (by position in the ledger) at an instant's day to the currency of the answer. Throws `MissingRate`. */
  readonly factor: (currency: number, at: number) => number
}

/** Opens a history for one answer in one currency. */
export function createReading(history: History, now: number, currency: string): Reading {
  const { currencies } = history.ledger
  const numbers = numbersOf(history)
  const factor = createConverter(history.rates, currencies, currency)
  return {
    history,
    now,
    rows: history.rows.slice(0, countBefore(history.rows, now)),
    customerOf: (row) => numbers.get(row.customer_id)!,
    priceOf: (row) =>
      row.price && row.currency !== null
        ? (row.price / minorUnits(row.currency)) * factor(currencies.indexOf(row.currency), row.at)
        : 0,
    factor,
  }
}

/** Customer numbers by id; one map per history, however many charts are asked for. */
const known = new WeakMap<History, ReadonlyMap<string, number>>()
function numbersOf(history: History): ReadonlyMap<string, number> {
  let numbers = known.get(history)
  if (!numbers) {
    const { first } = history.ledger.customers
    numbers = new Map(first.map((row, number) => [row.customer_id, number]))
    known.set(history, numbers)
  }
  return numbers
}
