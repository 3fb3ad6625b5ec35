import { DAY } from '../../core/calendar.ts'
import type { History } from '../history.ts'
import type { Destination, ReportItem, Settings } from './report.types.ts'

const NOON = DAY / 2

const HOOK: Destination = {
  type: 'target_integration',
  id: 'int-wh-01',
  label: 'Webhooks: Release alerts',
}
const ARCHIVE: Destination = {
  type: 'target_integration',
  id: 'int-s3-01',
  label: 'Amazon S3: Finance archive',
}

const SEEDS: readonly (readonly [id: string, settings: Settings])[] = [
  [
    'wbRlfw1x',
    {
      report_name: 'Daily Revenue',
      send_at: '09:00',
      included_range_days: 1,
      status: 'active',
      environment: 'production',
      destinations: [HOOK],
    },
  ],
  [
    'weekly-summary',
    {
      report_name: 'Weekly summary',
      send_at: '06:30',
      included_range_days: 7,
      status: 'active',
      environment: 'production',
      destinations: [ARCHIVE],
    },
  ],
  [
    'test-purchases',
    {
      report_name: 'Test purchases',
      send_at: '18:00',
      included_range_days: 3,
      status: 'draft',
      environment: 'sandbox',
      destinations: [HOOK, ARCHIVE],
    },
  ],
]

/** A report made at an instant, in unix seconds. */
export const newReport = (id: string, settings: Settings, at: number): ReportItem => ({
  id,
  ...settings,
  ran: 0,
  since: at,
  created_at: at,
})

/** The reports that the project begins with, made in the first days of its log. */
export function seeds({ rows }: History): ReportItem[] {
  const [first] = rows
  if (!first) return []
  const opening = Math.floor(first.at / DAY) * DAY
  return SEEDS.map(([id, settings], index) => {
    const since = opening + index * DAY + NOON
    return newReport(id, settings, since)
  })
}
