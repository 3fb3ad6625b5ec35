import type { QuerySource } from '../../react/ask.ts'
import {
  infiniteQuery,
  type InfiniteOperationQuery,
  type ListInput,
} from '../../react/infiniteQuery.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { listUserPurchases } from './operations.ts'
import type { UserPurchasesInput } from './types.ts'

/** The query behind `useUserPurchases`, for prefetching on the server, route loaders and reads of the cache. */
export const userPurchasesQuery = (
  input: UserPurchasesInput,
  source: QuerySource,
): OperationQuery<typeof listUserPurchases> => operationQuery(listUserPurchases, input, source)

/** The query behind `useInfiniteUserPurchases`, for `prefetchInfiniteQuery`. */
export const infiniteUserPurchasesQuery = (
  input: ListInput<typeof listUserPurchases>,
  source: QuerySource,
): InfiniteOperationQuery<typeof listUserPurchases> =>
  infiniteQuery(listUserPurchases, input, source)
