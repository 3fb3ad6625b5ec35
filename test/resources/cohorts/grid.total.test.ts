// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import { buildCohortGrids } from '../../../src/resources/cohorts/grid.segments.model.ts'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { readTotal, viewsOf } from '../../../src/resources/cohorts/grid.views.model.ts'
import { COHORT_METRICS } from '../../../src/resources/cohorts/metrics.ts'
import { getCohorts } from '../../../src/resources/cohorts/operations.ts'
import { figure, runs } from '../../figures.ts'
import { answer, at, cell, row } from './answers.ts'

const arpu = { metric: 'arpu', view: 'absolute' } as const

describe('what a total divides', () => {
  // 53 of 73 new payers have a P2; the 20 others end before it, which counts as 0 (assumed).
  const renewed = (value: number | null) => {
    const rows = [
      row('2024-01-01', 53, [
        [500, 53, 53],
        [374.7, 30, 30],
      ]),
      row('2024-01-02', 20, [[200, 20, 20]]),
    ]
    const second = { ...cell(53, 374.7, 30, 30)!, arpu: value }
    const total = { users: 73, periods: [cell(73, 700, 73, 73), second] }
    const data = answer(rows, { mode: 'by_renewals', grouping: 'day', total })
    return buildCohortGrid(data, {
      now: at('2025-01-01'),
      definition: 'new_paying',
      renewalLengths: ['month'],
    })
  }

  test('by the members of the cohorts that the answer has a number of is told so', () => {
    expect(readTotal(renewed(7.07), 1, arpu)).toMatchObject({
      value: 7.07,
      of: { numerator: 374.7, denominator: 53 },
    })
  })

  test('by all members, also of cohorts that ended before, is told so', () => {
    expect(readTotal(renewed(5.13), 1, arpu)).toMatchObject({
      value: 5.13,
      of: { numerator: 374.7, denominator: 73 },
    })
  })

  test('by nobody knows whom is not told', () => {
    const read = readTotal(renewed(6), 1, arpu)
    expect(read.value).toBe(6)
    expect(read).not.toHaveProperty('of')
  })
})

describe('totals of the sandbox', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const seeds = Array.from({ length: Math.max(3, runs(20)) }, (_, index) => index + 1)
  const questions = (['by_days', 'by_renewals'] as const).flatMap((mode) =>
    (['day', 'week', 'month'] as const).map((grouping) => ({
      mode,
      grouping,
      cohort_definition: 'new_paying' as const,
      cohort_from: at('2026-06-01'),
      cohort_to: at(grouping === 'day' ? '2026-07-01' : '2026-08-31'),
      filter: { product: ['premium_monthly'] },
    })),
  )

  test('are what their parts say, and all of the first column is all', async () => {
    let [read, first] = [0, 0]
    for (const seed of seeds) {
      const { fetcher } = createSandbox({ seed, now, customers: 600 })
      for (const question of questions) {
        const data = await execute(getCohorts, question, { fetcher })
        const { whole } = buildCohortGrids(data, {
          now: now.getTime() / 1000,
          definition: 'new_paying',
          renewalLengths: ['month'],
        })
        for (const metric of COHORT_METRICS)
          for (const { view } of viewsOf(metric, whole))
            for (const { index } of whole.columns) {
              const { value, of } = readTotal(whole, index, { metric, view })
              if (value === null) continue
              if (view === 'percentOfFirst' && index === 0) {
                expect(value).toBe(1)
                first++
              }
              if (!of) continue
              // Half a cent, and half a cent of what is divided.
              expect(Math.abs(value - of.numerator / of.denominator)).toBeLessThan(0.0101)
              read++
            }
      }
    }
    expect(first).toBeGreaterThan(seeds.length)
    figure('totals that are their numerator over their denominator', read, '0 that are not')
  }, 60_000)
})
