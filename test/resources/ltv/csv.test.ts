// @vitest-environment node
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { buildLtvCurves } from '../../../src/resources/ltv/ltv.curves.model.ts'
import { csvName, ltvCsv } from '../../../src/resources/ltv/ltvCsv.ts'
import { january, noon, point } from './answers.ts'

const evil = '=HYPERLINK("x")'
const segments = [
  { value: evil, label: '＋1, "quoted"\nline', cohort_users: 60, series: [point(0, -12.5, 60, 6)] },
]
const curves = buildLtvCurves({ ...january, segment: 'campaign', segments }, { now: noon })
const source = { curves, measure: 'arpu', question: { environment: 0 }, asOf: noon * 1000 } as const
const text = ltvCsv(source)
const { data: rows } = Papa.parse<Record<string, string>>(text, { header: true })

describe('the curves as CSV', () => {
  test('hold one line for each age of each curve, with its state and whom it counts', () => {
    expect(rows).toHaveLength(8)
    expect(rows[0]).toMatchObject({
      split_by: '',
      segment: 'all',
      age: '0',
      metric: 'arpu',
      unit: 'money',
      currency: 'EUR',
      value: '1',
      state: 'final',
      population: '100',
      population_from: '2026-01-01',
      population_through: '2026-01-10',
      revenue_type: 'net',
      environment: 'sandbox',
      as_of: '2026-01-15T12:00:00.000Z',
    })
    expect(rows[5]).toMatchObject({
      age: '5',
      value: '3.2',
      state: 'open',
      population: '90',
      population_through: '2026-01-09',
    })
  })

  test('keep numbers numbers, also negative ones, and guard texts that a spreadsheet would run', () => {
    const last = rows.at(-1)!
    expect(Number(last['value'])).toBeCloseTo(-12.5 / 60, 12)
    expect(last['segment']).toBe(`'${evil}`)
    expect(last['segment_label']).toBe('\'＋1, "quoted"\nline')
  })

  test('guard a text that has an apostrophe before its formula, so that taking one away gives it back', () => {
    const label = "'=1+1"
    const quoted = [{ value: 'a', label, cohort_users: 60, series: [point(0, 1, 60, 6)] }]
    const split = buildLtvCurves({ ...january, segment: 'x', segments: quoted }, { now: noon })
    const { data } = Papa.parse<Record<string, string>>(ltvCsv({ ...source, curves: split }), {
      header: true,
    })
    expect(data.at(-1)!['segment_label']).toBe(`'${label}`)
  })

  test('leave empty what is not known', () => {
    const series = [{ period: 6, revenue: 5, arpu: null, arppu: null }]
    const open = buildLtvCurves({ ...january, series }, { now: noon })
    const { data } = Papa.parse<Record<string, string>>(ltvCsv({ ...source, curves: open }), {
      header: true,
    })
    expect(data[0]).toMatchObject({ value: '', population: '', population_through: '' })
  })

  test('are named after what they hold', () => {
    const name = '2026-01-01-2026-01-10-by-days-arpu-net-campaign.csv'
    expect(csvName(source)).toBe(`ltv-sandbox-${name}`)
    expect(csvName({ ...source, question: {} })).toBe(`ltv-${name}`)
  })
})
