// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import {
  attachUserToExperiment,
  listExperimentGroups,
} from '../../src/resources/experiments/operations.ts'
import { ask, lab, openLab, ready, seeded, START, to, usersOf } from './lab.ts'

beforeEach(openLab)

const logged = (experiment: string) =>
  lab.sandbox.exposures().filter((row) => row.experiment === experiment)

describe('the exposures that an app logs', () => {
  it('are those that the API counts, group by group, each user once, in the order of time', async () => {
    for (const alias of ['paywall_layout', 'onboarding_aa', 'trial_or_instant', 'welcome_video']) {
      const { id, started_at: start } = await seeded(alias)
      const rows = logged(id)
      const { data } = await ask(listExperimentGroups, { experiment_id: id })
      const counts = data.map((group) => rows.filter(({ arm }) => arm === group.id).length)
      expect(counts).toEqual(await usersOf(id))
      expect(new Set(rows.map(({ user }) => user)).size).toBe(rows.length)
      const instants = rows.map(({ at }) => at)
      expect(instants).toEqual(instants.toSorted((a, b) => a - b))
      expect(instants[0]).toBeGreaterThanOrEqual(Date.parse(start!) / 1000)
      expect(instants.at(-1)).toBeLessThan(Date.parse(START) / 1000)
    }
  })

  it('hold nobody before the start, and leave out who is put into a group by hand', async () => {
    const { id } = await ready()
    expect(logged(id)).toEqual([])
    await to(id, 'active')
    lab.clock.present = new Date('2026-05-22T09:30:00Z')
    const before = logged(id)
    const { user, arm } = before[0]!
    await ask(attachUserToExperiment, { experiment_id: id, user_id: user, group_id: arm })
    expect(logged(id)).toEqual(before.slice(1))
  })
})
