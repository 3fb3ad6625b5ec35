// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import {
  getCustomer,
  getCustomerMetrics,
  listCustomerPermissions,
  listCustomers,
} from '../../src/resources/customers/operations.ts'
import type { CustomerRow, CustomersInput } from '../../src/resources/customers/types.ts'
import { figure } from '../figures.ts'
import { askCohorts } from './ask.ts'
import { createOracle } from './oracle/oracle.ts'
import { SEEDS } from './seeds.ts'
import { walk } from './walk.ts'

const NOW = new Date('2026-02-28T13:37:21Z')
const profileSql = readFileSync(new URL('customers.sql', import.meta.url), 'utf8')

/** What is asked of SQL about a customer. */
interface Profile {
  readonly id: string
  readonly net: number
}

function openOracle(sandbox: Sandbox, now: Date) {
  const oracle = createOracle(sandbox.log(), sandbox.rates(), now)
  for (const statement of profileSql.split(/;\n/).filter((text) => /\w/.test(text)))
    oracle.query(statement)
  return {
    all: <Row>(text: string) => oracle.query(text) as unknown as Row[],
    one: (text: string) => Number(Object.values(oracle.query(text)[0]!)[0]),
  }
}

const seconds = (iso: string | null | undefined) => (iso ? Date.parse(iso) / 1000 : null)

/** A row of the list in the words of the oracle. */
const toProfile = (row: CustomerRow) => ({
  id: row.id,
  platform: row.platform,
  country: row.country,
  since: seconds(row.since),
  last_seen: seconds(row.last_seen),
  payments: row.payments_count,
  last_payment_at: seconds(row.last_payment_at),
  currency: row.purchase_currency,
  product: row.product_id,
  status: row.status,
})

