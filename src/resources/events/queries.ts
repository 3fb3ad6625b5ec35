import type { QuerySource } from '../../react/ask.ts'
import {
  infiniteQuery,
  type InfiniteOperationQuery,
  type ListInput,
} from '../../react/infiniteQuery.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { listEventLogs, listEvents } from './operations.ts'
import type { EventLogsInput } from './types.ts'

/** The query behind `useEvents`, for prefetching on the server, route loaders and reads of the cache. */
export const eventsQuery = (source: QuerySource): OperationQuery<typeof listEvents> =>
  operationQuery(listEvents, {}, source)

/** The query behind `useEventLogs`. */
export const eventLogsQuery = (
  input: EventLogsInput,
  source: QuerySource,
): OperationQuery<typeof listEventLogs> => operationQuery(listEventLogs, input, source)

/** The query behind `useInfiniteEventLogs`, for `prefetchInfiniteQuery`. */
export const infiniteEventLogsQuery = (
  input: ListInput<typeof listEventLogs>,
  source: QuerySource,
): InfiniteOperationQuery<typeof listEventLogs> => infiniteQuery(listEventLogs, input, source)
