import { isCharge, type LogRow } from '../log.ts'
import { PRODUCTS } from '../simulation/catalog.ts'
import type { Reading } from './reading.ts'

/** How one customer stands with one product group. */
export interface Standing {
  /** A trial has begun and is neither converted nor expired. */
  readonly isTrial: boolean
  readonly trialSince: number
  readonly trialRenews: boolean
  /** The store tries to charge at the end of the trial: no access meanwhile. */
  readonly trialRetries: boolean
  /** A first charge was made and the subscription has not expired since. */
  readonly isPaid: boolean
  readonly paidSince: number
  readonly renews: boolean
  /** The store tries to charge again: no access meanwhile. */
  readonly retries: boolean
  /** Auto-renewal was turned off at least once since the first charge. */
  readonly wasCanceled: boolean
  /** What the last charge comes to in a month, in the currency of the answer. */
  readonly monthly: number
}

const NONE: Standing = {
  isTrial: false,
  trialSince: 0,
  trialRenews: false,
  trialRetries: false,
  isPaid: false,
  paidSince: 0,
  renews: false,
  retries: false,
  wasCanceled: false,
  monthly: 0,
}

/** True for a paid subscription that gives access. */
export const isActive = ({ isPaid, retries }: Standing): boolean => isPaid && !retries

/** True for a trial that gives access. */
export const isActiveTrial = ({ isTrial, trialRetries }: Standing): boolean =>
  isTrial && !trialRetries

/** The vendor's factors from a price to a month of it. */
const MONTHLY = { week: 4.35, month: 1, year: 0.083 } as const

/** Called with a standing before and after an event that may have changed it. */
export type Visit = (before: Standing, after: Standing, row: LogRow) => void

/** Follows every subscription and trial through the log. With `prices` it converts them, and may throw `MissingRate`. */
export function followSubscriptions(reading: Reading, prices: boolean, visit: Visit): void {
  const standings = new Map<string, Standing>()
  for (const row of reading.rows) {
    if (row.product_group === null) continue
    const key = `${row.customer_id} ${row.product_group}`
    const before = standings.get(key) ?? NONE
    const change = changeBy(before, row)
    if (!change) continue
    const monthly = prices && isCharge(row.type) ? { monthly: monthlyOf(reading, row) } : {}
    const after = { ...before, ...change, ...monthly }
    standings.set(key, after)
    visit(before, after, row)
  }
}

function changeBy(before: Standing, { type, at }: LogRow): Partial<Standing> | null {
  if (isCharge(type))
    return {
      isTrial: false,
      isPaid: true,
      paidSince: before.isPaid ? before.paidSince : at,
      wasCanceled: before.isPaid && before.wasCanceled,
      renews: true,
      retries: false,
    }
  switch (type) {
    case 'trial_started':
      return { isTrial: true, trialSince: at, trialRenews: true, trialRetries: false }
    case 'trial_canceled':
      return { trialRenews: false }
    case 'trial_billing_retry':
      return { trialRetries: true }
    case 'trial_expired':
      return { isTrial: false }
    case 'subscription_canceled':
      return { renews: false, wasCanceled: true }
    case 'subscription_billing_retry':
      return { retries: true }
    case 'subscription_expired':
      return { isPaid: false, monthly: 0 }
    default:
      return null
  }
}

/** A product that the catalog does not know counts as monthly. */
const monthlyOf = (reading: Reading, row: LogRow): number =>
  reading.priceOf(row) * MONTHLY[PRODUCTS[row.product_id ?? '']?.length ?? 'month']
