'use client'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { createQueryHook, type QueryHook } from '../../react/createQueryHook.ts'
import { createSuspenseHook, type SuspenseHook } from '../../react/createSuspenseHook.ts'
import { getProjectSettings, getStoreConfig, updateProjectSettings } from './operations.ts'

/** Name and proxies of the project; its keys are not read. */
export const useProjectSettings: QueryHook<typeof getProjectSettings> =
  /* @__PURE__ */ createQueryHook(getProjectSettings)

/** `useProjectSettings` that suspends until its answer is there. */
export const useSuspenseProjectSettings: SuspenseHook<typeof getProjectSettings> =
  /* @__PURE__ */ createSuspenseHook(getProjectSettings)

/** Changes name or proxies of the project; null clears a proxy. */
export const useUpdateProjectSettings: MutationHook<typeof updateProjectSettings> =
  /* @__PURE__ */ createMutationHook(updateProjectSettings)

/** What is known of a store: its ids, and whether each secret is set, never a secret. */
export const useStoreConfig: QueryHook<typeof getStoreConfig> =
  /* @__PURE__ */ createQueryHook(getStoreConfig)

/** `useStoreConfig` that suspends until its answer is there. */
export const useSuspenseStoreConfig: SuspenseHook<typeof getStoreConfig> =
  /* @__PURE__ */ createSuspenseHook(getStoreConfig)
