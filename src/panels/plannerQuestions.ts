import { DAY, startOf } from '../core/calendar.ts'
import type { ValueFigures } from '../resources/experiments/planner.project.model.ts'
import type { LtvAnswer, LtvInput } from '../resources/ltv/types.ts'

/** Days that traffic is counted over: whole weeks. */
export const TRAFFIC_DAYS = 28
/** Days of installs that values are counted over. */
const VALUE_DAYS = 56

/** What a planner asks of whom. */
export interface PlannerQuestions {
  /** Installs of the last days. */
  readonly traffic: LtvInput & Range
  /** Installs of whom everybody has had the whole outcome window, with gross and with net amounts. */
  readonly sales: LtvInput & Range
  readonly proceeds: LtvInput & Range
}

/** Unix seconds, end excluded. */
interface Range {
  readonly cohort_from: number
  readonly cohort_to: number
}

/** The questions of a planner at `now` (Unix seconds), for an outcome window in days. Production only. */
export function plannerQuestions(now: number, window: number, currency: string): PlannerQuestions {
  const today = startOf('day', now)
  const asked = (to: number, days: number) => ({
    mode: 'by_days' as const,
    environment: 1 as const,
    currency,
    cohort_from: to - days * DAY,
    cohort_to: to,
  })
  const mature = asked(today - window * DAY, VALUE_DAYS)
  return {
    traffic: { ...asked(today, TRAFFIC_DAYS), revenue_type: 'net' },
    sales: { ...mature, revenue_type: 'gross' },
    proceeds: { ...mature, revenue_type: 'net' },
  }
}

/** What the customers of an answer were worth within so many days of their install: ages 0 to one day less. */
export function valueWithin(
  { cohort_users: users, series }: LtvAnswer,
  window: number,
): ValueFigures | undefined {
  const point = series.findLast(({ period }) => period < window)
  if (!point || point.arpu === null || users === 0) return undefined
  return { users, perUser: point.arpu, perPayer: point.arppu }
}
