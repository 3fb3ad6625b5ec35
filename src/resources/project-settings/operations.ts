import * as v from 'valibot'
import { unwrapped } from '../../core/answers.ts'
import { withoutMisfits } from '../../core/misfits.ts'
import { defineOperation } from '../../core/operation.ts'
import { isPlain } from '../../core/plain.ts'
import { proxies, regeneratedSecret, settings, storeConfig, storeCredentials } from './schemas.ts'

const minute = 60_000

/** Name and proxies of the project; its keys are not read. */
export const getProjectSettings = /* @__PURE__ */ defineOperation({
  id: 'v4GetProjectSettings',
  resource: 'project-settings',
  method: 'GET',
  path: '/project-settings',
  kind: 'read',
  summary: 'Name and proxies of the project; its keys are not read.',
  input: () => v.strictObject({}),
  output: settings,
  staleTime: minute,
  secret: true,
})

/** Changes name or proxies of the project; null clears a proxy, what is left out stays. */
export const updateProjectSettings = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateProjectSettings',
  resource: 'project-settings',
  method: 'PATCH',
  path: '/project-settings',
  kind: 'write',
  summary: 'Changes name or proxies of the project; null clears a proxy, what is left out stays.',
  input: () => v.strictObject({ project_name: v.optional(v.string()), ...proxies() }),
  output: settings,
  exclusive: true,
  invalidates: ['project-settings'],
  secret: true,
})

/** What is known of a store: its ids, and whether each secret is set, never a secret. */
export const getStoreConfig = /* @__PURE__ */ defineOperation({
  id: 'v4GetStoreConfig',
  resource: 'project-settings',
  method: 'GET',
  path: '/project-settings/stores/{platform}',
  kind: 'read',
  summary: 'What is known of a store: its ids, and whether each secret is set, never a secret.',
  input: () => v.strictObject({ platform: v.picklist(['apple', 'google']) }),
  output: storeConfig,
  adapt: withPlatform,
  withoutMisfits,
  staleTime: minute,
})

/** Stores ids and credentials of a store; what is left out stays. Each of Apple's keys is sent with all of its three fields, or not at all. */
export const updateStoreConfig = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateStoreConfig',
  resource: 'project-settings',
  method: 'POST',
  path: '/project-settings/stores/{platform}',
  kind: 'write',
  summary:
    'Stores ids and credentials of a store; what is left out stays, and secrets are never read back.',
  input: storeCredentials,
  output: storeConfig,
  adapt: withPlatform,
  withoutMisfits,
  idempotent: true,
  invalidates: ['project-settings'],
  secret: true,
})

/** Replaces the Secret Key; the old one is revoked. Each call makes another, so that it is never sent twice. */
export const regenerateSecret = /* @__PURE__ */ defineOperation({
  id: 'v4RegenerateProjectSecret',
  resource: 'project-settings',
  method: 'POST',
  path: '/project-settings/regenerate-secret',
  kind: 'write',
  summary:
    'Replaces the Secret Key of the project: the old one is revoked, the new one shown once.',
  input: () => v.strictObject({}),
  output: regeneratedSecret,
  adapt: withKey,
  withoutMisfits,
  // No read holds the key.
  invalidates: [],
  secret: true,
})

/** No page shows this answer: the new key is what has a key's form, under whatever name, or it would be lost. */
function withKey(raw: unknown): unknown {
  const answer = unwrapped(raw)
  const key = keyIn(answer)
  return key === undefined ? answer : { ...(isPlain(answer) && answer), secret_key: key }
}

function keyIn(value: unknown): string | undefined {
  if (typeof value === 'string') return /^(test_)?sk_/.test(value) ? value : undefined
  if (!isPlain(value)) return undefined
  const named = value['secret_key']
  if (typeof named === 'string') return named
  return Object.values(value).map(keyIn).find(Boolean)
}

/** No page shows what Google's looks like: an envelope is opened, and the address says which store it is. */
function withPlatform(raw: unknown): unknown {
  const config = unwrapped(raw)
  if (!isPlain(config) || 'platform' in config) return config
  const platform = String(config['url']).split('/').at(-1)
  return platform === 'apple' || platform === 'google' ? { ...config, platform } : config
}
