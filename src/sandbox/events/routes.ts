import type { History } from '../history.ts'
import type { IntegrationItem, Span } from '../integrations/items.ts'
import { takesEvent, takesEvents, type Platform } from '../integrations/providers.ts'
import { countBefore, type LogRow } from '../log.ts'
import { hash } from '../random.ts'
import { eventTypeId } from './catalog.ts'

/** One delivery of one event to one integration. Times in unix seconds. */
export interface Delivery {
  readonly id: string
  readonly eventTypeId: string
  /** The app of the project that the event belongs to. */
  readonly target: string
  readonly integration: IntegrationItem
  readonly failedCode: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

interface App {
  readonly target: string
  readonly platform: Platform
}

/** Apps of the project by the store their customers pay in; a log without stores is one app, on the web. */
const APPS: Readonly<Record<string, App>> = {
  app_store: { target: 'app-ios', platform: 'iOS' },
  play_store: { target: 'app-android', platform: 'Android' },
  stripe: { target: 'app-web', platform: 'Stripe' },
}
const ONE_APP: App = { target: 'app-main', platform: 'Stripe' }

const SALT = 4711
/** Of 100 deliveries that many fail at first try; of those, about half get through when tried again. */
const FAILS = 6
const CODES = ['http_500', 'timeout', 'http_429', 'http_401'] as const
/** Seconds from an event to the first try, at most. */
export const FIRST_TRY = 4
/** Seconds from the first try to the last. */
export const LAST_TRY = 60
/** An integration that is refused so often is suspended. */
const PATIENCE = 10

/**
 * How an integration delivers an event; undefined for one that it is not sent. Derived from the production events of the
 * log and their ids alone, so that the same event always has the same outcome.
 */
export function routeOf(
  history: History,
  integration: IntegrationItem,
): (row: LogRow) => Delivery | undefined {
  const { spans } = integration
  const isSent = sentTo(history, integration)
  const refused = new Set(
    spans.filter(({ isRefused }) => isRefused).flatMap((span) => refusals(history, isSent, span)),
  )
  return (row) => {
    const span = spans.find(({ from, to }) => row.at >= from && (to === null || row.at < to))
    const app = span && isSent(row)
    if (!app) return undefined
    if (!span.isRefused) return deliver(row, integration, app)
    // A suspended integration is sent nothing more.
    return refused.has(row) ? refuse(row, integration, app) : undefined
  }
}

/** The events that an integration may have been sent before `now` (unix seconds), the newest first. */
export function* candidates(
  history: History,
  integration: IntegrationItem,
  now: number,
): Generator<LogRow> {
  const { rows } = history
  if (!takesEvents(integration.provider)) return
  for (const span of integration.spans.toReversed())
    if (span.isRefused) {
      const isSent = sentTo(history, integration)
      yield* refusals(history, isSent, span)
        .filter(({ at }) => at < now)
        .toReversed()
    } else {
      const end = countBefore(rows, Math.min(now, span.to ?? now))
      for (let index = end - 1; index >= 0 && rows[index]!.at >= span.from; index--)
        yield rows[index]!
    }
}

/** When an integration that is refused was suspended; null for one that was not, as it still tries or gets through. Unix seconds. */
export function suspendedAt(
  history: History,
  integration: IntegrationItem,
  now: number,
): number | null {
  const span = integration.spans.find(({ to, isRefused }) => to === null && isRefused)
  if (!span) return null
  const isSent = sentTo(history, integration)
  const rows = refusals(history, isSent, span)
  if (rows.length < PATIENCE) return null
  const ends = rows.map((row) => refuse(row, integration, ONE_APP).updatedAt)
  const last = Math.max(...ends)
  return last <= now ? last : null
}

/** The first events of a span that wear out the delivery worker's patience. */
function refusals(
  { rows }: History,
  isSent: (row: LogRow) => App | undefined,
  { from, to }: Span,
): LogRow[] {
  const found: LogRow[] = []
  for (let index = countBefore(rows, from); found.length < PATIENCE; index++) {
    const row = rows[index]
    if (!row || (to !== null && row.at >= to)) break
    if (isSent(row)) found.push(row)
  }
  return found
}

/** The app of an event that an integration is sent: production, of its store, and what its provider takes. */
function sentTo(history: History, { platform, provider }: IntegrationItem) {
  const stores = storesOf(history)
  return (row: LogRow): App | undefined => {
    if (row.environment !== 1 || !takesEvent(provider, row)) return undefined
    const app = APPS[stores.get(row.customer_id) ?? ''] ?? ONE_APP
    return app.platform === platform ? app : undefined
  }
}

function deliver(row: LogRow, integration: IntegrationItem, { target }: App): Delivery {
  const draw = hash(SALT, row.event_id, integration.stream)
  const failsFirst = draw % 100 < FAILS
  const isLost = failsFirst && (draw >>> 8) % 2 === 0
  const createdAt = row.at + 1 + ((draw >>> 16) % FIRST_TRY)
  return {
    id: `${integration.id}.${row.event_id}`,
    eventTypeId: eventTypeId(row.type),
    target,
    integration,
    failedCode: isLost ? CODES[(draw >>> 20) % CODES.length]! : null,
    createdAt,
    updatedAt: failsFirst ? createdAt + LAST_TRY : createdAt,
  }
}

/** Wrong credentials are wrong at once: nothing is tried again. */
function refuse(row: LogRow, integration: IntegrationItem, app: App): Delivery {
  const delivery = deliver(row, integration, app)
  return { ...delivery, failedCode: 'http_401', updatedAt: delivery.createdAt }
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
