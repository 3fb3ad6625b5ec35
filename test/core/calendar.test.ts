// @vitest-environment node
import { DatabaseSync } from 'node:sqlite'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, addPeriods, isoDate, startOf, type Grouping } from '../../src/core/calendar.ts'
import { figure, runs } from '../figures.ts'

const SEED = 20_261_121
const at = (iso: string) => Date.parse(iso) / 1000

/** SQLite's own calendar: Monday is reached by going a week back and then on to the next Sunday and a day. */
const STARTS: Record<Grouping, string> = {
  day: "'start of day'",
  week: "'start of day', '-6 days', 'weekday 1'",
  month: "'start of month'",
  quarter: "'start of month', '-' || ((strftime('%m', ?1, 'unixepoch') - 1) % 3) || ' months'",
  year: "'start of year'",
}
const STEPS: Record<Grouping, [number, string]> = {
  day: [1, 'days'],
  week: [7, 'days'],
  month: [1, 'months'],
  quarter: [3, 'months'],
  year: [12, 'months'],
}
const groupings = Object.keys(STARTS) as Grouping[]

const db = new DatabaseSync(':memory:')
const sqlite = (modifiers: string, ...args: (number | string)[]): number =>
  Number(db.prepare(`select unixepoch(?1, 'unixepoch', ${modifiers}) as t`).get(...args)!['t'])

const instant = fc.integer({ min: at('1900-01-01'), max: at('2100-01-01') })

describe('calendar periods, against SQLite', () => {
  const count = runs(10_000)

  it.each(groupings)('a %s starts where SQLite says', (grouping) => {
    const start = db.prepare(`select unixepoch(?1, 'unixepoch', ${STARTS[grouping]}) as t`)
    fc.assert(
      fc.property(instant, (t) => {
        expect(startOf(grouping, t)).toBe(start.get(t)!['t'])
      }),
      { numRuns: count, seed: SEED },
    )
    figure(`start of a ${grouping} as SQLite's`, count, 'equal', SEED)
  })

  it.each(groupings)('so many %ss later starts where SQLite says', (grouping) => {
    const [step, unit] = STEPS[grouping]
    fc.assert(
      fc.property(instant, fc.integer({ min: -200, max: 200 }), (t, n) => {
        const start = startOf(grouping, t)
        expect(addPeriods(grouping, start, n)).toBe(sqlite(`?2 || ' ${unit}'`, start, n * step))
      }),
      { numRuns: runs(2_000), seed: SEED },
    )
  })
})

describe('calendar dates, by hand', () => {
  it.each([
    ['a Monday', '2026-01-19T00:00:00Z', '2026-01-19'],
    ['the second before a Monday', '2026-01-18T23:59:59Z', '2026-01-12'],
    ['the Wednesday of the documented answer', '2026-01-21T12:00:00Z', '2026-01-19'],
    ['a week across two years', '2027-01-01T00:00:00Z', '2026-12-28'],
    ['before 1970', '1969-12-31T23:59:59Z', '1969-12-29'],
  ])('the week of %s', (_, iso, monday) => {
    expect(isoDate(startOf('week', at(iso)))).toBe(monday)
  })

  it.each([
    ['2024-01-31T10:00:00Z', 1, '2024-02-29T10:00:00Z'],
    ['2025-01-31T10:00:00Z', 1, '2025-02-28T10:00:00Z'],
    ['2024-02-29T23:59:59Z', 12, '2025-02-28T23:59:59Z'],
    ['2024-02-29T00:00:00Z', 48, '2028-02-29T00:00:00Z'],
    ['2024-03-31T00:00:00Z', -1, '2024-02-29T00:00:00Z'],
    ['2025-11-30T06:30:00Z', 3, '2026-02-28T06:30:00Z'],
    ['0099-12-31T00:00:00Z', 1, '0100-01-31T00:00:00Z'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(at(from), months)).toBe(at(to))
  })
})
