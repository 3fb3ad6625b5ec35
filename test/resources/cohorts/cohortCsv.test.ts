// @vitest-environment node
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { createTexts } from '../../../src/i18n/createTexts.ts'
import { en } from '../../../src/i18n/en.ts'
import { createFormat } from '../../../src/i18n/format.ts'
import { createTranslate } from '../../../src/i18n/translate.ts'
import { cohortCsv, csvName } from '../../../src/resources/cohorts/cohortCsv.ts'
import { cohortFile } from '../../../src/resources/cohorts/cohortFile.ts'
import { describeGrid } from '../../../src/resources/cohorts/cohortDescribe.ts'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { buildCohortGrids } from '../../../src/resources/cohorts/grid.segments.model.ts'
import { summarize } from '../../../src/resources/cohorts/grid.summary.model.ts'
import type { Reading } from '../../../src/resources/cohorts/grid.types.ts'
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
const parsed = (text: string) =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data

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

test('a file of test purchases says so in its name', () => {
  const grid = buildCohortGrid(shop(), { now: asOf / 1000 })
  const name = (environment: 0 | 1) =>
    csvName({ grid, reading: { metric: 'revenue', view: 'absolute' }, question: { environment } })
  expect(name(0)).toBe(
    'cohorts-sandbox-1997-01-01-1997-03-31-by-days-month-new-customers-revenue.csv',
  )
  expect(name(1)).toBe('cohorts-1997-01-01-1997-03-31-by-days-month-new-customers-revenue.csv')
})

const texts = {
  t: createTranslate('en-US', en, {}),
  format: createFormat('en-US', 'UTC'),
}
const share: Reading = { metric: 'payers', view: 'percentOfSize' }

describe('nothing, not yet and zero are told apart', () => {
  // Three cohorts of 100: nobody of the second came back, the third is a month old; for the first, Month 2 is not in the answer.
  const grid = buildCohortGrid(
    answer([
      row('1997-01-01', 100, [[100, 100, 100], [10, 10, 10], null]),
      row('1997-02-01', 100, [
        [100, 100, 100],
        [0, 0, 0],
      ]),
      row('1997-03-01', 100, [
        [100, 100, 100],
        [0, 0, 0],
      ]),
    ]),
    { now: at('1997-04-15') },
  )
  const lines = parsed(cohortFile(texts, { grid, reading: share, question: {}, asOf }).text)
  const find = (cohort: string, period: number) =>
    lines.find((line) => line['cohort'] === cohort && line['period'] === String(period))!

  test.each([
    ['a zero', '1997-02-01', 1, { value: '0', state: 'final', numerator: '0', denominator: '100' }],
    ['a period that runs', '1997-03-01', 1, { value: '0', state: 'open' }],
    ['a period that has not begun', '1997-03-01', 2, { value: '', state: 'future' }],
    ['a value that never came', '1997-01-01', 2, { value: '', state: 'missing' }],
  ])('%s', (_, cohort, period, expected) => {
    expect(find(cohort, period)).toMatchObject(expected)
  })

  test('the mean is of complete cells, says what it left out, and has no number where nothing is complete', () => {
    // 10 of 100 and 0 of 100 are complete; March's month runs still.
    expect(find('mean', 1)).toMatchObject({
      value: '0.05',
      state: 'final',
      cohorts_counted: '2',
      left_out: 'unfinished 1',
    })
    expect(find('mean', 2)).toMatchObject({ value: '', cohorts_counted: '0' })
    expect(find('mean', 2)['value']).not.toBe('0')
  })

  test('the first line says in sentences what the file holds', () => {
    const about = lines[0]!['about']!
    expect(about).toMatch(/^Paid in this period, % of cohort size · Installs by month/)
    expect(about).toContain('Cells: Complete 5, ')
    expect(about).toContain('Left out: ')
    expect(lines.slice(1).every((line) => line['about'] === '')).toBe(true)
  })
})

test('amounts have a mean per member, and its line says so', () => {
  const grid = buildCohortGrid(shop(), { now: at('1998-01-01') })
  const text = cohortFile(texts, {
    grid,
    reading: { metric: 'revenue', view: 'absolute' },
    question: {},
    asOf,
    summary: ['total', 'mean', 'median'],
  }).text
  const [mean, median] = ['mean', 'median'].map((kind) =>
    parsed(text).find((line) => line['cohort'] === kind)!,
  )
  // 28592.70 + 31000 + 27000 by 781 + 857 + 719 members.
  expect(mean).toMatchObject({ view: 'perMember', unit: 'money', currency: 'USD' })
  expect(Number(mean!['value'])).toBeCloseTo(86_592.7 / 2_357, 10)
  expect(median).toMatchObject({ view: 'absolute', value: '28592.7' })
})

test('segments are lines of their own, whatever they are called', () => {
  const { whole, segments } = buildCohortGrids(
    {
      ...shop(),
      segments: [
        {
          value: '=1+1',
          label: '+cmd',
          cohorts: shop().cohorts,
          total: null,
          max_values: shop().max_values,
        },
        {
          value: 'DE',
          label: 'Germany, "the" \r\n=2',
          cohorts: shop().cohorts.slice(0, 1),
          total: null,
          max_values: shop().max_values,
        },
      ],
    },
    { now: at('1998-01-01') },
  )
  const text = cohortCsv({
    grid: whole,
    segments,
    reading: { metric: 'payers', view: 'absolute' },
    question: { group_by: 'country' },
    asOf,
  })
  const lines = parsed(text)
  expect(lines).toHaveLength(9 + 9 + 3)
  expect(new Set(lines.map((line) => line['segment']))).toEqual(new Set(['', `'=1+1`, 'DE']))
  expect(lines[9]!['segment_label']).toBe(`'+cmd`)
  expect(lines.at(-1)!['segment_label']).toBe('Germany, "the" \r\n=2')
})

test.each(['percentOfPrevious', 'percentOfFirst', 'absolute'] as const)(
  'its description counts the cells as its lines have them, in the view %s',
  (view) => {
    const grid = buildCohortGrid(shop(), { now: asOf / 1000 })
    const reading: Reading = { metric: 'payers', view }
    const states = parsed(cohortCsv({ grid, reading, question: {}, asOf })).map(
      (line) => line.state,
    )
    const named = {
      final: 'Complete',
      settling: 'Settling',
      open: 'Still running',
      future: 'Not begun',
      missing: 'No value',
    }
    const counted = Object.entries(named)
      .map(([state, name]) => ({ name, n: states.filter((each) => each === state).length }))
      .filter(({ n }) => n > 0)
      .map(({ name, n }) => `${name} ${n}`)
    expect(describeGrid(createTexts(), grid, reading, {})).toContain(
      `Cells: ${counted.join(', ')}.`,
    )
  },
)

test('says that a mean is not made of a number whose parts are not known', () => {
  const grid = buildCohortGrid(shop(), { now: asOf / 1000, cellBasis: 'vendor' })
  const reading: Reading = { metric: 'arpu', view: 'absolute' }
  const summary = summarize(grid, reading, { kind: 'mean' })
  const lines = parsed(cohortCsv({ grid, reading, question: {}, asOf, summaries: () => [summary] }))
  const mean = lines.find(({ cohort }) => cohort === 'mean')
  expect(mean?.left_out).toMatch(/unpublished \d/)
  const about = describeGrid(createTexts(), grid, reading, {}, { summary }).join(' ')
  expect(about).toContain('as the answer does not hold what this number is made of')
  expect(`${mean?.left_out} ${about}`).not.toMatch(/missing|without a value/)
})
