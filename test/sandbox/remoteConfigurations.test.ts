// @vitest-environment node
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import {
  createExperimentGroup,
  deleteExperiment,
  getExperiment,
  listExperimentGroups,
  listExperiments,
} from '../../src/resources/experiments/operations.ts'
import { listProducts } from '../../src/resources/products/operations.ts'
import {
  changeRemoteConfigurationStatus,
  createRemoteConfiguration,
  deleteRemoteConfiguration,
  getRemoteConfiguration,
  getRemoteConfigurationPayload,
  getRemoteConfigurationPayloadMapping,
  listRemoteConfigurations,
  replaceRemoteConfigurationPayload,
  setRemoteConfigurationPayloadMapping,
  updateRemoteConfiguration,
} from '../../src/resources/remote-configurations/operations.ts'
import { listScreens } from '../../src/resources/screens/operations.ts'
import { figure } from '../figures.ts'
import { ask, draft as draftExperiment, lab, openLab, seeded } from './lab.ts'
import { SEEDS } from './seeds.ts'
import { walk } from './walk.ts'

const all = async () =>
  (await walk(listRemoteConfigurations, { limit: 2 }, lab.sandbox.fetcher)).rows
const isDone = (answer: unknown) => expect(answer).toBeUndefined()

describe('a remote configuration', () => {
  beforeEach(openLab)

  it('begins as a draft for everyone, on top of the list, without a payload', async () => {
    const made = await ask(createRemoteConfiguration, { name: 'Fonts' })
    expect(made).toMatchObject({
      object: 'remote_configuration',
      name: 'Fonts',
      status: 'draft',
      context_key: null,
      segment_percent: 100,
      segmentation_conditions: [],
    })
    expect((await all())[0]).toEqual(made)
    const { id: config_id } = made
    expect((await ask(getRemoteConfiguration, { config_id })).payload).toEqual({})
    expect((await ask(getRemoteConfigurationPayload, { config_id })).data).toEqual({})
    expect((await ask(getRemoteConfigurationPayloadMapping, { config_id })).data).toEqual({})
  })

  it('is replaced as a whole: what is left out goes back to its default', async () => {
    const segmentation_conditions = [
      { metric: 'country', comparator: 'eq' as const, value: 'DE', negate: true },
    ]
    const settings = { name: 'Fonts', context_key: 'look', segment_percent: 25 }
    const made = await ask(createRemoteConfiguration, { ...settings, segmentation_conditions })
    expect(made).toMatchObject({ ...settings, segmentation_conditions })
    const { id: config_id } = made
    expect(await ask(updateRemoteConfiguration, { config_id, name: 'Type' })).toMatchObject({
      id: config_id,
      name: 'Type',
      context_key: null,
      segment_percent: 100,
      segmentation_conditions: [],
    })
    expect(await ask(getRemoteConfiguration, { config_id })).toMatchObject({ name: 'Type' })
  })

  it('keeps values of every type as they are, and replaces all of them', async () => {
    const { id: config_id } = await ask(createRemoteConfiguration, { name: 'Fonts' })
    const data = {
      text: 'a',
      number: 1.5,
      flag: false,
      json: { deep: [1, null, { x: 'ü' }] },
      nothing: null,
    }
    expect((await ask(replaceRemoteConfigurationPayload, { config_id, data }))?.data).toEqual(data)
    expect((await ask(getRemoteConfigurationPayload, { config_id })).data).toEqual(data)
    expect((await ask(getRemoteConfiguration, { config_id })).payload).toEqual(data)
    await ask(replaceRemoteConfigurationPayload, { config_id, data: { only: 1 } })
    expect((await ask(getRemoteConfigurationPayload, { config_id })).data).toEqual({ only: 1 })
    await ask(replaceRemoteConfigurationPayload, { config_id, data: {} })
    expect((await ask(getRemoteConfigurationPayload, { config_id })).data).toEqual({})
  })

  it('has types of its keys, which are replaced as a whole too', async () => {
    const { id: config_id } = await ask(createRemoteConfiguration, { name: 'Fonts' })
    const set = (data: Record<string, 'Color' | 'Number'>) =>
      ask(setRemoteConfigurationPayloadMapping, { config_id, data })
    expect((await set({ button_color: 'Color', max_items: 'Number' }))?.data).toEqual({
      button_color: 'Color',
      max_items: 'Number',
    })
    await set({ max_items: 'Number' })
    expect((await ask(getRemoteConfigurationPayloadMapping, { config_id })).data).toEqual({
      max_items: 'Number',
    })
  })

  it.each([
    ['draft', [], ['active', 'archived']],
    ['active', ['active'], ['archived']],
    ['archived', ['archived'], []],
  ] as const)('that is %s can become what follows, and nothing else', async (_, way, follows) => {
    for (const status of ['draft', 'active', 'archived'] as const) {
      const { id: config_id } = await ask(createRemoteConfiguration, { name: 'Fonts' })
      for (const step of way)
        await ask(changeRemoteConfigurationStatus, { config_id, status: step })
      const change = ask(changeRemoteConfigurationStatus, { config_id, status })
      if (follows.some((one) => one === status))
        expect(await change).toMatchObject({ id: config_id, status })
      else await expect(change).rejects.toMatchObject({ status: 422, code: 'validation_error' })
    }
  })

  it('that is deleted is gone, with its pins, and handed out by no group', async () => {
    const { id: experiment_id } = await seeded('paywall_layout')
    const groups = async () => (await ask(listExperimentGroups, { experiment_id })).data
    const [control, other] = await groups()
    const config_id = other!.remote_config_uid!
    isDone(await ask(deleteRemoteConfiguration, { config_id }))
    await expect(ask(getRemoteConfiguration, { config_id })).rejects.toMatchObject({
      status: 404,
      code: 'not_found',
    })
    expect((await all()).map(({ id }) => id)).not.toContain(config_id)
    expect((await groups()).map((group) => group.remote_config_uid)).toEqual([
      control!.remote_config_uid,
      null,
    ])
  })

  it('names metrics that the project has, with all that a rule needs', async () => {
    const make = (rule: { metric: string; comparator?: 'eq'; value?: string }) =>
      ask(createRemoteConfiguration, { name: 'Fonts', segmentation_conditions: [rule] })
    await expect(make({ metric: 'mood', comparator: 'eq', value: 'good' })).rejects.toMatchObject({
      status: 400,
      details: [
        { field: 'segmentation_conditions.0.metric', message: expect.stringContaining('country') },
      ],
    })
    await expect(make({ metric: 'country' })).rejects.toMatchObject({
      status: 400,
      details: [
        { field: 'segmentation_conditions.0.comparator', message: 'is missing' },
        { field: 'segmentation_conditions.0.value', message: 'is missing' },
      ],
    })
  })

  it('can be handed out by a group of an experiment only if it is there', async () => {
    const { id: experiment_id } = await draftExperiment()
    const { id } = await ask(createRemoteConfiguration, { name: 'Fonts' })
    const add = (remote_config_uid: string) =>
      ask(createExperimentGroup, { experiment_id, weight: 1, remote_config_uid })
    expect(await add(id)).toMatchObject({ remote_config_uid: id })
    await expect(add('none')).rejects.toMatchObject({
      status: 400,
      details: [{ field: 'remote_config_uid', message: expect.stringContaining('"none"') }],
    })
  })
})

