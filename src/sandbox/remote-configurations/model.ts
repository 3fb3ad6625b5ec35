import type {
  PayloadValueType,
  RemoteConfigurationStatus,
} from '../../resources/remote-configurations/types.ts'
import type { Rule } from '../segments/select.ts'
import type { Resource } from '../store.ts'

/** A remote configuration as the sandbox keeps it. Instants in unix seconds. */
export interface ConfigurationItem extends Resource {
  readonly name: string
  readonly status: RemoteConfigurationStatus
  readonly context_key: string | null
  /** Percent of the users for whom all rules hold. */
  readonly segment_percent: number
  /** All must hold. */
  readonly segmentation_conditions: readonly Rule[]
  /** What apps are served. */
  readonly payload: Readonly<Record<string, unknown>>
  /** Types of the payload's keys. */
  readonly mapping: Readonly<Record<string, PayloadValueType>>
  readonly created_at: number
  readonly updated_at: number
}

/** A user who is served a configuration whatever its rules say; the id is `<configuration>/<user>`. */
export interface Pin extends Resource {
  readonly config_id: string
  readonly user_id: string
}
