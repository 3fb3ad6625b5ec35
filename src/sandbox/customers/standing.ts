import { isCharge, isExpiry, type LogRow } from '../log.ts'

/** Where a customer stands; the API's known values. */
export type CustomerStatus =
  | 'trial'
  | 'active'
  | 'canceled'
  | 'billing_retry'
  | 'churned'
  | 'refunded'

/** A status, and whether it is that of a trial or of something paid; null for who never had either. */
export interface Standing {
  readonly status: CustomerStatus
  readonly phase: 'trial' | 'paid'
}

/** The subscriptions of one customer, by product group, as their last event leaves them. */
export type Subscriptions = Map<string, Standing>

/** Books one event of a customer into the subscription it belongs to; others change nothing. */
export function follow(subscriptions: Subscriptions, { type, product_group: group }: LogRow): void {
  if (group === null) return
  const phase = subscriptions.get(group)?.phase ?? 'trial'
  if (isCharge(type)) subscriptions.set(group, ACTIVE)
  else if (type === 'trial_started') subscriptions.set(group, TRIAL)
  else if (isExpiry(type)) subscriptions.set(group, { status: 'churned', phase })
  else if (type.endsWith('_canceled')) subscriptions.set(group, { status: 'canceled', phase })
  else if (type.endsWith('_billing_retry'))
    subscriptions.set(group, { status: 'billing_retry', phase })
}

/**
 * Where a customer stands: the best of the subscriptions that still run; when none does `refunded` if the last charge was
 * given back, else `churned`. One-time purchases make no status unless they are given back.
 */
export function standingOf(
  subscriptions: Subscriptions | undefined,
  isRefunded: boolean,
): Standing | null {
  let best: Standing | null = null
  for (const standing of subscriptions?.values() ?? [])
    if (!best || ORDER.indexOf(standing.status) < ORDER.indexOf(best.status)) best = standing
  return isRefunded && (!best || best.status === 'churned') ? REFUNDED : best
}

const ACTIVE: Standing = { status: 'active', phase: 'paid' }
const TRIAL: Standing = { status: 'trial', phase: 'trial' }
const REFUNDED: Standing = { status: 'refunded', phase: 'paid' }
const ORDER: readonly CustomerStatus[] = ['active', 'trial', 'billing_retry', 'canceled', 'churned']
