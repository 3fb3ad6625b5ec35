// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { arrangeSegments } from '../../../src/resources/cohorts/grid.arrangeSegments.model.ts'
import { buildCohortGrids } from '../../../src/resources/cohorts/grid.segments.model.ts'
import { answer, at, row } from './answers.ts'

const shares = { metric: 'payers', view: 'percentOfSize' } as const

/** A segment with its totals as the API gives them: [revenue, payers, payments] by period. */
const segment = (
  value: string,
  cohorts: Parameters<typeof row>[],
  members: number,
  totals: [number, number, number][],
) => {
  const { cohorts: rows, max_values } = answer(cohorts.map((given) => row(...given)))
  const total = { users: members, periods: row('1997-01-01', members, totals).periods }
  return { value, label: value, cohorts: rows, total, max_values }
}

// Long after, so that every cell is final.
const split = answer([row('1997-01-01', 400, [[40, 40, 40]])], {
  segments: [
    segment(
      'app',
      [
        [
          '1997-01-01',
          100,
          [
            [1, 90, 90],
            [1, 30, 30],
          ],
        ],
        [
          '1997-02-01',
          10,
          [
            [1, 9, 9],
            [1, 5, 5],
          ],
        ],
      ],
      110,
      // 35 of 110 members paid in period 1: 31.8%.
      [
        [2, 99, 99],
        [2, 35, 35],
      ],
    ),
    // 62 of 200: 31%.
    segment(
      'web',
      [
        [
          '1997-01-01',
          200,
          [
            [1, 180, 180],
            [1, 62, 62],
          ],
        ],
      ],
      200,
      [
        [1, 180, 180],
        [1, 62, 62],
      ],
    ),
    // Without period 1.
    segment('tv', [['1997-01-01', 20, [[1, 2, 2]]]], 20, [[1, 2, 2]]),
  ],
  cohort_to: at('1997-03-01'),
})
const { segments } = buildCohortGrids(split, { now: at('1999-01-01') })
const order = (options: Parameters<typeof arrangeSegments>[2]) =>
  arrangeSegments(segments, shares, options).map(({ value }) => value)

/** One cohort of 100 payers by renewals: how many paid a second and a third time. */
const renewing = (value: string, second: number, third: number) => {
  const paid: [number, number, number][] = [
    [1, 100, 100],
    [1, second, second],
    [1, third, third],
  ]
  return segment(value, [['1997-01-01', 100, paid]], 100, paid)
}
const renewals = answer([row('1997-01-01', 300, [[300, 300, 300]])], {
  mode: 'by_renewals',
  segments: [renewing('yearly', 95, 90), renewing('weekly', 50, 20), renewing('monthly', 99, 95)],
  cohort_to: at('1997-02-01'),
})

describe('segments', () => {
  test('keep the order of the answer until the table is sorted', () => {
    expect(order({})).toEqual(['app', 'web', 'tv'])
    expect(order({ sort: { by: 'cohort', descending: true } })).toEqual(['app', 'web', 'tv'])
  })

  test('are sorted by all of their members', () => {
    expect(order({ sort: { by: 'size', descending: true } })).toEqual(['web', 'app', 'tv'])
    expect(order({ sort: { by: 'size', descending: false } })).toEqual(['tv', 'app', 'web'])
  })

  test('are sorted by their total of a column, those without one last either way', () => {
    expect(order({ sort: { by: 1, descending: true } })).toEqual(['app', 'web', 'tv'])
    expect(order({ sort: { by: 1, descending: false } })).toEqual(['web', 'app', 'tv'])
  })

  test('whose total still moves are no rank among the final ones: they come after them either way', () => {
    // By the month and by the year: after 15 months nobody of the yearly was due a third time, so their 90% is no second place.
    const known = buildCohortGrids(renewals, {
      now: at('1998-04-01'),
      definition: 'new_paying',
      settlingDays: 0,
      segmentLengths: { weekly: ['week'], monthly: ['month'], yearly: ['year'] },
    }).segments
    const byThird = (descending: boolean) =>
      arrangeSegments(
        known,
        { metric: 'payers', view: 'percentOfFirst' },
        { sort: { by: 2, descending } },
      ).map(({ value }) => value)
    expect(byThird(true)).toEqual(['monthly', 'weekly', 'yearly'])
    expect(byThird(false)).toEqual(['weekly', 'monthly', 'yearly'])
  })

  test('of small cohorts alone are left out', () => {
    expect(order({ minSize: 50 })).toEqual(['app', 'web'])
  })
})
