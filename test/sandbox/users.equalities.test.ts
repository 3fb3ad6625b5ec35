// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import { listCustomerPermissions, listCustomers } from '../../src/resources/customers/operations.ts'
import {
  listEntitlements,
  listUserEntitlements,
} from '../../src/resources/entitlements/operations.ts'
import { getIdentity } from '../../src/resources/identities/operations.ts'
import { listUserPurchases } from '../../src/resources/purchases/operations.ts'
import type { Purchase } from '../../src/resources/purchases/types.ts'
import { getUser } from '../../src/resources/users/operations.ts'
import { figure } from '../figures.ts'
import { createOracle } from './oracle/oracle.ts'
import { SEEDS } from './seeds.ts'
import { walk } from './walk.ts'

const NOW = new Date('2026-02-28T13:37:21Z')
const STATEMENTS = ['customers.sql', 'users.sql'].flatMap((name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split(/;\n/)
    .filter((text) => /\w/.test(text)),
)

function openOracle(sandbox: Sandbox) {
  const oracle = createOracle(sandbox.log(), sandbox.rates(), NOW)
  for (const statement of STATEMENTS) oracle.query(statement)
  return {
    all: <Row>(text: string) => oracle.query(text) as unknown as Row[],
    one: (text: string) => Number(Object.values(oracle.query(text)[0]!)[0]),
  }
}

const seconds = (iso: string | null | undefined) => (iso ? Date.parse(iso) / 1000 : null)

describe.each(SEEDS)('the users of seed %i', async (seed) => {
  const sandbox = createSandbox({ seed, now: NOW, customers: 400 })
  const { fetcher } = sandbox
  const sql = openOracle(sandbox)
  const customers = (
    await Promise.all(
      [1, 0].map(async (environment) =>
        walk(listCustomers, { limit: 100, environment }, fetcher).then(({ rows }) => rows),
      ),
    )
  ).flat()
  const bought = new Map<string, readonly Purchase[]>()
  for (const { id } of customers)
    bought.set(id, (await walk(listUserPurchases, { user_id: id, limit: 3 }, fetcher)).rows)
  const purchases = [...bought.values()].flat()
  const held = (user_id: string) =>
    execute(listUserEntitlements, { user_id }, { fetcher }).then(({ data }) => data)

  it('came when, and in which environment, SQL finds in the log', async () => {
    const expected = sql.all<{ id: string; environment: number; since: number }>(
      'SELECT id, environment, since FROM profile',
    )
    for (const { id, environment, since } of expected) {
      const user = await execute(getUser, { user_id: id }, { fetcher })
      expect([user.environment, seconds(user.created_at)]).toEqual([
        environment === 1 ? 'prod' : 'sandbox',
        since,
      ])
    }
    figure('users = SQL on the log: environment, time of creation', expected.length, 'equal', seed)
  })

  it('have the identity that the list of customers shows', async () => {
    for (const { id, external_identity: identity } of customers)
      expect((await execute(getUser, { user_id: id }, { fetcher })).identity_id).toBe(identity)
    const identified = customers.filter(({ external_identity: identity }) => identity)
    expect(identified.length).toBeGreaterThan(customers.length / 3)
    for (const { id, external_identity: identity_id } of identified)
      expect(await execute(getIdentity, { identity_id: identity_id! }, { fetcher })).toMatchObject({
        id: identity_id,
        user_id: id,
      })
    figure('every identity of a customer leads to its user', identified.length, 'equal', seed)
    figure(
      'identity of a user = external identity of the customer',
      customers.length,
      'equal',
      seed,
    )
  })

  it('have bought what SQL finds charged, to the digit, the newest first', () => {
    for (const { id } of customers) {
      const expected = sql.all(
        `SELECT id, user_id, platform, product_id, currency, price, at FROM transaction_of_user
         WHERE user_id = '${id}' ORDER BY event_id DESC`,
      )
      expect(
        bought
          .get(id)!
          .map(
            ({ id: purchase, user_id, platform, product_id, currency, price, purchased_at }) => ({
              id: purchase,
              user_id,
              platform,
              product_id,
              currency,
              price,
              at: seconds(purchased_at),
            }),
          ),
      ).toEqual(expected)
    }
    expect(purchases.length).toBe(sql.one('SELECT count(*) FROM transaction_of_user'))
    expect(purchases.length).toBeGreaterThan(100)
    figure('purchases = SQL on the log: 7 columns', purchases.length, 'equal', seed)
  })

  it('have as many purchases as the list of customers counts payments', () => {
    for (const { id, payments_count: count } of customers)
      expect(bought.get(id)!.length).toBe(count)
    figure('purchases of a user = payments of the customer', customers.length, 'equal', seed)
  })

  it('have paid by currency what SQL adds up', () => {
    const sums = new Map<string, number>()
    for (const { currency, price } of purchases)
      sums.set(currency, (sums.get(currency) ?? 0) + Number(price))
    const expected = sql.all<{ currency: string; sum: number }>(
      `SELECT currency, sum(price / CASE currency WHEN 'JPY' THEN 1.0 ELSE 100.0 END) AS sum FROM event
       WHERE type IN (SELECT type FROM paid_type) GROUP BY currency ORDER BY currency`,
    )
    expect([...sums.keys()].toSorted()).toEqual(expected.map(({ currency }) => currency))
    for (const { currency, sum } of expected) expect(sums.get(currency)).toBeCloseTo(sum, 4)
    figure('prices of all purchases = SQL, by currency', expected.length, 'equal', seed)
  })

  it('have paid up to the moment of the renewal that followed', () => {
    const next = new Map(
      sql
        .all<{ id: string; at: number }>(
          `SELECT t.id, f.next_at AS at FROM transaction_of_user t JOIN followed f USING (event_id)
           WHERE f.next_type = 'subscription_renewed'`,
        )
        .map(({ id, at }) => [id, at]),
    )
    const renewed = purchases.filter(({ id }) => next.has(id))
    expect(renewed.map(({ id, expires_at }) => [id, seconds(expires_at)])).toEqual(
      renewed.map(({ id }) => [id, next.get(id)]),
    )
    expect(renewed.length).toBeGreaterThan(100)
    figure('a purchase ends when the renewal falls due', renewed.length, 'equal', seed)
  })

  it('have one renewing purchase for each subscription that SQL finds running on', () => {
    const renewing = purchases.filter((purchase) => purchase.is_auto_renewing).length
    expect(renewing).toBe(
      sql.one(
        "SELECT count(*) FROM access WHERE renew_state = 'will_renew' AND period_type = 'normal'",
      ),
    )
    figure('renewing purchases = running subscriptions by SQL', renewing, 'equal', seed)
  })

  it('hold the entitlements that SQL finds: active, renewing, in a trial, of which product, since when', async () => {
    const ids = sql
      .all<{ id: string }>('SELECT DISTINCT user_id AS id FROM access')
      .map(({ id }) => id)
    let count = 0
    for (const id of ids) {
      const rows = (await held(id)).map((row) => ({
        id: row.id,
        is_active: Number(row.is_active),
        renew_state: row.product?.subscription?.renew_state,
        period_type: row.product?.subscription?.current_period_type,
        product_id: row.product?.product_id,
        started_at: seconds(row.started_at),
      }))
      const expected = sql.all<{ id: string }>(
        `SELECT id, is_active, renew_state, period_type, product_id, started_at FROM access WHERE user_id = '${id}' ORDER BY id`,
      )
      expect(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(expected)
      count += rows.length
    }
    expect(count).toBeGreaterThan(50)
    figure('user entitlements = SQL on the log: 6 columns', count, 'equal', seed)
  })

  it('hold the entitlements that the customers section calls permissions', async () => {
    for (const { id } of customers.slice(0, 80)) {
      const { data } = await execute(listCustomerPermissions, { customer_id: id }, { fetcher })
      expect(
        (await held(id)).map((row) => [
          row.id,
          row.is_active,
          seconds(row.started_at),
          seconds(row.expires_at),
          row.product?.product_id,
        ]),
      ).toEqual(
        data.map((row) => [row.id, row.active, row.started_at, row.expires_at, row.product_id]),
      )
    }
    figure('user entitlements = permissions of the customer', 80, 'users equal', seed)
  })

  it('can have what is defined for the products that SQL finds in each group', async () => {
    const { rows } = await walk(listEntitlements, {}, fetcher)
    const sold = sql.all<{ id: string; product: string }>(
      'SELECT DISTINCT product_group AS id, product_id AS product FROM event WHERE product_group IS NOT NULL',
    )
    for (const { id, product } of sold)
      expect(rows.find((row) => row.id === id)?.product_ids).toContain(product)
    const groups = new Set(sold.map(({ id }) => id))
    expect(rows.filter(({ product_ids }) => product_ids).map(({ id }) => id)).toEqual(
      expect.arrayContaining([...groups]),
    )
    figure('products of definitions hold the products of the log', sold.length, 'equal', seed)
  })
})
