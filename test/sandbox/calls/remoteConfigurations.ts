import { cursorWalk, idsOf, someCustomer, type Caller, type CallTable } from './caller.ts'

const draft = async ({ other }: Caller) =>
  String((await other('v4CreateRemoteConfiguration', { name: 'Draft' }))['id'])

const listed = async ({ other }: Caller) =>
  idsOf(await other('v4ListRemoteConfigurations', { limit: 100 }))

/** Remote configurations, their payloads, types and pinned users. */
export const remoteConfigurationsCalls: CallTable = {
  v4ListRemoteConfigurations: cursorWalk,
  v4GetRemoteConfiguration: async (caller) => {
    for (const config_id of await listed(caller)) await caller.ask({ config_id })
  },
  v4CreateRemoteConfiguration: async ({ ask }) => {
    await ask({ name: 'For everyone' })
    await ask({
      name: 'For some',
      context_key: 'main',
      segment_percent: 12.5,
      segmentation_conditions: [
        { metric: 'country', comparator: 'eq', value: 'DE' },
        { metric: 'payments_count', comparator: 'gte', value: '2', negate: true },
      ],
    })
    await ask({ name: ' ' }, 400, 'invalid_data')
    const incomplete = [{ metric: 'country' }]
    await ask({ name: 'Odd', segmentation_conditions: incomplete }, 400, 'invalid_data')
    const unknown = [{ metric: 'mood', comparator: 'eq', value: 'good' }]
    await ask({ name: 'Odd', segmentation_conditions: unknown }, 400, 'invalid_data')
  },
  v4UpdateRemoteConfiguration: async (caller) => {
    const config_id = await draft(caller)
    await caller.ask({ config_id, name: 'Renamed', context_key: null, segment_percent: 0 })
    await caller.ask({ config_id, name: ' ' }, 400, 'invalid_data')
    await caller.raw({ config_id, name: 'x', segment_percent: 101 }, 400, 'invalid_data')
  },
  v4DeleteRemoteConfiguration: async (caller) => {
    const config_id = await draft(caller)
    await caller.ask({ config_id })
    await caller.ask({ config_id }, 404, 'not_found')
  },
  v4ChangeRemoteConfigurationStatus: async (caller) => {
    const config_id = await draft(caller)
    await caller.raw({ config_id, status: 'paused' }, 400, 'invalid_data')
    await caller.ask({ config_id, status: 'active' })
    await caller.ask({ config_id, status: 'draft' }, 422, 'validation_error')
    await caller.ask({ config_id, status: 'archived' })
    await caller.ask({ config_id, status: 'active' }, 422, 'validation_error')
  },
  v4GetRemoteConfigurationPayload: async (caller) => {
    for (const config_id of await listed(caller)) await caller.ask({ config_id })
  },
  v4ReplaceRemoteConfigurationPayload: async (caller) => {
    const config_id = await draft(caller)
    await caller.ask({ config_id, data: { text: 'a', number: 1.5, flag: false, json: { a: [1] } } })
    await caller.ask({ config_id, data: {} })
    await caller.raw({ config_id, data: [1] }, 400, 'invalid_data')
    await caller.raw({ config_id }, 400, 'invalid_data')
    const data = { text: 'ü'.repeat(33_000) }
    await caller.raw({ config_id, data }, 400, 'invalid_data')
  },
  v4GetRemoteConfigurationPayloadMapping: async (caller) => {
    for (const config_id of await listed(caller)) await caller.ask({ config_id })
  },
  v4SetRemoteConfigurationPayloadMapping: async (caller) => {
    const config_id = await draft(caller)
    await caller.ask({ config_id, data: { button_color: 'Color', max_items: 'Number' } })
    await caller.raw({ config_id, data: { max_items: 'Integer' } }, 400, 'invalid_data')
  },
  v4AttachUserToRemoteConfiguration: async (caller) => {
    const config_id = await draft(caller)
    await caller.ask({ config_id, user_id: await someCustomer(caller) })
    await caller.ask({ config_id, user_id: 'nobody' }, 404, 'not_found')
  },
  v4DetachUserFromRemoteConfiguration: async (caller) => {
    const user = { config_id: await draft(caller), user_id: await someCustomer(caller) }
    await caller.ask(user, 404, 'not_found')
    await caller.other('v4AttachUserToRemoteConfiguration', user)
    await caller.ask(user)
  },
}
