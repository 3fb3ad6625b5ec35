// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import type { InputOf, Operation } from '../../src/core/operation.ts'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import {
  deleteCustomer,
  getCustomer,
  getCustomerMetrics,
  grantCustomerPermission,
  listCustomerPermissions,
  listCustomers,
  revokeCustomerPermission,
  setCustomerProperties,
} from '../../src/resources/customers/operations.ts'
import type { CustomersInput } from '../../src/resources/customers/types.ts'
import { at } from './ask.ts'
import { walk } from './walk.ts'

const now = new Date('2026-04-22T09:30:00Z')
const make = () => createSandbox({ seed: 1, now, customers: 600 })
const ask = <Op extends Operation>(sandbox: Sandbox, operation: Op, input: InputOf<Op>) =>
  execute(operation, input, { fetcher: sandbox.fetcher })
const list = async (sandbox: Sandbox, input: CustomersInput = {}) =>
  (await ask(sandbox, listCustomers, input)).data
const first = async (sandbox: Sandbox, status: string) =>
  (await list(sandbox, { filter: { status: [status] }, limit: 1 }))[0]!

describe('the list of customers', () => {
  const sandbox = make()

  it('gives twenty at a time, the latest to come first, and says that there are more', async () => {
    const page = await ask(sandbox, listCustomers, {})
    const since = page.data.map((row) => row.since!)
    expect(page.data).toHaveLength(20)
    expect(page.has_more).toBe(true)
    expect(since).toEqual(since.toSorted().toReversed())
  })

  it('is read to its end by number, every customer once', async () => {
    const { rows, read, pages } = await walk(listCustomers, { limit: 7 }, sandbox.fetcher)
    expect([rows.length, read, pages]).toEqual([600, 600, 86])
  })

  it('is empty beyond its end', async () => {
    expect(await ask(sandbox, listCustomers, { page: 400 })).toMatchObject({
      data: [],
      has_more: false,
    })
  })

  it('finds a customer by a part of the identity, in any case', async () => {
    const known = (await list(sandbox, { limit: 100 })).find((row) => row.external_identity)!
    const search = ` ${known.external_identity!.slice(2, 11).toUpperCase()} `
    expect((await list(sandbox, { search })).map(({ id }) => id)).toEqual([known.id])
  })

  it('keeps the test environment apart, whose customers appear nowhere else', async () => {
    const testers = await list(sandbox, { environment: 0, limit: 100 })
    const others = await walk(listCustomers, { limit: 100 }, sandbox.fetcher)
    const ids = new Set(others.rows.map(({ id }) => id))
    expect(testers).toHaveLength(25)
    expect(testers.filter(({ id }) => ids.has(id))).toEqual([])
    expect(await list(sandbox, { environment: 1 })).toEqual(await list(sandbox))
    expect(await list(sandbox, { environment: 2 })).toEqual([])
  })

  it('says by what it can be sorted', async () => {
    await expect(ask(sandbox, listCustomers, { sort_by: 'name' })).rejects.toMatchObject({
      status: 400,
      code: 'invalid_data',
      details: [{ field: 'sort_by', message: expect.stringContaining('payments_count') }],
    })
  })

  it.each(['page=0', 'limit=101', 'limit=x', 'sort_order=up', 'filter[name][]=x', 'environment=x'])(
    'refuses %s',
    async (query) => {
      const init = { method: 'GET', headers: {}, signal: new AbortController().signal } as const
      const response = await sandbox.fetcher(`/customers?${query}`, init)
      expect(response.status).toBe(400)
    },
  )
})

