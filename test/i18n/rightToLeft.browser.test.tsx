import { afterEach, describe, expect, test } from 'vitest'
import { createTexts } from '../../src/i18n/createTexts.ts'
import { readBack } from '../../src/resources/cohorts/cohortTexts.ts'
import { buildCohortGrid } from '../../src/resources/cohorts/grid.build.model.ts'
import type { CohortsAnswer } from '../../src/resources/cohorts/types.ts'

const at = (day: string) => Date.parse(day) / 1000
const answer: CohortsAnswer = {
  object: 'analytics_cohorts',
  url: '/v4/analytics/cohorts',
  mode: 'by_days',
  grouping: 'month',
  cohort_from: at('1997-01-01'),
  cohort_to: at('1997-04-01'),
  currency: 'USD',
  period_labels: [],
  cohorts: [],
  total: null,
  max_values: { revenue: 0, payers: 0, subscriptions: 0, arpu: 0, arppu: 0, arpas: 0 },
}
const grid = buildCohortGrid(answer, { now: at('1997-06-01') })

/** Horizontal extent of the characters `from` to `to` of a text node, as the browser has laid them out. */
function extent(node: Text, from: number, to: number): { left: number; right: number }[] {
  return Array.from({ length: to - from }, (_, index) => {
    const range = document.createRange()
    range.setStart(node, from + index)
    range.setEnd(node, from + index + 1)
    const { left, right } = range.getBoundingClientRect()
    return { left, right }
  }).filter(({ left, right }) => right > left)
}

/** A text in a line that runs from right to left. */
function lineOf(text: string): Text {
  const line = document.createElement('p')
  line.dir = 'rtl'
  line.style.whiteSpace = 'nowrap'
  line.textContent = text
  document.body.append(line)
  return line.firstChild as Text
}

/** True when no other character of the line stands between those of a part. */
function staysWhole(text: string, part: string): boolean {
  const node = lineOf(text)
  const start = text.indexOf(part)
  const inside = extent(node, start, start + part.length)
  const left = Math.min(...inside.map((box) => box.left))
  const right = Math.max(...inside.map((box) => box.right))
  const outside = [...extent(node, 0, start), ...extent(node, start + part.length, text.length)]
  return outside.every(
    (box) => (box.left + box.right) / 2 < left || (box.left + box.right) / 2 > right,
  )
}

afterEach(() => document.body.replaceChildren())

describe.each(['ar-EG', 'he-IL', 'fa-IR'])('in %s', (locale) => {
  const texts = createTexts({ locale })
  const range = texts.format.range(grid.from, grid.to)
  const line = readBack(
    texts,
    grid,
    { filter: { 'المتجر 2': ['Play 1', 'متجر 3'] } },
    {
      metric: 'payers',
      view: 'percentOfSize',
    },
  )

  test('the range of the question is read in one piece', () => {
    expect(line).toContain(range)
    expect(staysWhole(line, range)).toBe(true)
  })

  test('the name of a filter is', () => {
    expect(staysWhole(line, 'المتجر 2')).toBe(true)
  })
})

describe('an English text in a page that runs from right to left', () => {
  const { t, format } = createTexts({ locale: 'ar-EG' })
  const first = (text: string, part: string) => inRightToLeft(text).indexOf(part)

  /** The characters of a line as they stand, from left to right. */
  function inRightToLeft(text: string): string {
    const node = lineOf(text)
    return text
      .split('')
      .map((letter, index) => ({ letter, box: extent(node, index, index + 1)[0] }))
      .filter(({ box }) => box !== undefined)
      .toSorted((a, b) => a.box!.left - b.box!.left)
      .map(({ letter }) => letter)
      .join('')
  }

  test('has its full stop at its end', () => {
    expect(inRightToLeft(t('cohorts.notice.mixedLengths'))).toMatch(/this is no retention rate\.$/)
  })

  test('keeps the order of its parts around numbers in the digits of the viewer', () => {
    const text = t('cohorts.describe', {
      cohort: format.month(at('1997-01-01')),
      column: t('cohorts.column.month', { n: format.count(3) }),
      value: '–',
      state: t('cohorts.state.final'),
    })
    expect(first(text, 'Month')).toBeGreaterThan(0)
    expect(first(text, 'Complete.')).toBeGreaterThan(first(text, 'Month'))
  })

  test('would have it before its first word without care, which this test would see', () => {
    expect(inRightToLeft('Data up to now.')).toBe('.Data up to now')
  })

  test('is left as it is where nothing can go astray, and where the host has said it himself', () => {
    expect(t('action.refresh')).toBe('Refresh')
    const own = createTexts({ locale: 'ar-EG', messages: { 'action.refreshing': 'تحديث…' } })
    expect(own.t('action.refreshing')).toBe('تحديث…')
  })
})

test('without isolation a range is torn apart, which this test would see', () => {
  const range = createTexts({ locale: 'he-IL' }).format.range(grid.from, grid.to)
  expect(staysWhole(`Installs 7 · ${range} (UTC) 12 · מצרים`, range)).toBe(false)
})
