// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import type { InputOf, Operation } from '../../src/core/operation.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { listEventLogs } from '../../src/resources/events/operations.ts'
import {
  createIntegration,
  deleteIntegration,
  getIntegrationsMeta,
  listIntegrations,
  updateIntegrationStatus,
} from '../../src/resources/integrations/operations.ts'
import type { CreateIntegrationInput } from '../../src/resources/integrations/types.ts'
import { at } from './ask.ts'

/** A project whose clock a test moves on. */
function open() {
  const clock = { at: at('2026-04-22T09:30:00Z') }
  const sandbox = createSandbox({
    seed: 1,
    customers: 400,
    now: () => new Date(clock.at * 1000),
  })
  const ask = <Op extends Operation>(operation: Op, input: InputOf<Op>) =>
    execute(operation, input, sandbox)
  const read = async (id: string) =>
    (await ask(listIntegrations, {})).data.find((one) => one.id === id)
  const sentTo = async (id: string) => {
    const rows = await ask(listEventLogs, { limit: 100 })
    return rows.data.filter(({ uid }) => uid === id).length
  }
  return { clock, sandbox, ask, read, sentTo }
}

const POSTHOG: CreateIntegrationInput = {
  title: 'PostHog — iOS',
  integration: 'posthog',
  target_platform: 'iOS',
}

describe('an integration', () => {
  it('is made paused and forwards nothing, until it is activated', async () => {
    const { ask, clock, read, sentTo } = open()
    const made = await ask(createIntegration, POSTHOG)
    expect(made).toMatchObject({
      title: 'PostHog — iOS',
      integration: 'PostHog',
      target_platform: 'iOS',
      active: 0,
      last_delivery_at: null,
      last_error_at: null,
      delivery_error_count: 0,
    })
    clock.at += 86_400
    expect(await read(made.id)).toEqual(made)
    expect(await sentTo(made.id)).toBe(0)
    const active = await ask(updateIntegrationStatus, { integration_id: made.id, status: 1 })
    expect(active).toMatchObject({ active: 1, updated_at: '2026-04-23T09:30:00Z' })
    clock.at += 86_400
    expect(await sentTo(made.id)).toBeGreaterThan(0)
    expect(at((await read(made.id))!.last_delivery_at!)).toBeGreaterThan(clock.at - 86_400)
  })

  it('that was deleted is gone for good: what it forwarded stays, its id is not given again', async () => {
    const { ask, read, sentTo } = open()
    const before = await sentTo('int-am-01')
    expect(before).toBeGreaterThan(0)
    await ask(deleteIntegration, { integration_id: 'int-am-01' })
    expect(await read('int-am-01')).toBeUndefined()
    expect(await sentTo('int-am-01')).toBe(before)
    const { id } = await ask(createIntegration, POSTHOG)
    await ask(deleteIntegration, { integration_id: id })
    expect((await ask(createIntegration, POSTHOG)).id).not.toBe(id)
    for (const change of [
      ask(deleteIntegration, { integration_id: id }),
      ask(updateIntegrationStatus, { integration_id: id, status: 1 }),
    ])
      await expect(change).rejects.toMatchObject({ status: 404, code: 'not_found' })
  })

  it('that was suspended delivers again once it is activated, and counts its errors anew', async () => {
    const { ask, clock, read } = open()
    expect(await read('int-mp-01')).toMatchObject({
      active: 2,
      delivery_error_count: 10,
      last_error_message: 'The provider refused the credentials (status 401).',
    })
    const revived = await ask(updateIntegrationStatus, { integration_id: 'int-mp-01', status: 1 })
    expect(revived.active).toBe(1)
    clock.at += 86_400
    const later = await read('int-mp-01')
    expect(later!.last_delivery_at).not.toBeNull()
    expect(later!.delivery_error_count).toBeLessThan(5)
  })

  it.each([
    [{ ...POSTHOG, integration: 'PostHog' }, 'integration', /slug of GET .*meta/],
    [
      { ...POSTHOG, integration: 'searchads', target_platform: 'Android' },
      'target_platform',
      /must be iOS/,
    ],
  ] as const)('%j is refused with the reason', async (input, field, message) => {
    const { ask } = open()
    await expect(ask(createIntegration, input)).rejects.toMatchObject({
      status: 422,
      code: 'validation_error',
      details: [{ field, message: expect.stringMatching(message) as unknown }],
    })
  })

  it('can only be what the catalog has, on the stores that it names', async () => {
    const { ask } = open()
    const { categories } = await ask(getIntegrationsMeta, {})
    expect(categories.map(({ code, integrations }) => [code, integrations.length])).toEqual([
      ['analytics_marketing', 7],
      ['attribution', 9],
      ['server', 4],
      ['email_push', 5],
    ])
    for (const { slug, allowedStores, label } of categories.flatMap((one) => one.integrations))
      for (const store of ['iOS', 'Android', 'Stripe'] as const) {
        const making = ask(createIntegration, {
          title: 'Any',
          integration: slug!,
          target_platform: store,
        })
        if (allowedStores!.includes(store)) expect((await making).integration).toBe(label)
        else await expect(making).rejects.toMatchObject({ status: 422 })
      }
  })

  it.each([
    [{ ...POSTHOG, target_platform: 'ios' }, 'target_platform', /in these capitals/],
    [{ ...POSTHOG, title: '' }, 'title', /Invalid length/],
  ])('%j is refused before it is sent', async (input, field, message) => {
    const { ask } = open()
    const making = ask(createIntegration, input as CreateIntegrationInput)
    await expect(making).rejects.toMatchObject({
      name: 'InputError',
      details: [{ field, message: expect.stringMatching(message) as unknown }],
    })
  })

  it('cannot be suspended by hand', async () => {
    const { ask } = open()
    const suspending = ask(updateIntegrationStatus, {
      integration_id: 'int-am-01',
      status: 2 as 1,
    })
    await expect(suspending).rejects.toMatchObject({
      name: 'InputError',
      details: [
        { field: 'status', message: expect.stringContaining('failed deliveries') as unknown },
      ],
    })
  })
})

describe('credentials of an integration', () => {
  const SECRET = 'amp_live_4f5a'

  it('are no input, and stand in no error', async () => {
    const { ask } = open()
    const input = { ...POSTHOG, api_key: SECRET } as CreateIntegrationInput
    const error = await ask(createIntegration, input).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'InputError', details: [{ field: 'api_key' }] })
    expect((error as Error).message).not.toContain(SECRET)
  })

  it('are not read, wherever an answer has them', async () => {
    const { sandbox, ask } = open()
    const row = {
      ...(await ask(listIntegrations, {})).data[0],
      api_key: SECRET,
      credentials: { token: SECRET },
    }
    const answering = (body: unknown) => ({
      fetcher: async () =>
        new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }),
    })
    const answers = [
      await execute(listIntegrations, {}, answering({ object: 'list', data: [row] })),
      await execute(createIntegration, POSTHOG, answering(row)),
      await execute(updateIntegrationStatus, { integration_id: 'a', status: 1 }, answering(row)),
    ]
    expect(JSON.stringify(answers)).not.toContain(SECRET)
    expect(answers[0]).toMatchObject({ data: [{ id: 'int-am-01' }] })
    // The sandbox names none to begin with.
    const { signal } = new AbortController()
    const raw = await sandbox.fetcher('/integrations', { method: 'GET', headers: {}, signal })
    expect(await raw.text()).not.toMatch(/"\w*(key|token|secret|credential)\w*":/i)
  })
})
