// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import type { InputOf, Operation } from '../../src/core/operation.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import {
  getRemoteConfigurationPayload,
  getRemoteConfigurationPayloadMapping,
  listRemoteConfigurations,
  replaceRemoteConfigurationPayload,
  setRemoteConfigurationPayloadMapping,
} from '../../src/resources/remote-configurations/operations.ts'
import {
  createSegment,
  getSegment,
  updateSegment,
} from '../../src/resources/segments/operations.ts'
import type { HandlerOptions } from '../../src/server/options.ts'
import { ask, fromOwnPage, handlerBefore, KEY } from './upstream.ts'

const WRITES = [
  'v4ReplaceRemoteConfigurationPayload',
  'v4SetRemoteConfigurationPayloadMapping',
  'v4CreateSegment',
  'v4UpdateSegment',
] as const

/** A business behind a handler: what its owner asks directly, and what a viewer asks through it. */
async function open(grant: object = {}, options: Partial<HandlerOptions> = {}) {
  const sandbox = createSandbox({ seed: 1, now: new Date('2026-04-22'), customers: 1 })
  const signal = new AbortController().signal
  const { handler, sent } = handlerBefore(
    (url, { method = 'GET', body }) =>
      sandbox.fetcher(url.replace(/^.*\/v4/, ''), {
        method,
        headers: { 'content-type': 'application/json' },
        signal,
        ...(typeof body === 'string' && { body }),
      }),
    { allow: ['reads', ...WRITES], authorize: () => ({ project: 'acme', ...grant }), ...options },
  )
  const owner = <Op extends Operation>(operation: Op, input: InputOf<Op>) =>
    execute(operation, input, sandbox)
  const viewer = <Op extends Operation>(operation: Op, input: InputOf<Op>) =>
    execute(operation, input, {
      fetcher: (path, init) =>
        ask(handler, path, { ...init, headers: { ...init.headers, ...fromOwnPage } }),
    })
  const { data } = await owner(listRemoteConfigurations, { limit: 1 })
  return { owner, viewer, sent, config_id: data[0]!.id }
}

const STORED = {
  title: 'Hello',
  maps_api_key: 'AIza-of-the-apps',
  stores: [{ 'Secret Key': 'CANARY', url: 'https://shop.example' }],
  note: `made with ${KEY}`,
}
const SHOWN = {
  title: 'Hello',
  maps_api_key: '[removed]',
  stores: [{ 'Secret Key': '[removed]', url: 'https://shop.example' }],
  note: 'made with [removed]',
}

describe('a payload with what this viewer may not see', () => {
  it('has a sign in each such place, and is not replaced by what holds one: nothing is lost', async () => {
    const { owner, viewer, sent, config_id } = await open()
    await owner(replaceRemoteConfigurationPayload, { config_id, data: STORED })
    const { data } = await viewer(getRemoteConfigurationPayload, { config_id })
    expect(data).toEqual(SHOWN)

    sent.length = 0
    const edited = { config_id, data: { ...data, title: 'Hi' } }
    await expect(viewer(replaceRemoteConfigurationPayload, edited)).rejects.toMatchObject({
      status: 400,
      code: 'invalid_data',
      message: expect.stringMatching(/was not sent.*data\.maps_api_key.*dashboard/) as unknown,
      details: [
        { field: 'data.stores.0.Secret Key' },
        { field: 'data.note' },
        { field: 'data.maps_api_key' },
      ],
    })
    expect(sent).toEqual([])
    expect((await owner(getRemoteConfigurationPayload, { config_id })).data).toEqual(STORED)
  })

  it('is replaced where handler and grant keep such fields', async () => {
    const { owner, viewer, config_id } = await open(
      { secrets: ['api_key'] },
      { allow: ['reads', ...WRITES, 'api_key'] },
    )
    const stored = { title: 'Hello', maps_api_key: 'AIza' }
    await owner(replaceRemoteConfigurationPayload, { config_id, data: stored })
    const { data } = await viewer(getRemoteConfigurationPayload, { config_id })
    expect(data).toEqual(stored)
    await viewer(replaceRemoteConfigurationPayload, { config_id, data: { ...data, title: 'Hi' } })
    const after = await owner(getRemoteConfigurationPayload, { config_id })
    expect(after.data).toEqual({ title: 'Hi', maps_api_key: 'AIza' })
  })

  it('keeps the types of its keys, which are no secret', async () => {
    const { owner, viewer, config_id } = await open()
    const data = { title: 'String', maps_api_key: 'String' } as const
    await owner(setRemoteConfigurationPayloadMapping, { config_id, data })
    const read = await viewer(getRemoteConfigurationPayloadMapping, { config_id })
    expect(read.data).toEqual(data)
    const changed = { ...data, title: 'Json' } as const
    await viewer(setRemoteConfigurationPayloadMapping, { config_id, data: changed })
    const after = await owner(getRemoteConfigurationPayloadMapping, { config_id })
    expect(after.data).toEqual(changed)
  })

  it('shows a sign for what is masked too, also where that is no text', async () => {
    const { owner, viewer, config_id } = await open({ maskFields: ['email', 'age'] })
    const stored = { email: 'ada@example.com', age: 7, inner: '{"age":7}', plan: 'pro' }
    await owner(replaceRemoteConfigurationPayload, { config_id, data: stored })
    const { data } = await viewer(getRemoteConfigurationPayload, { config_id })
    expect(data).toEqual({ email: '•••', age: '•••', inner: '{"age":"•••"}', plan: 'pro' })
    const writing = viewer(replaceRemoteConfigurationPayload, { config_id, data })
    await expect(writing).rejects.toMatchObject({
      details: [{ field: 'data.email' }, { field: 'data.age' }, { field: 'data.inner' }],
    })
    expect((await owner(getRemoteConfigurationPayload, { config_id })).data).toEqual(stored)
  })

  it('may hold dots of its own where nothing is masked', async () => {
    const { owner, viewer, config_id } = await open()
    await viewer(replaceRemoteConfigurationPayload, { config_id, data: { menu: '•••' } })
    const { data } = await owner(getRemoteConfigurationPayload, { config_id })
    expect(data).toEqual({ menu: '•••' })
  })
})

it('a segment of masked values is not replaced by one of dots', async () => {
  const { owner, viewer } = await open({ maskFields: ['custom_uid'] })
  const conditions = [{ metric: 'custom_uid', comparator: 'eq', value: 'ada' }] as const
  const { id: segment_id } = await owner(createSegment, {
    name: 'Ada',
    conditions: [...conditions],
  })
  const read = await viewer(getSegment, { segment_id })
  expect(read.conditions[0]!.value).toBe('•••')
  const changed = { segment_id, name: 'Ada L.', conditions: [{ ...conditions[0], value: '•••' }] }
  await expect(viewer(updateSegment, changed)).rejects.toMatchObject({
    details: [{ field: 'conditions.0.value' }],
  })
  expect((await owner(getSegment, { segment_id })).conditions).toMatchObject(conditions)
})
