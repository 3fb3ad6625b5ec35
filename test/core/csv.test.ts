// @vitest-environment node
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { CSV_WRITING, FORMULA, questionColumns } from '../../src/core/csv.ts'

test.each([
  '=1+1',
  '+1',
  '-1',
  '@sum(A1)',
  ' =1',
  '\t=1',
  '\u00a0=1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  "'=1",
])('a spreadsheet would run %j', (text) => {
  expect(FORMULA.test(text)).toBe(true)
  // One apostrophe more in the file, and the text again when it is taken away.
  const [line] = Papa.parse<string[]>(Papa.unparse([[text]], CSV_WRITING)).data
  expect(line).toEqual([`'${text}`])
})

test.each(['Germany', 'a=b', "it's", '1-2', ''])('a spreadsheet leaves %j alone', (text) => {
  expect(FORMULA.test(text)).toBe(false)
})

test('a file says whom it counts, through which day and as of when', () => {
  const day = (text: string) => Date.parse(text) / 1000
  const columns = questionColumns({
    filter: { country: ['DE', 'US'], store: [] },
    environment: 0,
    from: day('2026-01-01'),
    to: day('2026-02-01'),
    asOf: Date.parse('2026-02-03T04:05:06Z'),
  })
  expect(columns).toEqual({
    filters: 'country: DE, US',
    range_from: '2026-01-01',
    range_through: '2026-01-31',
    environment: 'sandbox',
    as_of: '2026-02-03T04:05:06.000Z',
  })
})
