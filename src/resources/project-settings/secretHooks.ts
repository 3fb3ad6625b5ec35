'use client'
import { createMutationHook, type MutationHook } from '../../react/createMutationHook.ts'
import { regenerateSecret, updateStoreConfig } from './operations.ts'

/**
 * Replaces the Secret Key of the project: the old one is revoked, and every server that uses it fails until it has the new
 * one. It is sent once. `data.secret_key` is the new key where the host's server passes it on; show it once, then call `reset`.
 */
export const useRegenerateSecret: MutationHook<typeof regenerateSecret> =
  /* @__PURE__ */ createMutationHook(regenerateSecret)

/**
 * Stores ids and credentials of a store. Credentials are never read back: the answer says which are set. Call `reset` after
 * it, because the result keeps what was sent as `variables` while it is mounted.
 */
export const useUpdateStoreConfig: MutationHook<typeof updateStoreConfig> =
  /* @__PURE__ */ createMutationHook(updateStoreConfig)
