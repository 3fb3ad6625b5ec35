import type { InputOf } from '../../core/operation.ts'
import type { QuerySource } from '../../react/ask.ts'
import {
  infiniteQuery,
  type InfiniteOperationQuery,
  type ListInput,
} from '../../react/infiniteQuery.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getOffering, listOfferings } from './operations.ts'
import type { OfferingsInput } from './types.ts'

/** The query behind `useOfferings`, for prefetching on the server, route loaders and reads of the cache. */
export const offeringsQuery = (
  input: OfferingsInput,
  source: QuerySource,
): OperationQuery<typeof listOfferings> => operationQuery(listOfferings, input, source)

/** The query behind `useInfiniteOfferings`, for `prefetchInfiniteQuery`. */
export const infiniteOfferingsQuery = (
  input: ListInput<typeof listOfferings>,
  source: QuerySource,
): InfiniteOperationQuery<typeof listOfferings> => infiniteQuery(listOfferings, input, source)

/** The query behind `useOffering`. */
export const offeringQuery = (
  input: InputOf<typeof getOffering>,
  source: QuerySource,
): OperationQuery<typeof getOffering> => operationQuery(getOffering, input, source)
