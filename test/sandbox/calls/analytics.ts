import { contract, readSchema } from '../../contract/contract.ts'
import { plain, RANGE, type CallTable } from './caller.ts'

const COHORTS = { cohort_from: RANGE.from, cohort_to: RANGE.to }
const UNITS = ['day', 'week', 'month'] as const

/** The charts that the API publishes. */
const CHARTS = (readSchema(
  contract.get('v4GetAnalyticsChartData')!.parameters.find(({ name }) => name === 'chart_code')!
    .schema,
).values ?? []) as readonly string[]

/** Cards, charts, cohorts, currencies, insights and lifetime value. */
export const analyticsCalls: CallTable = {
  v4GetAnalyticsCardData: async ({ ask }) => {
    const card_code = 'realtime'
    await ask({ card_code })
    await ask({ card_code, segmentation: 'country', max_series: 2, currency: 'EUR' })
    await ask({ card_code, filter: { country: ['US'] }, environment: 0 })
    await ask({ card_code, filter: { planet: ['mars'] } }, 400, 'invalid_data')
  },
  v4GetAnalyticsChartData: async ({ ask }) => {
    for (const chart_code of CHARTS) {
      await ask({ chart_code })
      await ask({ chart_code, ...RANGE, unit: 'month', segmentation: 'country', max_series: 2 })
    }
    for (const unit of UNITS)
      await ask({
        chart_code: 'mrr',
        ...RANGE,
        unit,
        currency: 'EUR',
        filter: { store: ['stripe'] },
      })
    await ask({ chart_code: 'mrr', from: RANGE.to, to: RANGE.from }, 400, 'invalid_data')
    await ask({ chart_code: 'mrr', segmentation: 'planet' }, 400, 'invalid_data')
  },
  v4GetAnalyticsChartMetadata: async ({ ask }) => {
    for (const chart_code of CHARTS) await ask({ chart_code })
  },
  v4GetCohortAnalyticsData: async ({ ask }) => {
    for (const mode of ['by_days', 'by_renewals'])
      for (const group_by of [undefined, 'country'])
        await ask({ ...COHORTS, mode, grouping: 'month', ...(group_by && { group_by }) })
    await ask({ cohort_from: 0, cohort_to: 86_400 })
    await ask({ currency: 'EUR', revenue_type: 'net', filter: { country: ['US', 'DE'] } })
    await ask({ cohort_from: 20, cohort_to: 10 }, 400, 'invalid_data')
  },
  v4GetCohortAnalyticsMetadata: plain,
  v4GetAnalyticsCurrencies: plain,
  v4GetAnalyticsInsights: async ({ ask }) => {
    await ask({})
    await ask({ period: 7, force: true, environment: 0 })
    await ask({ cached_only: true })
  },
  v4GetLtvAnalyticsData: async ({ ask }) => {
    await ask({})
    await ask({ ...COHORTS, revenue_type: 'net', currency: 'EUR', filter: { country: ['US'] } })
    await ask({ ...COHORTS, segment: 'country' })
    await ask({ cohort_from: RANGE.to, cohort_to: RANGE.from }, 400, 'invalid_data')
  },
  v4GetLtvAnalyticsMetadata: plain,
  v4GetLtvTrialConversionAnalyticsData: async ({ ask }) => {
    await ask({})
    await ask({ ...COHORTS, segment: 'country' })
  },
}
