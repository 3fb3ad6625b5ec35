import type { History } from '../history.ts'
import { createConverter } from '../money.ts'
import { choose } from '../question.ts'
import type { CohortQuestion } from './question.ts'
import { join, lengthen, type Row, type Table } from './table.ts'
import { createTimeline, type Timeline } from './timeline.ts'

/** The summed-up tables of one question. */
export interface Tables {
  readonly timeline: Timeline
  readonly whole: Table
  /** By value of the attribute asked for, in its order; those without members are left out. */
  readonly segments: readonly {
    readonly code: string
    readonly label: string
    readonly table: Table
  }[]
}

/** Sums up everything before `now` (unix seconds) in the question's currency. Throws `MissingRate`. */
export function tabulate(history: History, question: CohortQuestion, now: number): Tables {
  const timeline = createTimeline(question.grouping, history.rows[0]?.at ?? now, lastInstant(now))
  const whole: Table = new Map()
  const split = history.attributes.find(({ code }) => code === question.groupBy)
  const segments = (split?.values ?? []).map(({ code, label }) => ({
    code,
    label,
    table: new Map() as Table,
  }))
  /** The rows that each member counts in, by customer number: that of the whole table and that of a segment. */
  const rows: (readonly Row[] | undefined)[] = []
  for (const [customer, joinedAt] of members(history, question, now)) {
    const window = timeline.periodOf(joinedAt)
    rows[customer] = split
      ? [join(whole, window), join(segments[split.of[customer]!]!.table, window)]
      : [join(whole, window)]
  }
  if (question.mode === 'by_days') {
    const begun = timeline.periodOf(lastInstant(now)) + 1
    for (const table of [whole, ...segments.map((segment) => segment.table)])
      for (const row of table.values()) lengthen(row, begun - row.window)
  }
  book(history, question, now, timeline, rows)
  return { timeline, whole, segments: segments.filter(({ table }) => table.size > 0) }
}

/** The last whole second before `now`: a period exists when its start is before `now`. */
const lastInstant = (now: number): number => Math.ceil(now) - 1

/** Customers whose membership event lies in the range, before `now`, and who pass the filter. */
function* members(
  history: History,
  { from, to, environment, definition, filter }: CohortQuestion,
  now: number,
): Iterable<readonly [customer: number, joinedAt: number]> {
  const { customers } = history.ledger
  const joined = customers.joined[definition]
  const end = Math.min(to, now)
  const isChosen = choose(history, environment, filter)
  for (let customer = 0; customer < customers.count; customer++) {
    const at = joined[customer]!
    if (at >= from && at < end && isChosen(customer)) yield [customer, at]
  }
}

/** Books every charge and refund of the members into the column of their rows. */
function book(
  { ledger, rates }: History,
  { mode, net, currency }: CohortQuestion,
  now: number,
  timeline: Timeline,
  rows: readonly (readonly Row[] | undefined)[],
): void {
  const { entries, customers, currencies } = ledger
  const amounts = net ? entries.net : entries.gross
  const factor = createConverter(rates, currencies, currency)
  /** By days: the last period in which each customer has paid so far, plus one. */
  const paidIn = new Int32Array(customers.count)
  for (let entry = 0; entry < entries.count && entries.at[entry]! < now; entry++) {
    const customer = entries.customer[entry]!
    const own = rows[customer]
    if (!own) continue
    const at = entries.at[entry]!
    const amount = amounts[entry]!
    const revenue = amount === 0 ? 0 : amount * factor(entries.currency[entry]!, at)
    const payments = entries.isCharge[entry]!
    let column = entries.index[entry]! - 1
    let payers = entries.isFirstOfIndex[entry]!
    if (mode === 'by_days') {
      const period = timeline.periodOf(at)
      column = period - own[0]!.window
      payers = payments === 1 && paidIn[customer] !== period + 1 ? 1 : 0
      if (payments === 1) paidIn[customer] = period + 1
    }
    for (const row of own) {
      lengthen(row, column + 1)
      row.revenue[column]! += revenue
      row.payers[column]! += payers
      row.payments[column]! += payments
    }
  }
}
