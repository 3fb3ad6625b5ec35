import type { ChartQuestion } from '../charts/compute.ts'
import { edgesUpTo } from '../charts/compute.ts'
import { createReading } from '../charts/reading.ts'
import type { History } from '../history.ts'
import { countBefore, isCharge, isRefund, type EventType } from '../log.ts'
import { createAudience } from './audience.ts'
import type { ScreenItem } from './model.ts'

/** What people did who met a screen. */
export interface Tally {
  /** First sights of the app, and every later one at which a trial or a purchase began. */
  views: number
  trials: number
  /** First charges: of a subscription, after a trial or without, and things bought once. */
  purchases: number
  /** Of the purchases, those that no trial came before. */
  direct: number
  /** Trials and subscriptions that were told not to renew. */
  cancels: number
  refunds: number
  /** Everything charged, renewals too, before refunds and commission; millionths of the answer's currency, whole, so that sums are exact. */
  micros: number
}

/** Tallies of one screen: of the range before, and by bucket. */
export interface Tallies {
  readonly before: Tally
  readonly buckets: readonly Tally[]
}

/** Millionths of a unit of money. */
export const MICRO = 1_000_000

const none = (): Tally => ({
  views: 0,
  trials: 0,
  purchases: 0,
  direct: 0,
  cancels: 0,
  refunds: 0,
  micros: 0,
})

/** Several tallies in one. */
export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((total, tally) => {
    for (const name of Object.keys(total) as (keyof Tally)[]) total[name] += tally[name]
    return total
  }, none())

/** What happened in the range and the one before it, by screen. Throws `MissingRate`. */
export function tallyScreens(
  screens: readonly ScreenItem[],
  { from, to, starts, environment }: ChartQuestion,
  [history, now, currency]: Parameters<typeof createReading>,
): ReadonlyMap<string, Tallies> {
  const edges = [from - (to - from), from, ...starts.slice(1), to]
  const windows = new Map(screens.map(({ id }) => [id, edges.map(none)]))
  const { rows, priceOf } = createReading(history, now, currency)
  const windowsOf = meet(history, screens, windows)
  const end = Math.min(countBefore(rows, to), rows.length)
  for (let index = countBefore(rows, edges[0]!); index < end; index++) {
    const row = rows[index]!
    if (row.environment !== environment) continue
    const tally = windowsOf(row.customer_id)?.[edgesUpTo(edges, row.at)]
    if (tally) book(tally, row.type, isCharge(row.type) ? priceOf(row) : 0)
  }
  return new Map(
    // Buckets that have not begun are not there.
    Array.from(windows, ([id, [, before, ...buckets]]) => [
      id,
      { before: before!, buckets: buckets.slice(0, starts.length) },
    ]),
  )
}

/** Finds the tallies of the screen that a customer met. */
function meet(
  { ledger }: History,
  screens: readonly ScreenItem[],
  windows: ReadonlyMap<string, Tally[]>,
): (customerId: string) => Tally[] | undefined {
  const screenOf = createAudience(screens)
  const met = new Map(
    ledger.customers.first.map((first) => [
      first.customer_id,
      windows.get(screenOf(first)?.id ?? ''),
    ]),
  )
  return (customerId) => met.get(customerId)
}

const DIRECT: ReadonlySet<EventType> = new Set(['subscription_started', 'in_app_purchase'])

function book(tally: Tally, type: EventType, price: number): void {
  const isDirect = DIRECT.has(type)
  if (type === 'install' || type === 'trial_started' || isDirect) tally.views++
  if (type === 'trial_started') tally.trials++
  if (type === 'trial_converted' || isDirect) tally.purchases++
  if (isDirect) tally.direct++
  if (type === 'trial_canceled' || type === 'subscription_canceled') tally.cancels++
  if (isRefund(type)) tally.refunds++
  tally.micros += Math.round(price * MICRO)
}
