import { minorUnits } from '../currencies.ts'
import type { History } from '../history.ts'
import { countBefore, isCharge, isRefund, type LogRow } from '../log.ts'
import { createConverter, MissingRate } from '../money.ts'
import { identityOf, platformOf } from './device.ts'
import { follow, standingOf, type CustomerStatus, type Subscriptions } from './standing.ts'

/** One customer as the events before some instant make them. Instants in unix seconds. */
export interface CustomerView {
  readonly id: string
  /** The row by which the customer came into the log: it carries the attributes. */
  readonly first: LogRow
  readonly environment: 0 | 1
  readonly external_identity: string | null
  /** Null for who never had a trial or a subscription, also when they bought something once. */
  readonly status: CustomerStatus | null
  /** Whether the status is that of a trial or of something paid. */
  readonly phase: 'trial' | 'paid' | null
  readonly platform: string | null
  readonly country: string | null
  readonly since: number
  /** Time of the last event. */
  readonly last_seen: number
  readonly last_payment_at: number | null
  /** Charges, refunded ones and free ones too. */
  readonly payments_count: number
  /** Charges before refunds and commission, each at its own day's rate; null where a rate is missing. */
  readonly charges_usd: number | null
  /** Charges less refunds, each at its own day's rate and before commission; null where a rate is missing. */
  readonly net_payments_usd: number | null
  /** Currency of the last charge. */
  readonly purchase_currency: string | null
  /** Product of the last charge or trial. */
  readonly product_id: string | null
}

/** What is kept of a customer while the log is read. */
interface Draft {
  readonly first: LogRow
  last: LogRow
  lastCharge: LogRow | null
  isRefunded: boolean
  charges: number
  charged: number
  net: number
  product: string | null
  subscriptions: Subscriptions | undefined
}

const cache = new WeakMap<History, { readonly count: number; views: readonly CustomerView[] }>()

/**
 * Everyone who came before `now` (unix seconds), the first to come first. Made when first asked for and kept until
 * something happens, so that asking again costs nothing.
 */
export function customersAt(history: History, now: number): readonly CustomerView[] {
  const count = countBefore(history.rows, now)
  const cached = cache.get(history)
  if (cached?.count === count) return cached.views
  const views = readCustomers(history, count)
  cache.set(history, { count, views })
  return views
}

function readCustomers(history: History, count: number): readonly CustomerView[] {
  const drafts = new Map<string, Draft>()
  const usdOf = createUsd(history)
  for (let index = 0; index < count; index++) {
    const row = history.rows[index]!
    let draft = drafts.get(row.customer_id)
    if (!draft) drafts.set(row.customer_id, (draft = meet(row)))
    book(draft, row, usdOf)
  }
  return Array.from(drafts.values(), toView)
}

const meet = (row: LogRow): Draft => ({
  first: row,
  last: row,
  lastCharge: null,
  isRefunded: false,
  charges: 0,
  charged: 0,
  net: 0,
  product: null,
  subscriptions: undefined,
})

function book(draft: Draft, row: LogRow, usdOf: (row: LogRow) => number): void {
  draft.last = row
  if (row.product_group !== null) follow((draft.subscriptions ??= new Map()), row)
  if (isCharge(row.type)) {
    draft.lastCharge = row
    draft.isRefunded = false
    draft.charges++
    const usd = usdOf(row)
    draft.charged += usd
    draft.net += usd
    draft.product = row.product_id
  } else if (isRefund(row.type)) {
    draft.net -= usdOf(row)
    if (row.refund_of === draft.lastCharge?.event_id) draft.isRefunded = true
  } else if (row.type === 'trial_started') draft.product = row.product_id
}

/** US dollars of a row's price at the rate of its day; NaN where there is none. */
export function createUsd({ rates, ledger: { currencies } }: History): (row: LogRow) => number {
  const factor = createConverter(rates, currencies, 'USD')
  return ({ price, currency, at }) => {
    if (!price || currency === null) return 0
    try {
      return (price / minorUnits(currency)) * factor(currencies.indexOf(currency), at)
    } catch (error) {
      if (error instanceof MissingRate) return NaN
      throw error
    }
  }
}

function toView(draft: Draft): CustomerView {
  const { first, last, lastCharge, subscriptions, isRefunded } = draft
  const standing = standingOf(subscriptions, isRefunded)
  return {
    id: first.customer_id,
    first,
    environment: first.environment,
    external_identity: identityOf(first),
    status: standing?.status ?? null,
    phase: standing?.phase ?? null,
    platform: platformOf(first.store),
    country: first.country,
    since: first.at,
    last_seen: last.at,
    last_payment_at: lastCharge?.at ?? null,
    payments_count: draft.charges,
    charges_usd: moneyOrNull(draft.charged),
    net_payments_usd: moneyOrNull(draft.net),
    purchase_currency: lastCharge?.currency ?? null,
    product_id: draft.product,
  }
}

const moneyOrNull = (value: number): number | null =>
  Number.isNaN(value) ? null : roundMoney(value)

/** Six decimals: what binary fractions leave beyond them is dust, not money. */
export const roundMoney = (value: number): number => Math.round(value * 1e6) / 1e6 || 0
