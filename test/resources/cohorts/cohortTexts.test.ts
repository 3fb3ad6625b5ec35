// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { createTexts } from '../../../src/i18n/createTexts.ts'
import { de } from '../../../src/i18n/locales/de.ts'
import {
  describeCell,
  describeColumn,
  describeTotal,
} from '../../../src/resources/cohorts/cohortCellTexts.ts'
import { cohortCsv } from '../../../src/resources/cohorts/cohortCsv.ts'
import { describeSummary } from '../../../src/resources/cohorts/cohortSummaryTexts.ts'
import { readBack, summaryLabel } from '../../../src/resources/cohorts/cohortTexts.ts'
import { buildCohortGrid } from '../../../src/resources/cohorts/grid.build.model.ts'
import { summarize } from '../../../src/resources/cohorts/grid.summary.model.ts'
import type { Reading } from '../../../src/resources/cohorts/grid.types.ts'
import { answer, at, cell, row, shop } from './answers.ts'

const english = createTexts()
const german = createTexts({ locale: 'de-DE', messages: de })
const now = at('1997-04-10')
const total = { users: 2357, periods: [cell(2357, 86592.7, 2357, 2635), null, null] }
const grid = buildCohortGrid({ ...shop(), total }, { now })
const share: Reading = { metric: 'payers', view: 'percentOfSize' }
const reading = (metric: Reading['metric'], view: Reading['view'] = 'absolute'): Reading => ({
  metric,
  view,
})

describe('a heading in words', () => {
  test('is a period of any cohort: a date that the answer labels it with is of the first one alone', () => {
    const data = { ...shop(), period_labels: ['1997-01-01', '1997-02-01', '1997-03-01'] }
    expect(describeColumn(english, buildCohortGrid(data, { now }), 1).sentence).toBe('Month 1')
  })

  test('names the payment of a renewal as the answer does', () => {
    const data = { ...shop(), mode: 'by_renewals', period_labels: ['P1', 'P2', 'P3'] }
    const months = buildCohortGrid(data, { now, renewalLengths: ['month'] })
    expect(describeColumn(english, months, 1).sentence).toBe('Month 2 (P2)')
    expect(describeColumn(english, buildCohortGrid(data, { now }), 1).sentence).toBe('P2')
  })
})

