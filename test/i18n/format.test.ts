// @vitest-environment node
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createFormat } from '../../src/i18n/format.ts'
import { en } from '../../src/i18n/en.ts'
import { createTranslate } from '../../src/i18n/translate.ts'
import { figure, full } from '../figures.ts'

const english = createFormat('en-US', 'UTC')
const german = createFormat('de-DE', 'Europe/Berlin')
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ')

describe('money', () => {
  test('has the digits of its currency', () => {
    expect(english.money(28592.7, 'USD')).toBe('$28,592.70')
    expect(english.money(1234.4, 'JPY')).toBe('¥1,234')
    expect(plain(german.money(7003.73, 'EUR'))).toBe('7.003,73 €')
  })

  test('that is not zero never reads as zero', () => {
    expect(english.money(0.0042, 'USD')).toBe('$0.0042')
    expect(english.money(0, 'USD')).toBe('$0.00')
    expect(english.money(-0.001, 'USD')).toBe('-$0.001')
  })

  test('of nothing has no sign, also where a backend writes -0.0', () => {
    const nothing = JSON.parse('-0.0') as number
    expect(english.money(nothing, 'USD')).toBe('$0.00')
    expect(english.money(nothing, 'JPY')).toBe('¥0')
    expect([english.count(nothing), english.rate(nothing)]).toEqual(['0', '0.00'])
    expect(plain(german.percent(nothing))).toBe('0,0 %')
  })

  test('in a code that is no currency is still an amount', () => {
    expect(english.money(12.5, 'NOT A CODE')).toBe('12.50 NOT A CODE')
  })

  test('in every known currency never throws and keeps its digits', () => {
    const currencies = Intl.supportedValuesOf('currency')
    const locales = full ? ['en-US', 'de-DE', 'ja-JP', 'ar-EG', 'hi-IN'] : ['en-US']
    const amounts = full ? 1_000 : 50
    let wrong = 0
    for (const locale of locales) {
      const format = createFormat(locale, 'UTC')
      for (const currency of currencies) {
        const reference = new Intl.NumberFormat(locale, { style: 'currency', currency })
        for (let index = 1; index <= amounts; index++)
          if (format.money(index * 1.5, currency) !== reference.format(index * 1.5)) wrong++
      }
    }
    expect(wrong).toBe(0)
    figure(
      'money in every known currency',
      currencies.length * locales.length * amounts,
      '0 throws, 0 wrong digit counts',
    )
  }, 60_000)
})

describe('a share', () => {
  test.each([
    [0, '0.0%'],
    [0.00001, '<0.1%'],
    [0.0005, '0.1%'],
    [0.15877, '15.9%'],
    [0.99949, '99.9%'],
    [0.99999, '>99.9%'],
    // Sums of rounded amounts against their rounded total.
    [0.99999999998, '100.0%'],
    [1.00000000002, '100.0%'],
    [1, '100.0%'],
    [1.0004, '>100.0%'],
    [1.0006, '100.1%'],
    [1.5, '150.0%'],
    [-0.00001, '>-0.1%'],
    [-0.02, '-2.0%'],
  ])('of %s reads %s', (share, text) => {
    expect(english.percent(share)).toBe(text)
  })
})

describe('a number per person', () => {
  test.each([
    [0, '0.00'],
    [1.372, '1.37'],
    [0.0042, '0.0042'],
  ])('of %s reads %s', (value, text) => {
    expect(english.rate(value)).toBe(text)
  })
})

describe('a difference of shares', () => {
  test.each([
    [0.041, '4.1', '4,1'],
    [-0.006, '−0.6', '−0,6'],
    [-0.0001, '0.0', '0,0'],
  ])('of %s is %s points', (difference, inEnglish, inGerman) => {
    expect([english.points(difference), german.points(difference)]).toEqual([inEnglish, inGerman])
  })
})

describe('formatters', () => {
  afterEach(() => vi.restoreAllMocks())

  test('are made once for a whole page of cells, not once for each', () => {
    // A locale of its own, so that nothing is there before.
    const made = vi.spyOn(Intl, 'NumberFormat')
    const format = createFormat('en-NZ', 'UTC')
    for (let cell = 0; cell < 2_400; cell++) {
      format.money(cell * 1.37, 'NZD')
      format.percent(cell / 2_400)
      format.count(cell)
      format.rate(cell / 7)
    }
    expect(made.mock.calls.length).toBeLessThanOrEqual(5)
  })

  test('of 2,400 amounts take milliseconds', () => {
    english.money(1, 'USD')
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now()
      for (let cell = 0; cell < 2_400; cell++) english.money(cell * 1.37, 'USD')
      return performance.now() - start
    }).toSorted((a, b) => a - b)
    const median = times[4]!
    figure('formatting 2,400 amounts', times.length, `${median.toFixed(1)} ms in the median`)
    // Milliseconds are judged where figures are shown; a formatter for each cell takes over 100.
    expect(median).toBeLessThan(full ? 5 : 50)
  })
})

