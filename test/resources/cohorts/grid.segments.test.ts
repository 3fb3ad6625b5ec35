// @vitest-environment node
import { expect, test } from 'vitest'
import { rowId } from '../../../src/resources/cohorts/grid.lines.model.ts'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { buildCohortGrids } from '../../../src/resources/cohorts/grid.segments.model.ts'
import { readCell, readTotal } from '../../../src/resources/cohorts/grid.views.model.ts'
import type { CohortRow, CohortsAnswer } from '../../../src/resources/cohorts/types.ts'
import { answer, at, cell, row } from './answers.ts'

const now = at('1998-01-01')
const revenue = { metric: 'revenue', view: 'absolute' } as const

/** A split answer; a segment's own total is of its own. */
function split(rows: CohortRow[], segments: Record<string, CohortRow[]>, more = {}): CohortsAnswer {
  const { max_values } = answer(rows)
  return answer(rows, {
    segments: Object.entries(segments).map(([value, cohorts]) => ({
      value,
      label: value.toUpperCase(),
      cohorts,
      total: { users: 1, periods: [cell(1, cohorts.length, 1, 1)] },
      max_values,
    })),
    ...more,
  })
}

const twoMonths = [
  row('1997-01-01', 30, [
    [30, 3, 3],
    [20, 2, 2],
    [10, 1, 1],
  ]),
  row('1997-02-01', 30, [
    [30, 3, 3],
    [20, 2, 2],
  ]),
]

test('a split is the whole and its segments, each with its own totals and the same columns', () => {
  const { whole, segments } = buildCohortGrids(
    split(twoMonths, { us: [row('1997-02-01', 20, [[15, 2, 2]])], de: [] }),
    { now },
  )
  expect(segments.map(({ value, label }) => [value, label])).toEqual([
    ['us', 'US'],
    ['de', 'DE'],
  ])
  const [us, de] = segments
  expect(readCell(us!.grid, 0, 0, revenue).value).toBe(15)
  expect(readTotal(us!.grid, 0, revenue).value).toBe(1)
  expect(de!.grid.rows).toEqual([])
  for (const { grid } of segments) expect(grid.columns).toEqual(whole.columns)
  expect(rowId(us!.grid.rows[0]!, 'us')).not.toBe(rowId(whole.rows[1]!))
})

test('an answer without a split is the whole alone', () => {
  const { whole, segments } = buildCohortGrids(answer(twoMonths), { now })
  expect(segments).toEqual([])
  expect(whole).toEqual(buildCohortGrid(answer(twoMonths), { now }))
})

test('a segment that begins later than the whole is moved by the calendar of the whole', () => {
  const moved = [
    twoMonths[0]!,
    row('1997-02-01', 30, [null, [30, 3, 3], [20, 2, 2]]),
    row('1997-03-01', 30, [null, null, [30, 3, 3]]),
  ]
  const { segments } = buildCohortGrids(
    split(moved, { us: [row('1997-02-01', 20, [null, [15, 2, 2]])] }),
    { now },
  )
  expect(segments[0]!.grid.wasCalendarAligned).toBe(true)
  expect(readCell(segments[0]!.grid, 0, 0, revenue).value).toBe(15)
})

test('what numbers are of is told from the whole, not from a segment of few', () => {
  const running = (rows: CohortRow[]) =>
    rows.map((item) => ({
      ...item,
      periods: item.periods.map((each, index) => {
        const past = item.periods.slice(0, index + 1)
        const sum = past.reduce((total, period) => total + period!.revenue!, 0)
        return { ...each!, arpu: sum / item.users }
      }),
    }))
  const { whole, segments } = buildCohortGrids(
    split(running(twoMonths), { us: [row('1997-02-01', 20, [[15, 2, 2]])] }),
    { now },
  )
  expect(whole.basis.arpu).toBe('cumulative')
  expect(segments[0]!.grid.basis).toEqual(whole.basis)
})

test('a split by product has one renewal length in each segment, where the host knows it', () => {
  const data = split(twoMonths, { monthly: twoMonths, yearly: twoMonths }, { mode: 'by_renewals' })
  const { whole, segments } = buildCohortGrids(data, {
    now,
    definition: 'new_paying',
    segmentLengths: { monthly: ['month'], yearly: ['year'] },
  })
  expect([whole, ...segments.map(({ grid }) => grid)].map((grid) => grid.mixedLengths)).toEqual([
    true,
    false,
    false,
  ])
  const [monthly, yearly] = segments
  const payers = { metric: 'payers', view: 'absolute' } as const
  expect(readCell(whole, 0, 0, payers).state).toBe('provisional')
  expect(readCell(monthly!.grid, 0, 1, payers).state).toBe('final')
  expect(readCell(yearly!.grid, 0, 1, payers).state).toBe('provisional')
})

test('a segment that the API does not name is named by its value, and never by nothing', () => {
  const data = split(twoMonths, { de: twoMonths, '': [] })
  for (const segment of data.segments!) segment.label = ''
  const { segments } = buildCohortGrids(data, { now })
  expect(segments.map(({ label }) => label)).toEqual(['de', '–'])
})
