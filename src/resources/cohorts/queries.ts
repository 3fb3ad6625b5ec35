import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getCohorts, getCohortsMeta } from './operations.ts'
import type { CohortsInput } from './types.ts'

/** The query behind `useCohorts`, for prefetching on the server, route loaders and reads of the cache. */
export const cohortsQuery = (
  input: CohortsInput,
  source: QuerySource,
): OperationQuery<typeof getCohorts> => operationQuery(getCohorts, input, source)

/** The query behind `useCohortsMeta`. */
export const cohortsMetaQuery = (source: QuerySource): OperationQuery<typeof getCohortsMeta> =>
  operationQuery(getCohortsMeta, {}, source)
