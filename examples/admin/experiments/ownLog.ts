import type { ExposureRow, OutcomeRow } from 'qonversion-react/components'
import type { LogRow, RateRow, Sandbox } from 'qonversion-react/sandbox'

/**
 * What a host knows of its own users, row by row: who saw which group first, and what everyone did. The API gives neither.
 * In this demonstration the sandbox keeps both. A real host reads its warehouse, or the exposures that its app has logged and
 * an events export of the API (`v4CreateExport`).
 */
export type OwnLog = Pick<Sandbox, 'exposures' | 'log' | 'rates'>

/** Every metric that rows are made for, by the API's ids; what is paid to a store is not in the log, so `proceeds` is not among them. */
export const OWN_METRICS: ReadonlySet<string> = new Set([
  'user_to_trial',
  'new_trials',
  'user_to_paid',
  'new_subscriptions',
  'trial_to_paid',
  'trial_cancellation',
  'trial_cancellation_per_user',
  'subscription_cancellation',
  'subscription_cancellation_per_user',
  'sales',
  'refunds',
])

/** A reader of the log as it stands: the rows of one experiment, as `resultsFromEvents` takes them, exposures first. */
export function readLog(
  log: OwnLog,
): (experiment: string) => readonly (ExposureRow | OutcomeRow)[] {
  const exposures = log.exposures()
  const events = log.log()
  const inDollars = createConverter(log.rates())
  return (experiment) => {
    const exposed = exposures.filter((row) => row.experiment === experiment)
    const users = new Set(exposed.map(({ user }) => user))
    const known = events.filter(({ customer_id: user }) => users.has(user))
    return [...exposed, ...known.flatMap((row) => outcomesOf(row, inDollars))]
  }
}

function outcomesOf(row: LogRow, inDollars: (row: LogRow) => number): OutcomeRow[] {
  const said = (metric: string, part: Pick<OutcomeRow, 'value' | 'denominator'> = {}) => ({
    type: 'outcome' as const,
    user: row.customer_id,
    at: row.at,
    metric,
    ...part,
  })
  const isRefund = row.refund_of !== null
  const money =
    row.price === null
      ? []
      : [
          said(isRefund ? 'refunds' : 'user_to_paid'),
          said('sales', { value: isRefund ? -inDollars(row) : inDollars(row) }),
        ]
  return [...(DEEDS[row.type] ?? []).map(([metric, part]) => said(metric, part)), ...money]
}

/** Counted below the line only: the user is one of those whom a conditional metric is about. */
const OF_THEM = { value: 0, denominator: 1 }

const DEEDS: Readonly<
  Partial<Record<LogRow['type'], readonly (readonly [metric: string, part?: typeof OF_THEM])[]>>
> = {
  trial_started: [
    ['user_to_trial'],
    ['new_trials'],
    ['trial_to_paid', OF_THEM],
    ['trial_cancellation', OF_THEM],
  ],
  trial_converted: [
    ['trial_to_paid'],
    ['new_subscriptions'],
    ['subscription_cancellation', OF_THEM],
  ],
  trial_canceled: [['trial_cancellation'], ['trial_cancellation_per_user']],
  subscription_started: [['new_subscriptions'], ['subscription_cancellation', OF_THEM]],
  subscription_canceled: [['subscription_cancellation'], ['subscription_cancellation_per_user']],
}

/** US dollars of a row's price, which is in minor units, at its day's rate; of the last day that has one, where a day has none. */
function createConverter(rates: readonly RateRow[]): (row: LogRow) => number {
  const usd = new Map(rates.map(({ date, currency, usd: rate }) => [`${currency} ${date}`, rate]))
  const digits = new Map<string, number>()
  const minorDigits = (currency: string) => {
    const known = digits.get(currency)
    if (known !== undefined) return known
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    const found = format.resolvedOptions().maximumFractionDigits ?? 2
    digits.set(currency, found)
    return found
  }
  return ({ price, currency, at }) => {
    if (!price || currency === null) return 0
    const rateOn = (day: number): number | undefined =>
      currency === 'USD' ? 1 : usd.get(`${currency} ${isoDay(at - day * DAY)}`)
    const rate = rateOn(0) ?? rateOn(1)
    if (rate === undefined)
      throw new Error(
        `There is no rate for ${currency} on ${isoDay(at)}, so sales cannot be summed.`,
      )
    return (price / 10 ** minorDigits(currency)) * rate
  }
}

const DAY = 86_400
const isoDay = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10)
