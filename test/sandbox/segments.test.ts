// @vitest-environment node
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import type { InputOf, Operation, OutputOf } from '../../src/core/operation.ts'
import { createSandbox, type LogRow, type Sandbox } from '../../src/entries/sandbox.ts'
import {
  createSegment,
  deleteSegment,
  getSegment,
  listSegments,
  listSystemSegments,
  updateSegment,
} from '../../src/resources/segments/operations.ts'
import type { SegmentConditionInput } from '../../src/resources/segments/types.ts'
import { customersAt } from '../../src/sandbox/customers/view.ts'
import { createHistory } from '../../src/sandbox/history.ts'
import { createRates } from '../../src/sandbox/rates.ts'
import { selects } from '../../src/sandbox/segments/select.ts'
import { figure } from '../figures.ts'

const NOW = new Date('2026-04-22T09:30:00Z')
const SEEDS = [1, 2, 3, 4, 5]

const rule = (
  metric: string,
  comparator: SegmentConditionInput['comparator'],
  value: string,
  negate = false,
) => ({ metric, comparator, value, negate })

/** Rules, and the SQL that says the same about the table `customer`. */
const CASES: readonly (readonly [ReturnType<typeof rule>[], sql: string])[] = [
  [[], 'TRUE'],
  [[rule('environment', 'eq', 'prod')], 'environment = 1'],
  [[rule('environment', 'eq', 'prod', true)], 'environment <> 1'],
  [[rule('environment', 'ne', 'sandbox')], 'environment <> 0'],
  [[rule('target_platform', 'eq', 'iOS')], "store = 'app_store'"],
  [[rule('target_platform', 'contains', 'o')], "store = 'play_store'"],
  [[rule('target_platform', 'not_contains', 'S', true)], "store IN ('app_store', 'stripe')"],
  [[rule('client_uid', 'contains', '00')], "customer_id GLOB '*00*'"],
  [[rule('client_advertiser_id', 'eq', 'x')], 'FALSE'],
  [[rule('client_advertiser_id', 'ne', 'x')], 'TRUE'],
  [[rule('client_advertiser_id', 'not_contains', 'x', true)], 'FALSE'],
  [[rule('renewable', 'eq', '1')], 'renewing'],
  [[rule('renewable', 'ne', '1')], 'NOT renewing'],
  [[rule('renewable', 'eq', '0', true)], 'renewing'],
  [[rule('payments_count', 'gt', '2')], 'payments > 2'],
  [[rule('payments_count', 'gte', '2')], 'payments >= 2'],
  [[rule('payments_count', 'lt', '2')], 'payments < 2'],
  [[rule('payments_count', 'lte', '2')], 'payments <= 2'],
  [[rule('payments_count', 'eq', '10')], 'payments = 10'],
  [[rule('net_payments_usd', 'gt', '59.5')], 'net > 59.5'],
  [[rule('net_payments_usd', 'lt', '0.01')], 'net < 0.01'],
  [[rule('since', 'gte', '1767225600')], 'at >= 1767225600'],
  [
    [
      rule('environment', 'eq', 'prod'),
      rule('country', 'ne', 'US'),
      rule('renewable', 'eq', '1'),
      rule('payments_count', 'gte', '3', true),
    ],
    "environment = 1 AND country <> 'US' AND renewing AND payments < 3",
  ],
]

