import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { cohortCsv, csvName } from '../../../src/resources/cohorts/cohortCsv.ts'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { answer, at, cell, row, shop } from './answers.ts'

const asOf = at('1997-04-01') * 1000
const total = { users: 2357, periods: [cell(2357, 86592.7, 2357, 2635), null, null] }
const csv = (metric: 'revenue' | 'payers', view: 'absolute' | 'percentOfSize') =>
  cohortCsv({
    grid: buildCohortGrid({ ...shop(), total }, { now: asOf / 1000 }),
    reading: { metric, view },
    question: { revenue_type: 'net', environment: 0, filter: { country: ['US', 'GB'], store: [] } },
    asOf,
  })
const parsed = (text: string) => Papa.parse<Record<string, string>>(text, { header: true }).data

test('has a line for each cell with its unit, currency and state; what has not begun has no value', () => {
  const lines = parsed(csv('revenue', 'absolute'))
  expect(lines).toHaveLength(3 * 3 + 3)
  expect(lines[1]).toMatchObject({
    cohort: '1997-01-01',
    size: '781',
    period: '1',
    period_label: '1997-02-01',
    filters: 'country: US, GB',
    range_from: '1997-01-01',
    range_through: '1997-03-31',
    metric: 'revenue',
    value: '7003.73',
    unit: 'money',
    currency: 'USD',
    state: 'final',
    revenue_type: 'net',
    environment: 'sandbox',
    as_of: '1997-04-01T00:00:00.000Z',
  })
  expect(lines[2]).toMatchObject({ value: '4241.64', state: 'settling' })
  expect(lines[4]).toMatchObject({ cohort: '1997-02-01', period_label: '1997-03-01' })
  expect(lines[5]).toMatchObject({ cohort: '1997-02-01', value: '', state: 'future' })
  expect(lines[9]).toMatchObject({ cohort: 'total', size: '2357', value: '86592.7' })
})

test('a share is a fraction without a currency', () => {
  const [, second] = parsed(csv('payers', 'percentOfSize'))
  expect(second).toMatchObject({ unit: 'fraction', currency: '' })
  expect(Number(second!['value'])).toBeCloseTo(0.15877, 5)
})

test('a text that a spreadsheet would run is disarmed, a negative number stays a number', () => {
  const hostile = answer([row('1997-01-01', 10, [[-5, 1, 1]])], {
    mode: 'by_renewals',
    period_labels: ['=HYPERLINK("https://example.com")'],
    currency: '＝1+1',
  })
  const text = cohortCsv({
    grid: buildCohortGrid(hostile, { now: at('1998-01-01') }),
    reading: { metric: 'revenue', view: 'absolute' },
    question: {},
    asOf,
  })
  const [line] = parsed(text)
  expect(line!['period_label']).toBe(`'=HYPERLINK("https://example.com")`)
  expect(line!['currency']).toBe(`'＝1+1`)
  expect(line!['value']).toBe('-5')
})

test('files of different questions have different names', () => {
  const grid = buildCohortGrid(shop(), { now: asOf / 1000, definition: 'new_paying' })
  const reading = { metric: 'payers', view: 'percentOfSize' } as const
  expect(csvName({ grid, reading, question: {} })).toBe(
    'cohorts-1997-01-01-1997-03-31-by-days-month-new-paying-payers-percentOfSize.csv',
  )
})
