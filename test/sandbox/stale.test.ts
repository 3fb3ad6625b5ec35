// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { toRequest } from '../../src/core/serialize.ts'
import type { Operation, OperationId } from '../../src/core/operation.ts'
import type { Sandbox } from '../../src/entries/sandbox.ts'
import { operations } from '../../src/resources/all.ts'
import { figure } from '../figures.ts'
import type { Body } from './calls/caller.ts'
import { first, make } from './business.ts'

const byId = new Map<string, Operation>(operations.map((operation) => [operation.id, operation]))

async function call(sandbox: Sandbox, id: OperationId, input: Body): Promise<string> {
  const { signal } = new AbortController()
  const { path, ...init } = toRequest(byId.get(id)!, input)
  const response = await sandbox.fetcher(path, { ...init, headers: {}, signal })
  return `${response.status} ${await response.text()}`
}

/** Reads that a page may have in view, of one customer where one is named. */
const views = (id: string): readonly (readonly [OperationId, Body])[] => [
  ['v4ListCustomers', { limit: 100 }],
  ['v4GetCustomerMetrics', {}],
  ['v4GetCustomer', { customer_id: id }],
  ['v4ListCustomerPermissions', { customer_id: id }],
  ['v4GetUser', { user_id: id }],
  ['v4ListUserProperties', { user_id: id }],
  ['v4ListUserEntitlements', { user_id: id }],
  ['v4ListUserPurchases', { user_id: id }],
  ['v4GetIdentity', { identity_id: 'ext' }],
  ['v4ListEntitlements', {}],
  ['v4GetEntitlement', { entitlement_id: 'premium' }],
  ['v4ListProducts', {}],
  ['v4ListOfferings', {}],
  ['v4ListSegments', {}],
  ['v4GetProjectSettings', {}],
  ['v4GetStoreConfig', { platform: 'apple' }],
]

/** Every write that reaches across sections, with what a page may see of it. */
const writes: readonly (readonly [OperationId, (id: string) => Body])[] = [
  ['v4CreateUser', () => ({ environment: 'prod' })],
  ['v4SetUserProperties', (user_id) => ({ user_id, properties: [{ key: 'a', value: 'b' }] })],
  ['v4CreateIdentity', (user_id) => ({ identity_id: 'ext', user_id })],
  ['v4CreateIdentity', () => ({ identity_id: 'ext' })],
  [
    'v4CreateEntitlement',
    () => ({ id: 'vip', product_ids: ['premium_monthly', 'premium_weekly'] }),
  ],
  ['v4UpdateEntitlement', () => ({ entitlement_id: 'premium', product_ids: [] })],
  ['v4DeleteEntitlement', () => ({ entitlement_id: 'premium' })],
  ['v4GrantUserEntitlement', (user_id) => ({ user_id, entitlement_id: 'beta' })],
  ['v4GrantCustomerPermission', (customer_id) => ({ customer_id, permission_id: 'beta' })],
  [
    'v4SetCustomerProperties',
    (customer_id) => ({ customer_id, properties: [{ key: 'a', value: 'b' }] }),
  ],
  ['v4DeleteCustomer', (customer_id) => ({ customer_id })],
  ['v4UpdateProduct', () => ({ product_id: 'premium_monthly', google_base_plan_id: 'x' })],
  ['v4DeleteProduct', () => ({ product_id: 'premium_monthly' })],
  ['v4UpdateProjectSettings', () => ({ project_name: 'Shop' })],
  ['v4UpdateStoreConfig', () => ({ platform: 'apple', app_id: '7' })],
]

describe('what a write changes', () => {
  it.each(writes)('%s names all of it as stale', async (write, inputOf) => {
    const sandbox = make()
    const { id } = await first(sandbox, 'active')
    const look = () => Promise.all(views(id).map(([read, input]) => call(sandbox, read, input)))
    const before = await look()
    expect(await call(sandbox, write, inputOf(id))).toMatch(/^20/)
    const after = await look()
    const changed = new Set(
      views(id)
        .filter((_, index) => before[index] !== after[index])
        .map(([read]) => byId.get(read)!.resource),
    )
    expect(changed.size).toBeGreaterThan(0)
    expect(byId.get(write)!.invalidates).toEqual(expect.arrayContaining([...changed]))
    figure(`answers that ${write} changes are of sections it names`, views(id).length, 'all', 1)
  })
})
