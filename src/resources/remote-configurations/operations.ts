import * as v from 'valibot'
import { noBody, unwrapped } from '../../core/answers.ts'
import { cursorPages, listOf } from '../../core/lists.ts'
import { withoutMisfits } from '../../core/misfits.ts'
import { defineOperation } from '../../core/operation.ts'
import {
  bareStored,
  configuration,
  detail,
  justStored,
  ofConfig,
  ofUser,
  settings,
  status,
  stored,
  typesRead,
  typesSent,
  values,
  valuesSent,
  withTextRules,
} from './schemas.ts'

const minute = 60_000

/** Configurations of the project without their payload, the newest first. */
export const listRemoteConfigurations = /* @__PURE__ */ defineOperation({
  id: 'v4ListRemoteConfigurations',
  resource: 'remote-configurations',
  method: 'GET',
  path: '/remote-configurations',
  kind: 'read',
  summary: 'Configurations of the project without their payload, the newest first.',
  input: () =>
    v.strictObject({
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
      starting_after: v.optional(v.string()),
    }),
  output: () => listOf(configuration()),
  pages: cursorPages,
  adapt: withTextRules,
  withoutMisfits,
  staleTime: minute,
})

/** One configuration with its payload. */
export const getRemoteConfiguration = /* @__PURE__ */ defineOperation({
  id: 'v4GetRemoteConfiguration',
  resource: 'remote-configurations',
  method: 'GET',
  path: '/remote-configurations/{config_id}',
  kind: 'read',
  summary: 'One configuration with its targeting rules and its payload.',
  input: () => v.strictObject(ofConfig()),
  output: detail,
  adapt: withTextRules,
  withoutMisfits,
  staleTime: minute,
})

/** Makes a configuration as a draft without a payload. */
export const createRemoteConfiguration = /* @__PURE__ */ defineOperation({
  id: 'v4CreateRemoteConfiguration',
  resource: 'remote-configurations',
  method: 'POST',
  path: '/remote-configurations',
  kind: 'write',
  summary: 'Makes a configuration as a draft, without a payload; without rules it is for everyone.',
  input: () => v.strictObject(settings()),
  output: () =>
    v.partial(configuration(), [
      'object',
      'url',
      'name',
      'status',
      'segment_percent',
      'segmentation_conditions',
    ]),
  adapt: (raw) => withTextRules(unwrapped(raw)),
  withoutMisfits,
  invalidates: ['remote-configurations'],
})

/** Replaces name, context key, percent and rules; what is left out goes back to its default. */
export const updateRemoteConfiguration = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateRemoteConfiguration',
  resource: 'remote-configurations',
  method: 'PUT',
  path: '/remote-configurations/{config_id}',
  kind: 'write',
  summary:
    'Replaces name, context key, percent and rules of a configuration: what is left out goes back to its default, which is 100 percent and no rules.',
  input: () => v.strictObject({ ...ofConfig(), ...settings() }),
  output: configuration,
  adapt: withTextRules,
  withoutMisfits,
  invalidates: ['remote-configurations'],
})

/** Removes a configuration, also from the groups of experiments that hand it out. */
export const deleteRemoteConfiguration = /* @__PURE__ */ defineOperation({
  id: 'v4DeleteRemoteConfiguration',
  resource: 'remote-configurations',
  method: 'DELETE',
  path: '/remote-configurations/{config_id}',
  kind: 'write',
  summary: 'Removes a configuration with its payload.',
  input: () => v.strictObject(ofConfig()),
  output: noBody,
  invalidates: ['remote-configurations', 'experiments'],
})

/** Activates a draft, or archives for good. */
export const changeRemoteConfigurationStatus = /* @__PURE__ */ defineOperation({
  id: 'v4ChangeRemoteConfigurationStatus',
  resource: 'remote-configurations',
  method: 'PATCH',
  path: '/remote-configurations/{config_id}/status',
  kind: 'write',
  summary: 'Activates a draft, or archives a configuration for good; apps are served active ones.',
  input: () => v.strictObject({ ...ofConfig(), status: status() }),
  output: configuration,
  adapt: withTextRules,
  withoutMisfits,
  invalidates: ['remote-configurations'],
})

/** The values that apps are served, by key. */
export const getRemoteConfigurationPayload = /* @__PURE__ */ defineOperation({
  id: 'v4GetRemoteConfigurationPayload',
  resource: 'remote-configurations',
  method: 'GET',
  path: '/remote-configurations/{config_id}/payload',
  kind: 'read',
  summary: 'The values that apps are served, by key; {} where none were set.',
  input: () => v.strictObject(ofConfig()),
  output: () => stored(values()),
  staleTime: minute,
})

/** Replaces all values; `{}` clears them. */
export const replaceRemoteConfigurationPayload = /* @__PURE__ */ defineOperation({
  id: 'v4ReplaceRemoteConfigurationPayload',
  resource: 'remote-configurations',
  method: 'PUT',
  path: '/remote-configurations/{config_id}/payload',
  kind: 'write',
  summary: 'Replaces all values that apps are served, 64 KiB at most; {} clears them.',
  input: () => v.strictObject({ ...ofConfig(), data: valuesSent() }),
  output: () => justStored(values()),
  adapt: bareStored,
  invalidates: ['remote-configurations'],
})

/** The type of each key of the payload. */
export const getRemoteConfigurationPayloadMapping = /* @__PURE__ */ defineOperation({
  id: 'v4GetRemoteConfigurationPayloadMapping',
  resource: 'remote-configurations',
  method: 'GET',
  path: '/remote-configurations/{config_id}/payload-mapping',
  kind: 'read',
  summary: 'The type of each key of the payload.',
  input: () => v.strictObject(ofConfig()),
  output: () => stored(typesRead()),
  staleTime: minute,
})

/** Replaces the types of all keys. */
export const setRemoteConfigurationPayloadMapping = /* @__PURE__ */ defineOperation({
  id: 'v4SetRemoteConfigurationPayloadMapping',
  resource: 'remote-configurations',
  method: 'POST',
  path: '/remote-configurations/{config_id}/payload-mapping',
  kind: 'write',
  summary: 'Replaces the types of all keys of the payload.',
  input: () => v.strictObject({ ...ofConfig(), data: typesSent() }),
  output: () => justStored(typesRead()),
  adapt: bareStored,
  invalidates: ['remote-configurations'],
})

/** Pins a user to a configuration, ahead of its rules. */
export const attachUserToRemoteConfiguration = /* @__PURE__ */ defineOperation({
  id: 'v4AttachUserToRemoteConfiguration',
  resource: 'remote-configurations',
  method: 'POST',
  path: '/remote-configurations/{config_id}/users/{user_id}',
  kind: 'write',
  summary: 'Pins a user to a configuration, whatever its targeting rules say.',
  input: () => v.strictObject(ofUser()),
  output: noBody,
  invalidates: ['remote-configurations'],
})

/** Takes the pin away: the rules decide again. */
export const detachUserFromRemoteConfiguration = /* @__PURE__ */ defineOperation({
  id: 'v4DetachUserFromRemoteConfiguration',
  resource: 'remote-configurations',
  method: 'DELETE',
  path: '/remote-configurations/{config_id}/users/{user_id}',
  kind: 'write',
  summary: 'Takes the pin of a user away, so that targeting rules decide again.',
  input: () => v.strictObject(ofUser()),
  output: noBody,
  invalidates: ['remote-configurations'],
})
