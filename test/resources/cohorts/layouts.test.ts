// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import { en } from '../../../src/i18n/en.ts'
import { createFormat } from '../../../src/i18n/format.ts'
import { createTranslate } from '../../../src/i18n/translate.ts'
import { describeCell } from '../../../src/resources/cohorts/cohortCellTexts.ts'
import { emptyReasons, noticeTexts } from '../../../src/resources/cohorts/cohortTexts.ts'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import type { CohortGrid, CohortGridOptions } from '../../../src/resources/cohorts/grid.types.ts'
import { readCell, viewsOf } from '../../../src/resources/cohorts/grid.views.model.ts'
import { COHORT_METRICS } from '../../../src/resources/cohorts/metrics.ts'
import { getCohorts } from '../../../src/resources/cohorts/operations.ts'
import type {
  CohortMetric,
  CohortsAnswer,
  CohortsInput,
} from '../../../src/resources/cohorts/types.ts'
import { rewriteLayout, type CohortLayout } from '../../../src/testing/cohortLayouts.ts'
import { at, documentedEmpty } from './answers.ts'

const now = new Date('2026-11-21T12:00:00Z')
const amounts = { metric: 'revenue', view: 'absolute' } as const
const texts = { t: createTranslate('en-US', en, {}), format: createFormat('en-US', 'UTC') }
const sandbox = createSandbox({ seed: 1, now, customers: 3000 })

const range = {
  grouping: 'month',
  cohort_from: at('2025-11-01'),
  cohort_to: at('2026-11-01'),
} as const
const ask = (question: CohortsInput): Promise<CohortsAnswer> =>
  execute(getCohorts, { ...range, ...question }, { fetcher: sandbox.fetcher })

const byDays = await ask({ mode: 'by_days' })
const byRenewals = await ask({
  mode: 'by_renewals',
  cohort_definition: 'new_paying',
  filter: { product: ['premium_monthly'] },
})
// The youngest cohort, whose row ends first.
const LAST = byRenewals.cohorts.length - 1

const calendar: CohortGridOptions = { now: now.getTime() / 1000 }
const monthly: CohortGridOptions = {
  ...calendar,
  definition: 'new_paying',
  renewalLengths: ['month'],
}

const amount = (grid: CohortGrid, row: number, column: number, metric: CohortMetric) =>
  readCell(grid, row, column, { metric, view: 'absolute' })

/** Every number of a grid with its state. */
const numbers = (grid: CohortGrid) =>
  COHORT_METRICS.map((metric) =>
    grid.rows.map((row) => grid.columns.map(({ index }) => amount(grid, row.index, index, metric))),
  )

const views = (grid: CohortGrid, metric: CohortMetric) =>
  viewsOf(metric, grid).map(({ view }) => view)

describe('read right: the same numbers and states, whatever the layout', () => {
  test('by days, a cell is the number of the answer once its period has begun', () => {
    const grid = buildCohortGrid(byDays, calendar)
    byDays.cohorts.forEach(({ periods }, row) =>
      periods.forEach((cell, column) => {
        for (const metric of COHORT_METRICS)
          expect(amount(grid, row, column, metric).value).toBe(cell![metric])
      }),
    )
    expect(grid.basis).toMatchObject({ arpu: 'period', arppu: 'period', arpas: 'period' })
    expect(grid.mayBeCumulative).toBe(false)
  })

  test.each(['ragged', 'zeroFilled', 'nullFilled', 'wideRows', 'calendarAligned'] as const)(
    'by days: %s',
    (layout) => {
      const grid = buildCohortGrid(rewriteLayout(byDays, layout), calendar)
      const right = buildCohortGrid(byDays, calendar)
      expect(numbers(grid).map((rows) => rows.map((row) => row.slice(0, 12)))).toEqual(
        numbers(right).map((rows) => rows.map((row) => row.slice(0, 12))),
      )
    },
  )

  test('columns that are calendar periods are said to have been moved', () => {
    const grid = buildCohortGrid(rewriteLayout(byDays, 'calendarAligned'), calendar)
    expect(noticeTexts(texts, grid, {}, amounts)).toContain(en['cohorts.notice.aligned'])
  })

  test('the totals of calendar periods stand under no period since joining', () => {
    const { total } = byDays
    expect(total).not.toBeNull()
    const given = { ...rewriteLayout(byDays, 'calendarAligned'), total }
    expect(buildCohortGrid(given, calendar).total).toBeNull()
    expect(buildCohortGrid(byDays, calendar).total).not.toBeNull()
  })

  test.each(['ragged', 'zeroFilled', 'nullFilled', 'wideRows'] as const)(
    'by renewals: %s',
    (layout) => {
      const grid = buildCohortGrid(rewriteLayout(byRenewals, layout), monthly)
      expect(numbers(grid)).toEqual(numbers(buildCohortGrid(byRenewals, monthly)))
    },
  )

  test('by renewals, what nobody reached is zero once it is final, and that this is assumed is said', () => {
    const years = { ...monthly, now: at('2030-01-01') }
    const grid = buildCohortGrid(byRenewals, years)
    const end = byRenewals.cohorts[LAST]!.periods.length
    expect(end).toBeLessThan(grid.columns.length)
    expect(amount(grid, LAST, end, 'payers')).toMatchObject({ value: 0, state: 'final' })
    expect(amount(grid, LAST, end, 'arppu')).toMatchObject({ value: null, state: 'final' })
    expect(noticeTexts(texts, grid, {}, amounts)).toContain(en['cohorts.notice.ends'])
    // Filled with zeros by the API itself, nothing is assumed.
    const filled = buildCohortGrid(rewriteLayout(byRenewals, 'zeroFilled'), years)
    expect(noticeTexts(texts, filled, {}, amounts)).not.toContain(en['cohorts.notice.ends'])
    expect(numbers(filled)).toEqual(numbers(grid))
  })
})

