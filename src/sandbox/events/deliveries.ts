import type { History } from '../history.ts'
import type { IntegrationItem } from '../integrations/items.ts'
import { countBefore } from '../log.ts'
import { candidates, FIRST_TRY, LAST_TRY, routeOf, type Delivery } from './routes.ts'

/** Every delivery whose first try lies in [from, to) and whose outcome is known at `now`, all unix seconds. */
export function deliveriesBetween(
  history: History,
  integrations: readonly IntegrationItem[],
  from: number,
  to: number,
  now: number,
): Delivery[] {
  const { rows } = history
  const routes = integrations.map((integration) => routeOf(history, integration))
  return rows
    .slice(countBefore(rows, from - FIRST_TRY), countBefore(rows, to))
    .flatMap((row) => routes.flatMap((deliver) => deliver(row) ?? []))
    .filter(({ createdAt, updatedAt }) => createdAt >= from && createdAt < to && updatedAt <= now)
}

/** How the deliveries of an integration went last. */
export interface LastDeliveries {
  /** The last that got through; null for none. */
  readonly success: Delivery | null
  /** The last that did not. */
  readonly failure: Delivery | null
  /** How many did not since the last that got through. */
  readonly failuresInARow: number
}

/** Reads back from `now` (unix seconds) how the deliveries of an integration went last. */
export function lastDeliveries(
  history: History,
  integration: IntegrationItem,
  now: number,
): LastDeliveries {
  const deliver = routeOf(history, integration)
  let success: Delivery | null = null
  const failures: Delivery[] = []
  for (const row of candidates(history, integration, now)) {
    // An earlier event may be over later: its first try failed.
    const latest = row.at + FIRST_TRY + LAST_TRY
    if (success && latest < success.updatedAt && failures.some((one) => latest < one.updatedAt))
      break
    const delivery = deliver(row)
    if (!delivery || delivery.updatedAt > now) continue
    if (delivery.failedCode !== null) failures.push(delivery)
    else success = later(success, delivery)
  }
  return {
    success,
    failure: failures.reduce<Delivery | null>(later, null),
    failuresInARow: failures.filter(({ updatedAt }) => !success || updatedAt > success.updatedAt)
      .length,
  }
}

const later = (a: Delivery | null, b: Delivery): Delivery =>
  a && a.updatedAt >= b.updatedAt ? a : b