describe.each(SEEDS)('the configurations of seed %i', (seed) => {
  let sandbox: Sandbox
  beforeAll(() => {
    sandbox = createSandbox({ seed, now: new Date('2026-02-28T13:37:21Z'), customers: 600 })
    lab.sandbox = sandbox
  })

  it('are what the groups of all experiments name: active while those run, archived after', async () => {
    let groups = 0
    for (const { id: experiment_id, context_key } of (await ask(listExperiments, {})).data) {
      const { status } = await ask(getExperiment, { experiment_id })
      for (const group of (await ask(listExperimentGroups, { experiment_id })).data) {
        const config = await ask(getRemoteConfiguration, { config_id: group.remote_config_uid! })
        expect(config).toMatchObject({
          context_key,
          status: status === 'finished' ? 'archived' : 'active',
        })
        expect(config.name).toContain(group.name)
        groups++
      }
    }
    expect(groups).toBe(8)
    figure('groups name a configuration that is there', groups, 'all', seed)
  })

  it('hold a value of the type that the mapping says for each key, of products and screens that are there', async () => {
    const ids = async (list: typeof listProducts | typeof listScreens) =>
      new Set((await ask(list, {})).data.map(({ id }) => id))
    const [products, screens] = [await ids(listProducts), await ids(listScreens)]
    const isListOf = (known: ReadonlySet<string>) => (value: unknown) =>
      Array.isArray(value) && value.length > 0 && value.every((id) => known.has(String(id)))
    const fits: Record<string, (value: unknown) => boolean> = {
      String: (value) => typeof value === 'string',
      Number: (value) => typeof value === 'number',
      Bool: (value) => typeof value === 'boolean',
      Json: (value) => typeof value === 'object' && value !== null,
      Color: (value) => /^#[0-9A-F]{6}$/i.test(String(value)),
      Products: isListOf(products),
      Screens: isListOf(screens),
    }
    const met = new Set<string>()
    for (const { id: config_id } of await all()) {
      const { data: payload } = await ask(getRemoteConfigurationPayload, { config_id })
      const { data: types } = await ask(getRemoteConfigurationPayloadMapping, { config_id })
      expect(Object.keys(payload).toSorted()).toEqual(Object.keys(types).toSorted())
      for (const [key, type] of Object.entries(types)) {
        expect([config_id, key, type, fits[type]!(payload[key])]).toEqual([
          config_id,
          key,
          type,
          true,
        ])
        met.add(type)
      }
    }
    expect([...met].toSorted()).toEqual(Object.keys(fits).toSorted())
    figure('payload values of the type of the mapping', met.size, 'types, all values', seed)
  })
})

it('an experiment that is gone leaves its configurations to themselves', async () => {
  openLab()
  const { id: experiment_id } = await seeded('onboarding_aa')
  const [group] = (await ask(listExperimentGroups, { experiment_id })).data
  await ask(deleteExperiment, { experiment_id })
  const config_id = group!.remote_config_uid!
  expect(await ask(getRemoteConfiguration, { config_id })).toMatchObject({ status: 'archived' })
})
