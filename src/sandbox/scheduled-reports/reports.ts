import { DAY } from '../../core/calendar.ts'
import type { ScheduledReport } from '../../resources/scheduled-reports/types.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import type { Collection, Resource, Store } from '../store.ts'
import type { ReportItem } from './report.types.ts'
import { seeds } from './seed.ts'

/** When reports, as they were before, last sent something to a destination, and tests did; the id is the destination's. */
interface Sent extends Resource {
  readonly times: readonly number[]
}

const sentIn = (store: Store): Collection<Sent> => store.collection<Sent>('sent report')

/** The scheduled reports of the project, in the order they were made. */
export const reportsIn = (history: History, store: Store): Collection<ReportItem> =>
  store.collection('scheduled report', () => seeds(history))

/** How often a report has run up to `now` (unix seconds); tests do not count. */
export function runsOf(report: ReportItem, now: number): number {
  if (report.status === 'draft') return report.ran
  const time = secondOf(report.send_at)
  return report.ran + Math.floor((now - time) / DAY) - Math.floor((report.since - time) / DAY)
}

/** When a report ran last, as it is set now; null before its first time. Unix seconds. */
export function lastRunOf(report: ReportItem, now: number): number | null {
  if (report.status === 'draft') return null
  const time = secondOf(report.send_at)
  const at = Math.floor((now - time) / DAY) * DAY + time
  return at > report.since ? at : null
}

/** When a report was last sent to a destination up to `now`; null for never. Unix seconds. */
export function lastReportTo(
  id: string,
  history: History,
  store: Store,
  now: number,
): number | null {
  const sent = sentIn(store)
  const times = reportsIn(history, store)
    .list()
    .filter(({ destinations }) => destinations.some((one) => one.id === id))
    .flatMap((report) => lastRunOf(report, now) ?? [])
  if (sent.has(id)) times.push(...sent.get(id).times.filter((at) => at <= now))
  return times.length > 0 ? Math.max(...times) : null
}

/** Notes what a report has sent so far, before its settings change, or that it is sent `at` an instant. */
export function noteSent(report: ReportItem, store: Store, at: number | null): void {
  const sent = sentIn(store)
  if (at === null) return
  for (const { id } of report.destinations)
    sent.put({ id, times: [...(sent.has(id) ? sent.get(id).times : []), at] })
}

/** A report as the API has it. */
export function present(report: ReportItem, now: number): ScheduledReport {
  const { id, report_name, send_at, included_range_days, status, environment } = report
  return {
    object: 'scheduled_report',
    id,
    url: `/v4/scheduled-reports/${id}`,
    report_name,
    send_at,
    included_range_days,
    status,
    environment,
    runs: runsOf(report, now),
    destinations: report.destinations.map((one) => ({ ...one })),
    created_at: isoInstant(report.created_at),
    updated_at: isoInstant(report.since),
  }
}

function secondOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * 3600 + minutes! * 60
}
