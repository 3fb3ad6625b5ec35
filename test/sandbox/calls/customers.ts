import { idsOf, rowsOf, someCustomer, type Caller, type CallTable } from './caller.ts'

const payer = async ({ other }: Caller) => {
  const list = await other('v4ListCustomers', { limit: 100, filter: { status: ['active'] } })
  return idsOf(list)[0]!
}

/** A permission that a customer has paid for. */
async function paid({ other }: Caller, customer_id: string): Promise<string> {
  const rows = rowsOf(await other('v4ListCustomerPermissions', { customer_id }))
  return String(rows.find((row) => row['source'] !== 'manual' && row['active'])?.['id'])
}

/** Customers, their permissions and properties. */
export const customersCalls: CallTable = {
  v4ListCustomers: async ({ ask }) => {
    await ask({})
    await ask({ page: 2, limit: 5, sort_by: 'last_seen', sort_order: 'asc' })
    await ask({ page: 999 })
    await ask({ filter: { status: ['active'] }, environment: 1 })
    await ask({ search: 'QON_' })
  },
  v4GetCustomerMetrics: async ({ ask }) => {
    await ask({})
    await ask({ environment: 0 })
  },
  v4GetCustomer: async (caller) => {
    for (const customer_id of idsOf(await caller.other('v4ListCustomers')))
      await caller.ask({ customer_id })
    await caller.ask({ customer_id: await payer(caller) })
  },
  v4DeleteCustomer: async (caller) => {
    const customer_id = await someCustomer(caller)
    await caller.ask({ customer_id })
    await caller.ask({ customer_id }, 404, 'not_found')
  },
  v4ListCustomerPermissions: async (caller) => {
    for (const customer_id of [await someCustomer(caller), await payer(caller)])
      await caller.ask({ customer_id })
  },
  v4GrantCustomerPermission: async (caller) => {
    const customer_id = await someCustomer(caller)
    await caller.ask({ customer_id, permission_id: 'gift' })
    await caller.ask({ customer_id, permission_id: 'gift', expires_at: '2030-01-01T00:00:00Z' })
    await caller.ask(
      { customer_id, permission_id: 'gift', expires_at: '2020-01-01T00:00:00Z' },
      400,
      'invalid_data',
    )
    const paying = await payer(caller)
    await caller.ask(
      { customer_id: paying, permission_id: await paid(caller, paying) },
      422,
      'paid_entitlement',
    )
  },
  v4RevokeCustomerPermission: async (caller) => {
    const customer_id = await someCustomer(caller)
    await caller.other('v4GrantCustomerPermission', { customer_id, permission_id: 'gift' })
    await caller.ask({ customer_id, permission_id: 'gift' })
    await caller.ask({ customer_id, permission_id: 'gift' }, 404, 'not_found')
    const paying = await payer(caller)
    await caller.ask(
      { customer_id: paying, permission_id: await paid(caller, paying) },
      422,
      'paid_entitlement',
    )
  },
  v4SetCustomerProperties: async (caller) => {
    const customer_id = await someCustomer(caller)
    await caller.ask({ customer_id, properties: [{ key: 'color', value: 'blue' }] })
  },
}