describe.each(SEEDS)('the customers of seed %i', (seed) => {
  const sandbox = createSandbox({ seed, now: NOW, customers: 800 })
  const { fetcher } = sandbox
  const sql = openOracle(sandbox, NOW)
  const list = async (input: CustomersInput = {}) =>
    (await walk(listCustomers, { limit: 100, ...input }, fetcher)).rows
  const metrics = (input = {}) => execute(getCustomerMetrics, input, { fetcher })
  const profiles = (environment: number, rest = 'ORDER BY since DESC, arrival DESC') =>
    sql.all<Profile>(`SELECT * FROM profile WHERE environment = ${environment} ${rest}`)

  it('are those of the log, each with the status, payments and times that SQL finds', async () => {
    for (const environment of [1, 0]) {
      const rows = await list({ environment })
      const expected = sql.all<ReturnType<typeof toProfile>>(
        `SELECT id, platform, country, since, last_seen, payments, last_payment_at, currency, product, status
         FROM profile WHERE environment = ${environment} ORDER BY since DESC, arrival DESC`,
      )
      expect(rows.map(toProfile)).toEqual(expected)
      expect(rows.length).toBe(environment === 1 ? 800 : 25)
    }
    figure('customers list = SQL on the log', 825, '10 columns each equal', seed)
  })

  it('have paid in US dollars what SQL adds up at the rates of the days', async () => {
    const rows = await list()
    const expected = new Map(profiles(1).map(({ id, net }) => [id, net]))
    for (const { id, net_payments_usd: net } of rows) expect(net).toBeCloseTo(expected.get(id)!, 5)
    figure('net payments per customer = SQL on the log', rows.length, 'equal', seed)
  })

  it.each([
    ['trial', 'active_trials'],
    ['active', 'active_subscribers'],
    ['billing_retry', 'billing_retry'],
    ['churned', 'churned_subscribers'],
  ] as const)(
    'with status %s are as many as the list has, as %s says and as SQL counts',
    async (status, counter) => {
      const rows = await list({ filter: { status: [status] } })
      expect(rows.every((row) => row.status === status)).toBe(true)
      const counted = Number((await metrics())[counter])
      expect(counted).toBe(rows.length)
      expect(counted).toBe(
        sql.one(`SELECT count(*) FROM profile WHERE environment = 1 AND status = '${status}'`),
      )
      figure(`customers with status ${status}: list = ${counter} = SQL`, 1, String(counted), seed)
    },
  )

  it('are counted by the metrics as SQL counts them', async () => {
    const answer = await metrics()
    const count = (where: string) =>
      sql.one(`SELECT count(*) FROM profile WHERE environment = 1 AND ${where}`)
    const sum = (column: string) =>
      sql.one(`SELECT sum(${column}) FROM profile WHERE environment = 1`)
    expect(Number(answer.clients_with_event)).toBe(count('true'))
    expect(answer.canceled_trials).toBe(
      sql.one(`SELECT count(*) FROM profile JOIN subscription ON subscription.customer_id = id
        WHERE environment = 1 AND status = 'canceled' AND type = 'trial_canceled'`),
    )
    expect(answer.sales).toBeCloseTo(sum('net'), 3)
    expect(answer.avg_price).toBeCloseTo(sum('charged') / sum('payments'), 5)
    expect(answer.avg_payment_count).toBeCloseTo(sum('payments') / count('payments > 0'), 5)
    figure('customer metrics = SQL on the log', 9, 'counters equal', seed)
  })

  it.each<[string, CustomersInput, string]>([
    [
      'platform',
      { filter: { target_platform: ['iOS', 'Stripe'] } },
      "platform IN ('iOS', 'Stripe')",
    ],
    ['status', { filter: { status: ['active', 'churned'] } }, "status IN ('active', 'churned')"],
    [
      'both and the test environment',
      { environment: 0, filter: { status: ['active'], target_platform: ['Android'] } },
      "status = 'active' AND platform = 'Android'",
    ],
    [
      'a part of the id, in capitals',
      { search: 'QON_A' },
      "lower(id) LIKE '%qon\\_a%' ESCAPE '\\'",
    ],
  ])('filtered by %s are the same in list, metrics and SQL', async (_, input, where) => {
    const rows = await list(input)
    const environment = input.environment ?? 1
    const expected = profiles(environment, `AND ${where} ORDER BY since DESC, arrival DESC`)
    expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    const { filter, search } = input
    const answer = await metrics({
      environment,
      ...(filter && { filter }),
      ...(search && { search }),
    })
    expect(Number(answer.clients_with_event)).toBe(rows.length)
    expect(answer.sales).toBeCloseTo(
      rows.reduce((sum, row) => sum + row.net_payments_usd!, 0),
      3,
    )
    figure('filtered customers: list = metrics = SQL', 1, `${rows.length} customers`, seed)
  })

  it.each([
    ['payments_count', 'payments'],
    ['last_payment_at', 'last_payment_at'],
    ['status', 'status'],
    ['purchase_currency', 'currency'],
    ['purchase_product_id', 'product'],
    ['since', 'since'],
  ])(
    'stand in the order of %s, ties by who came last, in pages of any size',
    async (by, column) => {
      for (const order of ['asc', 'desc'] as const) {
        const expected = profiles(
          1,
          `ORDER BY ${column} ${order} NULLS LAST, since DESC, arrival DESC`,
        )
        const rows = await list({ sort_by: by, sort_order: order, limit: 97 })
        expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
      }
      figure(`customers sorted by ${by} = SQL`, 2, 'orders equal', seed)
    },
  )

  it('who have paid are the members of the cohorts of new payers', async () => {
    const range = { cohort_from: 0, cohort_to: Math.ceil(NOW.getTime() / 1000) }
    const cohorts = await askCohorts(sandbox, {
      ...range,
      cohort_definition: 'new_paying',
      grouping: 'year',
    })
    const payers = (await list()).filter((row) => row.payments_count! > 0)
    expect(payers.length).toBe(cohorts.total!.users)
    figure('customers with payments = new payers of all cohorts', payers.length, 'equal', seed)
  })

  it('have sales that are the raw charges of all cohorts less the refunds', async () => {
    const cohorts = await askCohorts(sandbox, {
      cohort_from: 0,
      cohort_to: Math.ceil(NOW.getTime() / 1000),
      mode: 'by_days',
      grouping: 'year',
    })
    const charged = cohorts.total!.periods.reduce((sum, cell) => sum + cell!.revenue!, 0)
    const refunds = sql.one(`SELECT sum(usd) FROM dollar JOIN customer USING (customer_id)
      WHERE NOT is_charge AND environment = 1`)
    expect(refunds).toBeGreaterThan(0)
    expect((await metrics()).sales).toBeCloseTo(charged - refunds, 3)
    figure('sales of the metrics = cohort charges − refunds', 1, 'equal', seed)
  })

  it('have timelines that hold their events and add up to their net payments', async () => {
    const rows = await list({ sort_by: 'payments_count', limit: 40 })
    for (const { id, net_payments_usd: net } of rows.slice(0, 40)) {
      const { data } = await execute(getCustomer, { customer_id: id }, { fetcher })
      const events = data!.trackEvents!
      expect(events.map(({ event, at }) => [event, seconds(at)])).toEqual(
        sql
          .all<{ type: string; at: number }>(
            `SELECT type, at FROM event WHERE customer_id = '${id}' ORDER BY event_id`,
          )
          .map(({ type, at }) => [type, at]),
      )
      const sum = events.reduce((total, { revenue_usd: usd }) => total + (usd ?? 0), 0)
      expect(sum).toBeCloseTo(net!, 4)
      expect(data!.netPayments).toBe(net)
    }
    figure('timeline adds up to net payments', 40, 'customers equal', seed)
  })

  it('hold an active permission exactly while a subscription runs', async () => {
    const running = new Set(['active', 'trial', 'billing_retry', 'canceled'])
    const rows = (await list()).filter(({ status }) => status !== null)
    for (const { id, status } of rows) {
      const { data } = await execute(listCustomerPermissions, { customer_id: id }, { fetcher })
      expect(data.some(({ active }) => active)).toBe(running.has(status!))
    }
    expect(rows.length).toBeGreaterThan(50)
    figure('an active permission = a running subscription', rows.length, 'customers equal', seed)
  })
})

