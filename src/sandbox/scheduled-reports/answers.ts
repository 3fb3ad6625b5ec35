import type {
  CreateScheduledReportInput,
  UpdateScheduledReportInput,
} from '../../resources/scheduled-reports/types.ts'
import type { Answer, Answers } from '../answer.types.ts'
import type { History } from '../history.ts'
import { integrationsOf } from '../integrations/items.ts'
import { findProvider, takesReports } from '../integrations/providers.ts'
import { wholeList } from '../pages.ts'
import { Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import type { Resource, Store } from '../store.ts'
import type { Destination, ReportItem, Settings } from './report.types.ts'
import { lastRunOf, noteSent, present, reportsIn, runsOf } from './reports.ts'
import { newReport } from './seed.ts'

const URL = '/v4/scheduled-reports'

const idOf = (input: Record<string, unknown>): string => input['report_id'] as string

const listReports: Answer = (history, _, now, store) =>
  wholeList(
    URL,
    reportsIn(history, store)
      .list()
      .map((report) => present(report, now)),
  )

const listDestinations: Answer = (history, _, _now, store) =>
  wholeList(`${URL}/destinations`, destinationsOf(history, store))

const getReport: Answer = (history, input, now, store) =>
  present(reportsIn(history, store).get(idOf(input)), now)

const createReport: Answer = (history, input, now, store) => {
  const settings = settingsOf(input as CreateScheduledReportInput, [], history, store)
  const id = `report-${store.next('scheduled report')}`
  const made = present(reportsIn(history, store).put(newReport(id, settings, now)), now)
  return new Reply(201, made, { location: made.url })
}

const updateReport: Answer = (history, input, now, store) => {
  const { report_id, ...given } = input as UpdateScheduledReportInput
  const reports = reportsIn(history, store)
  const before = reports.get(report_id)
  const settings = settingsOf(given, before.destinations, history, store)
  noteSent(before, store, lastRunOf(before, now))
  const report: ReportItem = {
    id: before.id,
    ...settings,
    ran: runsOf(before, now),
    since: now,
    created_at: before.created_at,
  }
  return present(reports.put(report), now)
}

const deleteReport: Answer = (history, input, now, store) => {
  const reports = reportsIn(history, store)
  const report = reports.get(idOf(input))
  noteSent(report, store, lastRunOf(report, now))
  reports.remove(report.id)
  return new Reply(204)
}

/** When a report was last sent for a test; the id is the report's. */
interface Test extends Resource {
  readonly at: number
}
const MINUTE = 60

const sendTest: Answer = (history, input, now, store) => {
  const report = reportsIn(history, store).get(idOf(input))
  const tests = store.collection<Test>('report test')
  const before = tests.has(report.id) ? tests.get(report.id).at : -Infinity
  const left = Math.ceil(before + MINUTE - now)
  if (left > 0)
    throw new Problem(
      'too_many_requests',
      `"${report.report_name}" was sent for a test less than a minute ago. It can be sent again in ${left} seconds.`,
      [],
      { 'retry-after': String(left) },
    )
  tests.put({ id: report.id, at: now })
  noteSent(report, store, now)
  return new Reply(202)
}

/** Where reports can be sent to: the project's servers and storages. */
const destinationsOf = (history: History, store: Store): Destination[] =>
  integrationsOf(history, store)
    .filter(({ provider }) => takesReports(provider))
    .map(({ id, provider, title }) => ({
      type: 'target_integration',
      id,
      label: `${findProvider(provider)!.provider.label}: ${title}`,
    }))

/** Throws a 422 that names every destination that reports cannot be sent to; those that a report already has may stay. */
function settingsOf(
  input: CreateScheduledReportInput,
  kept: readonly Destination[],
  history: History,
  store: Store,
): Settings {
  const known = new Map([...kept, ...destinationsOf(history, store)].map((one) => [one.id, one]))
  const destinations = input.destinations.map(({ type, id }) =>
    type === 'target_integration' ? known.get(id) : undefined,
  )
  const details = destinations.flatMap((one, index) =>
    one
      ? []
      : [
          {
            field: `destinations.${index}`,
            message: `is no destination of this project: take type and id from GET ${URL}/destinations`,
          },
        ],
  )
  if (details.length > 0)
    throw new Problem('validation_error', 'A report cannot be sent there.', details)
  return { ...input, destinations: destinations as Destination[] }
}

/** Answers of the scheduled reports section, by operation id. */
export const scheduledReportAnswers: Answers = {
  v4ListScheduledReports: listReports,
  v4ListScheduledReportDestinations: listDestinations,
  v4GetScheduledReport: getReport,
  v4CreateScheduledReport: createReport,
  v4UpdateScheduledReport: updateReport,
  v4DeleteScheduledReport: deleteReport,
  v4SendTestScheduledReport: sendTest,
}
