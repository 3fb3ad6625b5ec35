import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getIdentity } from './operations.ts'
import type { IdentityInput } from './types.ts'

/** The query behind `useIdentity`, for prefetching on the server, route loaders and reads of the cache. */
export const identityQuery = (
  input: IdentityInput,
  source: QuerySource,
): OperationQuery<typeof getIdentity> => operationQuery(getIdentity, input, source)
