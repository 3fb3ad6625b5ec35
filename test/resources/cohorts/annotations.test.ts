// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  annotationObstacle,
  annotationTime,
  crossingOf,
  marksOf,
} from '../../../src/resources/cohorts/annotations.model.ts'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import type { CohortGridOptions } from '../../../src/resources/cohorts/grid.types.ts'
import type { CohortsAnswer } from '../../../src/resources/cohorts/types.ts'
import { figure, runs } from '../../figures.ts'
import { answer, at, row } from './answers.ts'

const paid = [10, 1, 1] as const
const now = at('1998-01-01')

/** January to April 1997 by months, with as many columns as each has seen. */
const months = answer(
  ['1997-01-01', '1997-02-01', '1997-03-01', '1997-04-01'].map((label, index) =>
    row(
      label,
      100,
      Array.from({ length: 4 - index }, () => paid),
    ),
  ),
  { cohort_to: at('1997-05-01') },
)

const read = (given: CohortsAnswer, options: Partial<CohortGridOptions> = {}) =>
  buildCohortGrid(given, { now, ...options })

/** The column and fraction of a day in each row of a table. */
const crossings = (given: CohortsAnswer, day: string, options: Partial<CohortGridOptions> = {}) => {
  const grid = read(given, options)
  return grid.rows.map((item) => crossingOf(grid, item, at(day)))
}

describe('by days', () => {
  test('one date crosses every cohort one column earlier than the cohort before, and none that came after it', () => {
    // 16 March is day 15 of 31: 15/31 of the month have gone by.
    const fraction = 15 / 31
    expect(crossings(months, '1997-03-16')).toEqual([
      { column: 2, fraction },
      { column: 1, fraction },
      { column: 0, fraction },
      null,
    ])
  })

  test('a date past the last column is outside of the table', () => {
    expect(crossings(months, '1997-05-01')).toEqual([
      null,
      { column: 3, fraction: 0 },
      { column: 2, fraction: 0 },
      { column: 1, fraction: 0 },
    ])
  })

  test('lies in the period that holds it, whatever the cohort and the grouping', () => {
    const table = (grouping: string, start: number) =>
      answer(
        [
          {
            cohort_start: start,
            label: '',
            users: 1,
            periods: Array.from({ length: 90 }, () => null),
          },
        ],
        { grouping, cohort_from: start, cohort_to: start + 1 },
      )
    let inside = 0
    fc.assert(
      fc.property(
        fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 0, max: 5_000 }),
        (grouping, month, later) => {
          const start = Date.UTC(1980, month, 1) / 1000
          const day = new Date((start + later * 86_400) * 1000)
          const given = read(table(grouping, start))
          const crossing = crossingOf(given, given.rows[0]!, day.getTime() / 1000)
          // Independent of the code's own counting: whole months and days by the platform's calendar.
          const whole = (day.getUTCFullYear() - 1980) * 12 + day.getUTCMonth() - month
          const expected = {
            day: later,
            week: Math.floor(later / 7),
            month: whole,
            quarter: Math.floor(whole / 3),
            year: Math.floor(whole / 12),
          }[grouping]
          expect(crossing?.column ?? null).toBe(expected < 90 ? expected : null)
          if (!crossing) return
          inside++
          expect(crossing.fraction).toBeGreaterThanOrEqual(0)
          expect(crossing.fraction).toBeLessThan(1)
        },
      ),
      { numRuns: runs(10_000), seed: 7 },
    )
    expect(inside).toBeGreaterThan(runs(10_000) / 4)
    figure('annotation lies in the period that holds it', runs(10_000), `${inside} inside`, 7)
  })
})

describe('by renewals', () => {
  const renewals = { ...months, mode: 'by_renewals' }
  const paying = { definition: 'new_paying', renewalLengths: ['month'] } as const

  test('with one length, a date meets the payment that was due on it', () => {
    // On 16 March those of January are due for P3, those of February for P2, those of March pay for the first time.
    const columns = crossings(renewals, '1997-03-16', paying).map((item) => item?.column ?? null)
    expect(columns).toEqual([2, 1, 0, null])
  })

  test('a date on which nobody of the cohort is due lies before the next payment', () => {
    const yearly = crossings(renewals, '1997-03-16', { ...paying, renewalLengths: ['year'] })
    expect(yearly.slice(0, 3)).toEqual([
      { column: 1, fraction: 0 },
      { column: 1, fraction: 0 },
      { column: 0, fraction: 15 / 31 },
    ])
  })

  test('where no date says when a payment was due, dates are not placed, and the reason is known', () => {
    const obstacle = (options: Partial<CohortGridOptions>, given: CohortsAnswer = renewals) =>
      annotationObstacle(read(given, options))
    expect(obstacle(paying)).toBeNull()
    expect(obstacle({ ...paying, renewalLengths: ['month', 'year'] })).toBe('length')
    expect(obstacle({ ...paying, definition: 'new_customers' })).toBe('definition')
    expect(obstacle({ ...paying, renewalLengths: ['week'] })).toBe('grouping')
    expect(crossings(renewals, '1997-03-16', { definition: 'new_paying' })).toEqual(
      Array.from({ length: 4 }, () => null),
    )
  })
})

test('what is no calendar day has no time', () => {
  const time = (date: string) => annotationTime({ date, label: '' })
  expect(time('1997-02-28')).toBe(at('1997-02-28'))
  expect(time('1970-01-01')).toBe(0)
  for (const date of ['1997-02-31', '1997-2-3', '28 Feb 1997', '1997-02-28T10:00', ''])
    expect(time(date)).toBeNull()
})

test('dates of one period share its mark: the line stands where the first one does', () => {
  const grid = read(months)
  const marks = marksOf(grid, grid.rows[0]!, [
    { date: '1997-02-22', label: 'Outage', tone: 'error' },
    { date: '1997-02-03', label: 'Campaign' },
    { date: '1996-12-31', label: 'Before all' },
  ])
  expect([...marks]).toEqual([[1, { tone: 'error', quarter: 3, annotations: [0, 1] }]])
})
