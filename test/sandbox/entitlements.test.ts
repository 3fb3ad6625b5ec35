// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import {
  grantCustomerPermission,
  listCustomerPermissions,
} from '../../src/resources/customers/operations.ts'
import {
  createEntitlement,
  deleteEntitlement,
  getEntitlement,
  grantUserEntitlement,
  listEntitlements,
  listUserEntitlements,
  revokeUserEntitlement,
  updateEntitlement,
} from '../../src/resources/entitlements/operations.ts'
import { deleteProduct } from '../../src/resources/products/operations.ts'
import { at } from './ask.ts'
import { ask, first, list, make, now } from './business.ts'
import { walk } from './walk.ts'

const held = async (sandbox: Sandbox, user_id: string) =>
  (await ask(sandbox, listUserEntitlements, { user_id })).data
const permissions = async (sandbox: Sandbox, customer_id: string) =>
  (await ask(sandbox, listCustomerPermissions, { customer_id })).data
const notFound = { status: 404, code: 'not_found' }

describe('definitions', () => {
  it('are one for each group of products, and one that is only granted', async () => {
    const { rows } = await walk(listEntitlements, { limit: 1 }, make().fetcher)
    expect(rows.map(({ id, product_ids }) => [id, product_ids])).toEqual([
      ['premium', ['premium_weekly', 'premium_monthly', 'premium_yearly', 'pro_monthly']],
      ['coaching', ['coaching_monthly']],
      ['beta', null],
    ])
  })

  it('are made, changed in part, and removed', async () => {
    const sandbox = make()
    const made = await ask(sandbox, createEntitlement, { id: 'vip', description: 'Very important' })
    expect(made).toEqual({
      object: 'entitlement',
      id: 'vip',
      url: '/v4/entitlements/vip',
      description: 'Very important',
      product_ids: null,
      created_at: '2026-04-22T09:30:00Z',
      updated_at: '2026-04-22T09:30:00Z',
    })
    const entitlement_id = 'vip'
    const changed = await ask(sandbox, updateEntitlement, { entitlement_id, product_ids: [] })
    expect(changed).toEqual({ ...made, product_ids: [] })
    expect(await ask(sandbox, getEntitlement, { entitlement_id })).toEqual(changed)
    expect(await ask(sandbox, deleteEntitlement, { entitlement_id })).toBeUndefined()
    await expect(ask(sandbox, getEntitlement, { entitlement_id })).rejects.toMatchObject(notFound)
  })

  it('keep a product that is sold no more, for those who have it, and can be saved as they were read', async () => {
    const sandbox = make()
    const entitlement_id = 'premium'
    const read = await ask(sandbox, getEntitlement, { entitlement_id })
    await ask(sandbox, deleteProduct, { product_id: 'premium_yearly' })
    const { product_ids } = await ask(sandbox, getEntitlement, { entitlement_id })
    expect(product_ids).toEqual(read.product_ids)
    const saved = await ask(sandbox, updateEntitlement, { entitlement_id, product_ids })
    expect(saved.product_ids).toEqual(read.product_ids)
    await expect(
      ask(sandbox, createEntitlement, { id: 'other', product_ids }),
    ).rejects.toMatchObject({ status: 400, details: [{ field: 'product_ids.2' }] })
  })

  it('cannot be made twice, nor name a product that is not there', async () => {
    const sandbox = make()
    await expect(ask(sandbox, createEntitlement, { id: 'premium' })).rejects.toMatchObject({
      status: 409,
      code: 'already_exists',
    })
    await expect(
      ask(sandbox, createEntitlement, { id: 'x', product_ids: ['premium_weekly', 'gone'] }),
    ).rejects.toMatchObject({ status: 400, details: [{ field: 'product_ids.1' }] })
  })

  it('decide what those have who bought a product', async () => {
    const sandbox = make()
    const yearly = (await list(sandbox, { filter: { status: ['active'] }, limit: 100 })).find(
      (row) => row.product_id === 'premium_yearly',
    )!
    const ids = async () => (await held(sandbox, yearly.id)).map(({ id }) => id)
    expect(await ids()).toEqual(['premium'])
    await ask(sandbox, createEntitlement, { id: 'vip', product_ids: ['premium_yearly'] })
    expect(await ids()).toEqual(['premium', 'vip'])
    expect((await permissions(sandbox, yearly.id)).map(({ id }) => id)).toEqual(['premium', 'vip'])
    await ask(sandbox, updateEntitlement, {
      entitlement_id: 'premium',
      product_ids: ['premium_weekly'],
    })
    expect(await ids()).toEqual(['vip'])
    await ask(sandbox, deleteEntitlement, { entitlement_id: 'vip' })
    expect(await ids()).toEqual([])
  })
})

