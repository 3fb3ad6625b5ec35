// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { agrees, compareTable } from '../../src/doctor/compare.ts'
import { comparisonLines } from '../../src/doctor/comparisonReport.ts'
import { parsePrinted, parsePrintedTable } from '../../src/doctor/dashboardTable.ts'
import { cohortCsv } from '../../src/resources/cohorts/cohortCsv.ts'
import { buildCohortGrid } from '../../src/resources/cohorts/grid.build.model.ts'
import { summarize } from '../../src/resources/cohorts/grid.summary.model.ts'
import type { CohortsAnswer, CohortsInput } from '../../src/resources/cohorts/types.ts'

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

const compare = (csv: string) => compareTable(parsePrintedTable(csv), grid)
const linesOf = (csv: string) => comparisonLines(compare(csv), grid)

describe('an exported table', () => {
  test('is recognised by its numbers, past its column of sizes', () => {
    const csv =
      'Cohort,Users,M0,M1,M2\nJanuary 2026,40,$100.00,$60.50,$20.00\nFebruary 2026,50,$125.00,$75.25,–'
    expect(linesOf(csv)).toEqual([
      '2 rows are cohorts of the grid.',
      '  sizes: 2 of 2 numbers equal',
      '  revenue, absolute: 5 of 5 numbers equal',
    ])
    expect(agrees(compare(csv))).toBe(true)
  })

  test('of shares is recognised as shares', () => {
    const csv = '"Cohort",M0,M1,M2\n2026-01-01,25.0%,12.5%,5.0%\n2026-02-01,20.0%,12.0%,'
    expect(linesOf(csv)[1]).toBe('  payers, percentOfSize: 5 of 5 numbers equal')
  })

  test('that differs says where', () => {
    const csv = 'Cohort,M0,M1,M2\n2026-01-01,100.00,61.50,20.00\n2026-02-01,125.00,75.25,'
    expect(linesOf(csv).slice(0, 2)).toEqual([
      '2 rows are cohorts of the grid.',
      '  revenue, absolute: 4 of 5 numbers equal; differs first at 2026-01-01, column 2',
    ])
    expect(agrees(compare(csv))).toBe(false)
  })

  test('of other sizes does not agree, whatever its periods hold', () => {
    const csv =
      'Cohort,Installs,M0,M1,M2\nJanuary 2026,40,$100.00,$60.50,$20.00\nFebruary 2026,51,$125.00,$75.25,'
    expect(linesOf(csv)[1]).toBe('  sizes: 1 of 2 numbers equal; differs first at 2026-02-01')
    expect(agrees(compare(csv))).toBe(false)
  })

  test('without one number of the grid is said to have none, and does not agree', () => {
    const csv = 'Cohort,M0,M1\n2026-01-01,7001.00,7002.00\n2026-02-01,7003.00,7004.00'
    expect(linesOf(csv)[1]).toMatch(/No metric in any view has a number/)
    expect(agrees(compare(csv))).toBe(false)
  })

  test('of other months, or without numbers, teaches what to export', () => {
    expect(linesOf('Cohort,M0\n2020-01-01,1')[0]).toMatch(/by month.*compare again/s)
    expect(agrees(compare('Cohort,M0\n2020-01-01,1'))).toBe(false)
    expect(() => parsePrintedTable('Cohort,M0\nJanuary,')).toThrow(/one line a cohort/)
  })

  test('with a title above it, a byte order mark and columns of its own before the periods', () => {
    const csv =
      '\ufeffRevenue by cohort\r\nExported;22.11.2026\r\n\r\nKohorte;Land;Installationen;Kosten;M0;M1;M2;Notiz\r\n' +
      '01.01.2026;alle;40;7;100,00 $;60,50 $;20,00 $;\r\n01.02.2026;alle;50;8;125,00 $;75,25 $;;ok'
    expect(linesOf(csv)).toEqual([
      '2 rows are cohorts of the grid.',
      '  periods begin at “M0”',
      '  revenue, absolute: 5 of 5 numbers equal',
    ])
    expect(agrees(compare(csv))).toBe(true)
  })

  test.each([
    ['the day first', '01/01/2026', '01/02/2026'],
    ['the month first', '1/1/2026', '2/1/2026'],
  ])('with dates that name %s', (_order, first, second) => {
    const csv = `Cohort,M0\n${first},$100.00\n${second},$125.00`
    expect(linesOf(csv)).toContain('  revenue, absolute: 2 of 2 numbers equal')
  })

  test('says which of its rows it leaves out', () => {
    const csv = 'Cohort,M0\nJanuary 2026,$100.00\nMaj 2026,$1.00\nMean,$2.00'
    expect(linesOf(csv)[1]).toMatch(/left out, .*as 2026-05-01: “Maj 2026”, “Mean”$/)
  })
})

describe('a table that this package wrote', () => {
  const question = { mode: 'by_days', grouping: 'month' } as const
  const written = (more: CohortsInput = {}) =>
    cohortCsv({
      grid,
      reading: { metric: 'payers', view: 'percentOfSize' },
      question: { ...question, ...more },
      asOf: month(6) * 1000,
      summaries: (of) => [
        summarize(of, { metric: 'payers', view: 'percentOfSize' }, { kind: 'mean' }),
      ],
    })

  test('is read cell by cell, numbers as they are', () => {
    expect(linesOf(written())).toEqual([
      '2 rows are cohorts of the grid.',
      '  sizes: 2 of 2 numbers equal',
      '  payers, percentOfSize: 5 of 5 numbers equal',
    ])
    expect(agrees(compare(written().replace(',0.12,', ',0.121,')))).toBe(false)
  })

  test('of another question says which, and which to download', () => {
    expect(() => compare(written({ environment: 0, revenue_type: 'net' }))).toThrow(
      /\(revenue_type net, environment sandbox\).*installs by month.*production/s,
    )
  })
})
