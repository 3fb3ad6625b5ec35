// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import {
  createExperiment,
  createExperimentGroup,
  deleteExperiment,
  deleteExperimentGroup,
  getExperiment,
  listExperimentGroups,
  updateExperiment,
  updateExperimentGroup,
} from '../../src/resources/experiments/operations.ts'
import { send } from './ask.ts'
import { ask, draft, lab, openLab, ready, START, to } from './lab.ts'

beforeEach(openLab)

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
    const response = await lab.sandbox.fetcher('/experiments', {
      method: 'POST',
      headers: {},
      body: '{"name":"Fonts","alias_id":"fonts"}',
      signal: new AbortController().signal,
    })
    const { url } = (await response.json()) as { url: string }
    expect([response.status, response.headers.get('location')]).toEqual([201, url])
    expect((await send(lab.sandbox, url.slice('/v4'.length))).status).toBe(200)
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
    lab.clock.present = new Date('2026-04-23T09:30:00Z')
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
