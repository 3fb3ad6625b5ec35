import type { QuerySource } from '../../react/ask.ts'
import { operationQuery, type OperationQuery } from '../../react/operationQuery.ts'
import {
  getScheduledReport,
  listScheduledReportDestinations,
  listScheduledReports,
} from './operations.ts'
import type { ScheduledReportInput } from './types.ts'

/** The query behind `useScheduledReports`, for prefetching on the server, route loaders and reads of the cache. */
export const scheduledReportsQuery = (
  source: QuerySource,
): OperationQuery<typeof listScheduledReports> => operationQuery(listScheduledReports, {}, source)

/** The query behind `useScheduledReportDestinations`. */
export const scheduledReportDestinationsQuery = (
  source: QuerySource,
): OperationQuery<typeof listScheduledReportDestinations> =>
  operationQuery(listScheduledReportDestinations, {}, source)

/** The query behind `useScheduledReport`. */
export const scheduledReportQuery = (
  input: ScheduledReportInput,
  source: QuerySource,
): OperationQuery<typeof getScheduledReport> => operationQuery(getScheduledReport, input, source)
