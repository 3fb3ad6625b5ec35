import * as v from 'valibot'
import { noBody, unwrapped } from '../../core/answers.ts'
import { rowsUnder } from '../../core/layouts.ts'
import { cursorPages, listOf } from '../../core/lists.ts'
import { withoutMisfits } from '../../core/misfits.ts'
import { defineOperation } from '../../core/operation.ts'
import { destination, ofReport, report, settings } from './schemas.ts'

const minute = 60_000
/** What a report that was just made or read alone may lack: no page shows these answers. */
const UNSEEN = [
  'object',
  'url',
  'report_name',
  'send_at',
  'included_range_days',
  'status',
  'environment',
  'destinations',
] as const

/** Every scheduled report of the project. */
export const listScheduledReports = /* @__PURE__ */ defineOperation({
  id: 'v4ListScheduledReports',
  resource: 'scheduled-reports',
  method: 'GET',
  path: '/scheduled-reports',
  kind: 'read',
  summary: 'Every scheduled report of the project.',
  input: () => v.strictObject({}),
  output: () => listOf(report()),
  adapt: rowsUnder('scheduled_reports', 'reports'),
  withoutMisfits,
  pages: cursorPages,
  staleTime: minute,
})

/** Where the project can send reports to. */
export const listScheduledReportDestinations = /* @__PURE__ */ defineOperation({
  id: 'v4ListScheduledReportDestinations',
  resource: 'scheduled-reports',
  method: 'GET',
  path: '/scheduled-reports/destinations',
  kind: 'read',
  summary: 'Destinations that reports can be sent to; each is named by type and id.',
  input: () => v.strictObject({}),
  output: () => listOf(destination()),
  adapt: rowsUnder('destinations'),
  withoutMisfits,
  pages: cursorPages,
  staleTime: minute,
})

/** One scheduled report. */
export const getScheduledReport = /* @__PURE__ */ defineOperation({
  id: 'v4GetScheduledReport',
  resource: 'scheduled-reports',
  method: 'GET',
  path: '/scheduled-reports/{report_id}',
  kind: 'read',
  summary: 'One scheduled report with its destinations and how often it has run.',
  input: () => v.strictObject(ofReport()),
  output: () => v.partial(report(), [...UNSEEN]),
  adapt: unwrapped,
  withoutMisfits,
  staleTime: minute,
})

/** Adds a report that is sent every day at a UTC time. */
export const createScheduledReport = /* @__PURE__ */ defineOperation({
  id: 'v4CreateScheduledReport',
  resource: 'scheduled-reports',
  method: 'POST',
  path: '/scheduled-reports',
  kind: 'write',
  summary:
    'Adds a report: sent at a UTC time on the hour or half past, over the last 1, 3 or 7 days; draft means paused.',
  input: () => v.strictObject(settings()),
  output: () => v.partial(report(), [...UNSEEN]),
  adapt: unwrapped,
  withoutMisfits,
  invalidates: ['scheduled-reports'],
})

/** Replaces the configuration of a report: every field has to be sent. */
export const updateScheduledReport = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateScheduledReport',
  resource: 'scheduled-reports',
  method: 'PUT',
  path: '/scheduled-reports/{report_id}',
  kind: 'write',
  summary: 'Replaces the configuration of a report: every field has to be sent.',
  input: () => v.strictObject({ ...ofReport(), ...settings() }),
  output: report,
  invalidates: ['scheduled-reports'],
})

/** Removes a report. */
export const deleteScheduledReport = /* @__PURE__ */ defineOperation({
  id: 'v4DeleteScheduledReport',
  resource: 'scheduled-reports',
  method: 'DELETE',
  path: '/scheduled-reports/{report_id}',
  kind: 'write',
  summary: 'Removes a scheduled report.',
  input: () => v.strictObject(ofReport()),
  output: noBody,
  invalidates: ['scheduled-reports'],
})

/** Sends a report once at once; the same report again only after a minute. */
export const sendTestReport = /* @__PURE__ */ defineOperation({
  id: 'v4SendTestScheduledReport',
  resource: 'scheduled-reports',
  method: 'POST',
  path: '/scheduled-reports/{report_id}/send-test',
  kind: 'write',
  summary: 'Sends a report to its destinations at once; at most once a minute for each report.',
  input: () => v.strictObject(ofReport()),
  output: noBody,
  // A destination is an integration, which says when it was delivered to last.
  invalidates: ['scheduled-reports', 'integrations'],
  ownLimit: true,
})
