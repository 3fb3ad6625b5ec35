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

/** True when no other character of the line stands between those of a part. */
function staysWhole(text: string, part: string): boolean {
  const line = document.createElement('p')
  line.dir = 'rtl'
  line.style.whiteSpace = 'nowrap'
  line.textContent = text
  document.body.append(line)
  const node = line.firstChild as Text
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

test('without isolation a range is torn apart, which this test would see', () => {
  const range = createTexts({ locale: 'he-IL' }).format.range(grid.from, grid.to)
  expect(staysWhole(`Installs 7 · ${range} (UTC) 12 · מצרים`, range)).toBe(false)
})
