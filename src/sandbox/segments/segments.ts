import { DAY } from '../../core/calendar.ts'
import { livingCustomers } from '../customers/living.ts'
import type { CustomerView } from '../customers/view.ts'
import type { History } from '../history.ts'
import type { Collection, Resource, Store } from '../store.ts'
import { selects, type Rule } from './select.ts'

/** A segment as the sandbox keeps it. Instants in unix seconds. */
export interface SegmentItem extends Resource {
  readonly name: string
  readonly is_system: boolean
  /** All must hold. */
  readonly conditions: readonly Rule[]
  readonly created_at: number
  readonly updated_at: number
}

/** The segments of the project, predefined ones first and then in the order they were made. */
export const segmentsOf = (history: History, store: Store): Collection<SegmentItem> =>
  store.collection('segment', () => seeds(history))

/** The customers that a segment selects, the first to come first; their number is the segment's count. */
export const membersOf = (
  segment: SegmentItem,
  history: History,
  now: number,
  store: Store,
): readonly CustomerView[] =>
  livingCustomers(history, now, store).filter((customer) => selects(segment, customer))

const rule = (
  metric: string,
  comparator: Rule['comparator'],
  value: string,
  negate = false,
): Rule => ({ metric, comparator, value, negate })

const SYSTEM: readonly (readonly [id: string, name: string, conditions: readonly Rule[]])[] = [
  ['all-users', 'All users', []],
  ['production-users', 'Production users', [rule('environment', 'eq', 'prod')]],
  ['sandbox-users', 'Sandbox users', [rule('environment', 'eq', 'sandbox')]],
]

const prod = rule('environment', 'eq', 'prod')

const OWN: typeof SYSTEM = [
  [
    'ios-renewing',
    'Renewing on iOS',
    [prod, rule('renewable', 'eq', '1'), rule('target_platform', 'eq', 'iOS')],
  ],
  ['premium-users', 'Premium users', [prod, rule('renewable', 'eq', '1')]],
  ['big-spenders', 'Spent over $100', [prod, rule('net_payments_usd', 'gt', '100')]],
  ['never-paid', 'Never paid', [prod, rule('payments_count', 'gt', '0', true)]],
]

/** The segments that the project begins with, made in the first days of its log. */
function seeds({ rows }: History): SegmentItem[] {
  const start = Math.floor((rows[0]?.at ?? 0) / DAY) * DAY
  return [...SYSTEM, ...OWN].map(([id, name, conditions], index) => {
    const is_system = index < SYSTEM.length
    const created_at = is_system ? start : start + index * DAY
    return { id, name, is_system, conditions, created_at, updated_at: created_at }
  })
}
