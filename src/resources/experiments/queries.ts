import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import {
  getExperiment,
  getExperimentsSummary,
  listExperimentGroups,
  listExperiments,
} from './operations.ts'
import type { ExperimentInput, ExperimentsSummaryInput } from './types.ts'

/** The query behind `useExperiments`, for prefetching on the server, route loaders and reads of the cache. */
export const experimentsQuery = (source: QuerySource): OperationQuery<typeof listExperiments> =>
  operationQuery(listExperiments, {}, source)

/** The query behind `useExperiment`. */
export const experimentQuery = (
  input: ExperimentInput,
  source: QuerySource,
): OperationQuery<typeof getExperiment> => operationQuery(getExperiment, input, source)

/** The query behind `useExperimentsSummary`. */
export const experimentsSummaryQuery = (
  input: ExperimentsSummaryInput,
  source: QuerySource,
): OperationQuery<typeof getExperimentsSummary> =>
  operationQuery(getExperimentsSummary, input, source)

/** The query behind `useExperimentGroups`. */
export const experimentGroupsQuery = (
  input: ExperimentInput,
  source: QuerySource,
): OperationQuery<typeof listExperimentGroups> =>
  operationQuery(listExperimentGroups, input, source)
