'use client'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import {
  createScheduledReport,
  deleteScheduledReport,
  getScheduledReport,
  listScheduledReportDestinations,
  listScheduledReports,
  sendTestReport,
  updateScheduledReport,
} from './operations.ts'

/** Every scheduled report of the project. */
export const useScheduledReports: QueryHook<typeof listScheduledReports> =
  /* @__PURE__ */ createQueryHook(listScheduledReports)

/** `useScheduledReports` that suspends. */
export const useSuspenseScheduledReports: SuspenseHook<typeof listScheduledReports> =
  /* @__PURE__ */ createSuspenseHook(listScheduledReports)

/** Where the project can send reports to. */
export const useScheduledReportDestinations: QueryHook<typeof listScheduledReportDestinations> =
  /* @__PURE__ */ createQueryHook(listScheduledReportDestinations)

/** `useScheduledReportDestinations` that suspends. */
export const useSuspenseScheduledReportDestinations: SuspenseHook<
  typeof listScheduledReportDestinations
> = /* @__PURE__ */ createSuspenseHook(listScheduledReportDestinations)

/** One scheduled report with its destinations and how often it has run. */
export const useScheduledReport: QueryHook<typeof getScheduledReport> =
  /* @__PURE__ */ createQueryHook(getScheduledReport)

/** `useScheduledReport` that suspends. */
export const useSuspenseScheduledReport: SuspenseHook<typeof getScheduledReport> =
  /* @__PURE__ */ createSuspenseHook(getScheduledReport)

/** Adds a report; it is sent once however often it is clicked while under way, and not again by itself when no answer came. */
export const useCreateScheduledReport: MutationHook<typeof createScheduledReport> =
  /* @__PURE__ */ createMutationHook(createScheduledReport)

/** Replaces the whole configuration of a report. */
export const useUpdateScheduledReport: MutationHook<typeof updateScheduledReport> =
  /* @__PURE__ */ createMutationHook(updateScheduledReport)

/** Removes a report. */
export const useDeleteScheduledReport: MutationHook<typeof deleteScheduledReport> =
  /* @__PURE__ */ createMutationHook(deleteScheduledReport)

/**
 * Sends a report to its destinations at once. Again within a minute it fails with a `QonversionApiError` of status 429, whose
 * `retryAfter` is the time left in milliseconds; nothing else of the page waits for it.
 */
export const useSendTestReport: MutationHook<typeof sendTestReport> =
  /* @__PURE__ */ createMutationHook(sendTestReport)
