import type { ChartCode } from '../../resources/charts/types.ts'
import type { Chart } from './chart.types.ts'
import { PEOPLE_CHARTS } from './people.ts'
import { REVENUE_CHARTS } from './revenue.ts'

const CHARTS: Readonly<Record<ChartCode, Chart>> = {
  ...REVENUE_CHARTS,
  ...PEOPLE_CHARTS,
  // Two codes are other names of charts that have changed theirs.
  'user-to-trial-conversion': PEOPLE_CHARTS['user-to-trial'],
  'subscription-cancellation-rate': PEOPLE_CHARTS['subscription-cancellation'],
}

/** The chart of a code. */
export const chartOf = (code: ChartCode): Chart => CHARTS[code]
