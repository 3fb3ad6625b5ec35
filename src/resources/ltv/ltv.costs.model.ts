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
 * counts: the installs of the same days, or, per payer, all who have paid so far among all customers of the range.
 */
export function costAt(curve: LtvCurve, { population }: LtvAge, costs: LtvCosts): number | null {
  const { segment } = curve
  const own = segment === null ? undefined : costs.segmentRates?.[segment]
  const rate = own ?? costs.rate
  if (typeof rate === 'number') return isCost(rate) ? rate : null
  const spend = costs.spend?.filter((item) => segment === null || item.segment === segment) ?? []
  const { from, to, users } = population
  const people = costs.per === 'install' ? users : users === curve.users ? curve.payers : null
  if (spend.length === 0 || to === null || !people) return null
  const total = spend
    .filter(({ day }) => isWithin(day, from, to))
    .reduce((sum, { amount }) => sum + amount, 0)
  return isCost(total) ? total / people : null
}

const isCost = (amount: number): boolean => Number.isFinite(amount) && amount >= 0

/** True for a day with an instant of the range in it. */
function isWithin(day: string, from: number, to: number): boolean {
  const start = Date.parse(`${day}T00:00:00Z`) / 1000
  return start < to && start + DAY > from
}
