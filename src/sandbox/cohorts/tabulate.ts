import type { History } from '../history.ts'
import { createConverter } from '../money.ts'
import type { CohortQuestion } from './question.ts'
import { lengthen, Table, type Row } from './table.ts'
import { createTimeline, type Timeline } from './timeline.ts'

/** The summed-up tables of one question. */
export interface Tables {
  readonly timeline: Timeline
  readonly all: Table
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
  const all = new Table()
  const split = history.attributes.find(({ code }) => code === question.groupBy)
  const tables = split?.values.map(() => new Table()) ?? []
  for (const [customer, joinedAt] of members(history, question, now)) {
    const window = timeline.periodOf(joinedAt)
    all.join(customer, window)
    if (split) tables[split.of[customer]!]!.join(customer, window)
  }
  if (question.mode === 'by_days') {
    const begun = timeline.periodOf(lastInstant(now)) + 1
    for (const table of [all, ...tables])
      for (const row of table.rows()) lengthen(row, begun - row.window)
  }
  book(history, question, now, timeline, all, (customer) => split && tables[split.of[customer]!])
  const segments = (split?.values ?? [])
    .map(({ code, label }, index) => ({ code, label, table: tables[index]! }))
    .filter(({ table }) => table.rows().length > 0)
  return { timeline, all, segments }
}

/** The last whole second before `now`: a period exists when its start is before `now`. */
const lastInstant = (now: number): number => Math.ceil(now) - 1

/** Customers whose membership event lies in the range, before `now`, and who pass the filter. */
function* members(
  { ledger, attributes }: History,
  { from, to, environment, definition, filter }: CohortQuestion,
  now: number,
): Iterable<readonly [customer: number, joinedAt: number]> {
  const { customers } = ledger
  const joined = customers.joined[definition]
  const end = Math.min(to, now)
  const filters = attributes
    .filter(({ code }) => Object.hasOwn(filter, code))
    .map(({ code, values, of }) => ({
      of,
      passes: values.map((value) => filter[code]!.includes(value.code)),
    }))
  for (let customer = 0; customer < customers.count; customer++) {
    const at = joined[customer]!
    if (at < from || at >= end || customers.environment[customer] !== environment) continue
    if (filters.every(({ of, passes }) => passes[of[customer]!])) yield [customer, at]
  }
}

/** Books every charge and refund of the members into the column of their row. */
function book(
  { ledger, rates }: History,
  { mode, net, currency }: CohortQuestion,
  now: number,
  timeline: Timeline,
  all: Table,
  segmentOf: (customer: number) => Table | undefined,
): void {
  const { entries, customers } = ledger
  const amounts = net ? entries.net : entries.gross
  const factor = createConverter(rates, ledger.currencies, currency)
  const byDays = mode === 'by_days'
  /** By days: the last period in which each customer has paid so far, plus one. */
  const paidIn = new Int32Array(customers.count)
  for (let entry = 0; entry < entries.count && entries.at[entry]! < now; entry++) {
    const customer = entries.customer[entry]!
    const row = all.rowOf(customer)
    if (!row) continue
    const at = entries.at[entry]!
    const amount = amounts[entry]!
    const revenue = amount === 0 ? 0 : amount * factor(entries.currency[entry]!, at)
    const payments = entries.isCharge[entry]!
    let column = entries.index[entry]! - 1
    let payers = entries.isFirstOfIndex[entry]!
    if (byDays) {
      const period = timeline.periodOf(at)
      column = period - row.window
      payers = payments === 1 && paidIn[customer] !== period + 1 ? 1 : 0
      if (payments === 1) paidIn[customer] = period + 1
    }
    add(row, column, revenue, payers, payments)
    const segmentRow = segmentOf(customer)?.rowOf(customer)
    if (segmentRow) add(segmentRow, column, revenue, payers, payments)
  }
}

function add(row: Row, column: number, revenue: number, payers: number, payments: number): void {
  lengthen(row, column + 1)
  row.revenue[column]! += revenue
  row.payers[column]! += payers
  row.payments[column]! += payments
}
