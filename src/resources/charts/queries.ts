import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import { getChart, getChartMeta } from './operations.ts'
import type { ChartInput, ChartMetaInput } from './types.ts'

/** The query behind `useChart`, for prefetching on the server, route loaders and reads of the cache. */
export const chartQuery = (
  input: ChartInput,
  source: QuerySource,
): OperationQuery<typeof getChart> => operationQuery(getChart, input, source)

/** The query behind `useChartMeta`. */
export const chartMetaQuery = (
  input: ChartMetaInput,
  source: QuerySource,
): OperationQuery<typeof getChartMeta> => operationQuery(getChartMeta, input, source)
