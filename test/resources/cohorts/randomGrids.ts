import fc from 'fast-check'
import { addPeriods } from '../../../src/core/calendar.ts'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import type { CohortGrid, Reading } from '../../../src/resources/cohorts/grid.types.ts'
import { viewsOf } from '../../../src/resources/cohorts/grid.views.model.ts'
import { COHORT_METRICS } from '../../../src/resources/cohorts/metrics.ts'
import { answer, at, cell } from './answers.ts'

const START = at('1997-01-01')

const amounts = fc.tuple(
  // Whole cents; refunds of another month can outweigh the charges of this one.
  fc.integer({ min: -5_000, max: 1e8 }).map((cents) => cents / 100),
  fc.nat(100),
  fc.nat(300),
)

/** Monthly tables of up to eight cohorts and columns, ragged or zero-filled, judged at some month of the two years after them. */
export const randomGrid: fc.Arbitrary<CohortGrid> = fc
  .record({
    rows: fc.array(
      fc.record({
        size: fc.nat(100),
        cells: fc.array(fc.option(amounts, { freq: 6 }), { maxLength: 8 }),
      }),
      { maxLength: 8 },
    ),
    months: fc.nat(24),
    byRenewals: fc.boolean(),
    total: fc.option(fc.array(amounts, { maxLength: 8 })),
  })
  .map(({ rows, months, byRenewals, total }) => {
    const cohorts = rows.map(({ size, cells }, index) => {
      const start = addPeriods('month', START, index)
      return {
        cohort_start: start,
        label: new Date(start * 1000).toISOString().slice(0, 10),
        users: size,
        // No more people can pay than there are.
        periods: cells.map(
          (parts) => parts && cell(size, parts[0], Math.min(size, parts[1]), parts[2]),
        ),
      }
    })
    const users = cohorts.reduce((sum, row) => sum + row.users, 0)
    const data = answer(cohorts, {
      mode: byRenewals ? 'by_renewals' : 'by_days',
      cohort_from: START,
      cohort_to: addPeriods('month', START, rows.length),
      total: total && { users, periods: total.map((parts) => cell(users, ...parts)) },
    })
    return buildCohortGrid(data, {
      now: addPeriods('month', START, months),
      definition: 'new_paying',
      renewalLengths: ['month'],
    })
  })

/** A table with one of the readings it offers. */
export const randomReading: fc.Arbitrary<{ grid: CohortGrid; reading: Reading }> = randomGrid.chain(
  (grid) =>
    fc
      .constantFrom(
        ...COHORT_METRICS.flatMap((metric) =>
          viewsOf(metric, grid).map(({ view }) => ({ metric, view })),
        ),
      )
      .map((reading) => ({ grid, reading })),
)
