import { isCharge, isRefund, type EventType, type LogRow } from '../log.ts'
import type { Book, Reading } from './reading.ts'
import { followSubscriptions, type Standing } from './subscriptions.ts'

/** Books what a chart is made of. A rate books what it counts in part 0 and what it counts of in part 1. */
export type Reader = (reading: Reading, book: Book) => void

/** Counts events, each type in its part. */
export const countEvents =
  (parts: Readonly<Partial<Record<EventType, number>>>): Reader =>
  ({ rows, customerOf }, book) => {
    for (const row of rows) {
      const part = parts[row.type]
      if (part !== undefined) book(row.at, customerOf(row), part, 1)
    }
  }

/** Money by its own date: charges times `charged` and refunds times `refunded`, before commission. */
export const readMoney =
  (charged: number, refunded: number): Reader =>
  (reading, book) => {
    for (const row of reading.rows) {
      const sign = isCharge(row.type) ? charged : isRefund(row.type) ? refunded : 0
      if (sign !== 0) book(row.at, reading.customerOf(row), 0, sign * reading.priceOf(row))
    }
  }

/** Charges less refunds, both after commission, by their own date. */
export const readProceeds: Reader = ({ history: { ledger }, now, factor }, book) => {
  const { entries } = ledger
  for (let entry = 0; entry < entries.count && entries.at[entry]! < now; entry++) {
    const at = entries.at[entry]!
    const amount = entries.net[entry]!
    const converted = amount === 0 ? 0 : amount * factor(entries.currency[entry]!, at)
    book(at, entries.customer[entry]!, 0, converted)
  }
}

/** Customers by the date they came. */
export const countUsers =
  (part: number): Reader =>
  ({ history: { ledger }, now }, book) => {
    const joined = ledger.customers.joined.new_customers
    for (const [customer, at] of joined.entries()) if (at < now) book(at, customer, part, 1)
  }

/** Every charge of a customer in part 1, for a chart that counts payers there. */
export const countPayers: Reader = ({ rows, customerOf }, book) => {
  for (const row of rows) if (isCharge(row.type)) book(row.at, customerOf(row), 1, 1)
}

/** Several readers, one after the other. */
export const all =
  (...readers: readonly Reader[]): Reader =>
  (reading, book) => {
    for (const read of readers) read(reading, book)
  }

/** By how much each part of a chart changes from one standing to the next; the sum of all changes is the stock. */
export const followChange =
  (
    prices: boolean,
    changes: (before: Standing, after: Standing, row: LogRow) => readonly number[],
  ): Reader =>
  (reading, book) => {
    followSubscriptions(reading, prices, (before, after, row) => {
      for (const [part, change] of changes(before, after, row).entries())
        if (change !== 0) book(row.at, reading.customerOf(row), part, change)
    })
  }

/** A stock that is split in parts, told by what stands in each. */
export const followStock = (
  prices: boolean,
  stock: (standing: Standing) => readonly number[],
): Reader =>
  followChange(prices, (before, after) => {
    const held = stock(before)
    return stock(after).map((value, part) => value - held[part]!)
  })

/** Of trials, by the date they began, those that an event befell. */
export const shareOfTrials =
  (type: EventType): Reader =>
  (reading, book) => {
    followSubscriptions(reading, false, (before, after, row) => {
      const customer = reading.customerOf(row)
      if (row.type === 'trial_started') book(row.at, customer, 1, 1)
      const isFirst = type !== 'trial_canceled' || (before.trialRenews && !after.trialRenews)
      if (row.type === type && before.isTrial && isFirst) book(before.trialSince, customer, 0, 1)
    })
  }

/** Of paid subscriptions, by the date of their first charge, those whose auto-renewal was turned off since. */
export const shareCanceled: Reader = (reading, book) => {
  followSubscriptions(reading, false, (before, after, row) => {
    const customer = reading.customerOf(row)
    if (!before.isPaid && after.isPaid) book(row.at, customer, 1, 1)
    if (after.isPaid && after.wasCanceled && !before.wasCanceled)
      book(after.paidSince, customer, 0, 1)
  })
}

/** Of customers, by the date they came, those who have started a trial since. */
export const shareTrying: Reader = (reading, book) => {
  const { rows, customerOf, history } = reading
  const joined = history.ledger.customers.joined.new_customers
  const seen = new Set<number>()
  countUsers(1)(reading, book)
  for (const row of rows) {
    const customer = customerOf(row)
    if (row.type !== 'trial_started' || seen.has(customer)) continue
    seen.add(customer)
    book(joined[customer]!, customer, 0, 1)
  }
}

/** Of customers, by the date they came, those who have paid since. */
export const sharePaying: Reader = (reading, book) => {
  const { history, now } = reading
  const { new_customers: joined, new_paying: paid } = history.ledger.customers.joined
  countUsers(1)(reading, book)
  for (const [customer, at] of paid.entries()) if (at < now) book(joined[customer]!, customer, 0, 1)
}
