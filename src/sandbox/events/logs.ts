import { DAY } from '../../core/calendar.ts'
import type { EventLogsInput } from '../../resources/events/types.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import { offsetPage } from '../pages.ts'
import { invalid } from '../problem.ts'
import { integrationsEver } from '../integrations/items.ts'
import { findProvider } from '../integrations/providers.ts'
import type { Store } from '../store.ts'
import { deliveriesBetween } from './deliveries.ts'
import type { Delivery } from './routes.ts'

/** Answers `v4ListEventLogs`: deliveries of a window of at most 24 hours, the last 24 by default. Throws a 400. */
export function answerEventLogs(
  history: History,
  raw: Record<string, unknown>,
  now: number,
  store: Store,
) {
  const input = raw as EventLogsInput
  const { from, to } = readWindow(input, now)
  const integrations = integrationsEver(history, store).list()
  const isWanted = wanted(input.filter ?? {})
  const rows = deliveriesBetween(history, integrations, from, to, now).filter(isWanted)
  const { sort_by: by = 'created_at', sort_order: order = 'desc' } = input
  const sign = order === 'asc' ? 1 : -1
  const sorted = rows.toSorted((a, b) => sign * (compare(KEYS[by](a), KEYS[by](b)) || byId(a, b)))
  const page = offsetPage('/v4/event-logs', sorted, raw)
  return { ...page, data: page.data.map(entryOf), total_count: rows.length }
}

function readWindow({ from, to }: EventLogsInput, now: number): { from: number; to: number } {
  const end = to ?? now
  const start = from ?? end - DAY
  if (start > end)
    throw invalid([
      { field: 'from', message: 'must not lie after to, which is now when it is left out' },
    ])
  if (end - start > DAY)
    throw invalid([
      {
        field: 'from',
        message:
          'must be at most 24 hours before to, which is now when it is left out: give both and read longer windows day by day',
      },
    ])
  return { from: start, to: end }
}

function wanted({ track_event_id, target_id, success }: NonNullable<EventLogsInput['filter']>) {
  const events = readList(track_event_id)
  const targets = readList(target_id)
  return ({ eventTypeId, target, failedCode }: Delivery): boolean =>
    (!events || events.has(eventTypeId)) &&
    (!targets || targets.has(target)) &&
    (success === undefined || (success === 'true') === (failedCode === null))
}

/** The identifiers of a comma-separated list; undefined when it names none, which filters nothing. */
function readList(text = ''): ReadonlySet<string> | undefined {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return names.length > 0 ? new Set(names) : undefined
}

type Key = string | number

const KEYS: Readonly<Record<NonNullable<EventLogsInput['sort_by']>, (delivery: Delivery) => Key>> =
  {
    track_event_id: ({ eventTypeId }) => Number(eventTypeId),
    target_id: ({ target }) => target,
    success: ({ failedCode }) => (failedCode === null ? 1 : 0),
    failed_code: ({ failedCode }) => failedCode ?? '',
    updated_at: ({ updatedAt }) => updatedAt,
    created_at: ({ createdAt }) => createdAt,
  }

// By code units, never by a locale: the same order in every engine.
const compare = (a: Key, b: Key): number => (a < b ? -1 : a > b ? 1 : 0)
const byId = (a: Delivery, b: Delivery): number => compare(a.id, b.id)

function entryOf(delivery: Delivery) {
  const { id, eventTypeId, target, integration, failedCode, createdAt, updatedAt } = delivery
  return {
    id,
    track_event_id: eventTypeId,
    target_id: target,
    integration_name: findProvider(integration.provider)?.provider.label,
    uid: integration.id,
    is_success: failedCode === null,
    failed_code: failedCode,
    created_at: isoInstant(createdAt),
    updated_at: isoInstant(updatedAt),
  }
}
