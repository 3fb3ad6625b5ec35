// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import type { InputOf, Operation, OutputOf } from '../../src/core/operation.ts'
import { createSandbox, type Sandbox } from '../../src/entries/sandbox.ts'
import {
  attachUserToExperiment,
  changeExperimentStatus,
  createExperiment,
  createExperimentGroup,
  deleteExperiment,
  deleteExperimentGroup,
  detachUserFromExperiment,
  getExperiment,
  getExperimentsSummary,
  listExperimentGroups,
  listExperiments,
  updateExperiment,
  updateExperimentGroup,
} from '../../src/resources/experiments/operations.ts'
import { send } from './ask.ts'

const START = '2026-04-22T09:30:00Z'
let present: Date
let sandbox: Sandbox
beforeEach(() => {
  present = new Date(START)
  sandbox = createSandbox({ seed: 1, customers: 1000, now: () => present })
})
const ask = <Op extends Operation>(operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> =>
  execute(operation, input, sandbox)

const draft = () => ask(createExperiment, { name: 'Fonts', alias_id: 'fonts' })
const seeded = async (alias: string) =>
  (await ask(listExperiments, {})).data.find(({ alias_id }) => alias_id === alias)!
const usersOf = async (uid: string) => {
  const { items } = await ask(getExperimentsSummary, { filter: { experiment_uid: [uid] } })
  return items[0]!.groups.map(({ metrics }) => metrics!.users!)
}

/** A draft with two groups of equal weight. */
async function ready() {
  const { id } = await draft()
  const control = { experiment_id: id, weight: 1, name: 'Serif', is_control: true }
  const a = await ask(createExperimentGroup, control)
  const b = await ask(createExperimentGroup, { experiment_id: id, weight: 1, name: 'Grotesk' })
  return { id, a, b }
}

const to = (experiment_id: string, status: 'draft' | 'active' | 'paused' | 'finished') =>
  ask(changeExperimentStatus, { experiment_id, status })

describe('making an experiment', () => {
  it('gives a draft with what was said and nothing else', async () => {
    const experiment = await draft()
    expect(experiment).toMatchObject({
      object: 'experiment',
      name: 'Fonts',
      alias_id: 'fonts',
      status: 'draft',
      started_at: null,
      finished_at: null,
      primary_metric: null,
      created_at: START,
    })
    expect(await ask(getExperiment, { experiment_id: experiment.id })).toEqual(experiment)
    expect((await ask(listExperimentGroups, { experiment_id: experiment.id })).data).toEqual([])
  })

  it('answers 201 with its address', async () => {
    const response = await sandbox.fetcher('/experiments', {
      method: 'POST',
      headers: {},
      body: '{"name":"Fonts","alias_id":"fonts"}',
      signal: new AbortController().signal,
    })
    const { url } = (await response.json()) as { url: string }
    expect([response.status, response.headers.get('location')]).toEqual([201, url])
    expect((await send(sandbox, url.slice('/v4'.length))).status).toBe(200)
  })

  it('refuses an alias that is taken, an empty name and a percent beyond 100', async () => {
    await draft()
    await expect(draft()).rejects.toMatchObject({ status: 409, code: 'already_exists' })
    await expect(
      ask(createExperiment, { name: ' ', alias_id: 'b', segment_percent: 101 }),
    ).rejects.toMatchObject({
      status: 400,
      code: 'invalid_data',
      details: [{ field: 'name' }, { field: 'segment_percent' }],
    })
  })

  it('knows no experiment that is not there', async () => {
    const nobody = { experiment_id: 'nobody' }
    for (const call of [
      () => ask(getExperiment, nobody),
      () => ask(updateExperiment, { ...nobody, name: 'x' }),
      () => ask(deleteExperiment, nobody),
      () => ask(listExperimentGroups, nobody),
      () => to('nobody', 'active'),
    ])
      await expect(call()).rejects.toMatchObject({ status: 404, code: 'not_found' })
  })
})

describe('changing an experiment', () => {
  it('changes what is named, and clears what is named null', async () => {
    const { id } = await draft()
    const change = { experiment_id: id, primary_metric: 'sales', goal_value: 4 }
    expect(await ask(updateExperiment, change)).toMatchObject({
      name: 'Fonts',
      primary_metric: 'sales',
      goal_value: 4,
    })
    const cleared = await ask(updateExperiment, { experiment_id: id, goal_value: null })
    expect(cleared).toMatchObject({ primary_metric: 'sales', goal_value: null })
  })

  it('leaves weights and the percent of a started one as they are', async () => {
    const { id, a, b } = await ready()
    await to(id, 'active')
    const refused = { status: 409, code: 'state_conflict' }
    const group = { experiment_id: id, group_id: a.id }
    await expect(ask(updateExperimentGroup, { ...group, weight: 3 })).rejects.toMatchObject(refused)
    await expect(ask(deleteExperimentGroup, group)).rejects.toMatchObject(refused)
    await expect(
      ask(createExperimentGroup, { experiment_id: id, weight: 1 }),
    ).rejects.toMatchObject(refused)
    await expect(
      ask(updateExperiment, { experiment_id: id, segment_percent: 50 }),
    ).rejects.toMatchObject(refused)
    const renamed = await ask(updateExperimentGroup, { ...group, name: 'Antiqua', weight: 1 })
    expect(renamed).toMatchObject({ id: a.id, name: 'Antiqua', weight: 1, is_control: true })
    expect((await ask(listExperimentGroups, { experiment_id: id })).data.map((g) => g.id)).toEqual([
      a.id,
      b.id,
    ])
  })

  it('changes and removes the groups of a draft', async () => {
    const { id, a, b } = await ready()
    await ask(updateExperimentGroup, { experiment_id: id, group_id: a.id, weight: 3 })
    await ask(deleteExperimentGroup, { experiment_id: id, group_id: b.id })
    const { data } = await ask(listExperimentGroups, { experiment_id: id })
    expect(data.map((group) => [group.id, group.weight])).toEqual([[a.id, 3]])
    await expect(
      ask(updateExperimentGroup, { experiment_id: id, group_id: b.id, weight: 3 }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(
      ask(createExperimentGroup, { experiment_id: id, weight: -1 }),
    ).rejects.toMatchObject({ status: 400, details: [{ field: 'weight' }] })
  })
})

describe('the life of an experiment', () => {
  it('goes from draft over pauses to its end', async () => {
    const { id } = await ready()
    expect(await to(id, 'active')).toMatchObject({ status: 'active', started_at: START })
    expect(await to(id, 'paused')).toMatchObject({ status: 'paused' })
    present = new Date('2026-04-23T09:30:00Z')
    expect(await to(id, 'active')).toMatchObject({ status: 'active', started_at: START })
    expect(await to(id, 'finished')).toMatchObject({
      status: 'finished',
      finished_at: '2026-04-23T09:30:00Z',
    })
  })

  it.each([
    ['draft', 'paused'],
    ['draft', 'finished'],
    ['draft', 'draft'],
    ['active', 'draft'],
    ['active', 'active'],
    ['paused', 'draft'],
    ['paused', 'paused'],
    ['finished', 'active'],
    ['finished', 'paused'],
    ['finished', 'draft'],
    ['finished', 'finished'],
  ] as const)('does not lead from %s to %s', async (from, wanted) => {
    const { id } = await ready()
    if (from !== 'draft') await to(id, 'active')
    if (from === 'paused' || from === 'finished') await to(id, from)
    await expect(to(id, wanted)).rejects.toMatchObject({ status: 409, code: 'state_conflict' })
    expect(await ask(getExperiment, { experiment_id: id })).toMatchObject({ status: from })
  })

  it('does not begin without two groups that share the traffic and one control', async () => {
    const { id } = await draft()
    await ask(createExperimentGroup, { experiment_id: id, weight: 1 })
    await ask(createExperimentGroup, { experiment_id: id, weight: 0 })
    await expect(to(id, 'active')).rejects.toMatchObject({
      status: 422,
      code: 'validation_error',
      details: [
        { field: 'groups', message: expect.stringMatching(/two or more/) },
        { field: 'groups', message: expect.stringMatching(/one control/) },
      ],
    })
  })

  it('ends with all it had, once it does not run', async () => {
    const { id, a } = await ready()
    await to(id, 'active')
    await expect(ask(deleteExperiment, { experiment_id: id })).rejects.toMatchObject({
      status: 409,
    })
    await to(id, 'finished')
    await ask(deleteExperiment, { experiment_id: id })
    await expect(ask(getExperiment, { experiment_id: id })).rejects.toMatchObject({ status: 404 })
    await expect(
      ask(updateExperimentGroup, { experiment_id: id, group_id: a.id, name: 'x' }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

describe('users of an experiment', () => {
  const installs = (from: string, until: string) =>
    sandbox
      .log()
      .filter(
        ({ type, environment, at }) =>
          type === 'install' &&
          environment === 1 &&
          at >= Date.parse(from) / 1000 &&
          at < Date.parse(until) / 1000,
      ).length
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

  it('come from its start on, but not while it is paused', async () => {
    const { id } = await ready()
    await to(id, 'active')
    expect(await usersOf(id)).toEqual([0, 0])
    present = new Date('2026-05-22T09:30:00Z')
    const first = await usersOf(id)
    expect(Math.min(...first)).toBeGreaterThan(0)
    expect(sum(first)).toBe(installs(START, '2026-05-22T09:30:00Z'))
    await to(id, 'paused')
    present = new Date('2026-06-22T09:30:00Z')
    expect(await usersOf(id)).toEqual(first)
    await to(id, 'active')
    present = new Date('2026-07-22T09:30:00Z')
    const all = sum(first) + installs('2026-06-22T09:30:00Z', '2026-07-22T09:30:00Z')
    expect(sum(await usersOf(id))).toBe(all)
  })

  it('are let in by the percent and shared by the weights', async () => {
    const { id, a } = await ready()
    await ask(updateExperiment, { experiment_id: id, segment_percent: 50 })
    await ask(updateExperimentGroup, { experiment_id: id, group_id: a.id, weight: 3 })
    await to(id, 'active')
    present = new Date('2028-04-22T09:30:00Z')
    const [three, one] = (await usersOf(id)) as [number, number]
    const all = installs(START, '2028-04-22T09:30:00Z')
    // Five standard errors on each side.
    expect(Math.abs(three + one - all / 2)).toBeLessThan(5 * Math.sqrt(all / 4))
    expect(Math.abs(three - (three + one) * 0.75)).toBeLessThan(
      5 * Math.sqrt((three + one) * 0.75 * 0.25),
    )
  })

  it('who are attached or detached by hand are no longer counted', async () => {
    const { id, started_at } = await seeded('paywall_layout')
    const [, second] = (await ask(listExperimentGroups, { experiment_id: id })).data
    const before = await usersOf(id)
    const user = (row: number) =>
      sandbox
        .log()
        .filter(
          ({ type, environment, at }) =>
            type === 'install' && environment === 1 && at >= Date.parse(started_at!) / 1000,
        )[row]!.customer_id
    await ask(attachUserToExperiment, {
      experiment_id: id,
      user_id: user(0),
      group_id: second!.id,
    })
    expect(sum(await usersOf(id))).toBe(sum(before) - 1)
    await ask(detachUserFromExperiment, { experiment_id: id, user_id: user(1) })
    expect(sum(await usersOf(id))).toBe(sum(before) - 2)
    const again = { experiment_id: id, user_id: user(1) }
    await expect(ask(detachUserFromExperiment, again)).rejects.toMatchObject({
      status: 404,
      code: 'relation_not_found',
    })
  })

  it('must exist, and their group must be one of the experiment', async () => {
    const { id, a } = await ready()
    const other = await seeded('onboarding_aa')
    const user_id = sandbox.log()[0]!.customer_id
    const missing = { status: 404, code: 'not_found' }
    await expect(
      ask(attachUserToExperiment, { experiment_id: id, user_id: 'nobody', group_id: a.id }),
    ).rejects.toMatchObject(missing)
    await expect(
      ask(attachUserToExperiment, { experiment_id: other.id, user_id, group_id: a.id }),
    ).rejects.toMatchObject(missing)
    const [control] = (await ask(listExperimentGroups, { experiment_id: other.id })).data
    await expect(
      ask(attachUserToExperiment, { experiment_id: other.id, user_id, group_id: control!.id }),
    ).rejects.toMatchObject({ status: 409, code: 'state_conflict' })
  })
})

it('a clock that stands before an experiment shows a draft, one before its end a running one', async () => {
  present = new Date('2025-06-01T00:00:00Z')
  expect(await seeded('onboarding_aa')).toMatchObject({ status: 'draft', started_at: null })
  present = new Date('2025-08-01T00:00:00Z')
  expect(await seeded('onboarding_aa')).toMatchObject({ status: 'active', finished_at: null })
})
