// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { createTexts } from '../../../src/i18n/createTexts.ts'
import { de } from '../../../src/i18n/locales/de.ts'
import type { LtvCosts } from '../../../src/resources/ltv/ltv.costs.model.ts'
import { buildLtvCurves } from '../../../src/resources/ltv/ltv.curves.model.ts'
import { payback } from '../../../src/resources/ltv/ltv.payback.model.ts'
import {
  emptyReasons,
  noticeTexts,
  peopleText,
  readBack,
  stateHints,
} from '../../../src/resources/ltv/ltvTexts.ts'
import { paybackSentences, paybackShort } from '../../../src/resources/ltv/paybackTexts.ts'
import type { LtvAnswer } from '../../../src/resources/ltv/types.ts'
import { at, january, noon, point, uncounted } from './answers.ts'

const english = createTexts()
const german = createTexts({ locale: 'de-DE', messages: de })
const read = (parts: Partial<LtvAnswer> = {}, now = noon) =>
  buildLtvCurves({ ...january, ...parts }, { now })
const cost = (rate: number): LtvCosts => ({ per: 'install', currency: 'EUR', rate })

describe('payback in words', () => {
  const said = (rate: number, texts = english, parts: Partial<LtvAnswer> = {}) => {
    const { whole, mode } = read(parts)
    return paybackSentences(texts, mode, whole, payback(whole, cost(rate))!)
  }

  test('names the day, and of whom where that is not everybody', () => {
    expect(said(2)).toEqual(['Paid back on day 2.'])
    expect(said(3.25)).toEqual(['Paid back on day 6. Not final: 80 of 100 customers are that old.'])
    // Day 4 lies behind everybody, and settles.
    expect(said(3)).toEqual(['Paid back on day 4. Not final.'])
  })

  test('says what is earned back of everybody, then of those who are older', () => {
    expect(said(4)).toEqual([
      'Not within 3 days: 60.0% earned back.',
      '82.5% by Day 6: 80 of 100 customers are that old.',
    ])
    expect(said(4, german)).toEqual([
      'Nicht binnen 3 Tagen: 60,0\u00a0% zurückverdient.',
      '82,5\u00a0% bis Tag 6: 80 von 100 Kunden sind so alt.',
    ])
  })

  test('counts nobody where everybody is that old and only late notices are missing', () => {
    const series = january.series.slice(0, 5)
    expect(said(4, english, { series })).toEqual([
      'Not within 3 days: 60.0% earned back.',
      '75.0% by Day 4, where late store notices still count.',
    ])
    expect(said(4, german, { series })[1]).toBe(
      '75,0\u00a0% bis Tag 4, wo späte Meldungen der Stores noch zählen.',
    )
  })

  test('tells of a payback that was lost, and of later ages below it', () => {
    const values = (...amounts: number[]) => ({
      series: amounts.map((amount, age) => point(age, amount, age < 5 ? 100 : 60, 10)),
    })
    expect(said(2, english, values(100, 210, 250, 190))).toEqual([
      'Not within 3 days: 95.0% earned back.',
      'It was reached at Day 1 and lost again at Day 3.',
    ])
    expect(said(2, english, values(100, 210, 250, 250, 250, 90))).toEqual([
      'Paid back on day 1.',
      'From Day 5 on some ages are below it again: they count fewer customers.',
    ])
  })

  test('counts payments by renewals', () => {
    const parts = { mode: 'by_renewals', series: [point(1, 150, 100, 20)] }
    expect(said(2, english, parts)).toEqual(['Not within 1 payment: 75.0% earned back. Not final.'])
    expect(said(1.5, english, parts)).toEqual(['Paid back with payment 1. Not final.'])
  })

  test('fits into a cell', () => {
    const short = (rate: number) =>
      paybackShort(english, 'by_days', payback(read().whole, cost(rate))!)
    expect([short(2), short(4)]).toEqual(['Day 2', '60.0% by Day 3'])
  })
})

