import type {
  ScreenAnalyticsInput,
  ScreensAnalyticsOverviewInput,
} from '../../resources/screens/types.ts'
import type { Answer } from '../answer.types.ts'
import { readChartQuestion } from '../charts/question.ts'
import type { History } from '../history.ts'
import { inCurrency, round } from '../money.ts'
import { invalid } from '../problem.ts'
import { requireLiving, statusOf } from './present.ts'
import { allScreensIn } from './seed.ts'
import type { ScreenItem } from './model.ts'
import { MICRO, sum, tallyScreens, type Tallies, type Tally } from './tally.ts'

const share = (part: number, whole: number): number => (whole === 0 ? 0 : round(part / whole))
const revenue = ({ micros }: Tally): number => micros / MICRO

/** KPIs of one screen. Rates are of what began and of what was there to cancel (assumed); 0 where nothing was. */
const OF_SCREEN = {
  purchases: ({ purchases }: Tally) => purchases,
  trials: ({ trials }: Tally) => trials,
  revenue,
  refunds: ({ refunds }: Tally) => refunds,
  // The documented example, in which all purchases follow a trial, is purchases by trials.
  conversion_rate: ({ purchases, trials, direct }: Tally) => share(purchases, trials + direct),
  cancel_rate: ({ cancels, trials, purchases }: Tally) => share(cancels, trials + purchases),
} as const

/** KPIs of all screens; a view is an impression, as in the documented example. */
const OF_ALL = {
  views: ({ views }: Tally) => views,
  impressions: ({ views }: Tally) => views,
  trials: ({ trials }: Tally) => trials,
  purchases: ({ purchases }: Tally) => purchases,
  revenue,
  conversion: ({ purchases, views }: Tally) => share(purchases, views),
} as const

/** Answers `v4GetScreenAnalytics`: a draft has met nobody, so that all of its figures are 0. */
export const answerScreenAnalytics: Answer = (history, input, now, store) => {
  const { screen_id: id, ...narrowing } = input as ScreenAnalyticsInput
  const screens = allScreensIn(store, history)
  const screen = requireLiving(screens.get(id))
  const { tallies, count, period } = read(screens.list(), history, narrowing, now)
  const { name, type } = screen
  return {
    object: 'screen_analytics',
    url: `/v4/screens/${id}/analytics`,
    data: {
      kpis: kpisOf(OF_SCREEN, [tallies.get(id)!], count),
      period,
      screen: { uid: id, name, status: statusOf(screen), ...(type && { type }) },
    },
  }
}

/** Answers `v4GetScreensAnalyticsOverview`: the sums over the screens that are there. */
export const answerOverview: Answer = (history, input, now, store) => {
  const screens = allScreensIn(store, history).list()
  const { tallies, count, period } = read(screens, history, input, now)
  const living = screens.filter(({ removed_at: at }) => at === null)
  const kpis = kpisOf(
    OF_ALL,
    living.map(({ id }) => tallies.get(id)!),
    count,
  )
  return {
    object: 'screens_analytics_overview',
    url: '/v4/screens/analytics/overview',
    data: { kpis, period },
  }
}

function read(
  screens: readonly ScreenItem[],
  history: History,
  narrowing: ScreensAnalyticsOverviewInput,
  now: number,
) {
  const question = readChartQuestion(narrowing, history, now)
  const asked = narrowing.currency ?? history.currency
  const { answer: tallies, currency } = inCurrency(asked, (target) =>
    tallyScreens(screens, question, [history, now, target]),
  )
  if (currency !== asked)
    throw invalid([
      {
        field: 'currency',
        message: `cannot be ${asked} for this range: a rate is missing, and these figures do not say what currency they are in`,
      },
    ])
  const { from, to, unit, starts } = question
  return { tallies, count: starts.length, period: { from, to, unit } }
}

function kpisOf<Name extends string>(
  kpis: Readonly<Record<Name, (tally: Tally) => number>>,
  tallies: readonly Tallies[],
  count: number,
) {
  const before = sum(tallies.map((tally) => tally.before))
  const buckets = Array.from({ length: count }, (_, bucket) =>
    sum(tallies.map((tally) => tally.buckets[bucket]!)),
  )
  const whole = sum(buckets)
  const entries = Object.entries<(tally: Tally) => number>(kpis).map(([name, kpi]) => [
    name,
    { value: kpi(whole), prev: kpi(before), sparkline: buckets.map(kpi) },
  ])
  return Object.fromEntries(entries) as Record<Name, unknown>
}
