// @vitest-environment node
import { expect, test } from 'vitest'
import { buildCohortGrids } from '../../../src/resources/cohorts/grid.segments.model.ts'
import { summarize } from '../../../src/resources/cohorts/grid.summary.model.ts'
import type { CohortGrid } from '../../../src/resources/cohorts/grid.types.ts'
import { readCell, viewsOf } from '../../../src/resources/cohorts/grid.views.model.ts'
import { mixedRenewals, mixedRenewalsAt } from '../../../src/testing/mixedRenewals.ts'

// 600 monthly subscribers, of whom 85% renew, and 400 yearly ones, none of whom was due three months later.
const options = { now: mixedRenewalsAt, definition: 'new_paying' } as const
const { whole, segments } = buildCohortGrids(mixedRenewals(), {
  ...options,
  segmentLengths: { monthly: ['month'], yearly: ['year'] },
})
const [monthly, yearly] = segments.map(({ grid }) => grid)
const renewed = { metric: 'payers', view: 'percentOfFirst' } as const
const p2 = (grid: CohortGrid) => readCell(grid, 0, 1, renewed)
const caution = (grid: CohortGrid) =>
  viewsOf('payers', grid).find(({ view }) => view === 'percentOfFirst')?.caution

test('together P2 of P1 shows 51%, which is no retention: the view carries its caution and enters no mean', () => {
  expect(p2(whole)).toMatchObject({ value: 0.51, state: 'provisional' })
  expect(caution(whole)).toBe('mixedLengths')
  expect(summarize(whole, renewed, { kind: 'mean' }).cell(1)).toMatchObject({
    value: null,
    rows: 0,
  })
})

test('split by product, the monthly show the truth, 85%, and the yearly nothing: none was due', () => {
  expect(p2(monthly!)).toMatchObject({
    value: 0.85,
    state: 'final',
    of: { numerator: 510, denominator: 600 },
  })
  expect(p2(yearly!)).toMatchObject({ value: null, state: 'future' })
  expect([caution(monthly!), caution(yearly!)]).toEqual([null, null])
  expect(summarize(monthly!, renewed, { kind: 'mean' }).cell(1).value).toBe(0.85)
  expect(summarize(yearly!, renewed, { kind: 'mean' }).cell(1).value).toBeNull()
})
