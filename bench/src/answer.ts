import type { CohortData, Metric } from './data'

const DAY = 86_400

/** The answer of the API that holds the matrix: six metrics a cell, periods that have not begun as null. */
export function makeAnswer({ revenue, arpu }: Record<Metric, CohortData>) {
  const start = Date.parse(`${revenue.cohorts[0]!.id}T00:00:00Z`) / 1000
  const { n } = revenue
  const cohorts = revenue.cohorts.map((cohort, i) => ({
    cohort_start: start + i * DAY,
    cohort_end: start + (i + 1) * DAY,
    label: cohort.label,
    users: cohort.size,
    periods: Array.from({ length: n }, (_, j) => {
      const amount = revenue.rows[i]![j]
      if (amount === undefined) return null
      const payers = Math.max(1, Math.round(amount / 10))
      return {
        revenue: amount,
        subscriptions: payers,
        payers,
        arpu: arpu.rows[i]![j]!,
        arppu: amount / payers,
        arpas: amount / payers,
      }
    }),
  }))
  const total = {
    users: cohorts.reduce((sum, row) => sum + row.users, 0),
    periods: Array.from({ length: n }, (_, j) => {
      const having = cohorts.slice(0, n - j).map((row) => row.periods[j]!)
      const amount = having.reduce((sum, cell) => sum + cell.revenue, 0)
      const payers = having.reduce((sum, cell) => sum + cell.payers, 0)
      const users = cohorts.slice(0, n - j).reduce((sum, row) => sum + row.users, 0)
      return {
        revenue: amount,
        subscriptions: payers,
        payers,
        arpu: amount / users,
        arppu: amount / payers,
        arpas: amount / payers,
      }
    }),
  }
  const end = start + n * DAY
  return {
    answer: {
      object: 'analytics_cohorts' as const,
      url: '/v4/analytics/cohorts',
      mode: 'by_days',
      grouping: 'day',
      cohort_from: start,
      cohort_to: end,
      currency: 'USD',
      period_labels: revenue.cohorts.map((cohort) => cohort.id),
      cohorts,
      total,
      max_values: {
        revenue: revenue.max,
        subscriptions: revenue.max / 10,
        payers: revenue.max / 10,
        arpu: arpu.max,
        arppu: 10,
        arpas: 10,
      },
    },
    /** Milliseconds: the end of the last cohort's first day, so that the observed triangle has begun. */
    asOf: end * 1000,
  }
}
