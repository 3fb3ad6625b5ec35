// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import { buildLtvCurves } from '../../../src/resources/ltv/ltv.curves.model.ts'
import { askCohorts } from '../../sandbox/ask.ts'
import { SEEDS } from '../../sandbox/seeds.ts'
import { analyticsOf, expectSame, sum } from '../../sandbox/analytics/world.ts'
import { at } from './answers.ts'

const NOW = new Date('2026-02-28T13:37:21Z')
const now = NOW.getTime() / 1000
const range = { cohort_from: at('2025-11-01'), cohort_to: at('2026-02-01') }

describe.each(SEEDS)('curves beside the cohort table of the same days, seed %i', (seed) => {
  const sandbox = createSandbox({ seed, now: NOW, customers: 800 })

  test.each(['gross', 'net'] as const)(
    '%s: value and people of every age',
    async (revenue_type) => {
      const question = { ...range, mode: 'by_days', revenue_type } as const
      const { whole } = buildLtvCurves(await analyticsOf(sandbox).ltv(question), { now })
      const { cohorts } = await askCohorts(sandbox, { ...question, grouping: 'day' })
      // February has 27 whole days so far, and the last of them settles.
      expect(whole.ages.findLast(({ state }) => state === 'final')!.age).toBe(26)
      expect(whole.ages.length).toBeGreaterThan(100)
      for (const { age, revenue, population } of whole.ages) {
        const { from, to, users } = population
        const members = cohorts.filter(({ cohort_start: day }) => day >= from && day < to!)
        expect(users, `people of day ${age}`).toBe(sum(members.map((row) => row.users)))
        const paid = members.map((row) =>
          sum(row.periods.slice(0, age + 1).map((cell) => cell!.revenue!)),
        )
        expectSame(revenue!, sum(paid), `value of day ${age}`)
      }
    },
  )
})
