import type { OwnLog } from '../../examples/admin/experiments/ownLog.ts'

const DAY = 86_400

/** Items by a key of theirs, in their order. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** What the users of one group did within a window, counted from the log as it stands in the business, not as the panel counts it. */
export interface Recount {
  readonly users: number
  readonly payers: number
  /** US dollars, refunds taken off. */
  readonly sales: number
  readonly squares: number
  readonly refunded: number
}

/** Counts an experiment again, group by group: who saw it at least so many days before `now` (unix seconds). */
export function recount(
  log: OwnLog,
  experiment: string,
  now: number,
  days: number,
): ReadonlyMap<string, Recount> {
  const mature = log
    .exposures()
    .filter((row) => row.experiment === experiment && row.at + days * DAY <= now)
  const dollars = dollarsOf(log)
  const paid = groupedBy(
    log.log().filter(({ price }) => price !== null),
    ({ customer_id: id }) => id,
  )
  const groups = groupedBy(mature, ({ arm }) => arm)
  return new Map(
    [...groups].map(([arm, users]) => {
      const each = users.map(({ user, at }) => {
        const rows = (paid.get(user) ?? []).filter(
          (row) => row.at >= at && row.at < at + days * DAY,
        )
        const charges = rows.filter(({ refund_of: of }) => of === null)
        const refunds = rows.filter(({ refund_of: of }) => of !== null)
        const sum = (of: typeof rows) => of.reduce((total, row) => total + dollars(row), 0)
        return {
          isPayer: charges.length > 0,
          isRefunded: refunds.length > 0,
          sales: sum(charges) - sum(refunds),
        }
      })
      const total = (valueOf: (user: (typeof each)[number]) => number) =>
        each.reduce((sum, user) => sum + valueOf(user), 0)
      return [
        arm,
        {
          users: each.length,
          payers: total(({ isPayer }) => Number(isPayer)),
          sales: total(({ sales }) => sales),
          squares: total(({ sales }) => sales ** 2),
          refunded: total(({ isRefunded }) => Number(isRefunded)),
        },
      ]
    }),
  )
}

function dollarsOf(log: OwnLog) {
  const rates = new Map(log.rates().map(({ date, currency, usd }) => [currency + date, usd]))
  const on = (at: number) => new Date(at * 1000).toISOString().slice(0, 10)
  return ({ price, currency, at }: ReturnType<OwnLog['log']>[number]): number => {
    if (currency === 'USD') return price! / 100
    const rate = rates.get(currency + on(at)) ?? rates.get(currency + on(at - DAY))!
    return (price! / (currency === 'JPY' ? 1 : 100)) * rate
  }
}

/** The share of users who got money back; its variance is no less than with one more of both (Agresti and Caffo 2000). */
export const refundsOf = ({ users, refunded }: Recount): Mean => {
  const varianceOf = (rate: number) => (rate * (1 - rate)) / users
  const value = refunded / users
  return { value, variance: Math.max(varianceOf(value), varianceOf((refunded + 1) / (users + 2))) }
}

/** A value per user with the variance of its mean. */
export interface Mean {
  readonly value: number
  readonly variance: number
}

/** The share of users that paid. */
export const shareOf = ({ users, payers }: Recount): Mean => {
  const value = payers / users
  return { value, variance: (value * (1 - value)) / users }
}

/** Sales per user. */
export const salesOf = ({ users, sales, squares }: Recount): Mean => {
  const value = sales / users
  return { value, variance: (squares / users - value ** 2) / (users - 1) }
}

/**
 * The lift of two means, and the lifts that an asymptotic confidence sequence at 5% over `users`, tuned at `planned`, leaves possible:
 * Waudby-Smith and others (2024), theorem 2.2, and Fieller (1954), written down from the papers.
 */
export function liftOf(arm: Mean, control: Mean, users: number, planned: number) {
  const square = squaredReach(users, planned, 0.05)
  // (a − r c)² = k² (Va + r² Vc), solved for r.
  const A = control.value ** 2 - square * control.variance
  const B = -2 * arm.value * control.value
  const C = arm.value ** 2 - square * arm.variance
  const root = Math.sqrt(B * B - 4 * A * C)
  return {
    value: arm.value / control.value - 1,
    low: (-B - root) / (2 * A) - 1,
    high: (-B + root) / (2 * A) - 1,
  }
}

/** The largest rise of a share over the control's that a one-sided sequence at 5% leaves possible. */
export function mostRise(arm: Mean, control: Mean, users: number, planned: number): number {
  const square = squaredReach(users, planned, 2 * 0.05)
  return arm.value - control.value + Math.sqrt(square * (arm.variance + control.variance))
}

/** Squared standard errors to either side that such a sequence reaches (theorem 2.2). */
function squaredReach(users: number, planned: number, alpha: number): number {
  const double = -2 * Math.log(alpha)
  const rho = Math.sqrt((double + Math.log(double + 1)) / planned)
  const t = users * rho ** 2
  return ((2 * (t + 1)) / t) * Math.log(Math.sqrt(t + 1) / alpha)
}
