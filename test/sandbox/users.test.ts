// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/entries/sandbox.ts'
import {
  deleteCustomer,
  getCustomer,
  getCustomerMetrics,
  setCustomerProperties,
} from '../../src/resources/customers/operations.ts'
import { createIdentity, getIdentity } from '../../src/resources/identities/operations.ts'
import { listUserPurchases } from '../../src/resources/purchases/operations.ts'
import {
  createUser,
  getUser,
  listUserProperties,
  setUserProperties,
} from '../../src/resources/users/operations.ts'
import { ask, first, list, make } from './business.ts'
import { walk } from './walk.ts'

const notFound = { status: 404, code: 'not_found' }

describe('a user that is made', () => {
  it('is a customer of its environment from then on, the newest one, without payments', async () => {
    const sandbox = make()
    const before = await ask(sandbox, getCustomerMetrics, {})
    const user = await ask(sandbox, createUser, { environment: 'prod' })
    expect(user).toMatchObject({
      environment: 'prod',
      identity_id: null,
      created_at: '2026-04-22T09:30:00Z',
      url: `/v4/users/${user.id}`,
    })
    expect(user.id).toMatch(/^QON_[0-9a-f]{32}$/)
    expect(await ask(sandbox, getUser, { user_id: user.id })).toEqual(user)
    expect((await list(sandbox))[0]).toMatchObject({ id: user.id, payments_count: 0, status: null })
    const after = await ask(sandbox, getCustomerMetrics, {})
    expect(Number(after.clients_with_event)).toBe(Number(before.clients_with_event) + 1)
    expect({ ...after, clients_with_event: before.clients_with_event }).toEqual(before)
    expect((await ask(sandbox, listUserPurchases, { user_id: user.id })).data).toEqual([])
  })

  it('of the test environment is no customer of production', async () => {
    const sandbox = make()
    const { id, environment } = await ask(sandbox, createUser, { environment: 'sandbox' })
    expect(environment).toBe('sandbox')
    expect(await list(sandbox, { search: id })).toEqual([])
    expect((await list(sandbox, { search: id, environment: 0 })).map((row) => row.id)).toEqual([id])
  })

  it('is the same for the same key, and another without one; ids are the same in every run', async () => {
    const make3 = async () => {
      const { fetcher } = createSandbox({ seed: 1, now: new Date('2026-04-22'), customers: 20 })
      const post = async (key?: string) => {
        const { signal } = new AbortController()
        const headers = {
          'content-type': 'application/json',
          ...(key && { 'idempotency-key': key }),
        }
        const body = '{"environment":"prod"}'
        const response = await fetcher('/users', { method: 'POST', headers, body, signal })
        const { id } = (await response.json()) as { id: string }
        expect([response.status, response.headers.get('location')]).toEqual([
          201,
          `/v4/users/${id}`,
        ])
        return id
      }
      return [await post('a'), await post('a'), await post()]
    }
    const ids = await make3()
    expect(ids[1]).toBe(ids[0])
    expect(ids[2]).not.toBe(ids[0])
    expect(await make3()).toEqual(ids)
  })

  it('can be erased like any customer', async () => {
    const sandbox = make()
    const { id } = await ask(sandbox, createUser, { environment: 'prod' })
    await ask(sandbox, deleteCustomer, { customer_id: id })
    await expect(ask(sandbox, getUser, { user_id: id })).rejects.toMatchObject(notFound)
  })
})

describe('properties of a user', () => {
  it('are those of the customer, whoever wrote them', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    await ask(sandbox, setUserProperties, {
      user_id: id,
      properties: [{ key: 'plan', value: 'gold' }],
    })
    await ask(sandbox, setCustomerProperties, {
      customer_id: id,
      properties: [{ key: 'color', value: 'blue' }],
    })
    const { data } = await ask(sandbox, listUserProperties, { user_id: id })
    expect(data.map(({ key, value }) => ({ key, value }))).toEqual([
      { key: 'plan', value: 'gold' },
      { key: 'color', value: 'blue' },
    ])
    const customer = await ask(sandbox, getCustomer, { customer_id: id })
    expect(customer.data!.userProperties).toEqual(data.map(({ key, value }) => ({ key, value })))
  })

  it('that do not fit are named with the reason, and the others saved: a success', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const bad = ['invalid key', '_own', '_q_unknown', '123', 'k'.repeat(81)]
    const result = await ask(sandbox, setUserProperties, {
      user_id: id,
      properties: [
        { key: 'color', value: 'blue' },
        { key: '_q_email', value: 'a@example.com' },
        ...bad.map((key) => ({ key, value: 'x' })),
        { key: 'long', value: 'é'.repeat(61) },
        { key: 'lines', value: 'a\nb' },
      ],
    })
    expect(result.saved_properties.map(({ key }) => key)).toEqual(['color', '_q_email'])
    expect(result.property_errors.map(({ key }) => key)).toEqual([...bad, 'long', 'lines'])
    // Word for word as documented.
    expect(result.property_errors[0]!.error).toBe(
      'property key: invalid key. Error: invalid key format',
    )
  })

  it('of which none fits are refused as a whole', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    await expect(
      ask(sandbox, setUserProperties, { user_id: id, properties: [{ key: '!', value: 'x' }] }),
    ).rejects.toMatchObject({ status: 400, code: 'invalid_data' })
  })

  it('are 100 at most, and those that are there can still be changed', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const properties = Array.from({ length: 100 }, (_, index) => ({ key: `k${index}`, value: 'a' }))
    await ask(sandbox, setUserProperties, { user_id: id, properties })
    const more = [
      { key: 'k7', value: 'b' },
      { key: 'another', value: 'a' },
    ]
    const result = await ask(sandbox, setUserProperties, { user_id: id, properties: more })
    expect(result.saved_properties.map(({ key }) => key)).toEqual(['k7'])
    expect(result.property_errors.map(({ key }) => key)).toEqual(['another'])
  })

  it.each([
    ['no property', [], 'properties'],
    ['101 properties', Array.from({ length: 101 }, () => ({ key: 'k', value: 'v' })), 'properties'],
    ['a key of 257 characters', [{ key: 'k'.repeat(257), value: 'v' }], 'properties.0.key'],
    ['a value of 1025 characters', [{ key: 'k', value: 'v'.repeat(1025) }], 'properties.0.value'],
  ])('are not sent with %s: the whole call would fail', async (_, properties, field) => {
    await expect(
      ask(make(), setUserProperties, { user_id: 'u', properties }),
    ).rejects.toMatchObject({ name: 'InputError', details: [{ field }] })
  })
})