describe('a cell in words', () => {
  test('is what it is of whom, how sure, and in which days', () => {
    expect(describeCell(english, grid, 0, 1, share)).toEqual({
      sentence: 'January 1997, Month 1: 15.9%. Complete.',
      details: [
        '124 of 781.',
        // statsmodels: proportion_confint(124, 781, method='wilson') is 0.1348 to 0.1861.
        '95% interval: 13.5% to 18.6%.',
        'Feb 1 – 28, 1997',
        'Paid in this period: Those who paid in the period, of all members.',
        'The period is over and late store notices are in.',
      ],
    })
  })

  test('has an interval only where it is a share of members', () => {
    const amounts = describeCell(english, grid, 0, 1, reading('revenue'))
    expect(amounts.details.join(' ')).not.toContain('interval')
  })

  test('names later refunds where they count: in complete amounts that are net', () => {
    const refunds = (metric: Reading['metric'], isNet: boolean, cohort = 0, texts = english) =>
      describeCell(texts, grid, cohort, 1, reading(metric), isNet).details.filter((detail) =>
        /refunds|Erstattungen/.test(detail),
      )
    const said = ['Later refunds can still lower net amounts.']
    for (const metric of ['revenue', 'arpu', 'arppu', 'arpas'] as const) {
      expect(refunds(metric, true)).toEqual(said)
      expect(refunds(metric, false)).toEqual([])
    }
    expect(refunds('payers', true)).toEqual([])
    expect(refunds('subscriptions', true)).toEqual([])
    // April 1997 runs still.
    expect(refunds('revenue', true, 2)).toEqual([])
    expect(refunds('revenue', true, 0, german)).toEqual([
      'Spätere Erstattungen können Nettobeträge noch senken.',
    ])
  })

  test('by renewals says of complete cells and totals that members who subscribe anew count again', () => {
    const options = { now: at('1997-04-10'), definition: 'new_paying', settlingDays: 0 } as const
    const sums = { users: 2357, periods: shop().cohorts[0]!.periods.slice(0, 2) }
    const details = (mode: string, column: number) => {
      const data = { ...shop(), mode, total: sums }
      const table = buildCohortGrid(data, { ...options, renewalLengths: ['month'] })
      return [
        describeCell(english, table, 0, column, share),
        describeTotal(english, table, column, share),
      ].map((described) => described.details.some((detail) => /another subscription/.test(detail)))
    }
    // On 10 April January's second payment is behind all of its members, March's is not.
    expect(details('by_renewals', 0)).toEqual([true, true])
    expect(details('by_renewals', 1)).toEqual([true, false])
    expect(details('by_days', 0)).toEqual([false, false])
  })

  test('in the first period says that there is none before it', () => {
    const first = reading('payers', 'percentOfPrevious')
    const nothing = 'The first period: there is none before it to compare with.'
    expect(describeCell(english, grid, 0, 0, first)).toMatchObject({
      sentence: 'January 1997, Month 0: –. Complete.',
      details: expect.arrayContaining([nothing]),
    })
    expect(describeTotal(english, grid, 0, first).details).toContain(nothing)
    expect(describeCell(english, grid, 0, 1, first).details).not.toContain(nothing)
  })

  // January: 28592.70, then 7003.73 of 781 members; 885, then 180 payments; 781, then 124 payers.
  test.each([
    ['revenue', 'absolute', '$7,003.73', [], 'Revenue in the period, from members of the cohort.'],
    ['revenue', 'cumulative', '$35,596.43', [], 'Added up from the first period on.'],
    [
      'revenue',
      'perMember',
      '$8.97',
      ['$7,003.73 divided by 781.'],
      'Divided by the cohort’s size.',
    ],
    [
      'revenue',
      'cumulativePerMember',
      '$45.58',
      ['$35,596.43 divided by 781.'],
      'Added up from the first period on. Divided by the cohort’s size.',
    ],
    [
      'revenue',
      'percentOfFirst',
      '24.5%',
      ['$7,003.73 of $28,592.70.'],
      'Compared with the cohort’s first period.',
    ],
    [
      'revenue',
      'percentOfPrevious',
      '24.5%',
      ['$7,003.73 of $28,592.70.'],
      'Compared with the period before.',
    ],
    [
      'subscriptions',
      'perMember',
      '0.23',
      ['180 divided by 781.'],
      'Divided by the cohort’s size.',
    ],
    ['payers', 'absolute', '124', [], 'Distinct members who paid in the period'],
    [
      'payers',
      'percentOfFirst',
      '15.9%',
      ['124 of 781.'],
      'Compared with the cohort’s first period.',
    ],
    [
      'arppu',
      'absolute',
      '$56.48',
      ['$7,003.73 divided by 124.'],
      'Revenue of the period divided by those who paid in it.',
    ],
    [
      'arpas',
      'absolute',
      '$38.91',
      ['$7,003.73 divided by 180.'],
      'Revenue of the period divided by the payments in it.',
    ],
  ] as const)('says of %s, %s, what it is made of', (metric, view, value, parts, definition) => {
    const { sentence, details } = describeCell(english, grid, 0, 1, reading(metric, view))
    expect(sentence).toBe(`January 1997, Month 1: ${value}. Complete.`)
    if (parts.length > 0) expect(details[0]).toBe(parts[0])
    expect(details.find((detail) => detail.includes(': '))).toContain(definition)
  })

  test('says so where the API does not publish how it is computed', () => {
    const odd = shop()
    odd.cohorts[0]!.periods[0]!.arpu = 1
    const { details } = describeCell(english, buildCohortGrid(odd, { now }), 0, 0, reading('arpu'))
    expect(details.join(' ')).toContain('As the API gives it; how it is computed is not published.')
  })

  test('has no number before its time, and no zero for one that is missing', () => {
    expect(describeCell(english, grid, 2, 2, share).sentence).toBe(
      'March 1997, Month 2: –. Not begun.',
    )
  })

  test('without a value because nobody paid says that there was nothing to divide by', () => {
    const idle = shop()
    const nobody = { revenue: 0, subscriptions: 0, payers: 0, arpu: 0, arppu: null, arpas: null }
    Object.assign(idle.cohorts[0]!.periods[1]!, nobody)
    const quiet = describeCell(english, buildCohortGrid(idle, { now }), 0, 1, reading('arppu'))
    expect(quiet.sentence).toBe('January 1997, Month 1: –. Complete.')
    expect(quiet.details[0]).toBe('$0.00 divided by 0.')
    const lacking = shop()
    Object.assign(lacking.cohorts[0]!.periods[1]!, { arppu: null })
    const table = buildCohortGrid(lacking, { now })
    const { details } = describeCell(english, table, 0, 1, reading('arppu'))
    expect(details.join(' ')).not.toContain('divided by 124')
  })

  test('of the totals row is as given, or worked out from what is given', () => {
    expect(describeTotal(english, grid, 0, reading('revenue')).details).toContain(
      'As the API gives it, over the cohorts that have this column.',
    )
    expect(describeTotal(english, grid, 0, share).details).toContain(
      'Worked out from the API’s totals, over the cohorts that have this column.',
    )
  })

  test('is German in German', () => {
    expect(describeCell(german, grid, 0, 1, share).sentence).toBe(
      'Januar 1997, Monat 1: 15,9\u00a0%. Abgeschlossen.',
    )
  })
})

