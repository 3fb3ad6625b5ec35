import { QueryClient } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { InputError } from '../../../src/core/errors.ts'
import type { Fetcher } from '../../../src/core/fetcher.ts'
import { useProjectSettings, useStoreConfig } from '../../../src/entries/index.ts'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import { useRegenerateSecret, useUpdateStoreConfig } from '../../../src/entries/secrets.ts'
import type { UpdateStoreConfigInput } from '../../../src/entries/secrets.ts'
import { provider, response, settle } from '../../react/harness.tsx'

const CANARY = 'CANARY0123456789'
const ids = { connect_key_identifier: 'key', connect_issuer_id: 'issuer' }

/** Everything that client caches hold, as a developer tool or a log would print it. */
const printed = (client: QueryClient) =>
  inspect(
    [
      client
        .getQueryCache()
        .getAll()
        .map(({ state, queryKey }) => ({ state, queryKey })),
      client
        .getMutationCache()
        .getAll()
        .map(({ state, options }) => ({ state, options })),
    ],
    { depth: 20, maxArrayLength: null },
  )

function open(answer?: Fetcher) {
  const sandbox = createSandbox({ seed: 1, now: new Date('2026-04-22'), customers: 1 })
  const sent: { path: string; method: string; key: string | null }[] = []
  const fetcher: Fetcher = (path, init) => {
    if (init.method !== 'GET') {
      const key = new Headers(init.headers).get('idempotency-key')
      sent.push({ path, method: init.method, key })
    }
    return (answer ?? sandbox.fetcher)(path, init)
  }
  const client = new QueryClient()
  const view = renderHook(
    () => ({
      settings: useProjectSettings(),
      store: useStoreConfig({ platform: 'apple' }),
      update: useUpdateStoreConfig(),
      regenerate: useRegenerateSecret(),
    }),
    { wrapper: provider({ fetcher, scope: 'acme', queryClient: client }) },
  )
  return { ...view, client, sent }
}

afterEach(() => vi.useRealTimers())

