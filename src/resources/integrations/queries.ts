import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getIntegrationsMeta, listIntegrations } from './operations.ts'

/** The query behind `useIntegrations`, for prefetching on the server, route loaders and reads of the cache. */
export const integrationsQuery = (source: QuerySource): OperationQuery<typeof listIntegrations> =>
  operationQuery(listIntegrations, {}, source)

/** The query behind `useIntegrationsMeta`. */
export const integrationsMetaQuery = (
  source: QuerySource,
): OperationQuery<typeof getIntegrationsMeta> => operationQuery(getIntegrationsMeta, {}, source)
