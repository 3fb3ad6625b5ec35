import { getPermissions } from '../core/permissions.ts'
import type { QuerySource } from './ask.ts'
import { operationQuery, type OperationQuery } from './operationQuery.ts'

/** The query behind `usePermissions`, for prefetching on the server: no control changes once the page is there. */
export const permissionsQuery = (source: QuerySource): OperationQuery<typeof getPermissions> =>
  operationQuery(getPermissions, {}, source)
