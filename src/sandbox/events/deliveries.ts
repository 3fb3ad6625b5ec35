import type { History } from '../history.ts'
import { countBefore, isCharge, isRefund, type LogRow } from '../log.ts'
import { hash } from '../random.ts'
import { eventTypeId } from './catalog.ts'

/** One delivery of one event to one integration. Times in unix seconds. */
export interface Delivery {
  readonly id: string
  readonly eventTypeId: string
  /** The app of the project that the event belongs to. */
  readonly target: string
  readonly integration: Integration
  readonly failedCode: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

interface Integration {
  readonly name: string
  readonly uid: string
  /** What it is sent. */
  readonly takes: (row: LogRow) => boolean
}

/** Where the project's events go: everything to analytics and the host's own webhook, money to attribution. */
const INTEGRATIONS: readonly Integration[] = [
  { name: 'Amplitude', uid: 'int-am-01', takes: () => true },
  { name: 'AppsFlyer', uid: 'int-af-01', takes: ({ type }) => isCharge(type) || isRefund(type) },
  { name: 'Webhooks', uid: 'int-wh-01', takes: () => true },
]

/** Apps of the project by the store their customers pay in; a log without stores is one app. */
const TARGETS: Readonly<Record<string, string>> = {
  app_store: 'app-ios',
  play_store: 'app-android',
  stripe: 'app-web',
}
const ONE_APP = 'app-main'

const SALT = 4711
/** Of 100 deliveries that many fail at first try; of those, about half get through when tried again. */
const FAILS = 6
const CODES = ['http_500', 'timeout', 'http_429', 'http_401'] as const
/** Seconds from an event to the first try, at most. */
const FIRST_TRY = 4
/** Seconds from the first try to the last. */
const LAST_TRY = 60

/**
 * Every delivery whose first try lies in [from, to) and whose outcome is known at `now`, all unix seconds: derived from
 * the production events of the log and their ids alone, so that the same event always has the same outcome.
 */
export function deliveriesBetween(
  history: History,
  from: number,
  to: number,
  now: number,
): Delivery[] {
  const { rows } = history
  const stores = storesOf(history)
  return rows
    .slice(countBefore(rows, from - FIRST_TRY), countBefore(rows, to))
    .filter((row) => row.environment === 1)
    .flatMap((row) =>
      INTEGRATIONS.flatMap((integration, index) =>
        integration.takes(row) ? [deliver(row, integration, index, stores)] : [],
      ),
    )
    .filter(({ createdAt, updatedAt }) => createdAt >= from && createdAt < to && updatedAt <= now)
}

function deliver(
  row: LogRow,
  integration: Integration,
  index: number,
  stores: ReadonlyMap<string, string | null>,
): Delivery {
  const draw = hash(SALT, row.event_id, index)
  const failsFirst = draw % 100 < FAILS
  const isLost = failsFirst && (draw >>> 8) % 2 === 0
  const createdAt = row.at + 1 + ((draw >>> 16) % FIRST_TRY)
  return {
    id: `${integration.uid}.${row.event_id}`,
    eventTypeId: eventTypeId(row.type),
    target: TARGETS[stores.get(row.customer_id) ?? ''] ?? ONE_APP,
    integration,
    failedCode: isLost ? CODES[(draw >>> 20) % CODES.length]! : null,
    createdAt,
    updatedAt: failsFirst ? createdAt + LAST_TRY : createdAt,
  }
}

const known = new WeakMap<History, ReadonlyMap<string, string | null>>()

/** The store of each customer, which only the row carries by which they came into the log. */
function storesOf(history: History): ReadonlyMap<string, string | null> {
  const before = known.get(history)
  if (before) return before
  const stores = new Map(
    history.ledger.customers.first.map(({ customer_id, store }) => [customer_id, store]),
  )
  known.set(history, stores)
  return stores
}
