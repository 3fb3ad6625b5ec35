import type { ExperimentStatus } from '../../resources/experiments/types.ts'
import type { Resource } from '../store.ts'

/** A time in which an experiment lets new users in; unix seconds, `to` exclusive, null while it lasts. */
export interface Run {
  readonly from: number
  readonly to: number | null
}

/** An experiment as the sandbox keeps it. Instants in unix seconds. */
export interface ExperimentItem extends Resource {
  /** The number that summaries name it by. */
  readonly number: number
  readonly name: string
  readonly alias_id: string
  readonly description: string
  readonly status: ExperimentStatus
  /** When it let users in: a pause is a gap. */
  readonly runs: readonly Run[]
  readonly finished_at: number | null
  /** Percent of users let in; null for all. */
  readonly segment_percent: number | null
  readonly primary_metric: string | null
  readonly goal_value: number | null
  readonly goal_direction: string | null
  readonly context_key: string | null
  readonly is_context_specific: boolean
  /** Only users who are offered this product take part; null for all. */
  readonly offer: string | null
  readonly created_at: number
  readonly updated_at: number
}

/** A group of an experiment as the sandbox keeps it. */
export interface GroupItem extends Resource {
  readonly experiment_id: string
  readonly number: number
  readonly name: string | null
  readonly is_control: boolean
  readonly weight: number
  readonly remote_config_uid: string | null
  /** Of 10,000 users assigned, how many a fault of the app loses before they are exposed: what breaks a split. */
  readonly lost: number
  readonly created_at: number
  readonly updated_at: number
}

/** An experiment with its groups, in the order in which they were made. */
export interface Design {
  readonly experiment: ExperimentItem
  readonly groups: readonly GroupItem[]
}

/** What is done by hand about one user: the group, or null for taken out. Its id is `<experiment>/<user>`. */
export interface Attachment extends Resource {
  readonly experiment_id: string
  readonly group_id: string | null
}
