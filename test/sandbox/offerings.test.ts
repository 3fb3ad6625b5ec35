// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import type { InputOf, Operation } from '../../src/core/operation.ts'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import {
  createOffering,
  deleteOffering,
  getOffering,
  listOfferings,
  setMainOffering,
  updateOffering,
} from '../../src/resources/offerings/operations.ts'
import { getProduct } from '../../src/resources/products/operations.ts'
import { walk } from './walk.ts'
import { purchase } from './purchase.ts'

const now = new Date('2026-04-22T09:30:00Z')
const make = () => createSandbox({ seed: 1, now, customers: 50 })
const ask = <Op extends Operation>(
  sandbox: Sandbox,
  operation: Op,
  input: InputOf<Op>,
  idempotencyKey?: string,
) => execute(operation, input, { fetcher: sandbox.fetcher, idempotencyKey })
const list = async (sandbox: Sandbox) => (await ask(sandbox, listOfferings, {})).data
const mainOf = async (sandbox: Sandbox) =>
  (await list(sandbox)).filter(({ tag }) => tag === 1).map(({ id }) => id)

/** Sends what the operation itself would not let pass. */
async function sendRaw(sandbox: Sandbox, method: string, path: string, body: object) {
  const { signal } = new AbortController()
  const init = { method, headers: {}, body: JSON.stringify(body), signal }
  const response = await sandbox.fetcher(path, init)
  return { status: response.status, body: (await response.json()) as unknown }
}

/** The id of the offering that an experiment holds: known to the sandbox, listed nowhere. */
const VARIANT = 'main_yearly_first'

describe('the list of offerings', () => {
  it('has one main offering, products of the project only, and no variant of an experiment', async () => {
    const sandbox = make()
    const offerings = await list(sandbox)
    expect(offerings.length).toBeGreaterThan(2)
    expect(await mainOf(sandbox)).toHaveLength(1)
    for (const id of new Set(offerings.flatMap((offering) => offering.product_ids)))
      expect(await ask(sandbox, getProduct, { product_id: id })).toMatchObject({ id })
    expect(offerings.map(({ id }) => id)).not.toContain(VARIANT)
    expect(await ask(sandbox, getOffering, { offering_id: VARIANT })).toMatchObject({ id: VARIANT })
  })

  it('is read by cursor, every offering once, in pages of any size', async () => {
    const sandbox = make()
    const all = await list(sandbox)
    const { rows, pages } = await walk(listOfferings, { limit: 1 }, sandbox.fetcher)
    expect([rows, pages]).toEqual([all, all.length])
  })

  it('restarts at a cursor that it does not know, and says so', async () => {
    const sandbox = make()
    const page = await ask(sandbox, listOfferings, { starting_after: 'gone', limit: 2 })
    const first = await ask(sandbox, listOfferings, { limit: 2 })
    expect(page).toEqual({ ...first, restarted: true })
    expect(first).not.toHaveProperty('restarted')
  })

  it('restarts when the offering of the cursor was deleted between two pages', async () => {
    const sandbox = make()
    const [first] = (await ask(sandbox, listOfferings, { limit: 1 })).data
    await ask(sandbox, setMainOffering, { offering_id: 'pro' })
    await ask(sandbox, deleteOffering, { offering_id: first!.id })
    const page = await ask(sandbox, listOfferings, { limit: 1, starting_after: first!.id })
    expect(page.restarted).toBe(true)
    expect(page.data.map(({ id }) => id)).toEqual(['pro'])
  })
})

