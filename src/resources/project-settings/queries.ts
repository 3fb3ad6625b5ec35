import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getProjectSettings, getStoreConfig } from './operations.ts'
import type { StoreConfigInput } from './types.ts'

/** The query behind `useProjectSettings`, for prefetching on the server, route loaders and reads of the cache. */
export const projectSettingsQuery = (
  source: QuerySource,
): OperationQuery<typeof getProjectSettings> => operationQuery(getProjectSettings, {}, source)

/** The query behind `useStoreConfig`. */
export const storeConfigQuery = (
  input: StoreConfigInput,
  source: QuerySource,
): OperationQuery<typeof getStoreConfig> => operationQuery(getStoreConfig, input, source)
