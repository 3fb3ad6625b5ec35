import { minorUnits } from '../currencies.ts'
import { livingCustomers } from '../customers/living.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import { countBefore, isCharge, type LogRow } from '../log.ts'
import type { Store } from '../store.ts'
import type { Job } from './jobs.ts'

/** One line of an export: every line of a file has the same fields in the same order. */
export type Line = Readonly<Record<string, string | number | null>>

/** The fields of each resource, for a file without lines. */
export const FIELDS: Readonly<Record<Job['resource'], readonly string[]>> = {
  customers: [
    'customer_id',
    'environment',
    'created_at',
    'country',
    'platform',
    'status',
    'product_id',
    'payments_count',
    'net_payments_usd',
    'last_payment_at',
  ],
  events: [
    'event_id',
    'customer_id',
    'occurred_at',
    'event',
    'environment',
    'product_id',
    'price',
    'currency',
    'refund_of',
  ],
  purchases: [
    'purchase_id',
    'customer_id',
    'purchased_at',
    'event',
    'environment',
    'product_id',
    'price',
    'currency',
    'refunded_at',
  ],
}

/**
 * What an export holds, in the order of time: customers by when they came, events and purchases (charges, refunded or not)
 * by when they happened, from `from` to before `to`, up to the moment the export was asked for, of both environments; of
 * the chosen customers only, where there is a choice.
 */
export function linesOf(
  job: Job,
  chosen: ReadonlySet<string> | null,
  history: History,
  store: Store,
): Line[] {
  const until = Math.min(job.to ?? Infinity, job.createdAt)
  const from = job.from ?? -Infinity
  const isChosen = (id: string) => chosen === null || chosen.has(id)
  if (job.resource === 'customers')
    return livingCustomers(history, job.createdAt, store)
      .filter(({ id, since }) => since >= from && since < until && isChosen(id))
      .map((customer) => ({
        customer_id: customer.id,
        environment: environmentOf(customer.first),
        created_at: instant(customer.since),
        country: customer.country,
        platform: customer.platform,
        status: customer.status,
        product_id: customer.product_id,
        payments_count: customer.payments_count,
        net_payments_usd: customer.net_payments_usd,
        last_payment_at: instant(customer.last_payment_at),
      }))
  const { rows } = history
  const known = rows.slice(0, countBefore(rows, job.createdAt))
  const inRange = known
    .slice(countBefore(known, from), countBefore(known, until))
    .filter((row) => isChosen(row.customer_id))
  return job.resource === 'events' ? inRange.map(eventLine) : purchaseLines(inRange, known)
}

const eventLine = (row: LogRow): Line => ({
  event_id: row.event_id,
  customer_id: row.customer_id,
  occurred_at: instant(row.at),
  event: row.type,
  environment: environmentOf(row),
  product_id: row.product_id,
  price: amountOf(row),
  currency: row.currency,
  refund_of: row.refund_of,
})

function purchaseLines(rows: readonly LogRow[], known: readonly LogRow[]): Line[] {
  const refunded = new Map(
    known.flatMap((row) => (row.refund_of === null ? [] : [[row.refund_of, row.at] as const])),
  )
  return rows
    .filter(({ type }) => isCharge(type))
    .map((row) => ({
      purchase_id: row.event_id,
      customer_id: row.customer_id,
      purchased_at: instant(row.at),
      event: row.type,
      environment: environmentOf(row),
      product_id: row.product_id,
      price: amountOf(row),
      currency: row.currency,
      refunded_at: instant(refunded.get(row.event_id) ?? null),
    }))
}

/** Whole units of the row's own currency; null where no money moved. */
const amountOf = ({ price, currency }: LogRow): number | null =>
  price === null || currency === null ? null : price / minorUnits(currency)

const environmentOf = ({ environment }: LogRow): string =>
  environment === 1 ? 'production' : 'sandbox'

const instant = (at: number | null): string | null => (at === null ? null : isoInstant(at))
