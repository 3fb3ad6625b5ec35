import type { QuerySource } from '../../react/ask.ts'
import {
  infiniteQuery,
  type InfiniteOperationQuery,
  type ListInput,
} from '../../react/infiniteQuery.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getEntitlement, listEntitlements, listUserEntitlements } from './operations.ts'
import type { EntitlementInput, EntitlementsInput, UserEntitlementsInput } from './types.ts'

/** The query behind `useEntitlements`, for prefetching on the server, route loaders and reads of the cache. */
export const entitlementsQuery = (
  input: EntitlementsInput,
  source: QuerySource,
): OperationQuery<typeof listEntitlements> => operationQuery(listEntitlements, input, source)

/** The query behind `useInfiniteEntitlements`, for `prefetchInfiniteQuery`. */
export const infiniteEntitlementsQuery = (
  input: ListInput<typeof listEntitlements>,
  source: QuerySource,
): InfiniteOperationQuery<typeof listEntitlements> => infiniteQuery(listEntitlements, input, source)

/** The query behind `useEntitlement`. */
export const entitlementQuery = (
  input: EntitlementInput,
  source: QuerySource,
): OperationQuery<typeof getEntitlement> => operationQuery(getEntitlement, input, source)

/** The query behind `useUserEntitlements`. */
export const userEntitlementsQuery = (
  input: UserEntitlementsInput,
  source: QuerySource,
): OperationQuery<typeof listUserEntitlements> =>
  operationQuery(listUserEntitlements, input, source)
