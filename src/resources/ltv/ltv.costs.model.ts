import { DAY } from '../../core/calendar.ts'
import type { LtvAge, LtvCurve, LtvMeasure } from './ltv.curves.model.ts'

/** What a cost was paid for: it is compared with the value of the same people. */
export type CostBase = 'install' | 'payer'

/** Money that was spent on one UTC day to win customers. */
export interface LtvSpend {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly amount: number
  /** The segment it was spent on, as the API's value; left out where it is not known. */
  readonly segment?: string | undefined
}

/** What the customers of a curve cost. Where a rate and spending are both given, the rate holds. */
export interface LtvCosts {
  readonly per: CostBase
  /** ISO 4217 code. Never compared with value in another currency. */
  readonly currency: string
  /** Cost of one install or payer. */
  readonly rate?: number | null | undefined
  /** Cost of one install or payer of a segment, by the API's value. */
  readonly segmentRates?: Readonly<Record<string, number>> | undefined
  /** Spending by day and segment, on the customers that the question asks for. A day that is not listed cost nothing. */
  readonly spend?: readonly LtvSpend[] | undefined
}

/** The value that a cost is compared with: per install ARPU, per payer ARPPU. */
export const measureOfCost = { install: 'arpu', payer: 'arppu' } as const satisfies Record<
  CostBase,
  LtvMeasure
>

/** The cost that a value is compared with; revenue has none. */
export const costOfMeasure = {
  revenue: null,
  arpu: 'install',
  arppu: 'payer',
} as const satisfies Record<LtvMeasure, CostBase | null>

/**
 * What one of the people of an age cost; null where that is not known. Spending is divided among those whom the age
 * counts: the installs of the same days, or, per payer, those of them who have paid by then.
 */
export function costAt(curve: LtvCurve, age: LtvAge, costs: LtvCosts): number | null {
  const rate = rateOf(curve, costs)
  if (rate !== null) return isCost(rate) ? rate : null
  const spent = spentAt(curve, age, costs)
  const people = costs.per === 'install' ? age.population.users : payersAt(age)
  return spent === null || !people ? null : spent / people
}

/** What came in by an age and what that cost, in money per person or, where spending is known, in all. */
interface LtvBalance {
  readonly earned: number
  readonly cost: number
}

/**
 * Both sides of an age; null where one of them is not known. Spending is compared with all revenue, so that it is earned
 * back at the same age per install and per payer.
 */
export function balanceAt(curve: LtvCurve, age: LtvAge, costs: LtvCosts): LtvBalance | null {
  const rate = rateOf(curve, costs)
  const isSpent = rate === null
  const earned = isSpent ? age.revenue : age[measureOfCost[costs.per]]
  const cost = isSpent ? spentAt(curve, age, costs) : rate
  return earned === null || cost === null || !isCost(cost) ? null : { earned, cost }
}

function rateOf({ segment }: LtvCurve, { rate, segmentRates }: LtvCosts): number | null {
  const own = segment === null ? undefined : segmentRates?.[segment]
  return own ?? rate ?? null
}

/** What was spent on those whom an age counts. */
function spentAt(
  { segment }: LtvCurve,
  { population: { from, to } }: LtvAge,
  { spend = [] }: LtvCosts,
): number | null {
  const own = spend.filter((item) => segment === null || item.segment === segment)
  if (own.length === 0 || to === null) return null
  const total = own
    .filter(({ day }) => isWithin(day, from, to))
    .reduce((sum, { amount }) => sum + amount, 0)
  // Customers of the days between were not free: nobody says what part of the spending won them.
  if (total === 0 && own.some(({ amount }) => amount !== 0)) return null
  return isCost(total) ? total : null
}

/** Those who have paid by an age: its two values say how many. */
const payersAt = ({ revenue, arppu }: LtvAge): number | null =>
  revenue !== null && arppu ? revenue / arppu : null

const isCost = (amount: number): boolean => Number.isFinite(amount) && amount >= 0

/** True for a day with an instant of the range in it. */
function isWithin(day: string, from: number, to: number): boolean {
  const start = Date.parse(`${day}T00:00:00Z`) / 1000
  return start < to && start + DAY > from
}
