import type { QuerySource } from '../../react/ask.ts'
import {
  infiniteQuery,
  type InfiniteOperationQuery,
  type ListInput,
} from '../../react/infiniteQuery.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getSegment, listSegments, listSystemSegments } from './operations.ts'
import type { SegmentInput, SegmentsInput } from './types.ts'

/** The query behind `useSegments`, for prefetching on the server, route loaders and reads of the cache. */
export const segmentsQuery = (
  input: SegmentsInput,
  source: QuerySource,
): OperationQuery<typeof listSegments> => operationQuery(listSegments, input, source)

/** The query behind `useInfiniteSegments`, for `prefetchInfiniteQuery`. */
export const infiniteSegmentsQuery = (
  input: ListInput<typeof listSegments>,
  source: QuerySource,
): InfiniteOperationQuery<typeof listSegments> => infiniteQuery(listSegments, input, source)

/** The query behind `useSystemSegments`. */
export const systemSegmentsQuery = (
  source: QuerySource,
): OperationQuery<typeof listSystemSegments> => operationQuery(listSystemSegments, {}, source)

/** The query behind `useSegment`. */
export const segmentQuery = (
  input: SegmentInput,
  source: QuerySource,
): OperationQuery<typeof getSegment> => operationQuery(getSegment, input, source)
