// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CohortHeatmap } from '../../../src/resources/cohorts/CohortHeatmap.tsx'
import { CohortTable } from '../../../src/resources/cohorts/CohortTable.tsx'
import { RetentionCurves } from '../../../src/resources/cohorts/RetentionCurves.tsx'
import { answer, at, row, shop } from './answers.ts'

const asOf = at('1998-01-01') * 1000
const count = (html: string, part: RegExp) => html.match(new RegExp(part, 'g'))?.length ?? 0

describe('the server HTML of the heat map', () => {
  const html = renderToString(
    <CohortHeatmap data={shop()} asOf={asOf} metric="payers" view="percentOfSize" />,
  )

  test('holds its paths and its data table', () => {
    expect(count(html, /<path class="qv-heatmap-cells qv-heat" data-level="\d"/)).toBeGreaterThan(0)
    expect(html).toContain('<table class="qv-chart-table"')
    // January 1997: 781 of 781 members paid in their first month, 124 in the second.
    expect(html).toContain('100.0%')
    expect(html).toContain('15.9%')
  })

  test('has no style attribute', () => {
    expect(html).not.toContain('style=')
  })

  test('says once, as the table does, that a first period is partial; in other views not at all', () => {
    const said = (view: 'percentOfFirst' | 'percentOfSize') =>
      ['heat map', 'table'].map((display) => {
        const shown = { data: shop(), asOf, metric: 'payers', view } as const
        const drawn =
          display === 'table' ? <CohortTable {...shown} /> : <CohortHeatmap {...shown} />
        return count(renderToString(drawn), /may pass 100%/)
      })
    expect(said('percentOfFirst')).toEqual([1, 1])
    expect(said('percentOfSize')).toEqual([0, 0])
  })

  test('gives no colour to what is not final, and nothing to the future', () => {
    const two = answer(
      [
        row('1997-01-01', 100, [
          [100, 10, 10],
          [50, 5, 5],
        ]),
        row('1997-02-01', 100, [[100, 10, 10]]),
      ],
      { cohort_to: at('1997-03-01') },
    )
    // At noon of 15 February: January's first month is final, its second runs, and February's people still join.
    const early = renderToString(
      <CohortHeatmap data={two} asOf={at('1997-02-15T12:00:00Z') * 1000} metric="payers" />,
    )
    const cells = (fill: string) =>
      early.match(new RegExp(`data-fill="${fill}"[^>]* d="([^"]*)"`))?.[1]?.match(/M/g)?.length
    expect(cells('level')).toBe(1)
    expect(cells('unfinished')).toBe(2)
  })
})

describe('the server HTML of a split heat map', () => {
  const half = row('1997-01-01', 40, [[20, 20, 20]])
  const segment = (value: string, label: string, payers: number) => ({
    value,
    label,
    cohorts: [row('1997-01-01', 20, [[payers, payers, payers]])],
    total: null,
    max_values: answer([half]).max_values,
  })
  const split = answer([half], {
    segments: [segment('ios', 'iOS', 20), segment('android', 'Android', 0)],
  })
  const html = renderToString(
    <CohortHeatmap data={split} asOf={asOf} metric="payers" view="percentOfSize" />,
  )

  test('draws the whole and each segment under its name, and heads their rows with it', () => {
    expect(html.match(/qv-heatmap-band"[^>]*>[^<]*/g)?.map((name) => name.split('>')[1])).toEqual([
      'All',
      'iOS',
      'Android',
    ])
    const rows = [...html.matchAll(/scope="row">([^<]*)<\/th><td[^>]*>([^<]*)/g)]
    expect(rows.map(([, heading, text]) => [heading, text])).toEqual([
      ['All · January 1997', '50.0%'],
      ['iOS · January 1997', '100.0%'],
      ['Android · January 1997', '0.0%'],
    ])
  })

  test('has one scale for all of them', () => {
    const levels = [...html.matchAll(/qv-heatmap-text qv-heat" data-level="(\d)"/g)]
    // Ten equal steps up to 100%.
    expect(levels.map(([, level]) => level)).toEqual(['5', '9', '0'])
  })
})

describe('the server HTML of the curves', () => {
  const html = renderToString(
    <RetentionCurves data={shop()} asOf={asOf} metric="payers" view="percentOfSize" intervals />,
  )

  test('holds a path for each curve, bands, and the data table', () => {
    // The mean and two cohorts; the third is a point so far, with an upright line for its interval.
    expect(count(html, /<path class="qv-chart-path" d="M[\d.]+,[\d.]+L/)).toBe(3)
    expect(count(html, /<path class="qv-chart-bar" d="M/)).toBe(1)
    expect(count(html, /class="qv-chart-band"/)).toBe(3)
    expect(html).toContain('<table class="qv-chart-table"')
    // Wilson's interval of 124 of 781, by R: prop.test(124, 781, correct = FALSE).
    expect(html).toContain('15.9% (13.5% to 18.6%)')
  })

  test('has no style attribute', () => {
    expect(html).not.toContain('style=')
  })
})

test('curves of a metric that is no share of members draw its amounts unless told otherwise', () => {
  const html = renderToString(<RetentionCurves data={shop()} asOf={asOf} metric="revenue" />)
  expect(html).toContain('$28,592.70')
  expect(html).not.toContain('Nothing to draw')
})

test('the server HTML of a table marks a date once in each cohort that it meets, and lists it', () => {
  const html = renderToString(
    <CohortTable
      data={shop()}
      asOf={asOf}
      metric="payers"
      annotations={[{ date: '1997-02-10', label: 'Price rise', tone: 'warning' }]}
    />,
  )
  // January's cohort meets 10 February in its second month, February's in its first; later ones begin after it.
  expect(count(html, /data-annotation="warning"/)).toBe(2)
  expect(count(html, /data-flag="Price rise"/)).toBe(1)
  expect(html).toContain('Feb 10, 1997: Price rise')
})
