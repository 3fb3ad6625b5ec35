import { DAY } from '../../core/calendar.ts'
import type { LtvPoint } from '../../resources/ltv/types.ts'
import type { History } from '../history.ts'
import { createConverter, round } from '../money.ts'
import { choose } from '../question.ts'
import type { LtvQuestion } from './question.ts'

/** The lifetime value of one group of customers. */
export interface Curve {
  users: number
  payers: number
  readonly points: LtvPoint[]
}

/** Sums over ages of those who are old enough, as steps: what is added at an age holds until it is taken off. */
interface Steps {
  readonly users: number[]
  readonly payers: number[]
  readonly revenue: number[]
}

/**
 * Draws the curves of the customers who came in the range, one for each segment (`segmentOf` by customer). By days, age k
 * is the k-th calendar day after the one of the install, and holds those only whose day k is over: one closed group per
 * age, so that no curve bends because its customers are young. By renewals all customers count at every index.
 * Throws `MissingRate`.
 */
export function drawCurves(
  history: History,
  question: LtvQuestion,
  now: number,
  segments: number,
  segmentOf: (customer: number) => number,
): Curve[] {
  const { customers, entries, currencies } = history.ledger
  const { from, to, mode, net, currency } = question
  const byDays = mode === 'by_days'
  const isChosen = choose(history, question.environment, question.filter)
  const joined = customers.joined.new_customers
  const end = Math.min(to, now)
  const today = Math.floor(now / DAY)
  const curves = Array.from({ length: segments }, (): Curve => ({
    users: 0,
    payers: 0,
    points: [],
  }))
  const steps = Array.from({ length: segments }, (): Steps => ({
    users: [],
    payers: [],
    revenue: [],
  }))
  /** Last age that each customer has behind them; -1 for none, undefined for those outside the range. */
  const oldest: (number | undefined)[] = []
  for (let customer = 0; customer < customers.count; customer++) {
    const at = joined[customer]!
    if (at < from || at >= end || !isChosen(customer)) continue
    oldest[customer] = today - dayOf(at) - 1
    const curve = curves[segmentOf(customer)]!
    curve.users++
    if (customers.joined.new_paying[customer]! < now) curve.payers++
  }
  if (!byDays) {
    const last = highestIndex(history, oldest, now) - 1
    for (const customer of oldest.keys())
      if (oldest[customer] !== undefined) oldest[customer] = last
  }
  for (const [customer, last] of oldest.entries())
    if (last !== undefined) hold(steps[segmentOf(customer)]!.users, 0, last, 1)
  const factor = createConverter(history.rates, currencies, currency)
  const amounts = net ? entries.net : entries.gross
  const hasPaid = new Uint8Array(customers.count)
  for (let entry = 0; entry < entries.count && entries.at[entry]! < now; entry++) {
    const customer = entries.customer[entry]!
    const last = oldest[customer]
    if (last === undefined) continue
    const at = entries.at[entry]!
    const age = byDays ? dayOf(at) - dayOf(joined[customer]!) : entries.index[entry]! - 1
    const { payers, revenue } = steps[segmentOf(customer)]!
    const amount = amounts[entry]!
    hold(revenue, age, last, amount === 0 ? 0 : amount * factor(entries.currency[entry]!, at))
    if (entries.isCharge[entry] === 1 && hasPaid[customer] === 0) {
      hasPaid[customer] = 1
      hold(payers, age, last, 1)
    }
  }
  for (const [segment, curve] of curves.entries())
    curve.points.push(...pointsOf(steps[segment]!, byDays ? 0 : 1))
  return curves
}

const dayOf = (at: number): number => Math.floor(at / DAY)

function hold(steps: number[], age: number, last: number, amount: number): void {
  if (age > last) return
  steps[age] = (steps[age] ?? 0) + amount
  steps[last + 1] = (steps[last + 1] ?? 0) - amount
}

/** The largest index that a charge of the customers has before `now`; 0 for none. */
function highestIndex(
  { ledger: { entries } }: History,
  members: readonly unknown[],
  now: number,
): number {
  let highest = 0
  for (let entry = 0; entry < entries.count && entries.at[entry]! < now; entry++)
    if (members[entries.customer[entry]!] !== undefined)
      highest = Math.max(highest, entries.index[entry]!)
  return highest
}

function pointsOf({ users, payers, revenue }: Steps, first: number): LtvPoint[] {
  const points: LtvPoint[] = []
  const held = { users: 0, payers: 0, revenue: 0 }
  for (let age = 0; age < users.length - 1; age++) {
    held.users += users[age] ?? 0
    held.payers += payers[age] ?? 0
    held.revenue += revenue[age] ?? 0
    points.push({
      period: age + first,
      revenue: round(held.revenue),
      arpu: held.users === 0 ? null : round(held.revenue / held.users),
      arppu: held.payers === 0 ? null : round(held.revenue / held.payers),
      users: held.users,
    })
  }
  return points
}