describe('a granted entitlement', () => {
  const until = { entitlement_id: 'beta', expires_at: at('2026-12-31T00:00:00Z') }

  it('shows on the user and on the customer, until it is revoked', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const before = await held(sandbox, id)
    const granted = await ask(sandbox, grantUserEntitlement, { user_id: id, ...until })
    expect(granted).toEqual({
      object: 'user_entitlement',
      id: 'beta',
      url: `/v4/users/${id}/entitlements/beta`,
      is_active: true,
      source: 'manual',
      started_at: '2026-04-22T09:30:00Z',
      expires_at: '2026-12-31T00:00:00Z',
      product: null,
    })
    expect(await held(sandbox, id)).toEqual([...before, granted])
    expect((await permissions(sandbox, id)).at(-1)).toEqual({
      id: 'beta',
      source: 'manual',
      active: true,
      started_at: at('2026-04-22T09:30:00Z'),
      expires_at: until.expires_at,
    })
    const revoke = { user_id: id, entitlement_id: 'beta' }
    expect(await ask(sandbox, revokeUserEntitlement, revoke)).toBeUndefined()
    expect(await held(sandbox, id)).toEqual(before)
    await expect(ask(sandbox, revokeUserEntitlement, revoke)).rejects.toMatchObject(notFound)
  })

  it('is the permission that the customers section grants', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    await ask(sandbox, grantCustomerPermission, { customer_id: id, permission_id: 'beta' })
    expect((await held(sandbox, id)).at(-1)).toMatchObject({ id: 'beta', source: 'manual' })
    await ask(sandbox, revokeUserEntitlement, { user_id: id, entitlement_id: 'beta' })
    expect((await permissions(sandbox, id)).some((one) => one.id === 'beta')).toBe(false)
  })

  it.each([0, null, undefined])('does not end with %s', async (expires_at) => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const input = { user_id: id, entitlement_id: 'beta', expires_at }
    expect((await ask(sandbox, grantUserEntitlement, input)).expires_at).toBeNull()
  })

  it('ends when its moment comes', async () => {
    let clock = now
    const sandbox = createSandbox({ seed: 1, now: () => clock, customers: 600 })
    const { id } = await first(sandbox, 'churned')
    await ask(sandbox, grantUserEntitlement, { user_id: id, ...until })
    clock = new Date('2026-12-31T00:00:00Z')
    const beta = (await held(sandbox, id)).find((one) => one.id === 'beta')
    expect(beta).toMatchObject({ is_active: false })
  })

  it('goes with its definition', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    await ask(sandbox, grantUserEntitlement, { user_id: id, ...until })
    await ask(sandbox, deleteEntitlement, { entitlement_id: 'beta' })
    expect((await held(sandbox, id)).some((one) => one.id === 'beta')).toBe(false)
    expect((await permissions(sandbox, id)).some((one) => one.id === 'beta')).toBe(false)
  })

  it('is refused into the past, for nobody, and without a definition', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const grant = (input: object) =>
      ask(sandbox, grantUserEntitlement, { user_id: id, ...until, ...input })
    await expect(grant({ expires_at: at('2026-04-22T09:30:00Z') })).rejects.toMatchObject({
      status: 400,
      code: 'invalid_entitlement_data',
      details: [{ field: 'expires_at' }],
    })
    await expect(grant({ user_id: 'nobody' })).rejects.toMatchObject(notFound)
    await expect(grant({ entitlement_id: 'none' })).rejects.toMatchObject(notFound)
  })

  it.each([-1, 1.5, Date.parse('2026-12-31')])(
    'is not sent with the end %d',
    async (expires_at) => {
      const input = { user_id: 'u', entitlement_id: 'beta', expires_at }
      await expect(ask(make(), grantUserEntitlement, input)).rejects.toMatchObject({
        name: 'InputError',
        details: [{ field: 'expires_at', message: expect.stringContaining('Unix seconds') }],
      })
    },
  )

  it('that is paid for is neither changed nor revoked', async () => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const paid = (await held(sandbox, id)).find(({ is_active }) => is_active)!
    const input = { user_id: id, entitlement_id: paid.id }
    for (const operation of [grantUserEntitlement, revokeUserEntitlement])
      await expect(ask(sandbox, operation, input)).rejects.toMatchObject({
        status: 422,
        code: 'paid_entitlement',
      })
  })
})
