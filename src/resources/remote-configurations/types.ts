import type { InputOf, OutputOf } from '../../core/operation.ts'
import type {
  attachUserToRemoteConfiguration,
  changeRemoteConfigurationStatus,
  createRemoteConfiguration,
  getRemoteConfiguration,
  getRemoteConfigurationPayload,
  getRemoteConfigurationPayloadMapping,
  listRemoteConfigurations,
  replaceRemoteConfigurationPayload,
  setRemoteConfigurationPayloadMapping,
  updateRemoteConfiguration,
} from './operations.ts'

/** Which page of the configurations is asked for. */
export type RemoteConfigurationsInput = InputOf<typeof listRemoteConfigurations>
/** One page of the configurations. */
export type RemoteConfigurationsAnswer = OutputOf<typeof listRemoteConfigurations>
/** A configuration without its payload, as the API documents it, snake_case and untouched. */
export type RemoteConfiguration = RemoteConfigurationsAnswer['data'][number]
/** Names one configuration. */
export type RemoteConfigurationInput = InputOf<typeof getRemoteConfiguration>
/** A configuration with its payload. */
export type RemoteConfigurationDetail = OutputOf<typeof getRemoteConfiguration>
/** Where a configuration stands in its life. */
export type RemoteConfigurationStatus = InputOf<typeof changeRemoteConfigurationStatus>['status']
/** One targeting rule; all of them must hold. */
export type RemoteConfigurationCondition = RemoteConfiguration['segmentation_conditions'][number]
/** Settings of a configuration to make. */
export type CreateRemoteConfigurationInput = InputOf<typeof createRemoteConfiguration>
/** Settings that a configuration shall have from now on: what is left out goes back to its default. */
export type UpdateRemoteConfigurationInput = InputOf<typeof updateRemoteConfiguration>
/** The status that a configuration shall have. */
export type ChangeRemoteConfigurationStatusInput = InputOf<typeof changeRemoteConfigurationStatus>
/** The values that apps are served. */
export type RemoteConfigurationPayload = OutputOf<typeof getRemoteConfigurationPayload>
/** Values that a configuration shall have, in place of all before. */
export type ReplaceRemoteConfigurationPayloadInput = InputOf<
  typeof replaceRemoteConfigurationPayload
>
/** The type of each key of a payload. */
export type RemoteConfigurationPayloadMapping = OutputOf<
  typeof getRemoteConfigurationPayloadMapping
>
/** Types that a payload shall have, in place of all before. */
export type SetRemoteConfigurationPayloadMappingInput = InputOf<
  typeof setRemoteConfigurationPayloadMapping
>
/** What a key of a payload can hold. */
export type PayloadValueType = SetRemoteConfigurationPayloadMappingInput['data'][string]
/** Which user is pinned to which configuration. */
export type RemoteConfigurationUserInput = InputOf<typeof attachUserToRemoteConfiguration>
