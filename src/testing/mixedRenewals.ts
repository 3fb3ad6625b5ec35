import type { CohortCell, CohortRow, CohortsAnswer } from '../resources/cohorts/types.ts'

const START = Date.UTC(2026, 0, 1) / 1000
const END = Date.UTC(2026, 1, 1) / 1000

/** When the mixed renewals are looked at, Unix seconds: three months after the month in which all of them first paid. */
export const mixedRenewalsAt = Date.UTC(2026, 4, 1) / 1000

/**
 * First payments of January by renewals, split by product: 600 people pay 10 a month, of whom 85% renew each time, and 400
 * pay 60 a year. Together P2 is 51% of P1, and the truth is 85%: none of the yearly ones was due.
 */
export function mixedRenewals(): CohortsAnswer {
  const monthly = [600, 510, 434, 369].map((payers) => cell(600, 10 * payers, payers))
  const yearly = [cell(400, 60 * 400, 400)]
  const all = monthly.map((month, index) => {
    const year = yearly[index]
    return cell(1000, month.revenue + (year?.revenue ?? 0), month.payers + (year?.payers ?? 0))
  })
  return {
    object: 'analytics_cohorts',
    url: '/v4/analytics/cohorts',
    mode: 'by_renewals',
    grouping: 'month',
    cohort_from: START,
    cohort_to: END,
    currency: 'USD',
    period_labels: all.map((_, index) => `P${index + 1}`),
    group_by: 'product',
    ...table(1000, all),
    segments: [
      { value: 'monthly', label: 'Monthly', ...table(600, monthly) },
      { value: 'yearly', label: 'Yearly', ...table(400, yearly) },
    ],
  }
}

type Cell = NonNullable<CohortCell> & { revenue: number; payers: number }

const cell = (size: number, revenue: number, payers: number): Cell => ({
  revenue,
  payers,
  subscriptions: payers,
  arpu: revenue / size,
  arppu: revenue / payers,
  arpas: revenue / payers,
})

/** A table of one cohort, whose first payment is its largest cell. */
function table(users: number, periods: Cell[]) {
  const row: CohortRow = {
    cohort_start: START,
    cohort_end: END,
    label: '2026-01-01',
    users,
    periods,
  }
  const { revenue, payers, subscriptions } = periods[0]!
  const largest = (ratio: 'arpu' | 'arppu' | 'arpas') =>
    Math.max(...periods.map((period) => period[ratio] ?? 0))
  return {
    cohorts: [row],
    total: { users, periods },
    max_values: {
      revenue,
      payers,
      subscriptions: subscriptions ?? 0,
      arpu: largest('arpu'),
      arppu: largest('arppu'),
      arpas: largest('arpas'),
    },
  }
}
