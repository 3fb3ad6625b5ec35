// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import type { InputOf, Operation } from '../../src/core/operation.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import {
  createIntegration,
  deleteIntegration,
  listIntegrations,
  updateIntegrationStatus,
} from '../../src/resources/integrations/operations.ts'
import {
  createScheduledReport,
  deleteScheduledReport,
  getScheduledReport,
  listScheduledReportDestinations,
  listScheduledReports,
  sendTestReport,
  updateScheduledReport,
} from '../../src/resources/scheduled-reports/operations.ts'
import type { CreateScheduledReportInput } from '../../src/resources/scheduled-reports/types.ts'
import { at } from './ask.ts'

/** A project whose clock a test moves on. */
function open() {
  const clock = { at: at('2026-04-22T09:30:00Z') }
  const sandbox = createSandbox({
    seed: 1,
    customers: 100,
    now: () => new Date(clock.at * 1000),
  })
  const ask = <Op extends Operation>(operation: Op, input: InputOf<Op>) =>
    execute(operation, input, sandbox)
  return { clock, sandbox, ask }
}

const HOOK = { type: 'target_integration', id: 'int-wh-01', label: 'Webhooks: Release alerts' }
const S3 = { type: 'target_integration', id: 'int-s3-01', label: 'Amazon S3: Finance archive' }
const DAILY: CreateScheduledReportInput = {
  report_name: 'Evening figures',
  send_at: '21:30',
  included_range_days: 1,
  status: 'active',
  environment: 'production',
  destinations: [S3],
}

describe('a scheduled report', () => {
  it('is what was made, is listed, changes as a whole and goes', async () => {
    const { ask, clock } = open()
    const made = await ask(createScheduledReport, DAILY)
    expect(made).toMatchObject({ object: 'scheduled_report', ...DAILY, runs: 0 })
    expect((await ask(listScheduledReports, {})).data.at(-1)).toEqual(made)

    clock.at += 60
    const changed = { ...DAILY, report_name: 'Weekly', included_range_days: 7 as const }
    await ask(updateScheduledReport, { report_id: made.id, ...changed, destinations: [HOOK, S3] })
    const read = await ask(getScheduledReport, { report_id: made.id })
    expect(read).toMatchObject({ ...changed, destinations: [HOOK, S3] })
    expect([read.created_at, read.updated_at]).toEqual([made.created_at, '2026-04-22T09:31:00Z'])

    await ask(deleteScheduledReport, { report_id: made.id })
    const gone = ask(getScheduledReport, { report_id: made.id })
    await expect(gone).rejects.toMatchObject({ status: 404, code: 'not_found' })
  })

  it('runs at its time of each day in UTC, unless it is a draft', async () => {
    const { ask, clock } = open()
    const { id: report_id } = await ask(createScheduledReport, DAILY)
    const runsAt = async (instant: string) => {
      clock.at = at(instant)
      return (await ask(getScheduledReport, { report_id })).runs
    }
    expect(await runsAt('2026-04-22T21:29:59Z')).toBe(0)
    expect(await runsAt('2026-04-22T21:30:00Z')).toBe(1)
    expect(await runsAt('2026-04-25T22:00:00Z')).toBe(4)
    await ask(updateScheduledReport, { report_id, ...DAILY, status: 'draft' })
    expect(await runsAt('2026-04-28T22:00:00Z')).toBe(4)
    await ask(updateScheduledReport, { report_id, ...DAILY, send_at: '06:00' })
    expect(await runsAt('2026-04-29T05:59:59Z')).toBe(4)
    expect(await runsAt('2026-04-29T06:00:00Z')).toBe(5)
  })

  it.each([
    ['send_at', '09:15', /on the hour or half past/],
    ['send_at', '9:30', /two digits/],
    ['send_at', '24:00', /UTC time/],
    ['included_range_days', 2, /must be 1, 3 or 7/],
    ['destinations', [], /at least one destination/],
    ['report_name', '', /Invalid length/],
    ['status', 'paused', /"draft" \| "active"/],
  ])('with %s %j is refused before it is sent', async (field, value, message) => {
    const { sandbox } = open()
    const asked: string[] = []
    const input = { ...DAILY, [field]: value }
    const sending = execute(createScheduledReport, input, {
      fetcher: (path, init) => {
        asked.push(path)
        return sandbox.fetcher(path, init)
      },
    })
    await expect(sending).rejects.toMatchObject({
      name: 'InputError',
      details: [{ field, message: expect.stringMatching(message) as unknown }],
    })
    expect(asked).toEqual([])
  })

  it('goes to destinations of the project only, and keeps one that was deleted since', async () => {
    const { ask } = open()
    const slack = { title: 'Sales', integration: 'slack', target_platform: 'iOS' } as const
    const { id } = await ask(createIntegration, slack)
    const destination = { type: 'target_integration', id, label: 'Slack: Sales' }
    expect((await ask(listScheduledReportDestinations, {})).data).toContainEqual(destination)
    const made = await ask(createScheduledReport, {
      ...DAILY,
      destinations: [{ type: 'target_integration', id }],
    })
    expect(made.destinations).toEqual([destination])

    await ask(deleteIntegration, { integration_id: id })
    const { data } = await ask(listScheduledReportDestinations, {})
    expect(data.map((one) => one.id)).not.toContain(id)
    const input = { report_id: made.id, ...DAILY, destinations: [destination] }
    expect((await ask(updateScheduledReport, input)).destinations).toEqual([destination])
    for (const wrong of [destination, { ...HOOK, type: 'email' }, { ...HOOK, id: 'int-am-01' }]) {
      const sending = ask(createScheduledReport, { ...DAILY, destinations: [HOOK, wrong] })
      await expect(sending).rejects.toMatchObject({
        status: 422,
        code: 'validation_error',
        details: [{ field: 'destinations.1' }],
      })
    }
  })
})

describe('a test of a report', () => {
  it('is accepted without a body, and again after a minute: until then the time left is said', async () => {
    const { ask, clock } = open()
    const report_id = 'wbRlfw1x'
    expect(await ask(sendTestReport, { report_id })).toBeUndefined()
    clock.at += 17.5
    const again = ask(sendTestReport, { report_id })
    await expect(again).rejects.toMatchObject({
      name: 'QonversionApiError',
      status: 429,
      code: 'too_many_requests',
      retryAfter: 43_000,
      message:
        '"Daily Revenue" was sent for a test less than a minute ago. It can be sent again in 43 seconds.',
    })
    // Each report has a minute of its own.
    await ask(sendTestReport, { report_id: 'weekly-summary' })
    clock.at += 42.5
    await ask(sendTestReport, { report_id })
  })

  it('is the last delivery of its destinations that are active, and no run', async () => {
    const { ask, clock } = open()
    const report_id = 'test-purchases'
    const lastOf = async (id: string) =>
      (await ask(listIntegrations, {})).data.find((one) => one.id === id)!.last_delivery_at
    await ask(updateIntegrationStatus, { integration_id: HOOK.id, status: 0 })
    const before = await lastOf(HOOK.id)
    clock.at += 3600
    await ask(sendTestReport, { report_id })
    expect(await lastOf(S3.id)).toBe('2026-04-22T10:30:00Z')
    expect(await lastOf(HOOK.id)).toBe(before)
    expect((await ask(getScheduledReport, { report_id })).runs).toBe(0)
  })

  it('of no report is a 404', async () => {
    const { ask } = open()
    const sending = ask(sendTestReport, { report_id: 'nothing' })
    await expect(sending).rejects.toMatchObject({ status: 404, code: 'not_found' })
  })
})