describe('one customer', () => {
  const sandbox = make()

  it('is the row of the list with a device and the campaign of the install', async () => {
    const row = await first(sandbox, 'active')
    const answer = await ask(sandbox, getCustomer, { customer_id: row.id })
    const install = sandbox.log().find((event) => event.customer_id === row.id)!
    expect(answer).toMatchObject({
      object: 'customer',
      url: row.url,
      data: {
        customer: { client_id: row.id, status: 'active', since: row.since, environment: 1 },
        device: { platform: row.platform },
        attributionData: [{ key: 'campaign', value: install.campaign }],
        netPayments: row.net_payments_usd,
        currency: 'USD',
      },
    })
    expect(await ask(sandbox, getCustomer, { customer_id: row.id })).toEqual(answer)
  })

  it.each<[string, (sandbox: Sandbox) => Promise<unknown>]>([
    ['view', (of) => ask(of, getCustomer, { customer_id: 'QON_0' })],
    ['permissions', (of) => ask(of, listCustomerPermissions, { customer_id: 'QON_0' })],
    [
      'grant',
      (of) => ask(of, grantCustomerPermission, { customer_id: 'QON_0', permission_id: 'vip' }),
    ],
    ['erasure', (of) => ask(of, deleteCustomer, { customer_id: 'QON_0' })],
    [
      'properties',
      (of) =>
        ask(of, setCustomerProperties, {
          customer_id: 'QON_0',
          properties: [{ key: 'a', value: 'b' }],
        }),
    ],
  ])('is named where there is none: %s', async (_, asked) => {
    await expect(asked(sandbox)).rejects.toMatchObject({
      status: 404,
      code: 'not_found',
      message: 'There is no customer "QON_0" in this project.',
    })
  })

  it('changes its status as the clock passes the event that changes it', async () => {
    let clock = now
    const live = createSandbox({ seed: 1, now: () => clock, customers: 600 })
    const { id } = await first(live, 'trial')
    clock = new Date('2026-04-30T09:30:00Z')
    const end = live
      .log()
      .findLast((event) => event.customer_id === id && event.type.startsWith('trial_'))!
    expect(end.type).not.toBe('trial_started')
    const statuses: (string | null | undefined)[] = []
    for (const second of [end.at, end.at + 1]) {
      clock = new Date(second * 1000)
      statuses.push((await ask(live, getCustomer, { customer_id: id })).data!.customer!.status)
    }
    expect(statuses[0]).not.toBe(statuses[1])
  })
})

describe('an erased customer', () => {
  it('is gone from list, metrics and view, with what was written to it; a reset brings it back', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const before = await ask(sandbox, getCustomerMetrics, {})
    const properties = [{ key: 'plan', value: 'gold' }]
    await ask(sandbox, setCustomerProperties, { customer_id: id, properties })
    await ask(sandbox, grantCustomerPermission, { customer_id: id, permission_id: 'vip' })

    expect(await ask(sandbox, deleteCustomer, { customer_id: id })).toBeUndefined()

    const after = await ask(sandbox, getCustomerMetrics, {})
    expect(Number(after.clients_with_event)).toBe(Number(before.clients_with_event) - 1)
    expect(Number(after.active_subscribers)).toBe(Number(before.active_subscribers) - 1)
    expect(await list(sandbox, { search: id })).toEqual([])
    const gone = { status: 404, code: 'not_found' }
    await expect(ask(sandbox, getCustomer, { customer_id: id })).rejects.toMatchObject(gone)
    await expect(ask(sandbox, deleteCustomer, { customer_id: id })).rejects.toMatchObject(gone)

    sandbox.reset()
    expect(await ask(sandbox, getCustomerMetrics, {})).toEqual(before)
    const { data } = await ask(sandbox, getCustomer, { customer_id: id })
    expect(data!.userProperties).toEqual([])
  })
})

describe('permissions', () => {
  const grant = { permission_id: 'vip', expires_at: '2026-12-31T00:00:00Z' }
  const permissions = async (sandbox: Sandbox, id: string) =>
    (await ask(sandbox, listCustomerPermissions, { customer_id: id })).data

  it('are granted until a moment, listed as manual, and revoked once', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const bought = await permissions(sandbox, id)
    expect(await ask(sandbox, grantCustomerPermission, { customer_id: id, ...grant })).toEqual({
      object: 'customer_permission',
      url: `/v4/customers/${id}/permissions/vip`,
      ...grant,
    })
    expect(await permissions(sandbox, id)).toEqual([
      ...bought,
      {
        id: 'vip',
        source: 'manual',
        active: true,
        started_at: at('2026-04-22T09:30:00Z'),
        expires_at: at('2026-12-31T00:00:00Z'),
      },
    ])
    const revoke = { customer_id: id, permission_id: 'vip' }
    expect(await ask(sandbox, revokeCustomerPermission, revoke)).toBeUndefined()
    expect(await permissions(sandbox, id)).toEqual(bought)
    await expect(ask(sandbox, revokeCustomerPermission, revoke)).rejects.toMatchObject({
      status: 404,
      code: 'not_found',
    })
  })

  it('that are paid for are neither changed nor revoked', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const paid = (await permissions(sandbox, id)).find(({ active }) => active)!
    const asked = { customer_id: id, permission_id: paid.id! }
    const refused = { status: 422, code: 'paid_entitlement' }
    await expect(ask(sandbox, revokeCustomerPermission, asked)).rejects.toMatchObject(refused)
    await expect(ask(sandbox, grantCustomerPermission, asked)).rejects.toMatchObject(refused)
  })

  it('that were paid for once can be granted again, and are listed once', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'churned')
    const [over] = await permissions(sandbox, id)
    expect(over!.active).toBe(false)
    await ask(sandbox, grantCustomerPermission, { customer_id: id, permission_id: over!.id! })
    const held = (await permissions(sandbox, id)).filter((one) => one.id === over!.id)
    expect(held).toMatchObject([{ source: 'manual', active: true, expires_at: null }])
  })

  it('are not granted into the past', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const past = { customer_id: id, permission_id: 'vip', expires_at: '2026-04-22T09:30:00Z' }
    await expect(ask(sandbox, grantCustomerPermission, past)).rejects.toMatchObject({
      status: 400,
      code: 'invalid_data',
      details: [{ field: 'expires_at' }],
    })
  })

  it('run out when their moment comes', async () => {
    let clock = now
    const sandbox = createSandbox({ seed: 1, now: () => clock, customers: 600 })
    const { id } = await first(sandbox, 'churned')
    await ask(sandbox, grantCustomerPermission, { customer_id: id, ...grant })
    clock = new Date('2026-12-31T00:00:00Z')
    const held = (await permissions(sandbox, id)).find((one) => one.id === 'vip')
    expect(held).toMatchObject({ active: false })
  })
})

