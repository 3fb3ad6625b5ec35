// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import {
  attachUserToExperiment,
  detachUserFromExperiment,
  listExperimentGroups,
  updateExperiment,
  updateExperimentGroup,
} from '../../src/resources/experiments/operations.ts'
import { ask, lab, openLab, ready, seeded, START, to, usersOf } from './lab.ts'

beforeEach(openLab)

describe('users of an experiment', () => {
  const installs = (from: string, until: string) =>
    lab.sandbox
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
    lab.clock.present = new Date('2026-05-22T09:30:00Z')
    const first = await usersOf(id)
    expect(Math.min(...first)).toBeGreaterThan(0)
    expect(sum(first)).toBe(installs(START, '2026-05-22T09:30:00Z'))
    await to(id, 'paused')
    lab.clock.present = new Date('2026-06-22T09:30:00Z')
    expect(await usersOf(id)).toEqual(first)
    await to(id, 'active')
    lab.clock.present = new Date('2026-07-22T09:30:00Z')
    const all = sum(first) + installs('2026-06-22T09:30:00Z', '2026-07-22T09:30:00Z')
    expect(sum(await usersOf(id))).toBe(all)
  })

  it('are let in by the percent and shared by the weights', async () => {
    const { id, a } = await ready()
    await ask(updateExperiment, { experiment_id: id, segment_percent: 50 })
    await ask(updateExperimentGroup, { experiment_id: id, group_id: a.id, weight: 3 })
    await to(id, 'active')
    lab.clock.present = new Date('2028-04-22T09:30:00Z')
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
      lab.sandbox
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
    const user_id = lab.sandbox.log()[0]!.customer_id
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
  lab.clock.present = new Date('2025-06-01T00:00:00Z')
  expect(await seeded('onboarding_aa')).toMatchObject({ status: 'draft', started_at: null })
  lab.clock.present = new Date('2025-08-01T00:00:00Z')
  expect(await seeded('onboarding_aa')).toMatchObject({ status: 'active', finished_at: null })
})