describe('the question read back', () => {
  test('names its filters and its split as they are named in it', () => {
    const question = {
      group_by: 'Country',
      filter: { Store: ['App Store', 'Play Store'], Product: [] },
    }
    expect(readBack(english, grid, question, reading('revenue', 'percentOfFirst'))).toBe(
      'Revenue, % of first period · Installs by month · by calendar period · Jan 1 – Mar 31, 1997 (UTC) · production' +
        ' · Store: App Store, Play Store · split by Country',
    )
  })

  test('keeps its range whole where it is read from right to left', () => {
    const arabic = createTexts({ locale: 'ar-EG' })
    const range = arabic.format.range(grid.from, grid.to)
    // Day, month and year, twice: without isolation the first date changes places with what is before it.
    expect(readBack(arabic, grid, {}, share)).toContain(`\u2068${range}\u2069`)
  })
})

describe('the mean of payers below their counts', () => {
  test('says that it is a share, in the heading of its row and in the sentence', () => {
    const mean = summarize(grid, reading('payers'), { kind: 'mean' })
    // By the start of April: 124 + 130 of 781 + 857.
    const said = (texts: typeof english) => describeSummary(texts, grid, mean, 1, 0).sentence
    expect(said(english)).toBe('Mean share, Month 1: 15.5%')
    expect(said(german)).toBe('Mittlerer Anteil, Monat 1: 15,5\u00a0%')
    expect(summaryLabel(english, mean)).toBe('Mean share')
  })

  test('of payments is per member, and of shares of the first period a mean of these', () => {
    const label = (read: Reading) => summaryLabel(english, summarize(grid, read, { kind: 'mean' }))
    expect(label(reading('subscriptions'))).toBe('Mean per member')
    expect(label(reading('payers', 'percentOfFirst'))).toBe('Mean')
    expect(label(reading('arppu'))).toBe('Mean')
    expect(label(reading('arpu'))).toBe('Mean per member')
  })
})

describe('a share below 0.1%', () => {
  // Two of 9,542 and one of 4,000 came back in their second month: 0.021%, 0.025% and, of both, 3 of 13,542.
  const rare = buildCohortGrid(
    answer([
      row('1996-01-01', 9_542, [
        [300, 30, 30],
        [20, 2, 2],
      ]),
      row('1996-02-01', 4_000, [
        [100, 10, 10],
        [10, 1, 1],
      ]),
    ]),
    { now },
  )
  const mean = summarize(rare, share, { kind: 'mean' })

  test('never reads as zero, neither in a cell nor in the mean', () => {
    const said = describeCell(english, rare, 0, 1, share)
    expect(said.sentence).toBe('January 1996, Month 1: <0.1%. Complete.')
    expect(describeSummary(english, rare, mean, 1, 0).sentence).toBe('Mean share, Month 1: <0.1%')
  })

  test('is told exactly in the tooltip, and as a plain fraction in the file', () => {
    expect(describeCell(english, rare, 0, 1, share).details[0]).toBe('2 of 9,542.')
    expect(describeSummary(english, rare, mean, 1, 0).details[0]).toBe('3 of 13,542.')
    const lines = cohortCsv({
      grid: rare,
      reading: share,
      question: {},
      asOf: now * 1000,
      summaries: () => [mean],
    })
      .split('\r\n')
      .map((line) => line.split(','))
    const field = (line: readonly string[], name: string) => line[lines[0]!.indexOf(name)]
    const second = lines.filter((line) => field(line, 'period') === '1')
    expect(second.map((line) => Number(field(line, 'value')))).toEqual([
      2 / 9_542,
      1 / 4_000,
      3 / 13_542,
    ])
    expect(second.map((line) => [field(line, 'numerator'), field(line, 'denominator')])).toEqual([
      ['2', '9542'],
      ['1', '4000'],
      ['3', '13542'],
    ])
  })
})
