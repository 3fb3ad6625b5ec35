import type { CohortsAnswer } from '../../src/resources/cohorts/types.ts'
import { asOf } from './answers.ts'

const DAY = 86_400

/** As many daily cohorts as days, made by a formula: each brings less on every further day, and more on weekends. None is an empty day. */
export function daysOfDays(count: number): CohortsAnswer {
  const to = Math.floor(asOf / 1000 / DAY) * DAY
  const from = to - Math.max(1, count) * DAY
  const label = (day: number) => new Date((from + day * DAY) * 1000).toISOString().slice(0, 10)
  const days = Array.from({ length: count }, (_, day) => day)
  const cohorts = days.map((cohort) => {
    const users = 400 + ((cohort * 37) % 250)
    const periods = days.slice(0, count - cohort).map((age) => {
      const weekend = (cohort + age) % 7 < 2 ? 1.35 : 1
      const payers = Math.round((users * weekend) / (6 + age / 9))
      const subscriptions = payers
      const revenue = payers * 7.99
      const each = payers > 0 ? revenue / payers : null
      return { revenue, subscriptions, payers, arpu: revenue / users, arppu: each, arpas: each }
    })
    return { label: label(cohort), cohort_start: from + cohort * DAY, users, periods }
  })
  const cells = cohorts.flatMap(({ periods }) => periods)
  const largest = (key: keyof (typeof cells)[number]) =>
    cells.reduce((most, cell) => Math.max(most, cell[key] ?? 0), 0)
  return {
    object: 'analytics_cohorts',
    url: '/v4/analytics/cohorts',
    currency: 'USD',
    mode: 'by_days',
    grouping: 'day',
    cohort_from: from,
    cohort_to: to,
    period_labels: days.map(label),
    cohorts,
    total: null,
    max_values: {
      revenue: largest('revenue'),
      subscriptions: largest('subscriptions'),
      payers: largest('payers'),
      arpu: largest('arpu'),
      arppu: largest('arppu'),
      arpas: largest('arpas'),
    },
  }
}