describe('refused in words: what is no number of one period', () => {
  const grids = (layout: CohortLayout, more: Partial<CohortGridOptions> = {}) => [
    buildCohortGrid(rewriteLayout(byDays, layout), { ...calendar, ...more }),
    buildCohortGrid(rewriteLayout(byRenewals, layout), { ...monthly, ...more }),
  ]
  const described = (grid: CohortGrid, metric: CohortMetric) =>
    describeCell(texts, grid, 0, 1, { metric, view: 'absolute' }).details.join(' ')

  test('running sums everywhere are flagged, and once the host says so nothing is added up again', () => {
    for (const grid of grids('cumulative')) {
      expect(grid.mayBeCumulative).toBe(true)
      expect(noticeTexts(texts, grid, {}, amounts)).toContain(en['cohorts.notice.cumulative'])
    }
    for (const grid of grids('cumulative', { cellBasis: 'cumulative' }))
      for (const metric of COHORT_METRICS) {
        expect(views(grid, metric)).toEqual(['absolute'])
        expect(readCell(grid, 0, 1, { metric, view: 'percentOfFirst' }).value).toBeNull()
        expect(described(grid, metric)).toContain(en['cohorts.basis.cumulative'])
      }
  })

  test('running sums that end early stay where they are', () => {
    const [, grid] = grids('cumulative', { cellBasis: 'cumulative', now: at('2030-01-01') })
    const cells = byRenewals.cohorts[LAST]!.periods
    const revenue = cells.reduce((sum, cell) => sum + cell!.revenue!, 0)
    const after = amount(grid!, LAST, cells.length, 'revenue')
    expect(after.state).toBe('final')
    expect(after.value).toBeCloseTo(revenue, 6)
  })

  test('ratios of running sums are told from those of one period', () => {
    for (const grid of grids('cumulativeRatios')) {
      expect(grid.basis).toMatchObject({ revenue: 'period', arpu: 'cumulative' })
      expect(views(grid, 'arpu')).toEqual(['absolute'])
      expect(described(grid, 'arpu')).toContain(en['cohorts.basis.cumulative'])
      expect(views(grid, 'revenue')).toContain('cumulative')
    }
  })

  test('revenue so far per payer is a running sum where all members are payers, else only the vendor knows', () => {
    const [days, renewals] = grids('cumulativeArppu')
    expect(days!.basis).toMatchObject({ arpu: 'period', arppu: 'vendor', arpas: 'period' })
    const unpublished = (metric: CohortMetric) =>
      noticeTexts(texts, days!, {}, { metric, view: 'absolute' }).filter((notice) =>
        notice.includes('not published'),
      )
    expect(unpublished('arppu')).toEqual([
      'How Revenue per payer (ARPPU) is computed is not published; it is shown as given.',
    ])
    // It concerns no other metric.
    expect(COHORT_METRICS.flatMap(unpublished)).toHaveLength(1)
    expect(described(days!, 'arppu')).toContain(en['cohorts.basis.vendor'])
    expect(renewals!.basis).toMatchObject({ arpu: 'period', arppu: 'cumulative', arpas: 'period' })
    expect(views(renewals!, 'arppu')).toEqual(['absolute'])
  })

  test('the documented empty answer has its 12 columns, no row, and reasons', () => {
    const grid = buildCohortGrid(documentedEmpty(), { now: at('2026-04-22') })
    expect([grid.columns.length, grid.rows.length]).toEqual([12, 0])
    expect(emptyReasons(texts, grid, {}).length).toBeGreaterThan(0)
  })
})