describe('dates', () => {
  const january = Date.UTC(1997, 0, 1) / 1000
  const april = Date.UTC(1997, 3, 1) / 1000

  test('of cohorts are UTC calendar dates whatever the viewer’s zone is', () => {
    for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      const format = createFormat('en-US', zone)
      expect(format.month(january)).toBe('January 1997')
      expect(format.day(january)).toBe('Jan 1, 1997')
      expect(format.year(april)).toBe('1997')
    }
  })

  test('follow the calendar that cohorts are cut by, also where another is usual', () => {
    expect(createFormat('th-TH', 'UTC').year(january)).toMatch(/1997/)
    expect(createFormat('fa-IR-u-nu-latn', 'UTC').month(january)).toMatch(/1997/)
  })

  test.each([
    ['day first', ['day', 'time']],
    ['time first', ['time', 'day']],
  ] as const)('and times of day do not take each other’s format (%s)', (_, order) => {
    // A zone of its own for each order, so that no formatter is there before.
    const format = createFormat(order[0] === 'day' ? 'en-GB' : 'en-AU', 'UTC')
    const texts = { day: () => format.day(january), time: () => format.time(january * 1000) }
    const [first, second] = order.map((kind) => [kind, texts[kind]()] as const)
    const said = Object.fromEntries([first!, second!])
    expect(said['day']).toBe('1 Jan 1997')
    expect(said['time']).toMatch(/^(00:00:00|12:00:00 am)$/)
  })

  test('of a range name its last day', () => {
    expect(english.range(january, april)).toBe('Jan 1 – Mar 31, 1997')
  })

  test('of a day, a range and an instant are written alike, also where figures alone are usual', () => {
    const noon = Date.UTC(1997, 3, 1, 12)
    expect(german.day(april)).toBe('1. Apr. 1997')
    expect(german.instant(noon)).toBe('1. Apr. 1997, 14:00 MESZ')
    expect(german.range(january, april)).toBe('1. Jan. – 31. März 1997')
  })

  test.each(['fa-IR', 'th-TH', 'ar-SA'])(
    'of an instant are of the calendar that days are of: %s',
    (locale) => {
      const format = createFormat(locale, 'UTC')
      const noon = Date.UTC(2026, 10, 22, 12)
      expect(format.instant(noon)).toContain(format.day(noon / 1000))
    },
  )

  test('of instants are in the viewer’s zone, and name it', () => {
    expect(german.instant(Date.UTC(1997, 0, 1, 23, 30))).toBe('2. Jan. 1997, 00:30 MEZ')
    expect(german.time(Date.UTC(1997, 0, 1, 23, 30, 7))).toBe('00:30:07')
  })
})

describe('texts that run from right to left', () => {
  const [isolate, end] = ['\u2068', '\u2069']
  const arabic = createFormat('ar-EG', 'UTC')
  const range = arabic.range(Date.UTC(1997, 0, 1) / 1000, Date.UTC(1997, 3, 1) / 1000)

  test('keep each range, number and name whole beside its neighbours', () => {
    const t = createTranslate('ar-EG', en, { 'cohorts.empty.range': 'لم ينضم أحد في {range}.' })
    expect(t('cohorts.empty.range', { range })).toBe(`لم ينضم أحد في ${isolate}${range}${end}.`)
  })

  test('keep them whole also in a language that runs the other way', () => {
    const t = createTranslate('en-US', en, {})
    expect(t('cohorts.filter', { attribute: 'Country', values: 'مصر' })).toBe(
      `${isolate}Country${end}: ${isolate}مصر${end}`,
    )
  })

  test('leave no trace where nothing runs from right to left', () => {
    const t = createTranslate('de-DE', en, {})
    const text = t('cohorts.filter', { attribute: 'Land', values: 'Österreich' })
    expect(text).toBe('Land: Österreich')
  })
})

describe('texts', () => {
  test('are filled, and a mark without a filling stays visible', () => {
    const t = createTranslate('en-US', en, {})
    expect(t('cohorts.column.week', { n: 3 })).toBe('Week 3')
    expect(t('cohorts.column.week')).toBe('Week {n}')
  })

  test('take the plural form of the language', () => {
    const t = createTranslate('en-US', en, {})
    expect(t('cohorts.notice.cut', { count: 1, n: '1' })).toMatch(/^1 cohort is/)
    expect(t('cohorts.notice.cut', { count: 2, n: '2' })).toMatch(/^2 cohorts are/)
  })

  test('of the host replace single keys', () => {
    const t = createTranslate('en-US', en, { 'cohorts.total': 'Everyone' })
    expect([t('cohorts.total'), t('action.retry')]).toEqual(['Everyone', 'Try again'])
  })
})
