import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getExport, listExports } from './operations.ts'

/** The query behind `useExports`, for prefetching on the server, route loaders and reads of the cache. */
export const exportsQuery = (source: QuerySource): OperationQuery<typeof listExports> =>
  operationQuery(listExports, {}, source)

/** The query behind `useExport`: one look, without polling. */
export const exportQuery = (id: string, source: QuerySource): OperationQuery<typeof getExport> =>
  operationQuery(getExport, { export_id: id }, source)
