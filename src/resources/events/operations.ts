import * as v from 'valibot'
import { cursorPages, listOf, offsetPages } from '../../core/lists.ts'
import { defineOperation } from '../../core/operation.ts'
import { commaList, eventType, logEntry, withinADay } from './schemas.ts'

const minute = 60_000

/** The catalog of the project's event types. */
export const listEvents = /* @__PURE__ */ defineOperation({
  id: 'v4ListEvents',
  resource: 'events',
  method: 'GET',
  path: '/events',
  kind: 'read',
  summary: 'Catalog of the event types of the project, such as trial_started.',
  input: () => v.strictObject({}),
  output: () => listOf(eventType()),
  pages: cursorPages,
  staleTime: 30 * minute,
})

/** Deliveries of events to integrations, within a window of at most 24 hours. */
export const listEventLogs = /* @__PURE__ */ defineOperation({
  id: 'v4ListEventLogs',
  resource: 'events',
  method: 'GET',
  path: '/event-logs',
  kind: 'read',
  summary: 'Deliveries of events to integrations and their outcome, within at most 24 hours.',
  input: () =>
    v.pipe(
      v.strictObject({
        limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
        offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))),
        sort_by: v.optional(
          v.picklist([
            'track_event_id',
            'target_id',
            'success',
            'failed_code',
            'updated_at',
            'created_at',
          ]),
        ),
        sort_order: v.optional(v.picklist(['asc', 'desc'])),
        filter: v.optional(
          v.strictObject({
            track_event_id: commaList(),
            target_id: commaList(),
            success: v.optional(v.picklist(['true', 'false'])),
          }),
        ),
        from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
        to: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      }),
      v.forward(
        v.partialCheck(
          [['from'], ['to']],
          withinADay,
          'must be at most 24 hours after from, and not before it: longer windows are read day by day',
        ),
        ['to'],
      ),
    ),
  output: () =>
    v.looseObject({
      ...listOf(logEntry()).entries,
      total_count: v.optional(v.nullable(v.number())),
    }),
  pages: offsetPages,
  staleTime: minute / 2,
})