describe('credentials of a store', () => {
  it('are sent, and are in no cache nor answer after it: only that they are set', async () => {
    const { result, client, sent } = open()
    await settle()
    expect(result.current.store.data).toMatchObject({ has_connect_private_key: false })
    const input = { platform: 'apple', connect_private_key: CANARY, ...ids } as const
    await settle(() => result.current.update.mutate(input))
    await vi.waitFor(() => expect(result.current.update.isSuccess).toBe(true))
    expect(result.current.update.data).toMatchObject({ has_connect_private_key: true, ...ids })
    expect(result.current.store.data).toMatchObject({ has_connect_private_key: true })
    expect(printed(client)).not.toContain(CANARY)
    expect(inspect(result.current, { depth: 20 })).not.toContain(CANARY)
    expect(sent).toEqual([
      {
        path: '/project-settings/stores/apple',
        method: 'POST',
        key: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ])
  })

  it('that a server echoes against the documentation reach no cache', async () => {
    const echo = { shared_secret: CANARY, connect_private_key: CANARY, has_shared_secret: true }
    const { result, client } = open(async () => response(echo))
    await settle()
    await settle(() => result.current.update.mutate({ platform: 'google', package_name: 'a' }))
    expect(result.current.store.data).toEqual({ has_shared_secret: true })
    expect(result.current.update.data).toEqual({ has_shared_secret: true })
    expect(printed(client)).not.toContain(CANARY)
  })

  it.each<[string, object, readonly string[]]>([
    [
      'a private key alone',
      { connect_private_key: CANARY },
      ['connect_key_identifier', 'connect_issuer_id'],
    ],
    ['two of three', { iap_private_key: CANARY, iap_issuer_id: 'a' }, ['iap_key_identifier']],
    ['ids without their key', ids, ['connect_private_key']],
    [
      'one whole key and half of the other',
      { ...ids, connect_private_key: CANARY, iap_private_key: CANARY },
      ['iap_key_identifier', 'iap_issuer_id'],
    ],
  ])('are refused before they are sent: %s', async (_, fields, missing) => {
    const { result, client, sent } = open()
    await settle()
    const input = { platform: 'apple', ...fields } as UpdateStoreConfigInput
    await settle(() => result.current.update.mutate(input))
    const { error } = result.current.update
    expect(error).toBeInstanceOf(InputError)
    expect(error!.details.map(({ field }) => field)).toEqual(missing)
    expect(error!.message).toMatch(/go together, all or none/)
    expect(sent).toEqual([])
    expect(inspect(error, { depth: 20 }) + printed(client)).not.toContain(CANARY)
  })

  it.each<[string, object, string]>([
    [
      'an empty secret, which would take the place of the stored one',
      { shared_secret: '' },
      'shared_secret',
    ],
    ['a secret that is no text', { shared_secret: 123_456_789 }, 'shared_secret'],
    ['a field of the other store', { service_account_key: CANARY }, 'service_account_key'],
  ])('are refused with %s', async (_, fields, field) => {
    const { result, sent } = open()
    const input: object = { platform: 'apple', ...fields }
    await settle(() => result.current.update.mutate(input as UpdateStoreConfigInput))
    const { error } = result.current.update
    expect(error!.details.map((detail) => detail.field)).toEqual([field])
    expect(inspect(error, { depth: 20 })).not.toMatch(/CANARY|123456789/)
    expect(sent).toEqual([])
  })
})

describe('the keys of the project', () => {
  it('are in neither settings nor cache, whatever the server sends along', async () => {
    const settings = {
      object: 'project_settings',
      url: '/v4/project-settings',
      project_name: 'Shop',
      secret_key: CANARY,
      access_token: CANARY,
      api_key: CANARY,
      some_later_key: CANARY,
      proxy_url: null,
    }
    const { result, client } = open(async () => response(settings))
    await settle()
    expect(result.current.settings.data).toEqual({
      object: 'project_settings',
      url: '/v4/project-settings',
      project_name: 'Shop',
      proxy_url: null,
    })
    expect(printed(client)).not.toContain(CANARY)
  })
})

describe('a new Secret Key', () => {
  it('is shown until it is put away, and gone with the component', async () => {
    const { result, client, sent, unmount } = open(async () =>
      response({ object: 'project_secret', secret_key: CANARY }),
    )
    await settle(() => result.current.regenerate.mutate({}))
    expect(result.current.regenerate.data?.secret_key).toBe(CANARY)
    expect(sent).toEqual([
      { path: '/project-settings/regenerate-secret', method: 'POST', key: null },
    ])
    unmount()
    await vi.waitFor(() => expect(client.getMutationCache().getAll()).toEqual([]))
    expect(printed(client)).not.toContain(CANARY)
  })

  it('is asked for once, whatever becomes of it: each call would make another', async () => {
    vi.useFakeTimers()
    for (const status of [429, 500, 503]) {
      const { result, sent, unmount } = open(async () => response({}, status))
      await settle(() => result.current.regenerate.mutate({}))
      await vi.advanceTimersByTimeAsync(300_000)
      expect(sent.map(({ path }) => path)).toEqual(['/project-settings/regenerate-secret'])
      unmount()
    }
  })

  it.each([
    ['in an envelope', { object: 'x', data: { secret_key: CANARY } }],
    ['beside the settings', { project_name: 'Shop', secret_key: CANARY, api_key: 'b' }],
  ])('is found %s, as no page shows where it stands', async (_, body) => {
    const { result } = open(async () => response(body))
    await settle(() => result.current.regenerate.mutate({}))
    expect(result.current.regenerate.data).toMatchObject({ secret_key: CANARY })
    expect(result.current.regenerate.data).not.toHaveProperty('api_key')
  })

  it('is missing where the server keeps it to itself, and that is a success', async () => {
    const { result } = open(async () => response({ object: 'project_secret' }))
    await settle(() => result.current.regenerate.mutate({}))
    expect(result.current.regenerate).toMatchObject({ isSuccess: true, error: null })
    expect(result.current.regenerate.data?.secret_key).toBeUndefined()
  })
})
