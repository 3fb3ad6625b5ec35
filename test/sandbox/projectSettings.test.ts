// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { createHandler } from '../../src/entries/server.ts'
import {
  getProjectSettings,
  getStoreConfig,
  updateProjectSettings,
  updateStoreConfig,
} from '../../src/resources/project-settings/operations.ts'
import type { AuditEntry } from '../../src/server/audit.ts'
import { fromOwnPage } from '../server/upstream.ts'
import { ask, make, now } from './business.ts'

const key = { connect_key_identifier: 'A', connect_issuer_id: 'B', connect_private_key: 'CANARY' }

describe('settings of the project', () => {
  it('are changed in part, and null clears a proxy', async () => {
    const sandbox = make()
    const before = await ask(sandbox, getProjectSettings, {})
    const proxy_url = 'https://proxy.example.com'
    await ask(sandbox, updateProjectSettings, { project_name: 'Shop' })
    await ask(sandbox, updateProjectSettings, { proxy_url, rtdn_proxy_url: proxy_url })
    await ask(sandbox, updateProjectSettings, { rtdn_proxy_url: null })
    expect(await ask(sandbox, getProjectSettings, {})).toEqual({
      ...before,
      project_name: 'Shop',
      proxy_url,
    })
  })

  it.each([
    ['project_name', { project_name: ' ' }],
    ['proxy_url', { proxy_url: 'http://plain.example.com' }],
    ['rtdn_proxy_url', { rtdn_proxy_url: 'no address' }],
  ])('are refused with a bad %s, which the error names', async (field, input) => {
    const sandbox = make()
    const before = await ask(sandbox, getProjectSettings, {})
    await expect(ask(sandbox, updateProjectSettings, input)).rejects.toMatchObject({
      status: 422,
      code: 'validation_error',
      details: [{ field }],
    })
    expect(await ask(sandbox, getProjectSettings, {})).toEqual(before)
  })
})

describe('the configuration of a store', () => {
  it('keeps ids as they are sent, and of secrets only that there is one', async () => {
    const sandbox = make()
    const before = await ask(sandbox, getStoreConfig, { platform: 'apple' })
    expect(before).toMatchObject({ has_connect_private_key: false, has_shared_secret: true })
    const answer = await ask(sandbox, updateStoreConfig, { platform: 'apple', ...key })
    const { connect_private_key: _secret, ...ids } = key
    expect(answer).toEqual({ ...before, ...ids, has_connect_private_key: true })
    expect(await ask(sandbox, getStoreConfig, { platform: 'apple' })).toEqual(answer)
  })

  it('is told apart by store', async () => {
    const sandbox = make()
    await ask(sandbox, updateStoreConfig, { platform: 'google', package_name: 'com.example.shop' })
    expect(await ask(sandbox, getStoreConfig, { platform: 'google' })).toEqual({
      object: 'store_config',
      url: '/v4/project-settings/stores/google',
      platform: 'google',
      has_service_account_key: true,
      package_name: 'com.example.shop',
    })
  })

  it('is missing for a shop of its own until it is set', async () => {
    const whence = { country: null, store: null, campaign: null }
    const transactions = [
      {
        customer_id: 'a',
        purchased_at: 1_770_000_000,
        price: 100,
        currency: 'USD',
        product_id: 'p',
        ...whence,
      },
    ]
    const shop = createSandbox({ seed: 1, now, transactions })
    await expect(ask(shop, getStoreConfig, { platform: 'apple' })).rejects.toMatchObject({
      status: 404,
      code: 'not_found',
    })
    await ask(shop, updateStoreConfig, { platform: 'apple', shared_secret: 'x' })
    expect(await ask(shop, getStoreConfig, { platform: 'apple' })).toMatchObject({
      has_shared_secret: true,
    })
  })

  it('takes half of a key from no client: 422, naming what is missing', async () => {
    const sandbox = make()
    const { signal } = new AbortController()
    const response = await sandbox.fetcher('/project-settings/stores/apple', {
      method: 'POST',
      headers: {},
      body: '{"iap_private_key":"CANARY"}',
      signal,
    })
    const text = await response.text()
    expect(response.status).toBe(422)
    expect(text).toContain('iap_key_identifier')
    expect(text).not.toContain('CANARY')
  })
})

describe('a new Secret Key', () => {
  const request = (path: string, secret: string, method = 'GET') =>
    new Request(`http://sandbox.test/v4${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'idempotency-key': 'the same' },
    })

  it('takes the place of the old one, each time anew, until a reset', async () => {
    const sandbox = createSandbox({ seed: 1, now, customers: 1, secretKey: 'test_sk_first' })
    const statusOf = async (secret: string) =>
      (await sandbox.handle(request('/project-settings', secret))).status
    const regenerated = async (secret: string) => {
      const path = '/project-settings/regenerate-secret'
      const response = await sandbox.handle(request(path, secret, 'POST'))
      return ((await response.json()) as { secret_key: string }).secret_key
    }
    const second = await regenerated('test_sk_first')
    expect(second).toMatch(/^test_sk_[0-9a-f]{32}$/)
    expect([await statusOf('test_sk_first'), await statusOf(second)]).toEqual([401, 200])
    const third = await regenerated(second)
    expect(third).not.toBe(second)
    expect([await statusOf(second), await statusOf(third)]).toEqual([401, 200])
    sandbox.reset()
    expect([await statusOf(third), await statusOf('test_sk_first')]).toEqual([401, 200])
  })

  /** A handler that offers both writes, before a sandbox. */
  function handled(secrets: readonly 'secret_key'[]) {
    const sandbox = createSandbox({ seed: 1, now, customers: 1, secretKey: 'sk_first_0001' })
    const audited: AuditEntry[] = []
    const handler = createHandler({
      secretKey: 'sk_first_0001',
      allow: ['reads', 'v4RegenerateProjectSecret', 'v4UpdateStoreConfig', 'secret_key'],
      authorize: () => ({ project: 'acme', secrets }),
      audit: (entry) => audited.push(entry),
      fetch: async (input, init) => sandbox.handle(new Request(input, init)),
    })
    const post = (path: string, body?: object) =>
      handler(
        new Request(`https://host.example/api/qonversion${path}`, {
          method: 'POST',
          headers: fromOwnPage,
          ...(body && { body: JSON.stringify(body) }),
        }),
      )
    return { handler, audited, post }
  }

  it('passes the handler only where the grant names it', async () => {
    const path = '/project-settings/regenerate-secret'
    const kept = await (await handled(['secret_key']).post(path)).json()
    expect(kept).toMatchObject({ secret_key: expect.stringMatching(/^sk_[0-9a-f]{32}$/) })
    // Without it nobody would see the new key, and the old one would be gone.
    const response = await handled([]).post(path)
    expect(response.status).toBe(403)
    expect(await response.text()).not.toContain('sk_')
  })

  it('and no credential is in what the handler answers or records', async () => {
    const { post, audited } = handled(['secret_key'])
    const path = '/project-settings/stores/apple'
    const stored = await (await post(path, key)).text()
    expect(JSON.parse(stored)).toMatchObject({ has_connect_private_key: true })
    const refused = await (await post(path, { shared_secret: 'CANARY', iap_issuer_id: 'x' })).text()
    expect(refused).toContain('iap_private_key')
    expect(stored + refused + JSON.stringify(audited)).not.toContain('CANARY')
    expect(audited).toHaveLength(2)
  })
})
