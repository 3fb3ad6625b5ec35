// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import type { InputOf, Operation } from '../../src/core/operation.ts'
import { toRequest } from '../../src/core/serialize.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import {
  createAutomation,
  deleteAutomation,
  getAutomation,
  listAutomations,
  updateAutomation,
  updateAutomationStatus,
} from '../../src/resources/automations/operations.ts'
import { deleteScreen } from '../../src/resources/screens/operations.ts'
import { deleteSegment } from '../../src/resources/segments/operations.ts'
import type { CreateAutomationInput } from '../../src/resources/automations/types.ts'
import { walk } from './walk.ts'

const open = () => {
  const sandbox = createSandbox({ seed: 1, now: new Date('2026-04-22T09:30:00Z'), customers: 100 })
  const ask = <Op extends Operation>(operation: Op, input: InputOf<Op>) =>
    execute(operation, input, sandbox)
  return { sandbox, ask }
}

const WELCOME: CreateAutomationInput = {
  name: 'Welcome Flow',
  caption: 'Sends a welcome message to new users',
  status: 'active',
  data: {
    platform: 'iOS',
    initiators: [{ uid: '2', type: 'event' }],
    actions: { push: 'nCRUE7SW', screen: 'scr_pro_offer' },
    segments: 'premium-users',
  },
}
const withData = (data: object): CreateAutomationInput => ({
  ...WELCOME,
  data: { ...WELCOME.data, ...data },
})

describe('an automation', () => {
  it('is what was made, the newest of the list, changes as a whole and goes', async () => {
    const { ask } = open()
    const made = await ask(createAutomation, WELCOME)
    expect(made).toMatchObject({ object: 'automation', ...WELCOME })
    expect(made.data?.type).toBe('event')
    expect((await ask(listAutomations, { limit: 1 })).data).toEqual([made])

    const automation_id = made.id
    const { actions, initiators } = WELCOME.data
    const all = { name: 'To all', status: 'paused', data: { initiators, actions } } as const
    await ask(updateAutomation, { automation_id, ...all })
    // What is left out is cleared: everyone, on every platform.
    expect(await ask(getAutomation, { automation_id })).toEqual({
      ...made,
      name: 'To all',
      caption: '',
      status: 'paused',
      data: { platform: null, initiators, actions, segments: null, type: 'event' },
    })
    await ask(deleteAutomation, { automation_id })
    const gone = ask(getAutomation, { automation_id })
    await expect(gone).rejects.toMatchObject({ status: 404, code: 'not_found' })
  })

  it('is put back as it was read, with one thing changed: what the API derives is taken and not sent', async () => {
    const { ask } = open()
    const automation_id = 'auto-welcome'
    const { caption, data, ...read } = await ask(getAutomation, { automation_id })
    expect(data.type).toBe('event')
    const changed = {
      automation_id,
      name: 'Hello',
      caption,
      status: read.status as 'active',
      data: data as CreateAutomationInput['data'],
    }
    const sent = JSON.parse(toRequest(updateAutomation, changed).body!) as { data: object }
    expect(Object.keys(sent.data)).not.toContain('type')
    await ask(updateAutomation, changed)
    const after = await ask(getAutomation, { automation_id })
    expect(after).toEqual({ ...read, caption, data, name: 'Hello' })
  })

  it.each(['active', 'inactive', 'paused'] as const)(
    'is %s when it was made so, without a body',
    async (status) => {
      const { ask } = open()
      for (const automation_id of ['auto-welcome', 'auto-retry', 'auto-draft']) {
        expect(await ask(updateAutomationStatus, { automation_id, status })).toBeUndefined()
        expect((await ask(getAutomation, { automation_id })).status).toBe(status)
      }
    },
  )

  it('in a state that this version does not know keeps it, and nobody can write it', async () => {
    const { ask, sandbox } = open()
    const automation_id = 'auto-draft'
    expect((await ask(getAutomation, { automation_id })).status).toBe('unknown')
    const { rows } = await walk(listAutomations, { limit: 2 }, sandbox.fetcher)
    expect(rows.find(({ id }) => id === automation_id)?.status).toBe('unknown')
    const writing = ask(updateAutomationStatus, { automation_id, status: 'unknown' as 'active' })
    await expect(writing).rejects.toMatchObject({
      name: 'InputError',
      details: [{ field: 'status', message: 'must be active, inactive or paused' }],
    })
  })

  it('is listed page by page, the newest first, each once', async () => {
    const { ask, sandbox } = open()
    const { id } = await ask(createAutomation, WELCOME)
    const { rows, read, pages } = await walk(listAutomations, { limit: 4 }, sandbox.fetcher)
    expect([rows.length, read, pages]).toEqual([6, 6, 2])
    expect(rows[0]!.id).toBe(id)
  })

  it.each([
    [
      { initiators: [{ uid: 'trial_started', type: 'event' }] },
      'data.initiators.0.uid',
      /its id in listEvents/,
    ],
    [{ initiators: [] }, 'data.initiators', /at least one event/],
    [{ actions: {} }, 'data.actions', /a push, a screen or both/],
    [{ platform: 'Stripe' }, 'data.platform', /"iOS" \| "Android"/],
  ])('with %j is refused before it is sent', async (data, field, message) => {
    const { ask } = open()
    await expect(ask(createAutomation, withData(data))).rejects.toMatchObject({
      name: 'InputError',
      details: [{ field, message: expect.stringMatching(message) as unknown }],
    })
  })

  it.each([
    [{ initiators: [{ uid: '99', type: 'event' }] }, 'data.initiators.0.uid'],
    [{ initiators: undefined }, 'data.initiators'],
    [{ actions: undefined }, 'data.actions'],
    [{ segments: 'nobody' }, 'data.segments'],
    [{ actions: { screen: 'scr_nothing' } }, 'data.actions.screen'],
  ])('with %j could never start', async (data, field) => {
    const { ask } = open()
    for (const writing of [
      ask(createAutomation, withData(data)),
      ask(updateAutomation, { automation_id: 'auto-welcome', ...withData(data) }),
    ])
      await expect(writing).rejects.toMatchObject({
        status: 422,
        code: 'validation_error',
        details: [{ field }],
      })
  })

  it('keeps the segment and the screen that it named when they are deleted, and no other takes them up', async () => {
    const { ask } = open()
    const automation_id = 'auto-winback'
    const before = await ask(getAutomation, { automation_id })
    const { screen, segment } = { screen: before.data.actions!.screen!, segment: 'premium-users' }
    await ask(deleteScreen, { screen_id: screen })
    await ask(deleteSegment, { segment_id: segment })
    const { initiators } = WELCOME.data
    const named = withData({ initiators, actions: { screen }, segments: segment, platform: null })
    const saved = await ask(updateAutomation, { automation_id, ...named, name: 'Renamed' })
    expect(saved.data).toMatchObject({ actions: { screen }, segments: segment })
    await expect(ask(createAutomation, named)).rejects.toMatchObject({
      status: 422,
      details: [{ field: 'data.actions.screen' }, { field: 'data.segments' }],
    })
  })

  it('is none in a shop’s purchase log', async () => {
    const sandbox = createSandbox({ seed: 1, now: new Date('2026-04-22'), transactions: [] })
    expect((await execute(listAutomations, {}, sandbox)).data).toEqual([])
  })
})
