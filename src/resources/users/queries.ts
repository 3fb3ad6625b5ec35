import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getUser, listUserProperties } from './operations.ts'
import type { UserInput, UserPropertiesInput } from './types.ts'

/** The query behind `useUser`, for prefetching on the server, route loaders and reads of the cache. */
export const userQuery = (input: UserInput, source: QuerySource): OperationQuery<typeof getUser> =>
  operationQuery(getUser, input, source)

/** The query behind `useUserProperties`. */
export const userPropertiesQuery = (
  input: UserPropertiesInput,
  source: QuerySource,
): OperationQuery<typeof listUserProperties> => operationQuery(listUserProperties, input, source)
