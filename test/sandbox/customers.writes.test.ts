// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import {
  deleteCustomer,
  getCustomer,
  getCustomerMetrics,
  grantCustomerPermission,
  listCustomerPermissions,
  revokeCustomerPermission,
  setCustomerProperties,
} from '../../src/resources/customers/operations.ts'
import { at } from './ask.ts'
import { ask, first, list, make, now } from './business.ts'

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
