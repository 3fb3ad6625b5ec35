'use client'
import { createSecretHook, type SecretHook } from '../../react/createSecretHook.ts'
import { regenerateSecret, updateStoreConfig } from './operations.ts'

/**
 * Replaces the Secret Key of the project: the old one is revoked, and every server that uses it fails until it has the new
 * one. It is sent once. `data.secret_key` is the new key; show it once, then call `reset`. The handler refuses the call
 * unless its `allow` and the grant's `secrets` both name `secret_key`: otherwise nobody would see the new one.
 */
export const useRegenerateSecret: SecretHook<typeof regenerateSecret> =
  /* @__PURE__ */ createSecretHook(regenerateSecret)

/** Stores ids and credentials of a store. Credentials are never read back, nor kept: the answer says which are set. */
export const useUpdateStoreConfig: SecretHook<typeof updateStoreConfig> =
  /* @__PURE__ */ createSecretHook(updateStoreConfig)
