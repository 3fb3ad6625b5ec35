import type { QuerySource } from '../../react/ask.ts'
import {
  infiniteQuery,
  type InfiniteOperationQuery,
  type ListInput,
} from '../../react/infiniteQuery.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import {
  getRemoteConfiguration,
  getRemoteConfigurationPayload,
  getRemoteConfigurationPayloadMapping,
  listRemoteConfigurations,
} from './operations.ts'
import type { RemoteConfigurationInput, RemoteConfigurationsInput } from './types.ts'

/** The query behind `useRemoteConfigurations`, for prefetching on the server, route loaders and reads of the cache. */
export const remoteConfigurationsQuery = (
  input: RemoteConfigurationsInput,
  source: QuerySource,
): OperationQuery<typeof listRemoteConfigurations> =>
  operationQuery(listRemoteConfigurations, input, source)

/** The query behind `useInfiniteRemoteConfigurations`, for `prefetchInfiniteQuery`. */
export const infiniteRemoteConfigurationsQuery = (
  input: ListInput<typeof listRemoteConfigurations>,
  source: QuerySource,
): InfiniteOperationQuery<typeof listRemoteConfigurations> =>
  infiniteQuery(listRemoteConfigurations, input, source)

/** The query behind `useRemoteConfiguration`. */
export const remoteConfigurationQuery = (
  input: RemoteConfigurationInput,
  source: QuerySource,
): OperationQuery<typeof getRemoteConfiguration> =>
  operationQuery(getRemoteConfiguration, input, source)

/** The query behind `useRemoteConfigurationPayload`. */
export const remoteConfigurationPayloadQuery = (
  input: RemoteConfigurationInput,
  source: QuerySource,
): OperationQuery<typeof getRemoteConfigurationPayload> =>
  operationQuery(getRemoteConfigurationPayload, input, source)

/** The query behind `useRemoteConfigurationPayloadMapping`. */
export const remoteConfigurationPayloadMappingQuery = (
  input: RemoteConfigurationInput,
  source: QuerySource,
): OperationQuery<typeof getRemoteConfigurationPayloadMapping> =>
  operationQuery(getRemoteConfigurationPayloadMapping, input, source)
