import { NOW, shared } from '../../.storybook/withQonversion.tsx'
import { execute } from '../../src/core/execute.ts'
import { getLtv, getLtvTrialConversion } from '../../src/resources/ltv/operations.ts'
import type {
  LtvAnswer,
  LtvInput,
  LtvTrialConversionAnswer,
} from '../../src/resources/ltv/types.ts'

/** Unix seconds of a UTC day. */
const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 1000

/** Installs of May to July 2026, net, by days: old enough for 100 final days at the stories' present. */
export const byDays: LtvInput = {
  mode: 'by_days',
  revenue_type: 'net',
  currency: 'USD',
  environment: 1,
  cohort_from: day('2026-05-01'),
  cohort_to: day('2026-08-01'),
}

/** The same, a curve for each campaign. */
export const byCampaign: LtvInput = { ...byDays, segment: 'campaign' }

/** The same people by the number of their payment. */
export const byRenewals: LtvInput = { ...byDays, mode: 'by_renewals' }

/** Installs of a month that has not ended. */
export const running: LtvInput = {
  ...byDays,
  cohort_from: day('2026-11-01'),
  cohort_to: day('2026-12-01'),
}

/** When the answers of these stories were fetched. */
export const asOf = NOW.getTime()

/** Asks the stories' sandbox, before a story is drawn. */
export const ask = (question: LtvInput): Promise<LtvAnswer> =>
  execute(getLtv, question, { fetcher: shared().full })

/** The trial conversion of the same question. */
export const askTrials = (question: LtvInput): Promise<LtvTrialConversionAnswer> =>
  execute(getLtvTrialConversion, question, { fetcher: shared().full })
