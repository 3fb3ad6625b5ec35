import { NOW, shared } from '../../.storybook/withQonversion.tsx'
import { execute } from '../../src/core/execute.ts'
import { getCohorts } from '../../src/resources/cohorts/operations.ts'
import type { CohortsAnswer, CohortsInput } from '../../src/resources/cohorts/types.ts'

/** Unix seconds of a UTC day. */
const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 1000

/** The last 12 complete months before the stories' present, by calendar months. */
export const byMonths: CohortsInput = {
  mode: 'by_days',
  grouping: 'month',
  cohort_from: day('2025-11-01'),
  cohort_to: day('2026-11-01'),
}

/** The same with the month that still runs: its cohort recruits. */
export const withRunningMonth: CohortsInput = { ...byMonths, cohort_to: day('2026-12-01') }

/** First payments by the month, one column per renewal, of everybody's first product. */
export const byRenewals: CohortsInput = {
  ...byMonths,
  mode: 'by_renewals',
  cohort_definition: 'new_paying',
}

/** When the answers of these stories were fetched. */
export const asOf = NOW.getTime()

/** Asks the stories' sandbox, before a story is drawn. */
export const ask = (question: CohortsInput): Promise<CohortsAnswer> =>
  execute(getCohorts, question, { fetcher: shared().full })

/** Twelve weeks by weeks. */
export const weekly: CohortsInput = {
  ...byMonths,
  grouping: 'week',
  cohort_from: Date.UTC(2026, 7, 24) / 1000,
  cohort_to: Date.UTC(2026, 10, 16) / 1000,
}
