import { DAY } from '../../core/calendar.ts'
import type { CardInput } from '../../resources/cards/types.ts'
import type { Answers } from '../answer.types.ts'
import { chartOf } from '../charts/catalogue.ts'
import type { Chart } from '../charts/chart.types.ts'
import { readWhole } from '../charts/compute.ts'
import { countEvents } from '../charts/readers.ts'
import type { History } from '../history.ts'
import { inCurrency } from '../money.ts'
import { invalid } from '../problem.ts'
import { attributeProblems, currencyProblems } from '../question.ts'

/** One-time purchases; no chart shows them. */
const purchases: Chart = {
  title: 'In-app purchases',
  description: 'One-time purchases.',
  measure: 'count',
  kind: 'flow',
  lines: ['In-app purchases'],
  read: countEvents({ in_app_purchase: 0, purchase: 0 }),
}

const COUNTERS: readonly (readonly [code: string, chart: Chart])[] = [
  ['trials_count', chartOf('free-trials')],
  ['subscriptions_count', chartOf('new-subscriptions')],
  ['inapp_count', purchases],
  ['tracked_revenue', chartOf('sales')],
]

/**
 * Answers `v4GetAnalyticsCardData`: the UTC day of `now` (unix seconds) so far, and the day before until the same moment.
 * The card's window is fixed, so range, unit and split are ignored. Throws a 400.
 */
export function answerCard(history: History, parameters: CardInput, now: number) {
  const { environment = 1, filter = {} } = parameters
  const details = [
    ...attributeProblems(history, filter, 'segmentation', undefined),
    ...currencyProblems(history, parameters.currency),
  ]
  if (details.length > 0) throw invalid(details)
  const midnight = Math.floor(now / DAY) * DAY
  const count = (chart: Chart, currency: string, daysAgo: number): number => {
    const range = { from: midnight - daysAgo * DAY, to: now - daysAgo * DAY, starts: [] }
    return readWhole(chart, { ...range, environment, filter }, [history, now, currency]).total
  }
  return inCurrency(parameters.currency ?? history.currency, (currency) =>
    COUNTERS.map(([code, chart]) => ({
      code,
      value: count(chart, currency, 0),
      valuePrev: count(chart, currency, 1),
    })),
  ).answer
}

/** Answers of the cards. */
export const cardAnswers: Answers = {
  v4GetAnalyticsCardData: (history, input, now) => answerCard(history, input as CardInput, now),
}
