import { idsOf, plain, RANGE, type CallTable } from './caller.ts'

/** Exports and events. */
export const exportsCalls: CallTable = {
  v4ListEvents: plain,
  v4ListEventLogs: async ({ ask }) => {
    const { total_count } = await ask({})
    await ask({ limit: 3, offset: 2, sort_by: 'failed_code', sort_order: 'asc' })
    await ask({ filter: { success: 'false', track_event_id: '1,2', target_id: 'app-ios' } })
    await ask({ offset: Number(total_count) })
    await ask({ from: 1_700_000_000 }, 400, 'invalid_data')
  },
  v4CreateExport: async ({ ask }) => {
    for (const resource of ['customers', 'events', 'purchases'])
      for (const format of ['csv', 'json']) await ask({ resource, format, ...RANGE })
    await ask({ resource: 'customers', segments: ['all-users'] })
    await ask({ resource: 'customers', segments: ['nobody'] }, 422, 'validation_error')
    await ask({ resource: 'events', from: 20, to: 10 }, 422, 'validation_error')
  },
  v4ListExports: async ({ ask, other }) => {
    await other('v4CreateExport', { resource: 'events' })
    await ask({})
  },
  v4GetExport: async ({ ask, other }) => {
    const made = await other('v4CreateExport', { resource: 'events' })
    // New, Processing, Done.
    for (let poll = 0; poll < 4; poll++) await ask({ export_id: made['id'] })
    for (const export_id of idsOf(await other('v4ListExports'))) await ask({ export_id })
  },
}
