import { addMonths, DAY } from '../../core/calendar.ts'
import { isCharge, isExpiry, type LogRow } from '../log.ts'
import { PRODUCTS } from '../simulation/catalog.ts'

/** Access that a customer bought: that of one product group. Instants in unix seconds. */
export interface Access {
  readonly group: string
  readonly isActive: boolean
  readonly startedAt: number
  /** When what is paid for, or tried, ends; null for a product of unknown length. */
  readonly expiresAt: number | null
  readonly product: string
  /** Whether what runs now, or ran last, is a trial. */
  readonly isTrial: boolean
  readonly renewal: 'will_renew' | 'canceled' | 'billing_issue'
}

interface Draft {
  startedAt: number
  isActive: boolean
  isRetrying: boolean
  isTrial: boolean
  isCanceled: boolean
  product: string
  expiresAt: number | null
  /** The charge that renewals are counted from, and how many periods are paid since. */
  since: number
  periods: number
}

/** Seven free days, and how long access lasts while a failed charge is tried again: the rules of the simulated business. */
const TRIAL = 7 * DAY
const RETRY = 16 * DAY

/** Access by product group as the events of one customer leave it. */
export function accessOf(rows: readonly LogRow[]): Access[] {
  const groups = new Map<string, Draft>()
  for (const row of rows) {
    if (row.product_group === null || row.product_id === null) continue
    const draft = groups.get(row.product_group)
    if (row.type === 'trial_started' || (isCharge(row.type) && !draft?.isActive))
      groups.set(row.product_group, begin(row))
    else if (draft) carryOn(draft, row)
  }
  return Array.from(groups, ([group, draft]) => ({
    group,
    isActive: draft.isActive,
    startedAt: draft.startedAt,
    expiresAt: draft.expiresAt,
    product: draft.product,
    isTrial: draft.isTrial,
    renewal: renewalOf(draft),
  }))
}

function renewalOf({ isActive, isCanceled, isRetrying }: Draft): Access['renewal'] {
  if (!isActive || isCanceled) return 'canceled'
  return isRetrying ? 'billing_issue' : 'will_renew'
}

function begin(row: LogRow): Draft {
  const isTrial = row.type === 'trial_started'
  const product = row.product_id!
  return {
    startedAt: row.at,
    isActive: true,
    isRetrying: false,
    isTrial,
    isCanceled: false,
    product,
    expiresAt: isTrial ? row.at + TRIAL : dueAt(product, row.at, 1),
    since: row.at,
    periods: isTrial ? 0 : 1,
  }
}

function carryOn(draft: Draft, { type, at, product_id }: LogRow): void {
  if (isExpiry(type)) {
    draft.isActive = false
    draft.expiresAt = at
  } else if (type.endsWith('_billing_retry')) {
    draft.isRetrying = true
    draft.expiresAt = at + RETRY
  } else if (type.endsWith('_canceled')) {
    draft.isCanceled = true
  } else if (isCharge(type)) {
    // A renewal on time falls on the day of the first charge; any other charge begins a count of its own.
    const isOnTime = type === 'subscription_renewed' && !draft.isRetrying
    draft.periods = isOnTime ? draft.periods + 1 : 1
    if (!isOnTime) draft.since = at
    draft.isRetrying = false
    draft.isTrial = false
    draft.isCanceled = false
    draft.product = product_id!
    draft.expiresAt = dueAt(draft.product, draft.since, draft.periods)
  }
}

function dueAt(product: string, since: number, periods: number): number | null {
  const length = Object.hasOwn(PRODUCTS, product) ? PRODUCTS[product]!.length : null
  if (length === null) return null
  if (length === 'week') return since + periods * 7 * DAY
  return addMonths(since, length === 'year' ? periods * 12 : periods)
}