/** Customers as SQL reads them out of the log. */
function customersInSql(sandbox: Sandbox): DatabaseSync {
  const db = new DatabaseSync(':memory:')
  const load = (name: string, rows: readonly object[]) => {
    const columns = Object.keys(rows[0]!)
    db.exec(`CREATE TABLE ${name} (${columns.join()})`)
    const insert = db.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join()})`)
    db.exec('BEGIN')
    for (const row of rows) insert.run(...(Object.values(row) as (string | number | null)[]))
    db.exec('COMMIT')
  }
  load('log', sandbox.log())
  load('rate', sandbox.rates())
  db.exec(`
    CREATE INDEX rate_of_day ON rate (date, currency);
    CREATE TABLE money AS
    SELECT l.customer_id, l.type LIKE '%refunded' AS back,
      l.price / iif(l.currency = 'JPY', 1.0, 100.0) * coalesce(r.usd, 1) AS usd
    FROM log l LEFT JOIN rate r ON r.date = date(l.at, 'unixepoch') AND r.currency = l.currency
    WHERE l.price IS NOT NULL;
    -- A subscription renews unless the last that was heard of it is its cancellation or its end.
    CREATE TABLE running AS
    SELECT customer_id FROM log
    WHERE event_id IN (
      SELECT max(event_id) FROM log WHERE product_group IS NOT NULL AND type NOT LIKE '%refunded' GROUP BY customer_id, product_group
    ) AND type NOT LIKE '%_canceled' AND type NOT LIKE '%_expired';
    CREATE TABLE customer AS
    SELECT customer_id, environment, country, store, at,
      customer_id IN (SELECT customer_id FROM running) AS renewing,
      (SELECT count(*) FROM money m WHERE m.customer_id = log.customer_id AND NOT back) AS payments,
      0 AS net
    FROM log WHERE type = 'install';
    UPDATE customer SET net = s.net FROM (SELECT customer_id, sum(iif(back, -usd, usd)) AS net FROM money GROUP BY 1) s
    WHERE s.customer_id = customer.customer_id;`)
  return db
}

describe('a segment selects', () => {
  it.each(SEEDS)('those whom SQL finds by the same rules: seed %i', (seed) => {
    const sandbox = createSandbox({ seed, now: NOW, customers: 600 })
    const history = createHistory(sandbox.log(), createRates(sandbox.rates()))
    const customers = customersAt(history, NOW.getTime() / 1000)
    const db = customersInSql(sandbox)
    db.exec('CREATE INDEX money_of ON money (customer_id)')
    for (const [conditions, where] of CASES) {
      const found = customers.filter((customer) => selects({ conditions }, customer))
      const wanted = db
        .prepare(`SELECT customer_id FROM customer WHERE ${where} ORDER BY customer_id`)
        .all()
      expect(found.map(({ id }) => id).toSorted(), where).toEqual(
        wanted.map(({ customer_id: id }) => id),
      )
    }
    db.close()
    figure('segments equal to SQL on log()', CASES.length, 'all equal', seed)
  })

  it('people of a purchase log, who have few attributes', () => {
    const rows = [purchase('a', 1), purchase('b', 2), purchase('a', 3)]
    const views = customersAt(createHistory(rows, null), 10)
    const count = (...conditions: ReturnType<typeof rule>[]) =>
      views.filter((view) => selects({ conditions }, view)).length
    expect(count()).toBe(2)
    expect(count(rule('payments_count', 'gt', '1'))).toBe(1)
    expect(count(rule('target_platform', 'eq', 'iOS'))).toBe(0)
    expect(count(rule('target_platform', 'ne', 'iOS'))).toBe(2)
    expect(count(rule('renewable', 'eq', '1'))).toBe(0)
  })
})

const purchase = (customer_id: string, at: number): LogRow => ({
  event_id: at,
  customer_id,
  at,
  type: 'purchase',
  environment: 1,
  product_id: null,
  product_group: null,
  price: 100,
  currency: 'USD',
  refund_of: null,
  country: null,
  store: null,
  campaign: null,
  first_product: null,
})

describe('the segments of a project', () => {
  let sandbox: Sandbox
  beforeEach(() => {
    sandbox = createSandbox({ seed: 1, now: NOW, customers: 50 })
  })
  const ask = <Op extends Operation>(
    operation: Op,
    input: InputOf<Op>,
    idempotencyKey?: string,
  ): Promise<OutputOf<Op>> => execute(operation, input, { ...sandbox, idempotencyKey })
  const ids = async () => (await ask(listSegments, {})).data.map(({ id }) => id)
  const paying = { metric: 'payments_count', comparator: 'gt', value: '0' } as const

  it('are listed newest first, page by page, without the system ones', async () => {
    const before = await ids()
    for (const name of ['One', 'Two', 'Three']) await ask(createSegment, { name })
    expect(await ids()).toEqual(['three', 'two', 'one', ...before])
    const first = await ask(listSegments, { limit: 2 })
    expect(first).toMatchObject({ has_more: true, next_cursor: 'two' })
    const second = await ask(listSegments, { limit: 2, starting_after: 'two' })
    expect(second.data.map(({ id }) => id)).toEqual(['one', before[0]])
    const lost = await ask(listSegments, { limit: 2, starting_after: 'gone' })
    expect(lost).toMatchObject({ restarted: true, data: first.data })
  })

  it('are made with an id from the name, and negate written out', async () => {
    const made = await ask(createSegment, { name: 'Paying, once!', conditions: [paying] })
    expect(made).toEqual({
      object: 'segment',
      id: 'paying-once',
      url: '/v4/segments/paying-once',
      name: 'Paying, once!',
      is_system: false,
      conditions: [{ ...paying, negate: false }],
      created_at: '2026-04-22T09:30:00Z',
      updated_at: '2026-04-22T09:30:00Z',
    })
    expect(await ask(getSegment, { segment_id: 'paying-once' })).toEqual(made)
    expect((await ask(createSegment, { name: 'Paying once' })).id).toBe('paying-once-2')
    expect((await ask(createSegment, { name: 'System' })).id).toBe('system-2')
    expect((await ask(createSegment, { name: '顧客' })).id).toBe('segment')
  })

  it('are made once for one idempotency key', async () => {
    const first = await ask(createSegment, { name: 'Once' }, 'key')
    expect(await ask(createSegment, { name: 'Once' }, 'key')).toEqual(first)
    expect((await ids()).filter((id) => id.startsWith('once'))).toEqual(['once'])
    await expect(ask(createSegment, { name: 'Once' }, 'other')).rejects.toMatchObject({
      status: 409,
      code: 'already_exists',
    })
  })

  it('are replaced: rules that are given, none by [], the stored ones where they are left out', async () => {
    await ask(createSegment, { name: 'A', conditions: [paying] })
    const renamed = await ask(updateSegment, { segment_id: 'a', name: 'B' })
    expect(renamed).toMatchObject({ id: 'a', name: 'B', conditions: [paying] })
    const other = { metric: 'renewable', comparator: 'ne', value: '1', negate: true } as const
    const replaced = { segment_id: 'a', name: 'B', conditions: [other] }
    expect((await ask(updateSegment, replaced)).conditions).toEqual([other])
    const cleared = { segment_id: 'a', name: 'B', conditions: [] }
    expect((await ask(updateSegment, cleared)).conditions).toEqual([])
    await ask(createSegment, { name: 'C' })
    await expect(ask(updateSegment, { segment_id: 'a', name: 'C' })).rejects.toMatchObject({
      status: 422,
      code: 'validation_error',
    })
  })

  it('are removed for good', async () => {
    await ask(createSegment, { name: 'A' })
    await ask(deleteSegment, { segment_id: 'a' })
    for (const call of [
      () => ask(getSegment, { segment_id: 'a' }),
      () => ask(updateSegment, { segment_id: 'a', name: 'A' }),
      () => ask(deleteSegment, { segment_id: 'a' }),
    ])
      await expect(call()).rejects.toMatchObject({ status: 404, code: 'not_found' })
  })

  it('stay as they are when they are the system’s', async () => {
    const { data } = await ask(listSystemSegments, {})
    expect(data.map(({ id, is_system }) => [id, is_system])).toEqual([
      ['all-users', true],
      ['production-users', true],
      ['sandbox-users', true],
    ])
    expect(await ask(getSegment, { segment_id: 'all-users' })).toEqual(data[0])
    await expect(ask(updateSegment, { segment_id: 'all-users', name: 'X' })).rejects.toMatchObject({
      status: 422,
    })
    await expect(ask(deleteSegment, { segment_id: 'all-users' })).rejects.toMatchObject({
      status: 409,
      code: 'state_conflict',
    })
  })

  it('refuse rules that nobody could follow, each by its field', async () => {
    const conditions = [
      rule('shoe_size', 'eq', '42'),
      rule('environment', 'gt', 'prod'),
      rule('payments_count', 'contains', '1'),
      rule('payments_count', 'gt', 'many'),
      rule('renewable', 'eq', 'perhaps'),
      paying,
    ]
    await expect(ask(createSegment, { name: ' ', conditions })).rejects.toMatchObject({
      status: 400,
      code: 'invalid_data',
      details: [
        { field: 'name' },
        { field: 'conditions.0.metric' },
        { field: 'conditions.1.comparator' },
        { field: 'conditions.2.comparator' },
        { field: 'conditions.3.value' },
        { field: 'conditions.4.value' },
      ],
    })
  })
})
