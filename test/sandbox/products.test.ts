// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import type { InputOf, Operation } from '../../src/core/operation.ts'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import { getOffering, listOfferings } from '../../src/resources/offerings/operations.ts'
import {
  createProduct,
  deleteProduct,
  getProduct,
  listProducts,
  updateProduct,
} from '../../src/resources/products/operations.ts'
import { figure } from '../figures.ts'
import { at } from './ask.ts'
import { createOracle } from './oracle/oracle.ts'
import { SEEDS } from './seeds.ts'
import { walk } from './walk.ts'
import { purchase } from './purchase.ts'

const now = new Date('2026-04-22T09:30:00Z')
const make = (seed = 1) => createSandbox({ seed, now, customers: 300 })
const ask = <Op extends Operation>(sandbox: Sandbox, operation: Op, input: InputOf<Op>) =>
  execute(operation, input, { fetcher: sandbox.fetcher })

describe('the list of products', () => {
  it.each(SEEDS)('holds every product that the log sells (seed %i)', async (seed) => {
    const sandbox = make(seed)
    const { rows } = await walk(listProducts, { limit: 4 }, sandbox.fetcher)
    const ids = new Set(rows.map(({ id }) => id))
    const sold = createOracle(sandbox.log(), sandbox.rates(), now).query(
      'SELECT DISTINCT product_id AS id FROM event WHERE product_id IS NOT NULL',
    )
    expect(sold.length).toBeGreaterThan(4)
    expect(sold.filter(({ id }) => !ids.has(String(id)))).toEqual([])
    figure('products sold in the log are listed', sold.length, 'all', seed)
  })

  it('stands newest first, in pages of any size', async () => {
    const sandbox = make()
    const { data } = await ask(sandbox, listProducts, {})
    const made = data.map((row) => row.created_at)
    expect(made).toEqual(made.toSorted().toReversed())
    expect(at(made[0]!)).toBeLessThan(sandbox.log()[0]!.at)
    expect((await walk(listProducts, { limit: 1 }, sandbox.fetcher)).rows).toEqual(data)
  })

  it('is filtered by any of several types, named without brackets', async () => {
    const types = async (type: string[]) =>
      new Set((await ask(make(), listProducts, { filter: { type } })).data.map((row) => row.type))
    expect(await types(['consumable'])).toEqual(new Set(['consumable']))
    expect(await types(['consumable', 'subscription'])).toEqual(
      new Set(['subscription', 'consumable']),
    )
    expect(await types(['unheard_of'])).toEqual(new Set())
  })

  it('has durations on subscriptions and on nothing else', async () => {
    const { data } = await ask(make(), listProducts, {})
    const durations = Object.fromEntries(data.map((row) => [row.id, row.duration]))
    expect(durations).toMatchObject({
      premium_weekly: 'P1W',
      premium_monthly: 'P1M',
      premium_yearly: 'P1Y',
      credits_100: null,
    })
  })

  it('of a purchase log are those of its product column, since their first sale', async () => {
    const sale = (day: number, product_id: string | null) =>
      purchase({ purchased_at: at(`1997-01-0${day}`), product_id })
    const shop = createSandbox({
      seed: 1,
      now: new Date('1997-01-05'),
      transactions: [sale(1, 'single'), sale(2, null), sale(3, 'album'), sale(4, 'single')],
    })
    const { data } = await ask(shop, listProducts, {})
    expect(data.map(({ id, type, created_at: made }) => [id, type, made])).toEqual([
      ['album', null, '1997-01-03T00:00:00Z'],
      ['single', null, '1997-01-01T00:00:00Z'],
    ])
    expect((await ask(shop, listOfferings, {})).data).toEqual([])
  })
})

describe('writing a product', () => {
  const input = { id: 'gold.yearly-2', type: 'subscription', duration: 'P1Y' } as const

  it('creates it as the newest, with null for what was not given', async () => {
    const sandbox = make()
    const created = await ask(sandbox, createProduct, { ...input, apple_product_id: 'gold' })
    expect(created).toEqual({
      object: 'product',
      url: '/v4/products/gold.yearly-2',
      ...input,
      apple_product_id: 'gold',
      google_product_id: null,
      google_base_plan_id: null,
      stripe_product_id: null,
      created_at: '2026-04-22T09:30:00Z',
      updated_at: '2026-04-22T09:30:00Z',
    })
    expect((await ask(sandbox, listProducts, { limit: 1 })).data).toEqual([created])
    expect(await ask(sandbox, getProduct, { product_id: input.id })).toEqual(created)
  })

  it('refuses an id that is taken', async () => {
    const sandbox = make()
    await ask(sandbox, createProduct, input)
    await expect(ask(sandbox, createProduct, input)).rejects.toMatchObject({
      status: 409,
      code: 'already_exists',
    })
  })

  it('changes what is given, keeps the rest, and clears by null', async () => {
    const sandbox = make()
    const before = await ask(sandbox, getProduct, { product_id: 'premium_monthly' })
    const changes = { stripe_product_id: 'prod_9', google_base_plan_id: null }
    const updated = await ask(sandbox, updateProduct, { product_id: before.id, ...changes })
    expect(updated).toEqual({ ...before, ...changes, updated_at: '2026-04-22T09:30:00Z' })
    expect(await ask(sandbox, getProduct, { product_id: before.id })).toEqual(updated)
  })

  it.each([
    ['creating', (of: Sandbox) => ask(of, createProduct, { ...input, type: 'lifetime' })],
    [
      'changing the type alone',
      (of: Sandbox) =>
        ask(of, updateProduct, { product_id: 'premium_monthly', type: 'consumable' }),
    ],
    [
      'giving one to credits',
      (of: Sandbox) => ask(of, updateProduct, { product_id: 'credits_100', duration: 'P1W' }),
    ],
  ])('refuses a duration without a subscription: %s', async (_, write) => {
    const sandbox = make()
    const before = await ask(sandbox, listProducts, {})
    await expect(write(sandbox)).rejects.toMatchObject({
      status: 400,
      code: 'invalid_data',
      details: [{ field: 'duration' }],
    })
    expect(await ask(sandbox, listProducts, {})).toEqual(before)
  })

  it('deletes it, out of offerings too', async () => {
    const sandbox = make()
    const { product_ids: before } = await ask(sandbox, getOffering, { offering_id: 'main' })
    await ask(sandbox, deleteProduct, { product_id: 'premium_monthly' })
    const { product_ids: after } = await ask(sandbox, getOffering, { offering_id: 'main' })
    expect(before).toContain('premium_monthly')
    expect(after).toEqual(before.filter((id) => id !== 'premium_monthly'))
    for (const operation of [getProduct, deleteProduct, updateProduct])
      await expect(
        ask(sandbox, operation, { product_id: 'premium_monthly' }),
      ).rejects.toMatchObject({ status: 404, code: 'not_found' })
  })
})
