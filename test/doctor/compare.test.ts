// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { comparisonLines } from '../../src/doctor/report.ts'
import { parsePrinted, parsePrintedTable } from '../../src/doctor/dashboardTable.ts'
import { buildCohortGrid } from '../../src/resources/cohorts/grid.build.model.ts'
import type { CohortsAnswer } from '../../src/resources/cohorts/types.ts'

describe('a printed number', () => {
  test.each([
    ['$1,234.50', 1234.5, 0.005],
    ['1.234,50 €', 1234.5, 0.005],
    ['1,234', 1234, 0.5],
    ['12.4%', 0.124, 0.0005],
    ['−3.20', -3.2, 0.005],
    ['($3.20)', -3.2, 0.005],
    ['0', 0, 0.5],
  ])('%s', (text, value, tolerance) => {
    const printed = parsePrinted(text)
    expect(printed?.value).toBeCloseTo(value, 12)
    expect(printed?.tolerance).toBeCloseTo(tolerance, 6)
  })

  test.each(['', '–', 'n/a'])('is none: "%s"', (text) => {
    expect(parsePrinted(text)).toBeNull()
  })
})

const month = (n: number) => Date.UTC(2026, n, 1) / 1000
const cell = (revenue: number, payers: number, size: number) => ({
  revenue,
  payers,
  subscriptions: payers + 1,
  arpu: revenue / size,
  arppu: revenue / payers,
  arpas: revenue / (payers + 1),
})
const answer: CohortsAnswer = {
  object: 'analytics_cohorts',
  url: '/v4/analytics/cohorts',
  mode: 'by_days',
  grouping: 'month',
  cohort_from: month(0),
  cohort_to: month(2),
  currency: 'USD',
  period_labels: ['2026-01-01', '2026-02-01', '2026-03-01'],
  cohorts: [
    {
      cohort_start: month(0),
      label: '2026-01-01',
      users: 40,
      periods: [cell(100, 10, 40), cell(60.5, 5, 40), cell(20, 2, 40)],
    },
    {
      cohort_start: month(1),
      label: '2026-02-01',
      users: 50,
      periods: [cell(125, 10, 50), cell(75.25, 6, 50), null],
    },
  ],
  total: null,
  max_values: { revenue: 125, subscriptions: 10, payers: 10, arpu: 3, arppu: 13, arpas: 13 },
}
const grid = buildCohortGrid(answer, { now: month(6) })

describe('an exported table', () => {
  test('is recognised by its numbers, past its column of sizes', () => {
    const csv =
      'Cohort,Users,M0,M1,M2\nJanuary 2026,40,$100.00,$60.50,$20.00\nFebruary 2026,50,$125.00,$75.25,–'
    expect(comparisonLines(csv, grid).slice(0, 2)).toEqual([
      '2 rows are cohorts of the grid. The best readings:',
      '  revenue, absolute: 5 of 5 numbers equal',
    ])
  })

  test('of shares is recognised as shares', () => {
    const csv = '"Cohort",M0,M1,M2\n2026-01-01,25.0%,12.5%,5.0%\n2026-02-01,20.0%,12.0%,'
    expect(comparisonLines(csv, grid)[1]).toBe('  payers, percentOfSize: 5 of 5 numbers equal')
  })

  test('that differs says where', () => {
    const csv = 'Cohort,M0,M1,M2\n2026-01-01,100.00,61.50,20.00\n2026-02-01,125.00,75.25,'
    expect(comparisonLines(csv, grid)[1]).toBe(
      '  revenue, absolute: 4 of 5 numbers equal; differs first at 2026-01-01, column 2',
    )
  })

  test('of other months, or without numbers, teaches what to export', () => {
    expect(comparisonLines('Cohort,M0\n2020-01-01,1', grid)[0]).toMatch(/by month.*compare again/s)
    expect(() => parsePrintedTable('Cohort,M0\nJanuary,')).toThrow(/one line a cohort/)
  })
})
