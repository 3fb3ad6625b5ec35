// @vitest-environment node
import { expect, test } from 'vitest'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { buildCohortGrid } from '../../src/resources/cohorts/grid.build.model.ts'
import { readCell, readTotal, viewsOf } from '../../src/resources/cohorts/grid.views.model.ts'
import { COHORT_METRICS } from '../../src/resources/cohorts/metrics.ts'
import { buildLtvCurves } from '../../src/resources/ltv/ltv.curves.model.ts'
import { figure, runs } from '../figures.ts'
import { analyticsOf } from './analytics/world.ts'
import { askCohorts } from './ask.ts'

const DAY = 86_400
// A new year, a day on which clocks change, the Monday of a week that belongs to the next year.
const MOMENTS = ['2026-01-01T00:00:00Z', '2026-03-29T13:00:00Z', '2024-12-30T09:00:00Z']
// Days before and after the moment: over for long, up to now, not over yet.
const RANGES = [
  [-200, -100],
  [-90, 0],
  [-60, 30],
] as const
const QUESTIONS = [
  { grouping: 'week', cohort_definition: 'new_paying' },
  { grouping: 'month', cohort_definition: 'new_customers' },
] as const

/** A number with what tells it from all others. */
type Told = readonly [
  name: string,
  number: { readonly value: number | null; readonly state: string },
]

/** Every number that a business of few customers shows at an instant, so that some periods have no cohort. */
async function* numbers(seed: number, from: number, now: number): AsyncGenerator<Told> {
  const clock = { at: from }
  const sandbox = createSandbox({ seed, now: () => new Date(clock.at * 1000), customers: 120 })
  // What happens hangs on when the sandbox was made, what is known of it on when it is asked.
  clock.at = now
  for (const [first, end] of RANGES) {
    const range = { cohort_from: midnight(from, first), cohort_to: midnight(from, end) }
    for (const { grouping, cohort_definition: definition } of QUESTIONS) {
      const question = {
        ...range,
        mode: 'by_days',
        grouping,
        cohort_definition: definition,
      } as const
      const grid = buildCohortGrid(await askCohorts(sandbox, question), { now, definition })
      for (const metric of COHORT_METRICS)
        for (const { view } of viewsOf(metric, grid))
          for (const { index } of grid.columns) {
            const name = `${first} ${grouping} ${metric} ${view} ${index}`
            yield [`total ${name}`, readTotal(grid, index, { metric, view })]
            for (const row of grid.rows)
              yield [
                `cell ${row.label} ${name}`,
                readCell(grid, row.index, index, { metric, view }),
              ]
          }
    }
    const lifetime = { ...range, mode: 'by_days', revenue_type: 'gross' } as const
    const value = await analyticsOf(sandbox).ltv(lifetime)
    for (const { age, state, revenue } of buildLtvCurves(value, { now }).whole.ages)
      yield [`age ${first} ${age}`, { value: revenue, state }]
  }
}

const midnight = (at: number, days: number) => (Math.floor(at / DAY) + days) * DAY

test('what is complete by days stays as it is when time goes on', async () => {
  const seeds = Array.from({ length: runs(40) }, (_, index) => index + 1)
  const count = { cell: 0, total: 0, age: 0 }
  const moved: string[] = []
  for (const [index, seed] of seeds.entries()) {
    const now = Date.parse(MOMENTS[index % MOMENTS.length]!) / 1000
    const later = new Map<string, number | null>()
    for await (const [name, { value }] of numbers(seed, now, now + 40 * DAY)) later.set(name, value)
    for await (const [name, { value, state }] of numbers(seed, now, now)) {
      if (state !== 'final') continue
      count[name.split(' ')[0] as keyof typeof count]++
      const then = later.get(name) ?? null
      // What the answer rounds and we add up may differ by a little.
      const isSame = value === then || Math.abs((value ?? NaN) - (then ?? NaN)) < 1e-4
      if (!isSame) moved.push(`seed ${seed}: ${name} was ${value}, is ${then}`)
    }
  }
  expect(moved.slice(0, 5)).toEqual([])
  expect(count.cell).toBeGreaterThan(5_000)
  expect(count.total).toBeGreaterThan(500)
  expect(count.age).toBeGreaterThan(100)
  for (const [kind, read] of Object.entries(count))
    figure(`complete by days, 40 days later: ${kind}`, read, '0 that moved', `1 to ${seeds.length}`)
})
