// @vitest-environment node
import { expect, test } from 'vitest'
import { groupLines } from '../../../src/resources/cohorts/grid.groups.model.ts'
import { cohortLines, type SummaryRow } from '../../../src/resources/cohorts/grid.lines.model.ts'
import { buildCohortGrids } from '../../../src/resources/cohorts/grid.segments.model.ts'
import type { CohortGrid } from '../../../src/resources/cohorts/grid.types.ts'
import { answer, at, row } from './answers.ts'

const months = (size: number) => [
  row('1997-01-01', size, [[10, 1, 1]]),
  row('1997-02-01', size, [[10, 1, 1]]),
]
const { max_values } = answer(months(1))
const { whole, segments } = buildCohortGrids(
  answer(months(30), {
    segments: [
      { value: 'us', label: 'USA', cohorts: months(20), total: null, max_values },
      { value: 'de', label: 'Germany', cohorts: months(10), total: null, max_values },
    ],
  }),
  { now: at('1998-01-01') },
)

/** The lines as one reads them: headings with their fold, cohorts with their size. */
const read = (folded: readonly (string | null)[], summary?: readonly SummaryRow[]) =>
  groupLines(whole, segments, {
    folded: new Set(folded),
    allLabel: 'All',
    linesOf: (grid: CohortGrid, segment) => cohortLines(grid, [0, 1], segment),
    summary,
  }).map((line) => {
    if (line.kind === 'segment') return `${line.isFolded ? '+' : '-'} ${line.label}`
    return line.kind === 'cohort' ? line.grid.rows[line.row]!.size : line.kind
  })

test('the whole answer comes first, then each segment, with their cohorts below their headings', () => {
  expect(read([])).toEqual(['- All', 30, 30, '- USA', 20, 20, '- Germany', 10, 10])
})

test('a folded group is its heading; all folded they are a table of segments', () => {
  expect(read(['us'])).toEqual(['- All', 30, 30, '+ USA', '- Germany', 10, 10])
  expect(read([null, 'us', 'de'])).toEqual(['+ All', '+ USA', '+ Germany'])
})

test('a segment ends with a mean of its own, folded too; its total is its heading, and the mean of all is at the foot', () => {
  expect(read(['us'], ['total', 'mean'])).toEqual([
    '- All',
    30,
    30,
    '+ USA',
    'mean',
    '- Germany',
    10,
    10,
    'mean',
  ])
})

test('every line has a key of its own', () => {
  const lines = groupLines(whole, segments, {
    folded: new Set(),
    allLabel: 'All',
    linesOf: (grid, segment) => cohortLines(grid, [0, 1], segment),
    summary: ['mean', 'median'],
  })
  expect(new Set(lines.map((line) => line.id)).size).toBe(13)
})
