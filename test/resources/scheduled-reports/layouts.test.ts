// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import {
  listScheduledReportDestinations,
  listScheduledReports,
  sendTestReport,
} from '../../../src/resources/scheduled-reports/operations.ts'

const answering = (body: unknown) => ({ fetcher: () => Promise.resolve(Response.json(body)) })

const destination = {
  type: 'target_integration',
  id: 'int-wh-01',
  label: 'Webhooks: Release alerts',
}
const report = {
  object: 'scheduled_report',
  id: 'wbRlfw1x',
  url: '/v4/scheduled-reports/wbRlfw1x',
  report_name: 'Daily Revenue',
  send_at: '09:00',
  included_range_days: 1,
  status: 'active',
  environment: 'production',
  destinations: [destination],
}

describe('lists of reports and of destinations, whose envelopes no public page shows,', () => {
  it.each([
    ['in the list envelope', { object: 'list', data: [report] }],
    ['as a bare list', [report]],
    ['under their own name', { scheduled_reports: [report] }],
    ['under a short name', { reports: [report] }],
  ])('are read %s', async (_, body) => {
    expect((await execute(listScheduledReports, {}, answering(body))).data).toEqual([report])
  })

  it('are read with states, ranges and kinds of destination that are newer than this version', async () => {
    const newer = {
      ...report,
      status: 'archived',
      included_range_days: 30,
      destinations: [{ type: 'email', id: 'ops@example.com' }],
    }
    expect((await execute(listScheduledReports, {}, answering([newer]))).data).toEqual([newer])
    const mail = { destinations: newer.destinations }
    const { data } = await execute(listScheduledReportDestinations, {}, answering(mail))
    expect(data).toEqual(newer.destinations)
  })

  it('are refused as anything else, with a way to read them', async () => {
    const reading = execute(listScheduledReports, {}, answering({ report: {} }))
    await expect(reading).rejects.toThrow(/adapters=\{\{ v4ListScheduledReports/)
  })
})

it('a test that is accepted has no body, and one that comes all the same does no harm', async () => {
  const input = { report_id: 'wbRlfw1x' }
  const empty = { fetcher: async () => new Response(null, { status: 202 }) }
  expect(await execute(sendTestReport, input, empty)).toBeUndefined()
  expect(await execute(sendTestReport, input, answering({ object: 'job' }))).toBeUndefined()
})
