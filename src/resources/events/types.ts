import type { InputOf, OutputOf } from '../../core/operation.ts'
import type { listEventLogs, listEvents } from './operations.ts'

/** The event catalog as the API documents it. */
export type EventsAnswer = OutputOf<typeof listEvents>
/** One event type of the project. */
export type EventTypeEntry = EventsAnswer['data'][number]
/** Which deliveries to list: window (Unix seconds, at most 24 hours), filters, order and page. */
export type EventLogsInput = InputOf<typeof listEventLogs>
/** A page of deliveries as the API documents it. */
export type EventLogsAnswer = OutputOf<typeof listEventLogs>
/** The outcome of delivering one event to one integration. */
export type EventLogEntry = EventLogsAnswer['data'][number]