describe('properties', () => {
  it('are written one by one: what fits is saved, the rest is refused with its reason', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const refused = [
      { key: 'two words', value: 'x' },
      { key: '_own', value: 'x' },
      { key: '12', value: 'x' },
      { key: 'k'.repeat(81), value: 'x' },
      { key: 'quoted', value: 'a"b' },
      { key: 'long', value: 'é'.repeat(61) },
    ]
    const saved = [
      { key: 'plan', value: 'gold' },
      { key: '_q_email', value: 'a@example.com' },
      { key: 'exact', value: 'é'.repeat(60) },
    ]
    const { data } = await ask(sandbox, setCustomerProperties, {
      customer_id: id,
      properties: [...refused, ...saved],
    })
    expect(data!.saved_properties).toEqual(saved)
    expect(data!.property_errors.map(({ key }) => key)).toEqual(refused.map(({ key }) => key))
    await ask(sandbox, setCustomerProperties, {
      customer_id: id,
      properties: [{ key: 'plan', value: 'silver' }],
    })
    const { data: view } = await ask(sandbox, getCustomer, { customer_id: id })
    expect(view!.userProperties).toEqual([{ key: 'plan', value: 'silver' }, ...saved.slice(1)])
  })
})

describe('a purchase log', () => {
  const purchase = (customer_id: string, day: number, price: number) => ({
    customer_id,
    purchased_at: at(`1997-01-0${day}`),
    price,
    currency: 'EUR',
    product_id: null,
    country: null,
    store: null,
    campaign: null,
  })
  const transactions = [purchase('b', 1, 250), purchase('a', 2, 0), purchase('b', 3, 1000)]
  const options = { seed: 1, now: new Date('1997-02-01'), transactions }

  it('has customers who paid and have no status, as it knows of no subscription', async () => {
    const rates = [1, 2, 3].map((day) => ({ date: `1997-01-0${day}`, currency: 'EUR', usd: 2 }))
    const shop = createSandbox({ ...options, rates })
    expect(await list(shop)).toMatchObject([
      { id: 'a', status: null, payments_count: 1, net_payments_usd: 0, platform: null },
      { id: 'b', status: null, payments_count: 2, net_payments_usd: 25, purchase_currency: 'EUR' },
    ])
    expect(await ask(shop, getCustomerMetrics, {})).toMatchObject({
      clients_with_event: '2',
      active_subscribers: '0',
      sales: 25,
    })
  })

  it('without rates gives no amount in dollars rather than an invented one', async () => {
    const shop = createSandbox(options)
    // A payment of nothing is nothing in any currency.
    expect((await list(shop)).map((row) => row.net_payments_usd)).toEqual([0, null])
    expect(await ask(shop, getCustomerMetrics, {})).not.toHaveProperty('sales')
    const { data } = await ask(shop, getCustomer, { customer_id: 'b' })
    expect(data).not.toHaveProperty('netPayments')
    expect(data!.trackEvents).toMatchObject([{ event: 'purchase' }, { event: 'purchase' }])
  })
})
