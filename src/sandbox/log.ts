/**
 * What can happen to a customer, in the vendor's words. These carry a charge: `trial_converted`, `subscription_started`,
 * `subscription_renewed`, `subscription_upgraded`, `subscription_downgraded`, `subscription_product_changed`,
 * `in_app_purchase`, and `purchase` of a plain purchase log. A charge recovered from billing retry is the
 * `trial_converted` or `subscription_renewed` that would have stood there without the retry, only later.
 */
export type EventType =
  | 'install'
  | 'trial_started'
  | 'trial_converted'
  | 'trial_canceled'
  | 'trial_billing_retry'
  | 'trial_expired'
  | 'subscription_started'
  | 'subscription_renewed'
  | 'subscription_upgraded'
  | 'subscription_downgraded'
  | 'subscription_product_changed'
  | 'subscription_canceled'
  | 'subscription_billing_retry'
  | 'subscription_expired'
  | 'subscription_refunded'
  | 'in_app_purchase'
  | 'in_app_refunded'
  | 'purchase'

/** One event of the log: raw enough that every answer can be computed again from these rows alone. */
export interface LogRow {
  /** 1 for the first event of the log, then counting up with time; what has an id keeps it when later events join. */
  readonly event_id: number
  readonly customer_id: string
  /** Unix seconds, UTC. */
  readonly at: number
  readonly type: EventType
  /** 1 is production, 0 the stores' test environment. */
  readonly environment: 0 | 1
  readonly product_id: string | null
  /** Charges of one customer in one group form a chain, until `trial_expired` or `subscription_expired` ends it; null outside subscriptions. */
  readonly product_group: string | null
  /** Charged or given back, in minor units of `currency` (cents; whole yen); null where no money moved. */
  readonly price: number | null
  readonly currency: string | null
  /** On a refund, the `event_id` of the charge it gives back whole. */
  readonly refund_of: number | null
  /** Fixed at install and on the `install` row only; in a purchase log, as given on each purchase. */
  readonly country: string | null
  readonly store: string | null
  readonly campaign: string | null
  /** The product offered at install, which is always the first bought; on the `install` row only. */
  readonly first_product: string | null
}

const CHARGES: ReadonlySet<EventType> = new Set([
  'trial_converted',
  'subscription_started',
  'subscription_renewed',
  'subscription_upgraded',
  'subscription_downgraded',
  'subscription_product_changed',
  'in_app_purchase',
  'purchase',
])

/** True for the events by which a customer pays. */
export const isCharge = (type: EventType): boolean => CHARGES.has(type)

/** True for the events that give a charge back. */
export const isRefund = (type: EventType): boolean =>
  type === 'subscription_refunded' || type === 'in_app_refunded'

/** True for the events that end a chain: the next charge of the group is the first of a new one. */
export const isExpiry = (type: EventType): boolean =>
  type === 'subscription_expired' || type === 'trial_expired'

/** A row being written: its number, and the number a refund points at, are known only once all rows are in order. */
export type LogDraft = { -readonly [Column in keyof LogRow]: LogRow[Column] }

/** A row that holds what is given and nothing else. */
export function logRow(
  given: Pick<LogRow, 'customer_id' | 'at' | 'type'> & Partial<LogRow>,
): LogDraft {
  // All rows have the same keys in the same order: one shape for the engine, one header for a CSV.
  return {
    event_id: given.event_id ?? 0,
    customer_id: given.customer_id,
    at: given.at,
    type: given.type,
    environment: given.environment ?? 1,
    product_id: given.product_id ?? null,
    product_group: given.product_group ?? null,
    price: given.price ?? null,
    currency: given.currency ?? null,
    refund_of: given.refund_of ?? null,
    country: given.country ?? null,
    store: given.store ?? null,
    campaign: given.campaign ?? null,
    first_product: given.first_product ?? null,
  }
}

/** Puts rows in the order of time, ties as they stood, and numbers them from 1. */
export function orderLog(rows: LogDraft[]): LogDraft[] {
  rows.sort((a, b) => a.at - b.at)
  for (const [index, row] of rows.entries()) row.event_id = index + 1
  return rows
}

/** How many of the rows, which stand in the order of time, lie before an instant (unix seconds). */
export function countBefore(rows: readonly Pick<LogRow, 'at'>[], instant: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]!.at < instant) low = middle + 1
    else high = middle
  }
  return low
}