describe('creating an offering', () => {
  const input = { id: 'spring sale: 50', product_ids: ['premium_yearly', 'premium_weekly'] }

  it('adds it at the end, not main, under an address that can be asked', async () => {
    const sandbox = make()
    const created = await ask(sandbox, createOffering, input)
    expect(created).toEqual({
      object: 'offering',
      url: '/v4/offerings/spring%20sale%3A%2050',
      tag: null,
      created_at: '2026-04-22T09:30:00Z',
      updated_at: '2026-04-22T09:30:00Z',
      ...input,
    })
    expect((await list(sandbox)).at(-1)).toEqual(created)
    expect(await ask(sandbox, getOffering, { offering_id: input.id })).toEqual(created)
  })

  it('is answered again by the same key, with one effect; another key finds the id taken', async () => {
    const sandbox = make()
    const count = (await list(sandbox)).length
    const first = await ask(sandbox, createOffering, input, 'key-1')
    expect(await ask(sandbox, createOffering, input, 'key-1')).toEqual(first)
    expect(await list(sandbox)).toHaveLength(count + 1)
    for (const key of ['key-2', undefined])
      await expect(ask(sandbox, createOffering, input, key)).rejects.toMatchObject({
        status: 409,
        code: 'already_exists',
      })
  })

  it('makes the first of a project main, whatever tag was sent', async () => {
    const transactions = [purchase({ product_id: 'single' })]
    const shop = createSandbox({ seed: 1, now: new Date('2026-02-01'), transactions })
    const first = { id: 'one', tag: 0 as const, product_ids: ['single'] }
    expect(await ask(shop, createOffering, first)).toMatchObject({ tag: 1 })
    expect(await ask(shop, createOffering, { id: 'two', tag: 0 })).toMatchObject({
      tag: 0,
      product_ids: [],
    })
  })

  it('names every product that is not in the project', async () => {
    const sandbox = make()
    const before = await list(sandbox)
    const wrong = { id: 'x', product_ids: ['premium_yearly', 'nope', 'neither'] }
    await expect(ask(sandbox, createOffering, wrong)).rejects.toMatchObject({
      status: 400,
      code: 'product_not_in_project',
      details: [{ field: 'product_ids.1' }, { field: 'product_ids.2' }],
    })
    expect(await list(sandbox)).toEqual(before)
  })

  it.each([
    ['POST', '/offerings', { id: 'x', tag: 1 }],
    ['PATCH', '/offerings/pro', { tag: 1 }],
  ])('cannot set main directly: %s %s', async (method, path, body) => {
    const sandbox = make()
    const before = await list(sandbox)
    expect(await sendRaw(sandbox, method, path, body)).toMatchObject({
      status: 400,
      body: {
        error: {
          type: 'resource',
          code: 'cannot_set_main_directly',
          message: expect.stringContaining('/set-main'),
          details: [{ field: 'tag' }],
        },
      },
    })
    expect(await list(sandbox)).toEqual(before)
  })

  it('refuses other bad bodies as such', async () => {
    const answer = await sendRaw(make(), 'POST', '/offerings', { id: 'x', tag: 1, colour: 'red' })
    expect(answer.body).toMatchObject({ error: { code: 'cannot_set_main_directly' } })
    expect(await sendRaw(make(), 'POST', '/offerings', { id: 'a/b' })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_data', details: [{ field: 'id' }] } },
    })
  })
})

describe('updating an offering', () => {
  it('replaces the products, keeps them when none are sent, clears them by an empty list', async () => {
    const sandbox = make()
    const update = async (product_ids?: string[]) =>
      (
        await ask(sandbox, updateOffering, {
          offering_id: 'pro',
          ...(product_ids && { product_ids }),
        })
      ).product_ids
    expect(await update(['credits_100', 'pro_monthly'])).toEqual(['credits_100', 'pro_monthly'])
    expect(await update()).toEqual(['credits_100', 'pro_monthly'])
    expect(await update([])).toEqual([])
    const offering = await ask(sandbox, getOffering, { offering_id: 'pro' })
    expect(offering).toMatchObject({ product_ids: [], updated_at: '2026-04-22T09:30:00Z' })
  })

  it('refuses a product that is not in the project', async () => {
    const wrong = { offering_id: 'pro', product_ids: ['nope'] }
    await expect(ask(make(), updateOffering, wrong)).rejects.toMatchObject({
      status: 400,
      code: 'product_not_in_project',
    })
  })
})

describe('the main offering', () => {
  it('is exchanged in one step: the one before is demoted', async () => {
    const sandbox = make()
    const [before] = await mainOf(sandbox)
    const main = await ask(sandbox, setMainOffering, { offering_id: 'winback' }, 'key-1')
    expect(main).toMatchObject({ id: 'winback', tag: 1, updated_at: '2026-04-22T09:30:00Z' })
    expect(await mainOf(sandbox)).toEqual(['winback'])
    expect(await ask(sandbox, getOffering, { offering_id: before! })).toMatchObject({ tag: 0 })
    // The same intent, sent again after another has taken the place, changes nothing.
    await ask(sandbox, setMainOffering, { offering_id: 'pro' }, 'key-2')
    expect(await ask(sandbox, setMainOffering, { offering_id: 'winback' }, 'key-1')).toEqual(main)
    expect(await mainOf(sandbox)).toEqual(['pro'])
  })

  it('is not deleted; once it is demoted it is', async () => {
    const sandbox = make()
    const [id] = await mainOf(sandbox)
    const asked = { offering_id: id! }
    await expect(ask(sandbox, deleteOffering, asked)).rejects.toMatchObject({ status: 422 })
    await ask(sandbox, setMainOffering, { offering_id: 'pro' })
    expect(await ask(sandbox, deleteOffering, asked)).toBeUndefined()
    await expect(ask(sandbox, getOffering, asked)).rejects.toMatchObject({ status: 404 })
  })

  it('is never the variant of an experiment, which is not deleted here either', async () => {
    const sandbox = make()
    const variant = { offering_id: VARIANT }
    await expect(ask(sandbox, setMainOffering, variant)).rejects.toMatchObject({
      status: 422,
      code: 'cannot_setmain_experiment_variant',
    })
    await expect(ask(sandbox, deleteOffering, variant)).rejects.toMatchObject({ status: 422 })
  })

  it.each([
    ['set main', setMainOffering],
    ['deleted', deleteOffering],
    ['updated', updateOffering],
    ['read', getOffering],
  ])('and every other must exist to be %s', async (_, operation) => {
    await expect(ask(make(), operation, { offering_id: 'nope' })).rejects.toMatchObject({
      status: 404,
      code: 'not_found',
      message: 'There is no offering "nope".',
    })
  })
})
