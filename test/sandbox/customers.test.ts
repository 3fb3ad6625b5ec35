// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import {
  deleteCustomer,
  getCustomer,
  getCustomerMetrics,
  grantCustomerPermission,
  listCustomerPermissions,
  listCustomers,
  setCustomerProperties,
} from '../../src/resources/customers/operations.ts'
import { at } from './ask.ts'
import { ask, first, list, make, now } from './business.ts'
import { walk } from './walk.ts'
import { purchase } from './purchase.ts'

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

describe('a purchase log', () => {
  const sale = (customer_id: string, day: number, price: number) =>
    purchase({ customer_id, purchased_at: at(`1997-01-0${day}`), price, currency: 'EUR' })
  const transactions = [sale('b', 1, 250), sale('a', 2, 0), sale('b', 3, 1000)]
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
