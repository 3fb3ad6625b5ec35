import type { QuerySource } from '../../react/ask.ts'
import {
  infiniteQuery,
  type InfiniteOperationQuery,
  type ListInput,
} from '../../react/infiniteQuery.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getAutomation, listAutomations } from './operations.ts'
import type { AutomationInput, AutomationsInput } from './types.ts'

/** The query behind `useAutomations`, for prefetching on the server, route loaders and reads of the cache. */
export const automationsQuery = (
  input: AutomationsInput,
  source: QuerySource,
): OperationQuery<typeof listAutomations> => operationQuery(listAutomations, input, source)

/** The query behind `useInfiniteAutomations`, for `prefetchInfiniteQuery`. */
export const infiniteAutomationsQuery = (
  input: ListInput<typeof listAutomations>,
  source: QuerySource,
): InfiniteOperationQuery<typeof listAutomations> => infiniteQuery(listAutomations, input, source)

/** The query behind `useAutomation`. */
export const automationQuery = (
  input: AutomationInput,
  source: QuerySource,
): OperationQuery<typeof getAutomation> => operationQuery(getAutomation, input, source)
