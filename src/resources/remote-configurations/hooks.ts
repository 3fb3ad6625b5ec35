'use client'
import { createInfiniteHook, type InfiniteHook } from '../../react/createInfiniteHook.ts'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import {
  attachUserToRemoteConfiguration,
  changeRemoteConfigurationStatus,
  createRemoteConfiguration,
  deleteRemoteConfiguration,
  detachUserFromRemoteConfiguration,
  getRemoteConfiguration,
  getRemoteConfigurationPayload,
  getRemoteConfigurationPayloadMapping,
  listRemoteConfigurations,
  replaceRemoteConfigurationPayload,
  setRemoteConfigurationPayloadMapping,
  updateRemoteConfiguration,
} from './operations.ts'
import type { ChangeRemoteConfigurationStatusInput, RemoteConfigurationsAnswer } from './types.ts'

/** One page of the configurations without their payload, the newest first. */
export const useRemoteConfigurations: QueryHook<typeof listRemoteConfigurations> =
  /* @__PURE__ */ createQueryHook(listRemoteConfigurations)

/** `useRemoteConfigurations` that suspends. */
export const useSuspenseRemoteConfigurations: SuspenseHook<typeof listRemoteConfigurations> =
  /* @__PURE__ */ createSuspenseHook(listRemoteConfigurations)

/** All configurations, read page by page. */
export const useInfiniteRemoteConfigurations: InfiniteHook<typeof listRemoteConfigurations> =
  /* @__PURE__ */ createInfiniteHook(listRemoteConfigurations)

/** One configuration with its targeting rules and its payload. */
export const useRemoteConfiguration: QueryHook<typeof getRemoteConfiguration> =
  /* @__PURE__ */ createQueryHook(getRemoteConfiguration)

/** `useRemoteConfiguration` that suspends. */
export const useSuspenseRemoteConfiguration: SuspenseHook<typeof getRemoteConfiguration> =
  /* @__PURE__ */ createSuspenseHook(getRemoteConfiguration)

/** Makes a configuration as a draft, without a payload. */
export const useCreateRemoteConfiguration: MutationHook<typeof createRemoteConfiguration> =
  /* @__PURE__ */ createMutationHook(createRemoteConfiguration)

/** Replaces the settings of a configuration: what is left out goes back to its default. */
export const useUpdateRemoteConfiguration: MutationHook<typeof updateRemoteConfiguration> =
  /* @__PURE__ */ createMutationHook(updateRemoteConfiguration)

/** Removes a configuration with its payload. */
export const useDeleteRemoteConfiguration: MutationHook<typeof deleteRemoteConfiguration> =
  /* @__PURE__ */ createMutationHook(deleteRemoteConfiguration)

const withStatus = <Item extends { readonly id: string }>(
  item: Item,
  { config_id, status }: ChangeRemoteConfigurationStatusInput,
): Item => (item.id === config_id ? { ...item, status } : item)

/** Activates a draft or archives for good; the new status shows at once and goes back if it is refused. */
export const useChangeRemoteConfigurationStatus: MutationHook<
  typeof changeRemoteConfigurationStatus
> = /* @__PURE__ */ createMutationHook(changeRemoteConfigurationStatus, {
  v4GetRemoteConfiguration: (answer, input) => withStatus(answer as { id: string }, input),
  v4ListRemoteConfigurations: (answer, input) => {
    const list = answer as RemoteConfigurationsAnswer
    return { ...list, data: list.data.map((item) => withStatus(item, input)) }
  },
})

/** The values that apps are served, by key. */
export const useRemoteConfigurationPayload: QueryHook<typeof getRemoteConfigurationPayload> =
  /* @__PURE__ */ createQueryHook(getRemoteConfigurationPayload)

/** `useRemoteConfigurationPayload` that suspends. */
export const useSuspenseRemoteConfigurationPayload: SuspenseHook<
  typeof getRemoteConfigurationPayload
> = /* @__PURE__ */ createSuspenseHook(getRemoteConfigurationPayload)

/**
 * Replaces all values that apps are served, 64 KiB at most; `{}` clears them. The handler takes keys out of answers that are
 * named as a secret (`api_key`, `maps_api_key`), so that saving what was read would drop them: name them otherwise, or have
 * handler and grant name the field.
 */
export const useReplaceRemoteConfigurationPayload: MutationHook<
  typeof replaceRemoteConfigurationPayload
> = /* @__PURE__ */ createMutationHook(replaceRemoteConfigurationPayload)

/** The type of each key of the payload. */
export const useRemoteConfigurationPayloadMapping: QueryHook<
  typeof getRemoteConfigurationPayloadMapping
> = /* @__PURE__ */ createQueryHook(getRemoteConfigurationPayloadMapping)

/** `useRemoteConfigurationPayloadMapping` that suspends. */
export const useSuspenseRemoteConfigurationPayloadMapping: SuspenseHook<
  typeof getRemoteConfigurationPayloadMapping
> = /* @__PURE__ */ createSuspenseHook(getRemoteConfigurationPayloadMapping)

/** Replaces the types of all keys of the payload. */
export const useSetRemoteConfigurationPayloadMapping: MutationHook<
  typeof setRemoteConfigurationPayloadMapping
> = /* @__PURE__ */ createMutationHook(setRemoteConfigurationPayloadMapping)

/** Pins a user to a configuration, whatever its targeting rules say. */
export const useAttachUserToRemoteConfiguration: MutationHook<
  typeof attachUserToRemoteConfiguration
> = /* @__PURE__ */ createMutationHook(attachUserToRemoteConfiguration)

/** Takes the pin of a user away, so that targeting rules decide again. */
export const useDetachUserFromRemoteConfiguration: MutationHook<
  typeof detachUserFromRemoteConfiguration
> = /* @__PURE__ */ createMutationHook(detachUserFromRemoteConfiguration)
