import type { Integration } from '../../resources/integrations/types.ts'
import { lastDeliveries } from '../events/deliveries.ts'
import { suspendedAt } from '../events/routes.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import { lastReportTo } from '../scheduled-reports/reports.ts'
import type { Store } from '../store.ts'
import { openSpan, type IntegrationItem } from './items.ts'
import { findProvider } from './providers.ts'

/** What the delivery worker notes of a failure, by its code in the log. */
const MESSAGES: Readonly<Record<string, string>> = {
  http_500: 'The provider answered with status 500.',
  timeout: 'The provider did not answer in time.',
  http_429: 'The provider asks for fewer requests (status 429).',
  http_401: 'The provider refused the credentials (status 401).',
}

/** 0 paused, 1 active, 2 suspended by the delivery worker. */
export const stateOf = (history: History, item: IntegrationItem, now: number): 0 | 1 | 2 =>
  !openSpan(item) ? 0 : suspendedAt(history, item, now) === null ? 1 : 2

/** An integration as the API has it, with what the log and the reports say of its deliveries. */
export function present(
  history: History,
  item: IntegrationItem,
  now: number,
  store: Store,
): Integration {
  const { success, failure, failuresInARow } = lastDeliveries(history, item, now)
  const report = lastReport(history, item, now, store)
  const delivered = Math.max(success?.updatedAt ?? -Infinity, report ?? -Infinity)
  return {
    object: 'integration',
    id: item.id,
    url: `/v4/integrations/${item.id}`,
    title: item.title,
    integration: findProvider(item.provider)!.provider.label,
    target_platform: item.platform,
    active: stateOf(history, item, now),
    created_at: isoInstant(item.created_at),
    updated_at: isoInstant(Math.max(item.updated_at, suspendedAt(history, item, now) ?? 0)),
    last_delivery_at: Number.isFinite(delivered) ? isoInstant(delivered) : null,
    last_error_at: failure && isoInstant(failure.updatedAt),
    last_error_message: failure && MESSAGES[failure.failedCode!]!,
    delivery_error_count: failuresInARow,
  }
}

/** When a report was last sent to it while it was active; null for never. Unix seconds. */
function lastReport(
  history: History,
  { id, spans }: IntegrationItem,
  now: number,
  store: Store,
): number | null {
  for (const { from, to } of spans.toReversed()) {
    const at = lastReportTo(id, history, store, Math.min(now, to ?? now))
    if (at !== null && at >= from) return at
  }
  return null
}
