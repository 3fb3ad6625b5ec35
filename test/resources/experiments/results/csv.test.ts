// @vitest-environment node
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { createTexts } from '../../../../src/i18n/createTexts.ts'
import type { Arm, ExperimentPlan } from '../../../../src/resources/experiments/analysis.types.ts'
import { describeResult } from '../../../../src/resources/experiments/describeResult.ts'
import { csvName, experimentCsv } from '../../../../src/resources/experiments/experimentCsv.ts'
import { analyze } from '../../../../src/resources/experiments/result.analyze.model.ts'
import { decide } from '../../../../src/resources/experiments/result.decide.model.ts'
import {
  arm,
  finished,
  money,
  paid,
  running,
  screener,
  sequential,
} from '../../../../stories/experiments/results.ts'
import { beforeSize, noVariance, unbounded } from '../../../../stories/experiments/resultStates.ts'

const texts = createTexts()
const asOf = Date.parse('2026-11-21T12:00:00Z')

interface Source {
  readonly plan: ExperimentPlan
  readonly arms: readonly Arm[]
  readonly run?: typeof running
  readonly name?: string
  readonly currency?: string
}

/** The lines of a file, read back by the field names of its first line. */
function written({ plan, arms, run = running, name = 'Test', currency }: Source) {
  const analysis = analyze(plan, arms, run)
  const decision = decide(analysis)
  const names = { currency }
  const text = experimentCsv(texts, { name, analysis, decision, asOf, names })
  const { data } = Papa.parse<Record<string, string>>(text, { header: true })
  return { text, data, about: describeResult(texts, analysis, decision, names).join(' ') }
}
const two = (control: number, trial: number, users = 20_000): Arm[] => [
  arm('control', 'Control', users, { user_to_paid: paid(control) }),
  arm('trial', 'Trial', users, { user_to_paid: paid(trial) }),
]

describe('the file', () => {
  it('has a line for each arm in each metric, with the published numbers', () => {
    const { data } = written(screener)
    expect(data.map(({ metric, arm: id, state }) => [metric, id, state])).toEqual([
      ['payments', 'control', 'control'],
      ['payments', 'screener', 'ready'],
      ['paying', 'control', 'control'],
      ['paying', 'screener', 'ready'],
      ['enrolments', 'control', 'control'],
      ['enrolments', 'screener', 'ready'],
    ])
    const payments = data[1]!
    expect(payments).toMatchObject({
      numerator: '1945',
      denominator: '17260',
      conditional: 'false',
    })
    expect(Number(payments['difference'])).toBeCloseTo(-0.00487, 5)
    expect(Number(payments['difference_low'])).toBeCloseTo(-0.01161, 5)
    expect(Number(payments['difference_high'])).toBeCloseTo(0.00186, 5)
    expect(data[3]).toMatchObject({ conditional: 'true', denominator: '3423', role: 'primary' })
  })

  it('tells zero, not known and not enough data apart', () => {
    const zero = written({ plan: sequential, arms: two(1000, 1000) }).data[1]!
    expect([zero['difference'], zero['lift']]).toEqual(['0', '0'])
    const early = written({ plan: sequential, arms: two(12, 0, 400) }).data
    expect(early[0]).toMatchObject({ numerator: '12', value: 'not enough data', lift: '' })
    expect(early[1]).toMatchObject({
      numerator: '0',
      value: 'not enough data',
      difference: 'not enough data',
      lift_low: 'not enough data',
      verdict: 'not enough data',
    })
    const unsure = written(noVariance).data[1]!
    expect(unsure).toMatchObject({ state: 'no-variance', difference_low: '', p_adjusted: '' })
    expect(Number(unsure['difference'])).toBeCloseTo(2422.7 / 3461 - 1396.87 / 3407, 12)
    const missing = written({
      plan: { ...sequential, primary: { id: 'gone', kind: 'mean' } },
      arms: two(1, 1),
    })
    expect(missing.data[1]).toMatchObject({ state: 'missing', value: '', difference: '' })
  })

  it('gives nothing of a plan that is looked at once before its size', () => {
    const { data } = written(beforeSize)
    for (const line of data) {
      expect(line['numerator']).toBe('not enough data')
      expect(line['value']).toBe('not enough data')
    }
    expect(data[1]).toMatchObject({ lift: 'not enough data', chance_higher: '' })
  })

  it('says where an interval has no end', () => {
    const [, row] = written(unbounded).data
    expect(row?.['lift_high']).toBe('no limit')
    expect(Number(row?.['lift_low'])).toBeGreaterThan(0)
    expect(row).toMatchObject({ unit: 'money', currency: 'USD' })
  })

  it('holds the sentences of the page in its first line', () => {
    const { data, about } = written({ plan: sequential, arms: two(1000, 1200) })
    expect(data[0]?.['about']).toBe(about)
    expect(about).toContain('Ship Trial.')
    expect(data[1]?.['about']).toBe('')
  })

  it('keeps its question where there is nothing to compare', () => {
    const { data } = written({ plan: sequential, arms: [arm('trial', 'Trial', 10, {})] })
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({
      experiment: 'Test',
      decision: 'unhealthy',
      as_of: '2026-11-21T12:00:00.000Z',
    })
  })

  it('runs nothing in a spreadsheet', () => {
    const arms = two(1000, 1200).map((each) => Object.assign({}, each, { name: `=${each.name}` }))
    const { text } = written({ plan: sequential, arms, name: '@SUM(A1)' })
    expect(text).toContain("'=Control")
    expect(text).toContain("'@SUM(A1)")
    expect(text).not.toMatch(/(^|,)"?[=@]/m)
  })

  it('says what is left without the largest payments', () => {
    const plan: ExperimentPlan = {
      ...sequential,
      engine: 'fixed',
      plannedUsers: 100,
      primary: { id: 'sales', kind: 'mean', isMoney: true },
    }
    const arms = [
      arm('control', 'Control', 3407, { sales: money(3407, 130, 0.41, 3.9, 9.99) }),
      arm('trial', 'Trial', 3461, { sales: money(3461, 150, 0.608, 4.4, 59.99) }),
    ]
    const [, row] = written({ plan, arms, run: finished }).data
    expect(row).toMatchObject({ verdict: 'better', verdict_without_largest_payment: 'unclear' })
  })
})

describe('its name', () => {
  it('holds experiment and day, and tells test purchases', () => {
    expect(csvName({ name: 'Paywall: monthly_first?', asOf })).toBe(
      'experiment-paywall-monthly-first-2026-11-21.csv',
    )
    expect(csvName({ name: '価格', asOf, isSandbox: true })).toBe(
      'experiment-sandbox-results-2026-11-21.csv',
    )
  })
})
