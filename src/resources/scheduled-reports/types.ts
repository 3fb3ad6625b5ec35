import type { InputOf, OutputOf } from '../../core/operation.ts'
import type {
  createScheduledReport,
  getScheduledReport,
  listScheduledReportDestinations,
  listScheduledReports,
  sendTestReport,
  updateScheduledReport,
} from './operations.ts'

/** Every scheduled report of the project. */
export type ScheduledReportsAnswer = OutputOf<typeof listScheduledReports>
/** Names one report. */
export type ScheduledReportInput = InputOf<typeof getScheduledReport>
/** A report as the API documents it; `send_at` is UTC, status `draft` means paused, `runs` is how often it has run. */
export type ScheduledReport = OutputOf<typeof updateScheduledReport>
/** Where reports can be sent to. */
export type ScheduledReportDestinationsAnswer = OutputOf<typeof listScheduledReportDestinations>
/** One place that reports can be sent to, named by type and id. */
export type ScheduledReportDestination = ScheduledReportDestinationsAnswer['data'][number]
/** A report to add. */
export type CreateScheduledReportInput = InputOf<typeof createScheduledReport>
/** The whole configuration that a report shall have from now on. */
export type UpdateScheduledReportInput = InputOf<typeof updateScheduledReport>
/** The report to send once at once. */
export type SendTestReportInput = InputOf<typeof sendTestReport>
