import type { LtvAnswer, LtvInput } from '../../resources/ltv/types.ts'
import type { Answers } from '../answer.types.ts'
import { conditionsOf, splitsOf } from '../attributes.ts'
import { shareOfTrials } from '../charts/readers.ts'
import { createReading } from '../charts/reading.ts'
import type { History } from '../history.ts'
import { inCurrency } from '../money.ts'
import { choose } from '../question.ts'
import { drawCurves } from './curve.ts'
import { readLtvQuestion } from './question.ts'

/** Answers `v4GetLtvAnalyticsData` from what has happened before `now` (unix seconds). Throws a 400. */
export function answerLtv(history: History, parameters: LtvInput, now: number): LtvAnswer {
  const asked = readLtvQuestion(parameters, history, now)
  const split = history.attributes.find(({ code }) => code === asked.segment)
  const { answer, currency } = inCurrency(asked.currency, (target) => {
    const question = { ...asked, currency: target }
    return {
      whole: drawCurves(history, question, now, 1, () => 0)[0]!,
      parts: split
        ? drawCurves(history, question, now, split.values.length, (customer) => split.of[customer]!)
        : [],
    }
  })
  const { whole, parts } = answer
  return {
    object: 'analytics_ltv',
    url: '/v4/analytics/ltv',
    mode: asked.mode,
    cohort_from: asked.from,
    cohort_to: asked.to,
    cohort_users: whole.users,
    paying_users: whole.payers,
    revenue_type: asked.net ? 'net' : 'gross',
    currency,
    // The API says so whatever the currency.
    measure: 'usd',
    segment: asked.segment ?? null,
    segments: parts.flatMap(({ users, payers, points }, value) =>
      users === 0
        ? []
        : [
            {
              value: split!.values[value]!.code,
              label: split!.values[value]!.label,
              cohort_users: users,
              paying_users: payers,
              series: points,
            },
          ],
    ),
    series: whole.points,
  }
}

/** Answers `v4GetLtvTrialConversionAnalyticsData`: trials that began in the range, and those converted before `now`. */
export function answerTrialConversion(history: History, parameters: LtvInput, now: number) {
  const { from, to, environment, filter } = readLtvQuestion(parameters, history, now)
  const isChosen = choose(history, environment, filter)
  let started = 0
  let converted = 0
  readConversions(createReading(history, now, history.currency), (at, customer, part) => {
    if (at < from || at >= to || !isChosen(customer)) return
    if (part === 1) started++
    else converted++
  })
  return {
    object: 'analytics_ltv_trial_conversion',
    url: '/v4/analytics/ltv/trial-conversion',
    trials_started: started,
    trials_converted: converted,
    conversion_rate: started === 0 ? 0 : converted / started,
  }
}

const readConversions = shareOfTrials('trial_converted')

/** Answers `v4GetLtvAnalyticsMetadata`. */
function answerLtvMeta({ attributes }: History) {
  return {
    object: 'analytics_ltv_meta',
    url: '/v4/analytics/ltv/meta',
    modes: [
      { code: 'by_days', label: 'By days' },
      { code: 'by_renewals', label: 'By renewals' },
    ],
    segmentations: splitsOf(attributes),
    filter_conditions: conditionsOf(attributes),
  }
}

/** Answers of lifetime value. */
export const ltvAnswers: Answers = {
  v4GetLtvAnalyticsData: (history, input, now) => answerLtv(history, input, now),
  v4GetLtvAnalyticsMetadata: (history) => answerLtvMeta(history),
  v4GetLtvTrialConversionAnalyticsData: (history, input, now) =>
    answerTrialConversion(history, input, now),
}
