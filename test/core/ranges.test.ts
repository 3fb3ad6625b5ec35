// @vitest-environment node
import { describe, expect, test } from 'vitest'
import {
  defaultRange,
  isRangeValid,
  rangeDays,
  rangePresets,
  readRange,
  resolveRange,
  type RangeChoice,
} from '../../src/core/ranges.ts'

const at = (iso: string) => Date.parse(iso) / 1000
const now = at('2026-11-21T12:00:00Z') // a Saturday
const days = (range: RangeChoice, grouping: Parameters<typeof resolveRange>[2]) =>
  rangeDays(resolveRange(range, now, grouping))

describe('a relative range', () => {
  test.each([
    ['day', 30, '2026-10-22', '2026-11-20'],
    ['week', 12, '2026-08-24', '2026-11-15'],
    ['month', 12, '2025-11-01', '2026-10-31'],
    ['quarter', 8, '2024-10-01', '2026-09-30'],
    ['year', 3, '2023-01-01', '2025-12-31'],
  ] as const)('of %ss holds the last %i complete ones', (unit, last, from, through) => {
    expect(defaultRange(unit)).toEqual({ last, unit })
    expect(days(defaultRange(unit), unit)).toEqual({ from, through })
  })

  test('with the current period ends with it, and begins where it did', () => {
    expect(days({ last: 12, unit: 'month', current: true }, 'month')).toEqual({
      from: '2025-11-01',
      through: '2026-11-30',
    })
  })

  test('on the first instant of a period ends with the one before', () => {
    const { from, to } = resolveRange({ last: 1, unit: 'week' }, at('2026-11-16T00:00:00Z'), 'week')
    expect([from, to]).toEqual([at('2026-11-09'), at('2026-11-16')])
  })

  test('of another length than the cohorts still holds whole cohorts, none of them running', () => {
    // 1 November 2025 is a Saturday, 31 October 2026 too: their weeks begin on 27 October and end on 25 October.
    expect(days({ last: 12, unit: 'month' }, 'week')).toEqual({
      from: '2025-10-27',
      through: '2026-10-25',
    })
    expect(days({ last: 1, unit: 'week' }, 'year')).toEqual({
      from: '2026-01-01',
      through: '2026-12-31',
    })
  })

  test('is offered shortest first', () => {
    expect(rangePresets('week').map(({ last }) => last)).toEqual([4, 12, 26, 52])
  })
})

describe('a fixed range', () => {
  test('is widened to the periods that hold its days', () => {
    const range = { from: '1997-01-15', through: '1998-06-10' }
    expect(days(range, 'month')).toEqual({ from: '1997-01-01', through: '1998-06-30' })
    // 15 January 1997 was a Wednesday, 10 June 1998 one too.
    expect(days(range, 'week')).toEqual({ from: '1997-01-13', through: '1998-06-14' })
  })

  test('never begins before 1970, although the first week of 1970 does', () => {
    const range = { from: '1970-01-01', through: '1970-01-04' }
    expect(resolveRange(range, now, 'week')).toEqual({ from: 0, to: at('1970-01-05') })
  })

  test('may be one day and may not end before it begins', () => {
    expect(isRangeValid({ from: '2026-01-01', through: '2026-01-01' })).toBe(true)
    expect(isRangeValid({ from: '2026-01-02', through: '2026-01-01' })).toBe(false)
    expect(isRangeValid({ last: 1, unit: 'day' })).toBe(true)
  })
})

describe('what was stored', () => {
  test('is read as data and as the text of an address alike', () => {
    const range = { last: 12, unit: 'week', current: true }
    expect(readRange(range)).toEqual(range)
    expect(readRange({ last: '12', unit: 'week', current: 'true' })).toEqual(range)
    expect(readRange({ last: '12', unit: 'week', current: 'yes', more: 1 })).toEqual({
      last: 12,
      unit: 'week',
    })
    expect(readRange({ from: '2026-01-01', through: '2026-02-28' })).toEqual({
      from: '2026-01-01',
      through: '2026-02-28',
    })
  })

  test.each([
    null,
    'last year',
    {},
    { last: 12 },
    { last: 0, unit: 'week' },
    { last: 1.5, unit: 'week' },
    { last: '', unit: 'week' },
    { last: 1e9, unit: 'week' },
    { last: 12, unit: 'toString' },
    { from: '2026-02-30', through: '2026-03-01' },
    { from: '1969-12-31', through: '2026-03-01' },
    { from: '2026-1-1', through: '2026-03-01' },
    { from: '2026-01-01' },
  ])('is none where it is broken: %j', (stored) => {
    expect(readRange(stored)).toBeNull()
  })
})