describe('an identity', () => {
  it('links a user, who has it from then on as a user and as a customer', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const identity = await ask(sandbox, createIdentity, { identity_id: 'ext-1', user_id: id })
    expect(identity).toEqual({
      object: 'identity',
      id: 'ext-1',
      url: '/v4/identities/ext-1',
      user_id: id,
    })
    expect(await ask(sandbox, getIdentity, { identity_id: 'ext-1' })).toEqual(identity)
    expect((await ask(sandbox, getUser, { user_id: id })).identity_id).toBe('ext-1')
    expect(await list(sandbox, { search: 'EXT-1' })).toMatchObject([
      { id, external_identity: 'ext-1' },
    ])
  })

  it('without a user makes an anonymous one', async () => {
    const sandbox = make()
    const { user_id } = await ask(sandbox, createIdentity, { identity_id: 'new', user_id: null })
    expect(await ask(sandbox, getUser, { user_id })).toMatchObject({
      id: user_id,
      identity_id: 'new',
    })
  })

  it('is never linked again, not even to the same user', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    await ask(sandbox, createIdentity, { identity_id: 'ext', user_id: id })
    for (const user_id of [id, null, (await first(sandbox, 'churned')).id])
      await expect(
        ask(sandbox, createIdentity, { identity_id: 'ext', user_id }),
      ).rejects.toMatchObject({
        status: 409,
        code: 'already_exists',
        message: expect.stringContaining('Identity already exists'),
      })
  })

  it('that an app made is linked as well, and stays so when its user gets another', async () => {
    const sandbox = make()
    const known = (await list(sandbox, { limit: 100 })).find((row) => row.external_identity)!
    const identity_id = known.external_identity!
    await expect(
      ask(sandbox, createIdentity, { identity_id, user_id: null }),
    ).rejects.toMatchObject({ status: 409, code: 'already_exists' })
    await ask(sandbox, createIdentity, { identity_id: 'second', user_id: known.id })
    for (const id of [identity_id, 'second'])
      expect(await ask(sandbox, getIdentity, { identity_id: id })).toMatchObject({
        user_id: known.id,
      })
    await ask(sandbox, deleteCustomer, { customer_id: known.id })
    await expect(ask(sandbox, getIdentity, { identity_id })).rejects.toMatchObject(notFound)
  })

  it('goes when its user is erased', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    await ask(sandbox, createIdentity, { identity_id: 'ext', user_id: id })
    await ask(sandbox, deleteCustomer, { customer_id: id })
    await expect(ask(sandbox, getIdentity, { identity_id: 'ext' })).rejects.toMatchObject(notFound)
  })

  it.each(['with space', 'a@example.com', 'i'.repeat(256)])(
    'named %s is refused before it is sent',
    async (identity_id) => {
      for (const operation of [createIdentity, getIdentity])
        await expect(ask(make(), operation, { identity_id })).rejects.toMatchObject({
          name: 'InputError',
          details: [{ field: 'identity_id' }],
        })
    },
  )
})

describe('purchases of a user', () => {
  it('of one platform are those of the store, of another none; an unknown cursor restarts', async () => {
    const sandbox = make()
    const [{ id, platform } = { id: '', platform: '' }] = await list(sandbox, {
      sort_by: 'payments_count',
    })
    const own = ({ iOS: 'app_store', Android: 'play_store', Stripe: 'stripe' } as const)[
      platform as 'iOS'
    ]
    const all = await walk(listUserPurchases, { user_id: id, limit: 2 }, sandbox.fetcher)
    const kept = await ask(sandbox, listUserPurchases, {
      user_id: id,
      limit: 100,
      filter: { platform: [own] },
    })
    expect(kept.data).toEqual(all.rows)
    expect(all.rows.length).toBeGreaterThan(3)
    const others = (['app_store', 'play_store', 'stripe'] as const).filter((one) => one !== own)
    const none = await ask(sandbox, listUserPurchases, {
      user_id: id,
      filter: { platform: others },
    })
    expect(none.data).toEqual([])
    const again = await ask(sandbox, listUserPurchases, { user_id: id, starting_after: 'gone' })
    expect([again.restarted, again.data[0]]).toEqual([true, all.rows[0]])
  })

  it('of Apple share the first transaction of their subscription', async () => {
    const sandbox = make()
    const rows = await list(sandbox, {
      sort_by: 'payments_count',
      filter: { target_platform: ['iOS'] },
    })
    const { data } = await ask(sandbox, listUserPurchases, { user_id: rows[0]!.id, limit: 100 })
    const subscription = data.filter(({ expires_at }) => expires_at !== null)
    const ids = subscription.map(({ store_data }) => store_data['transaction_id'])
    expect(new Set(ids).size).toBe(ids.length)
    for (const { store_data } of subscription)
      expect(ids).toContain(store_data['original_transaction_id'])
  })
})
