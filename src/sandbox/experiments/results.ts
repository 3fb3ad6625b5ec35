import { DAY } from '../../core/calendar.ts'
import { minorUnits } from '../currencies.ts'
import type { History } from '../history.ts'
import { countBefore, isCharge, isRefund, type LogRow } from '../log.ts'
import { createConverter } from '../money.ts'
import type { Exposure } from './exposures.ts'

/** Results of one group. Every count is of distinct users exposed; money in the project's currency. */
export interface GroupResult {
  readonly users: number
  readonly trials_started: number
  readonly trials_converted: number
  readonly trials_cancelled: number
  /** Users who paid for a subscription, at once or after a trial. */
  readonly subscriptions_started: number
  readonly subscriptions_cancelled: number
  readonly paying_users: number
  /** Users who were given a charge back. */
  readonly refunds: number
  /** Charges less refunds, before commission. */
  readonly sales: number
  /** Sales less commission. */
  readonly proceeds: number
  /** Sum of the squares of each user's sales. */
  readonly sales_sum_squares: number
  readonly proceeds_sum_squares: number
}

/** How much of what users did is counted. */
export interface Reading {
  /** Unix seconds. */
  readonly now: number
  /**
   * Null reads `accrued`: everything of everyone so far, which mixes users of different ages. A number reads `windowed`:
   * what each did within so many days of exposure, of users exposed at least so long ago.
   */
  readonly windowDays: number | null
}

/** What one user did. */
interface Deeds {
  readonly group: number
  readonly until: number
  readonly done: Set<Counted>
  sales: number
  proceeds: number
}

type Counted = Exclude<
  keyof GroupResult,
  'users' | 'sales' | 'proceeds' | 'sales_sum_squares' | 'proceeds_sum_squares'
>

/** Results of each group, in the order of the design. Throws `MissingRate`. */
export function resultsOf(
  history: History,
  groups: number,
  exposures: ReadonlyMap<string, Exposure>,
  reading: Reading,
): GroupResult[] {
  const users = read(history, matureUsers(exposures, reading), reading.now)
  return Array.from({ length: groups }, (_, group) =>
    sumUp(users.filter((deeds) => deeds.group === group)),
  )
}

/** Who counts, each with the end of what counts of them. */
function matureUsers(
  exposures: ReadonlyMap<string, Exposure>,
  { now, windowDays }: Reading,
): Map<string, Deeds> {
  const users = new Map<string, Deeds>()
  for (const [id, { group, at }] of exposures) {
    const until = windowDays === null ? now : at + windowDays * DAY
    if (until <= now) users.set(id, { group, until, done: new Set(), sales: 0, proceeds: 0 })
  }
  return users
}

function read(history: History, users: Map<string, Deeds>, now: number): Deeds[] {
  const { rows, ledger, rates, currency } = history
  const factor = createConverter(rates, ledger.currencies, currency)
  // The ledger has one entry for each row with a price, in the same order.
  let entry = 0
  for (let index = 0, end = countBefore(rows, now); index < end; index++) {
    const row = rows[index]!
    const paid = row.price === null || row.currency === null ? null : entry++
    const user = users.get(row.customer_id)
    if (!user || row.at >= user.until) continue
    for (const counted of COUNTED[row.type] ?? []) user.done.add(counted)
    if (paid === null) continue
    const rate = row.price === 0 ? 0 : factor(ledger.entries.currency[paid]!, row.at)
    const amount = (row.price! / minorUnits(row.currency!)) * rate
    if (isCharge(row.type)) {
      user.done.add('paying_users')
      user.sales += amount
    } else if (isRefund(row.type)) {
      user.done.add('refunds')
      user.sales -= amount
    }
    user.proceeds += ledger.entries.net[paid]! * rate
  }
  return [...users.values()]
}

const COUNTED: Readonly<Partial<Record<LogRow['type'], readonly Counted[]>>> = {
  trial_started: ['trials_started'],
  trial_converted: ['trials_converted', 'subscriptions_started'],
  trial_canceled: ['trials_cancelled'],
  subscription_started: ['subscriptions_started'],
  subscription_canceled: ['subscriptions_cancelled'],
}

function sumUp(users: readonly Deeds[]): GroupResult {
  const count = (counted: Counted) => users.filter(({ done }) => done.has(counted)).length
  const sum = (valueOf: (user: Deeds) => number) =>
    users.reduce((total, user) => total + valueOf(user), 0)
  return {
    users: users.length,
    trials_started: count('trials_started'),
    trials_converted: count('trials_converted'),
    trials_cancelled: count('trials_cancelled'),
    subscriptions_started: count('subscriptions_started'),
    subscriptions_cancelled: count('subscriptions_cancelled'),
    paying_users: count('paying_users'),
    refunds: count('refunds'),
    sales: sum((user) => user.sales),
    proceeds: sum((user) => user.proceeds),
    sales_sum_squares: sum((user) => user.sales * user.sales),
    proceeds_sum_squares: sum((user) => user.proceeds * user.proceeds),
  }
}
