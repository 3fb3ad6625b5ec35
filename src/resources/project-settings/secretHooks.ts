'use client'
import { createSecretHook, type SecretHook } from '../../react/createSecretHook.ts'
import { regenerateSecret, updateStoreConfig } from './operations.ts'

/**
 * Replaces the Secret Key of the project: the old one is revoked, and every server that uses it fails until it has the new
 * one. It is sent once. `data.secret_key` is the new key where the host's server passes it on; show it once, then call `reset`.
 */
export const useRegenerateSecret: SecretHook<typeof regenerateSecret> =
  /* @__PURE__ */ createSecretHook(regenerateSecret)

/** Stores ids and credentials of a store. Credentials are never read back, nor kept: the answer says which are set. */
export const useUpdateStoreConfig: SecretHook<typeof updateStoreConfig> =
  /* @__PURE__ */ createSecretHook(updateStoreConfig)
