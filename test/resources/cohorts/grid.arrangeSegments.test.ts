import { describe, expect, test } from 'vitest'
import { arrangeSegments } from '../../../src/resources/cohorts/grid.arrangeSegments.model.ts'
import { buildCohortGrids } from '../../../src/resources/cohorts/grid.segments.model.ts'
import { answer, at, row } from './answers.ts'

const shares = { metric: 'payers', view: 'percentOfSize' } as const

/** Three segments; long after, so that every cell is final. */
const segment = (value: string, cohorts: Parameters<typeof row>[]) => {
  const { cohorts: rows, max_values } = answer(cohorts.map((given) => row(...given)))
  return { value, label: value, cohorts: rows, total: null, max_values }
}
const split = answer([row('1997-01-01', 400, [[40, 40, 40]])], {
  segments: [
    // Payers in period 1: 30 + 5 of 110 members = 31.8%, or 30 of 100 without the small cohort = 30%.
    segment('app', [
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
    ]),
    // 62 of 200 = 31%.
    segment('web', [
      [
        '1997-01-01',
        200,
        [
          [1, 180, 180],
          [1, 62, 62],
        ],
      ],
    ]),
    // Small, and without period 1.
    segment('tv', [['1997-01-01', 20, [[1, 2, 2]]]]),
  ],
  cohort_to: at('1997-03-01'),
})
const { segments } = buildCohortGrids(split, { now: at('1999-01-01') })
const order = (options: Parameters<typeof arrangeSegments>[2]) =>
  arrangeSegments(segments, shares, options).map(({ value }) => value)

describe('segments', () => {
  test('keep the order of the answer until the table is sorted', () => {
    expect(order({})).toEqual(['app', 'web', 'tv'])
    expect(order({ sort: { by: 'cohort', descending: true } })).toEqual(['app', 'web', 'tv'])
  })

  test('are sorted by all of their members', () => {
    expect(order({ sort: { by: 'size', descending: true } })).toEqual(['web', 'app', 'tv'])
    expect(order({ sort: { by: 'size', descending: false } })).toEqual(['tv', 'app', 'web'])
  })

  test('are sorted by the pooled mean of a column, those without one last either way', () => {
    expect(order({ sort: { by: 1, descending: true } })).toEqual(['app', 'web', 'tv'])
    expect(order({ sort: { by: 1, descending: false } })).toEqual(['web', 'app', 'tv'])
  })

  test('of small cohorts alone are left out, and small cohorts do not weigh in the order', () => {
    expect(order({ sort: { by: 1, descending: true }, minSize: 50 })).toEqual(['web', 'app'])
  })
})
