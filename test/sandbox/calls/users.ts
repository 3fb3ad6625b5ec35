import { idsOf, plain, rowsOf, someCustomer, type Caller, type CallTable } from './caller.ts'

/** Somebody with a running subscription. */
const payer = async ({ other }: Caller) =>
  idsOf(await other('v4ListCustomers', { limit: 100, filter: { status: ['active'] } }))[0]!

/** Somebody who has paid three times at least. */
const regular = async ({ other }: Caller) =>
  idsOf(await other('v4ListCustomers', { sort_by: 'payments_count', limit: 1 }))[0]!

/** An entitlement that a user has paid for. */
async function paid({ other }: Caller, user_id: string): Promise<string> {
  const rows = rowsOf(await other('v4ListUserEntitlements', { user_id }))
  return String(rows.find((row) => row['source'] !== 'manual' && row['is_active'])?.['id'])
}

/** Users, their properties, identities, entitlements and purchases. */
export const usersCalls: CallTable = {
  v4CreateUser: async ({ ask, raw }) => {
    await ask({ environment: 'prod' })
    await ask({ environment: 'sandbox' })
    await raw({ environment: 'production' }, 400, 'invalid_data')
  },
  v4GetUser: async (caller) => {
    for (const user_id of idsOf(await caller.other('v4ListCustomers')))
      await caller.ask({ user_id })
    const { id } = await caller.other('v4CreateUser', { environment: 'sandbox' })
    await caller.ask({ user_id: id })
  },
  v4ListUserProperties: async (caller) => {
    const user_id = await someCustomer(caller)
    await caller.ask({ user_id })
    await caller.other('v4SetUserProperties', {
      user_id,
      properties: [{ key: 'color', value: 'blue' }],
    })
    await caller.ask({ user_id })
  },
  v4SetUserProperties: async (caller) => {
    const user_id = await someCustomer(caller)
    const good = { key: 'color', value: 'blue' }
    const bad = { key: 'invalid key', value: 'oops' }
    await caller.ask({ user_id, properties: [good] })
    await caller.ask({ user_id, properties: [good, bad] })
    await caller.ask({ user_id, properties: [bad] }, 400, 'invalid_data')
    await caller.raw({ user_id, properties: [] }, 400, 'invalid_data')
  },
  v4CreateIdentity: async (caller) => {
    const user_id = await someCustomer(caller)
    await caller.ask({ identity_id: 'ext-user-123', user_id })
    await caller.ask({ identity_id: 'ext-user-123', user_id: null }, 409, 'already_exists')
    await caller.ask({ identity_id: 'ext-user-124' })
    await caller.ask({ identity_id: 'ext-user-125', user_id: 'nobody' }, 400, 'invalid_data')
  },
  v4GetIdentity: async (caller) => {
    await caller.other('v4CreateIdentity', { identity_id: 'ext-user-123' })
    await caller.ask({ identity_id: 'ext-user-123' })
  },
  v4ListUserEntitlements: async (caller) => {
    for (const user_id of [await someCustomer(caller), await payer(caller)])
      await caller.ask({ user_id })
  },
  v4GrantUserEntitlement: async (caller) => {
    const user_id = await someCustomer(caller)
    const entitlement_id = 'beta'
    await caller.ask({ user_id, entitlement_id })
    await caller.ask({ user_id, entitlement_id, expires_at: 0 })
    await caller.ask({ user_id, entitlement_id, expires_at: 1_893_456_000 })
    await caller.ask({ user_id, entitlement_id, expires_at: 1 }, 400, 'invalid_entitlement_data')
    await caller.ask({ user_id, entitlement_id: 'none' }, 404, 'not_found')
    const paying = await payer(caller)
    await caller.ask(
      { user_id: paying, entitlement_id: await paid(caller, paying) },
      422,
      'paid_entitlement',
    )
  },
  v4RevokeUserEntitlement: async (caller) => {
    const user_id = await someCustomer(caller)
    const entitlement_id = 'beta'
    await caller.other('v4GrantUserEntitlement', { user_id, entitlement_id })
    await caller.ask({ user_id, entitlement_id })
    await caller.ask({ user_id, entitlement_id }, 404, 'not_found')
    const paying = await payer(caller)
    await caller.ask(
      { user_id: paying, entitlement_id: await paid(caller, paying) },
      422,
      'paid_entitlement',
    )
  },
  v4ListUserPurchases: async (caller) => {
    const user_id = await regular(caller)
    await caller.ask({ user_id })
    await caller.ask({ user_id, filter: { platform: ['app_store', 'stripe'] } })
    const page = await caller.ask({ user_id, limit: 1 })
    await caller.ask({ user_id, limit: 1, starting_after: page['next_cursor'] })
    await caller.ask({ user_id, limit: 1, starting_after: 'unknown' })
    for (const id of idsOf(
      await caller.other('v4ListCustomers', { filter: { status: ['active'] } }),
    ))
      await caller.ask({ user_id: id })
    await caller.ask({ user_id: await someCustomer(caller) })
  },
}

/** The settings of the project and of its stores. */
export const projectSettingsCalls: CallTable = {
  v4GetProjectSettings: plain,
  v4UpdateProjectSettings: async ({ ask }) => {
    await ask({ project_name: 'Another name', proxy_url: 'https://proxy.example.com' })
    await ask({ proxy_url: null })
    await ask({ proxy_url: 'not an address' }, 422, 'validation_error')
  },
  v4RegenerateProjectSecret: plain,
  v4GetStoreConfig: async ({ ask }) => {
    await ask({ platform: 'apple' })
    await ask({ platform: 'google' })
  },
  v4UpdateStoreConfig: async ({ ask, raw }) => {
    await ask({ platform: 'apple', bundle_id: 'com.example.other', shared_secret: 'hidden' })
    await ask({
      platform: 'apple',
      connect_key_identifier: 'A',
      connect_private_key: 'hidden',
      connect_issuer_id: 'B',
    })
    await ask({ platform: 'google', service_account_key: '{}' })
    await raw({ platform: 'apple', connect_key_identifier: 'A' }, 422, 'validation_error')
  },
}
