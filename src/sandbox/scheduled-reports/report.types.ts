import type { Resource } from '../store.ts'

/** Where a report goes. */
export interface Destination {
  readonly type: 'target_integration'
  readonly id: string
  readonly label: string
}

/** What a caller says of a report. */
export interface Settings {
  readonly report_name: string
  /** UTC time of day, for example 09:30. */
  readonly send_at: string
  readonly included_range_days: 1 | 3 | 7
  readonly status: 'draft' | 'active'
  readonly environment: 'sandbox' | 'production'
  readonly destinations: readonly Destination[]
}

/** A report as the sandbox keeps it. Instants in unix seconds. */
export interface ReportItem extends Resource, Settings {
  /** How often it ran before `since`. */
  readonly ran: number
  /** Since when its settings are as they are: it runs at each of its times after that. */
  readonly since: number
  readonly created_at: number
}