describe('the question', () => {
  test('is read back with everything that changes the numbers', () => {
    const question = { environment: 0 as const, segment: 'Store', filter: { Country: ['Japan'] } }
    expect(readBack(english, read(), question, 'arpu')).toBe(
      'Value per install (ARPU) · net of refunds and store commission, tax not deducted · EUR · installs Jan 1 – 10, 2026 (UTC) · by days · SANDBOX · split by Store · Country: Japan',
    )
  })

  test('of whom an age counts is answered as far as the answer lets us', () => {
    const people = (parts: Partial<LtvAnswer>, index: number) =>
      peopleText(english, read(parts).whole.ages[index]!)
    expect(people({}, 5)).toBe('90 customers, installed Jan 1 – 9, 2026')
    expect(people({ series: uncounted }, 5)).toBe('The answer does not say whom this age counts.')
    expect(people({ mode: 'by_renewals', series: [point(1, 1, 90, 1)] }, 0)).toBe('90 customers')
  })
})

describe('notices', () => {
  const notices = (parts: Partial<LtvAnswer>, costs?: LtvCosts, asked = 'EUR', now = noon) =>
    noticeTexts(english, read(parts, now), { currency: asked }, costs)

  test('are not needed where every age counts its own people, in the currency asked for', () => {
    expect(notices({}, cost(2))).toEqual([])
  })

  test('name another currency than asked, and a cost that cannot be compared', () => {
    expect(notices({}, { per: 'install', currency: 'USD', rate: 2 }, 'USD')).toEqual([
      'Amounts are in EUR, not in USD: the API had no rate for USD on some date.',
      'The cost is in USD and the value in EUR: they are not compared.',
    ])
  })

  test('doubt gross value beside a cost', () => {
    expect(notices({ revenue_type: 'gross' }, cost(2))[0]).toMatch(/^Gross value is compared/)
    expect(notices({ revenue_type: 'gross' })).toEqual([])
  })

  test('say when young customers bend the curve, when nobody counts them, when the range still runs', () => {
    const everyone = january.series.map(({ period }) => point(period, 100, 100, 20))
    expect(notices({ series: everyone })[0]).toMatch(/also those too young for them/)
    expect(notices({ series: uncounted })[0]).toMatch(/does not say how many/)
    expect(notices({ cohort_to: at('2026-01-20') })[0]).toMatch(/customers still join/)
    // Once all ages are final the answer need not count anybody.
    expect(notices({ series: uncounted }, undefined, 'EUR', at('2026-06-01'))).toEqual([])
  })
})

test('an empty answer names the likely reason', () => {
  const reasons = (parts: Partial<LtvAnswer>, question = {}) =>
    emptyReasons(english, read({ ...parts, series: [] }), question)
  expect(reasons({})).toEqual([
    '100 customers installed (Jan 1 – 10, 2026), and the answer has no curve for them yet.',
  ])
  expect(reasons({ cohort_users: 0 }, { environment: 0, filter: { country: ['JP'] } })).toEqual([
    'The filters leave nobody: clear one.',
    'These are test purchases only: ask for production.',
    'Nobody installed (Jan 1 – 10, 2026): widen the range.',
    'The project has no data yet: check that its app sends purchases.',
  ])
})

describe('how far an age can be trusted', () => {
  test('later refunds are named where they count: in a final age of net value', () => {
    const hints = (revenue_type: string, age: number, texts = english) => {
      const curves = read({ revenue_type })
      return stateHints(texts, curves, curves.whole.ages[age]!)
    }
    const everybody = 'All customers of the range are that old.'
    expect(hints('net', 0)).toEqual([everybody, 'Later refunds can still lower net value.'])
    expect(hints('gross', 0)).toEqual([everybody])
    expect(hints('net', 6)).toEqual(['Not all customers of the range are that old yet.'])
    expect(hints('net', 0, german)[1]).toBe(
      'Spätere Erstattungen können den Nettowert noch senken.',
    )
  })

  test('by renewals a final age says that members who subscribe anew count again', () => {
    const known = { renewalLengths: ['month'], conversionWindowDays: 30 } as const
    const renewed = { ...january, mode: 'by_renewals', series: [point(1, 100, 100, 20)] }
    const hints = (day: string) => {
      const curves = buildLtvCurves(renewed, { now: at(day), ...known })
      return stateHints(english, curves, curves.whole.ages[0]!).join(' ')
    }
    // The range ends on January 10: 30 days for a first payment and 60 for late notices.
    expect(hints('2026-05-01')).toContain('members who start another subscription or change plan')
    expect(hints('2026-03-01')).not.toContain('another subscription')
  })
})
