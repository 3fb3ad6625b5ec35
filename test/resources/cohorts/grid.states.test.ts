// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { stateOf } from '../../../src/resources/cohorts/grid.states.model.ts'
import { readCell } from '../../../src/resources/cohorts/grid.views.model.ts'
import { answer, at, documentedEmpty, row, shop } from './answers.ts'

const states = (
  data: Parameters<typeof buildCohortGrid>[0],
  options: Parameters<typeof buildCohortGrid>[1],
) => {
  const { rows, columns } = buildCohortGrid(data, options)
  return rows.map((item) => columns.map(({ index }) => stateOf(item, index)))
}

describe('by days, a cell follows the calendar', () => {
  test('over, settling for a day, running, not begun', () => {
    // At the first second of April March is over, and April has not begun.
    const now = at('1997-04-01')
    expect(states(shop(), { now })).toEqual([
      ['final', 'final', 'settling'],
      ['final', 'settling', 'future'],
      ['settling', 'future', 'future'],
    ])
  })

  test('the host says how long late notices count', () => {
    const now = at('1997-04-01')
    expect(states(shop(), { now, settlingDays: 0 })[0]).toEqual(['final', 'final', 'final'])
    expect(states(shop(), { now, settlingDays: 32 })[0]).toEqual(['final', 'settling', 'settling'])
  })

  test('a period that ends exactly now is over; one that begins exactly now has not begun', () => {
    const data = answer([
      row('1997-01-01', 10, [
        [1, 1, 1],
        [0, 0, 0],
      ]),
    ])
    expect(states(data, { now: at('1997-02-01'), settlingDays: 0 })).toEqual([['final', 'future']])
    expect(states(data, { now: at('1997-01-31T23:59:59Z') })).toEqual([['open', 'future']])
  })

  test('a zero in a window that has begun is a number, one before it is not', () => {
    const data = answer([
      row('1997-01-01', 10, [
        [5, 1, 1],
        [0, 0, 0],
        [0, 0, 0],
      ]),
    ])
    expect(states(data, { now: at('1997-02-10') })).toEqual([['final', 'open', 'future']])
  })

  test('a period that runs and has no number yet is open, not missing', () => {
    expect(states(shop(), { now: at('1997-04-01T12:00:00Z') })[2]).toEqual([
      'settling',
      'open',
      'future',
    ])
  })

  test('a hole in the past is missing, never zero', () => {
    const data = answer([row('1997-01-01', 10, [[5, 1, 1], null, [2, 1, 1]])])
    expect(states(data, { now: at('1997-06-01') })).toEqual([['final', 'missing', 'final']])
  })

  test('a leap day and months of different length end where the calendar says', () => {
    const data = answer([row('2024-02-01', 10, [[5, 1, 1]])], { cohort_to: at('2024-03-01') })
    expect(states(data, { now: at('2024-02-29T23:00:00Z') })).toEqual([['open']])
    expect(states(data, { now: at('2024-03-01'), settlingDays: 0 })).toEqual([['final']])
  })
})

