import { conditionsOf } from '../attributes.ts'
import type { History } from '../history.ts'

/** Answers `v4GetCohortAnalyticsMetadata`: what a cohort question may ask for in this project. */
export function answerCohortsMeta({ attributes }: History) {
  return {
    object: 'analytics_cohorts_meta',
    url: '/v4/analytics/cohorts/meta',
    modes: [
      { code: 'by_renewals', label: 'By renewals' },
      { code: 'by_days', label: 'By days' },
    ],
    groupings: [
      { code: 'day', label: 'Day' },
      { code: 'week', label: 'Week' },
      { code: 'month', label: 'Month' },
      { code: 'quarter', label: 'Quarter' },
      { code: 'year', label: 'Year' },
    ],
    metrics: [
      { code: 'revenue', label: 'Revenue' },
      { code: 'subscriptions', label: 'Subscriptions' },
      { code: 'payers', label: 'Paying users' },
      { code: 'arpu', label: 'ARPU' },
      { code: 'arppu', label: 'ARPPU' },
      { code: 'arpas', label: 'ARPAS' },
    ],
    cohort_definitions: [
      { code: 'new_customers', label: 'New customers' },
      { code: 'initial_conversions', label: 'Initial conversions' },
      { code: 'new_paying', label: 'New paying' },
    ],
    filter_conditions: conditionsOf(attributes),
  }
}
