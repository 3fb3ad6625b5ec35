import type { InputOf, OutputOf } from '../../core/operation.ts'
import type {
  getProjectSettings,
  getStoreConfig,
  regenerateSecret,
  updateProjectSettings,
  updateStoreConfig,
} from './operations.ts'

/** Name and proxies of the project. */
export type ProjectSettings = OutputOf<typeof getProjectSettings>
/** What shall change of the project's settings. */
export type UpdateProjectSettingsInput = InputOf<typeof updateProjectSettings>
/** Names a store: `apple` or `google`. */
export type StoreConfigInput = InputOf<typeof getStoreConfig>
/** What is known of a store; fields of the other store are missing. */
export type StoreConfig = OutputOf<typeof getStoreConfig>
/** Ids and credentials of a store as they are sent. */
export type UpdateStoreConfigInput = InputOf<typeof updateStoreConfig>
/** The new Secret Key; missing where the host's server keeps it to itself. */
export type RegeneratedSecret = OutputOf<typeof regenerateSecret>