describe('by renewals, one length tells when a payment was due', () => {
  const monthly = (periods: Parameters<typeof row>[2]) =>
    answer([row('2026-01-05', 100, periods, '2026-01-12')], {
      mode: 'by_renewals',
      grouping: 'week',
      cohort_to: at('2026-01-12'),
    })
  const paid = monthly([
    [1000, 100, 100],
    [800, 80, 80],
    [600, 60, 60],
    [0, 0, 0],
  ])

  test('new payers: P2 is due from a month after the first day until a month after the last, then settles for 60 days', () => {
    const options = { definition: 'new_paying', renewalLengths: ['month'] } as const
    const p2 = (now: string) => states(paid, { ...options, now: at(now) })[0]![1]
    expect(p2('2026-02-04')).toBe('provisional') // paid before it was due: shown, not trusted
    expect(p2('2026-02-06')).toBe('open')
    expect(p2('2026-02-11')).toBe('open')
    expect(p2('2026-02-13')).toBe('settling')
    expect(p2('2026-04-12')).toBe('settling') // 59 days after 12 February
    expect(p2('2026-04-14')).toBe('final')
  })

  test('without exactly one length every number is provisional', () => {
    const now = at('2027-01-01')
    expect(states(paid, { now, definition: 'new_paying' })[0]!.slice(0, 3)).toEqual(
      Array(3).fill('provisional'),
    )
    expect(
      states(paid, { now, definition: 'new_paying', renewalLengths: ['month', 'year'] })[0]![0],
    ).toBe('provisional')
  })

  test('installs may pay at any time: provisional, unless the host bounds it', () => {
    const now = at('2027-01-01')
    const options = { now, definition: 'new_customers', renewalLengths: ['month'] } as const
    expect(states(paid, options)[0]![0]).toBe('provisional')
    expect(states(paid, { ...options, conversionWindowDays: 30 })[0]![0]).toBe('final')
  })

  test('first conversions wait for the trial', () => {
    const options = { definition: 'initial_conversions', renewalLengths: ['month'] } as const
    expect(states(paid, { ...options, now: at('2027-01-01') })[0]![0]).toBe('provisional')
    // P1 ends with the window and a trial of 7 days on 19 January, and settles until 20 March.
    expect(states(paid, { ...options, trialDays: 7, now: at('2026-01-18') })[0]![0]).toBe('open')
    expect(states(paid, { ...options, trialDays: 7, now: at('2026-03-19') })[0]![0]).toBe(
      'settling',
    )
    expect(states(paid, { ...options, trialDays: 7, now: at('2026-03-21') })[0]![0]).toBe('final')
  })

  test('zeros after the last payment are provisional until their period is final', () => {
    const options = { definition: 'new_paying', renewalLengths: ['month'] } as const
    expect(states(paid, { now: at('2026-04-10'), definition: 'new_paying' })[0]![3]).toBe(
      'provisional',
    )
    expect(states(paid, { ...options, now: at('2026-04-10') })[0]![3]).toBe('provisional')
    expect(states(paid, { ...options, now: at('2026-08-01') })[0]![3]).toBe('final')
  })

  test('with one length, a cell that no member reached is a dash until its period is final, and then a zero', () => {
    const options = { definition: 'new_paying', renewalLengths: ['month'] } as const
    const short = monthly([[1000, 100, 100], null])
    const p2 = (now: string) => {
      const grid = buildCohortGrid(short, { ...options, now: at(now) })
      const { state, value } = readCell(grid, 0, 1, { metric: 'payers', view: 'absolute' })
      return [state, value, grid.assumesEnds]
    }
    expect(p2('2026-02-08')).toEqual(['provisional', null, false])
    expect(p2('2026-04-08')).toEqual(['provisional', null, false])
    expect(p2('2026-08-08')).toEqual(['final', 0, true])
  })

  test('a hole before the last payment is missing, never a zero', () => {
    const options = { definition: 'new_paying', renewalLengths: ['month'] } as const
    const hole = monthly([[1000, 100, 100], null, [600, 60, 60]])
    expect(states(hole, { ...options, now: at('2026-08-08') })[0]).toEqual([
      'final',
      'missing',
      'final',
    ])
  })

  test('where a row stops, the rest may still come: without a clock nothing says that it has not begun', () => {
    const two = answer(
      [
        row('2026-01-05', 9, [
          [9, 9, 9],
          [5, 5, 5],
        ]),
        row('2026-01-12', 9, [[9, 9, 9]]),
      ],
      { mode: 'by_renewals' },
    )
    expect(states(two, { now: at('2026-06-01') })[1]).toEqual(['provisional', 'provisional'])
  })
})

describe('a row', () => {
  const rowState = (data: Parameters<typeof buildCohortGrid>[0], now: string) =>
    buildCohortGrid(data, { now: at(now) }).rows.map((item) => item.state)
  const january = (to: string) =>
    answer([row('1997-01-01', 10, [[1, 1, 1]])], { cohort_to: at(to) })

  test('recruits while its window runs, then is complete', () => {
    expect(rowState(january('1997-02-01'), '1997-01-20')).toEqual(['recruiting'])
    expect(rowState(january('1997-02-01'), '1997-02-01')).toEqual(['complete'])
  })

  test('is cut by a range that ends or begins inside it', () => {
    expect(rowState(january('1997-01-15'), '1997-03-01')).toEqual(['cut'])
    const late = answer([row('1997-01-01', 10, [[1, 1, 1]])], {
      cohort_from: at('1997-01-10'),
      cohort_to: at('1997-02-01'),
    })
    expect(rowState(late, '1997-03-01')).toEqual(['cut'])
  })

  test('is cut too where the server names the cut as its end', () => {
    const data = answer([row('1997-01-01', 10, [[1, 1, 1]], '1997-01-15')], {
      cohort_to: at('1997-01-15'),
    })
    expect(rowState(data, '1997-03-01')).toEqual(['cut'])
  })
})

test('the documented empty answer has 12 columns and no row', () => {
  const grid = buildCohortGrid(documentedEmpty(), { now: at('2026-04-22') })
  expect(grid.rows).toEqual([])
  expect(grid.columns.map((column) => column.label)).toEqual(
    Array.from({ length: 12 }, (_, index) => `P${index + 1}`),
  )
  expect(grid.total).toBeNull()
})