it('permissions end when the log, read a year later, renews, retries or ends them', async () => {
  let now = NOW
  const sandbox = createSandbox({ seed: SEEDS[0]!, now: () => now, customers: 800 })
  const { fetcher } = sandbox
  const { rows } = await walk(
    listCustomers,
    { limit: 100, filter: { status: ['active', 'canceled', 'trial'] } },
    fetcher,
  )
  const said = new Map<string, number>()
  for (const { id } of rows) {
    const { data } = await execute(listCustomerPermissions, { customer_id: id }, { fetcher })
    for (const { id: group, active, expires_at: end } of data)
      if (active) said.set(`${id} ${group}`, end!)
  }
  const from = NOW.getTime() / 1000
  now = new Date('2027-03-15T00:00:00Z')
  const sql = openOracle(sandbox, now)
  // What comes next in each subscription; upgrades and refunds cut a period short, a retry under way ends it any hour.
  const next = sql.all<{ key: string; at: number; type: string; before: string }>(`
    WITH told AS (
      SELECT *, lag(type) OVER (PARTITION BY customer_id, product_group ORDER BY event_id) AS before
      FROM event WHERE product_group IS NOT NULL AND type NOT LIKE '%\\_canceled' ESCAPE '\\')
    SELECT customer_id || ' ' || product_group AS key, at, type, before FROM told
    WHERE event_id IN (SELECT min(event_id) FROM told WHERE at >= ${from} GROUP BY customer_id, product_group)`)
  const due = next.filter(
    ({ type, before }) =>
      !['subscription_upgraded', 'subscription_refunded'].includes(type) &&
      !before?.endsWith('_billing_retry'),
  )
  const compared = due.filter(({ key }) => said.has(key))
  expect(compared.map(({ key }) => [key, said.get(key)])).toEqual(
    compared.map(({ key, at }) => [key, at]),
  )
  expect(compared.length).toBeGreaterThan(60)
  figure('a permission ends when the next event is due', compared.length, 'equal', SEEDS[0])
})
