import { cursorWalk, idsOf, plain, rowsOf, type CallTable } from './caller.ts'

const report = {
  report_name: 'Daily Revenue',
  send_at: '09:00',
  included_range_days: 1,
  status: 'active',
  environment: 'production',
  destinations: [
    { type: 'target_integration', id: 'int-wh-01', label: 'Webhooks: Release alerts' },
  ],
}
const nowhere = { ...report, destinations: [{ type: 'target_integration', id: 'nothing' }] }

const amplitude = { title: 'Amplitude', integration: 'amplitude', target_platform: 'iOS' }

const automation = {
  name: 'Welcome Flow',
  caption: 'Sends a welcome message to new users',
  status: 'active',
  data: {
    platform: 'iOS',
    initiators: [{ uid: '2', type: 'event' }],
    actions: { push: 'nCRUE7SW', screen: 'scr_pro_offer' },
    segments: null,
  },
}
const never = { ...automation, data: { ...automation.data, segments: 'nothing' } }

/** Scheduled reports, integrations and automations: what leaves the project, and where to. */
export const deliveryCalls: CallTable = {
  v4ListScheduledReports: plain,
  v4ListScheduledReportDestinations: plain,
  v4GetScheduledReport: async ({ ask, other }) => {
    for (const report_id of idsOf(await other('v4ListScheduledReports'))) await ask({ report_id })
  },
  v4CreateScheduledReport: async ({ ask, raw, other }) => {
    await ask(report)
    await ask({ ...report, status: 'draft', environment: 'sandbox', included_range_days: 7 })
    const destinations = rowsOf(await other('v4ListScheduledReportDestinations'))
    await ask({ ...report, destinations })
    await ask(nowhere, 422, 'validation_error')
    await raw({ ...report, send_at: '09:15' }, 422, 'validation_error')
    await raw({ ...report, included_range_days: 2 }, 422, 'validation_error')
  },
  v4UpdateScheduledReport: async ({ ask, other }) => {
    const [report_id] = idsOf(await other('v4ListScheduledReports'))
    await ask({ report_id, ...report, status: 'draft', send_at: '23:30' })
    await ask({ report_id, ...nowhere }, 422, 'validation_error')
    await ask({ report_id: 'nothing', ...report }, 404, 'not_found')
  },
  v4DeleteScheduledReport: async ({ ask, other }) => {
    const { id: report_id } = await other('v4CreateScheduledReport', report)
    await ask({ report_id })
    await ask({ report_id }, 404, 'not_found')
  },
  v4SendTestScheduledReport: async ({ ask, other }) => {
    for (const report_id of idsOf(await other('v4ListScheduledReports'))) {
      await ask({ report_id })
      await ask({ report_id }, 429, 'too_many_requests')
    }
  },
  v4ListIntegrations: plain,
  v4GetIntegrationsMetadata: plain,
  v4CreateIntegration: async ({ ask, raw }) => {
    await ask(amplitude)
    await ask({ ...amplitude, integration: 'Amplitude' }, 422, 'validation_error')
    const ads = { ...amplitude, integration: 'searchads', target_platform: 'Android' }
    await ask(ads, 422, 'validation_error')
    await raw({ ...amplitude, target_platform: 'ios' }, 422, 'validation_error')
  },
  v4UpdateIntegrationStatus: async ({ ask, other, raw }) => {
    const { id: integration_id } = await other('v4CreateIntegration', amplitude)
    for (const status of [1, 0, 0]) await ask({ integration_id, status })
    await raw({ integration_id, status: 2 }, 422, 'validation_error')
    await ask({ integration_id: 'int-mp-01', status: 1 })
    await ask({ integration_id: 'nothing', status: 1 }, 404, 'not_found')
  },
  v4DeleteIntegration: async ({ ask, other }) => {
    const { id: integration_id } = await other('v4CreateIntegration', amplitude)
    await ask({ integration_id })
    await ask({ integration_id }, 404, 'not_found')
  },
  v4ListAutomations: cursorWalk,
  v4GetAutomation: async ({ ask, other }) => {
    for (const automation_id of idsOf(await other('v4ListAutomations')))
      await ask({ automation_id })
  },
  v4CreateAutomation: async ({ ask, raw }) => {
    await ask(automation)
    const { segments: _, platform: __, ...everyone } = automation.data
    await ask({ name: 'To all', status: 'paused', data: everyone })
    await ask({ ...automation, data: { ...automation.data, segments: 'premium-users' } })
    await ask(never, 422, 'validation_error')
    await raw({ ...automation, status: 'unknown' }, 422, 'validation_error')
  },
  v4UpdateAutomation: async ({ ask, other }) => {
    const [automation_id] = idsOf(await other('v4ListAutomations'))
    await ask({ automation_id, ...automation })
    await ask({ automation_id, ...never }, 422, 'validation_error')
    await ask({ automation_id: 'nothing', ...automation }, 404, 'not_found')
  },
  v4UpdateAutomationStatus: async ({ ask, other }) => {
    const { id: automation_id } = await other('v4CreateAutomation', automation)
    for (const status of ['paused', 'inactive', 'active']) await ask({ automation_id, status })
    await ask({ automation_id: 'nothing', status: 'active' }, 404, 'not_found')
  },
  v4DeleteAutomation: async ({ ask, other }) => {
    const { id: automation_id } = await other('v4CreateAutomation', automation)
    await ask({ automation_id })
    await ask({ automation_id }, 404, 'not_found')
  },
}
