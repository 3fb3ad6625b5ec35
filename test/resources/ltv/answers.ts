import type { LtvAnswer, LtvPoint } from '../../../src/resources/ltv/types.ts'

/** Unix seconds of a UTC day or instant. */
export const at = (iso: string): number =>
  Date.parse(iso.includes('T') ? iso : `${iso}T00:00:00Z`) / 1000

/** A point of a curve: age, revenue so far, customers counted, payers so far. Ratios as SQL would give them. */
export const point = (
  period: number,
  revenue: number,
  users: number,
  payers: number,
): LtvPoint => ({
  period,
  revenue,
  arpu: users === 0 ? null : revenue / users,
  arppu: payers === 0 ? null : revenue / payers,
  users,
})

/**
 * Worked by hand: 100 installs from 1 to 10 January 2026, ten a day, of whom 20 pay. At noon of 15 January day 5 lies behind
 * those who came until the 9th (9 + 5 = 14), day 4 behind everybody.
 */
export const january: LtvAnswer = {
  object: 'analytics_ltv',
  url: '/v4/analytics/ltv',
  mode: 'by_days',
  cohort_from: at('2026-01-01'),
  cohort_to: at('2026-01-11'),
  cohort_users: 100,
  paying_users: 20,
  revenue_type: 'net',
  currency: 'EUR',
  measure: 'usd',
  segment: null,
  segments: [],
  series: [
    point(0, 100, 100, 10),
    point(1, 150, 100, 12),
    point(2, 200, 100, 16),
    point(3, 240, 100, 18),
    point(4, 300, 100, 20),
    point(5, 288, 90, 18),
    point(6, 264, 80, 16),
  ],
}

/** Noon of the day the answer above was fetched at. */
export const noon = at('2026-01-15T12:00:00Z')

/** The same points from an answer that does not say how many customers each counts. */
export const uncounted: LtvAnswer['series'] = january.series.map(
  ({ period, revenue, arpu, arppu }) => ({ period, revenue, arpu, arppu }),
)
