// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type {
  Arm,
  ExperimentPlan,
  MetricSums,
} from '../../../../src/resources/experiments/analysis.types.ts'
import {
  detectableEffect,
  planSample,
} from '../../../../src/resources/experiments/plan.sample.model.ts'
import { analyze } from '../../../../src/resources/experiments/result.analyze.model.ts'
import { decide } from '../../../../src/resources/experiments/result.decide.model.ts'
import {
  compareBetas,
  compareNormals,
} from '../../../../src/resources/experiments/stats.bayes.model.ts'
import { normalTail } from '../../../../src/resources/experiments/stats.distributions.model.ts'
import { arm, codes, judge, paid, plan, running, two } from './judged.ts'

const mean = { id: 'paid', kind: 'mean' } as const
const money = { ...mean, isMoney: true } as const
const ratio = { id: 'paid', kind: 'ratio', denominator: 'exposed' } as const
const rowOf = (arms: readonly Arm[], more: Partial<ExperimentPlan>) =>
  analyze({ ...plan, plannedUsers: 40_000, ...more }, arms, running).metrics[0]!.rows[0]!
const values = (sum: number, sumSquares: number | null, more: Partial<MetricSums> = {}) =>
  paid(1000, { sum, sumSquares, ...more })

describe('sums that no values have', () => {
  it.for(['sequential', 'fixed', 'bayesian'] as const)('give no interval: %s', (engine) => {
    // 20,000 values with a sum of 5,000 have squares of 1,250 at least.
    const arms = two(values(5000, 1240), values(5010, 1240))
    expect(rowOf(arms, { engine, primary: mean })).toMatchObject({
      state: 'no-variance',
      verdict: 'unclear',
      contrast: { difference: { interval: null } },
    })
    expect(codes(judge(arms, { engine, primary: mean, plannedUsers: 40_000 }))).toEqual([
      'no-variance',
    ])
  })

  it('are told from the dust of rounding', () => {
    const arms = two(values(5000, 1250 - 1e-10), values(5010, 5010 ** 2 / 20_000))
    expect(rowOf(arms, { primary: mean }).state).toBe('ready')
  })

  it('are those of a ratio whose cross sum is too large, too', () => {
    const below = (crossSum: number) => ({
      denominator: { sum: 20_000, sumSquares: 20_000, crossSum },
    })
    const at = (crossSum: number) =>
      rowOf(two(values(10_000, 5000, below(10_000)), values(10_000, 5000, below(crossSum))), {
        primary: ratio,
      }).state
    expect([at(10_000), at(10_001)]).toEqual(['ready', 'no-variance'])
  })
})

describe('values that are all alike', () => {
  // Every user of the one arm has 1, every one of the other 2: no error, and a gap that is sure.
  const below = { denominator: { sum: 20_000, sumSquares: 20_000, crossSum: 20_000 } }
  const twice = { denominator: { ...below.denominator, crossSum: 40_000 } }
  const arms = two(values(20_000, 20_000, below), values(40_000, 80_000, twice))
  it.for(['sequential', 'fixed', 'bayesian'] as const)('differ for sure: %s', (engine) => {
    for (const primary of [mean, ratio])
      expect(rowOf(arms, { engine, primary })).toMatchObject({
        verdict: 'better',
        contrast: {
          p: engine === 'bayesian' ? null : 0,
          posterior: engine === 'bayesian' ? { chance: 1, lossOfArm: 0 } : null,
        },
      })
  })

  it('have tails of nothing, and no losses where they do not differ', () => {
    expect([normalTail(Infinity), normalTail(-Infinity), normalTail(1e200)]).toEqual([0, 1, 0])
    const one = { value: 3, variance: 0, n: 9 }
    expect(compareNormals(one, one)?.posterior).toEqual({
      chance: 0.5,
      lossOfArm: expect.closeTo(0, 12),
      lossOfControl: expect.closeTo(0, 12),
    })
  })
})

describe('users who all converted', () => {
  it('have a credible interval as exact as others', () => {
    const { difference, lift } = compareBetas({ a: 97, b: 1 }, { a: 97, b: 1 })!
    const [gap, times] = [difference(0.025)!, lift(0.025)!]
    // The d at which ∫ 97 c⁹⁶ (1 − (c + d)⁹⁷) dc is 0.025, by mpmath with 40 digits.
    expect(gap.low).toBeCloseTo(-0.030256252520087, 9)
    expect(gap.high).toBeCloseTo(0.030256252520087, 9)
    // arm / control of two such beliefs: P(arm ≤ r · control) = r^97 / 2 for r ≤ 1.
    expect(times.low).toBeCloseTo(0.05 ** (1 / 97) - 1, 9)
    expect(times.high).toBeCloseTo(0.05 ** (-1 / 97) - 1, 9)
  })

  it('make no belief of a prior that adds nothing', () => {
    const prior = { successes: 0, failures: 0 }
    expect(compareBetas({ a: 100, b: 0 }, { a: 90, b: 10 })).toBe(null)
    const row = rowOf(two(paid(20_000), paid(19_900)), { engine: 'bayesian', prior })
    expect(row).toMatchObject({ verdict: 'unclear', contrast: { posterior: null } })
  })
})

describe('arms', () => {
  it('need a control with a share of the users', () => {
    const off = arm('control', 0, { paid: paid(0) }, { weight: 0 })
    const decision = judge([off, arm('a', 9000, { paid: paid(400) }), arm('b', 9000, {})])
    expect(decision.word).toBe('unhealthy')
    expect(decision.reasons).toEqual([{ code: 'no-control', value: 0 }])
  })

  it('whose control loses money have no lift, and are judged by the difference', () => {
    const arms = two(values(-1000, 90_000), values(1000, 90_000))
    const row = rowOf(arms, { primary: mean })
    expect(row).toMatchObject({ verdict: 'better', contrast: { lift: null } })
    expect(row.contrast?.difference.value).toBeCloseTo(0.1, 12)
  })

  it('of four, one of which has too few outcomes yet, share alpha among all three comparisons', () => {
    const four = ['control', 'a', 'b', 'c'].map((id) =>
      arm(id, 20_000, { paid: paid(id === 'c' ? 20 : id === 'a' ? 1090 : 1000) }),
    )
    const fixed = { ...plan, engine: 'fixed', plannedUsers: 80_000 } as const
    const [first, second, third] = analyze(fixed, four, running).metrics[0]!.rows
    expect(third!.adjustedP).toBe(null)
    expect(first!.adjustedP! / first!.contrast!.p!).toBeCloseTo(3, 12)
    expect(second!.adjustedP).toBe(1)
  })
})

describe('a ratio', () => {
  const below = (sum: number) => ({ denominator: { sum, sumSquares: sum * 4, crossSum: 2400 } })
  const arms = two(values(1000, 1900, below(30_000)), values(1400, 2900, below(30_000)))
  it('divides by what is counted after exposure unless it says otherwise, and does not decide', () => {
    expect(codes(judge(arms, { primary: { id: 'paid', kind: 'ratio' } }))).toEqual(['conditional'])
    expect(codes(judge(arms, { primary: ratio }))).not.toContain('conditional')
  })

  it('of capped money has no interval, as its cross sum is of the money without the cap', () => {
    const capped = { capped: { cap: 50, sum: 900, sumSquares: 1500 } }
    const cut = two(
      values(1000, 1900, { ...below(30_000), ...capped }),
      values(1000, 1900, { ...below(30_000), ...capped }),
    )
    const primary = { ...ratio, isMoney: true }
    expect(rowOf(cut, { primary }).state).toBe('ready')
    expect(rowOf(cut, { primary, cap: 50 }).state).toBe('no-variance')
  })

  it('of money has no line without the largest payment: nothing says what that was divided by', () => {
    const large = two(
      values(1000, 1900, { ...below(30_000), max: 9 }),
      values(1000, 1900, { ...below(30_000), max: 9 }),
    )
    expect(rowOf(large, { primary: { ...ratio, isMoney: true } }).withoutLargest).toBe(null)
  })
})

describe('capped money', () => {
  it('is judged without the largest payment also where only capped squares are known', () => {
    const capped = (sum: number, sumSquares: number) => ({ cap: 600, sum, sumSquares })
    const arms = two(
      paid(200, { sum: 2000, max: 10, capped: capped(2000, 20_000) }),
      paid(200, { sum: 2600, max: 600, capped: capped(2600, 20_000 + 600 ** 2) }),
    )
    const row = rowOf(arms, { primary: money, engine: 'fixed', cap: 600, alpha: 0.5 })
    expect(row).toMatchObject({ verdict: 'better', withoutLargest: 'unclear' })
  })
})

describe('the days that are left', () => {
  // 1,000 users a day, 20,000 planned, each with 10 days to pay: the last comes on day 20 and is mature on day 30.
  const left = (day: number) => {
    const mature = Math.max(0, day - 10) * 500
    const arms = two(paid(100), paid(100)).map((one) =>
      Object.assign(one, { exposed: day * 500, mature }),
    )
    const facts = { ...running, days: day }
    return analyze({ ...plan, plannedUsers: 20_000 }, arms, facts).progress.daysLeft
  }
  it('hold the window that nobody has had yet', () => {
    expect([5, 10, 15, 25, 29, 30].map(left)).toEqual([25, 20, 15, 5, 1, 0])
  })
})

describe('a plan', () => {
  const question = { engine: 'fixed', usersPerDay: 100 } as const
  const ofRate = (rate: number, effect: number) =>
    planSample({ ...question, baseline: { kind: 'proportion', rate }, effect }).users
  it('finds no effect that a rate cannot have', () => {
    expect([ofRate(0, 0.1), ofRate(1, 0.1), ofRate(0.95, 0.2), ofRate(0.05, -1.5)]).toEqual([
      Infinity,
      Infinity,
      Infinity,
      Infinity,
    ])
    expect(ofRate(0.05, -1)).toBeLessThan(ofRate(0.05, -0.9))
    const most = { ...question, baseline: { kind: 'proportion', rate: 0.95 }, users: 1e4 } as const
    expect(detectableEffect(most)).toBeLessThan(0.05 / 0.95)
    expect(detectableEffect({ ...most, users: 100 })).toBe(null)
  })

  it('takes as many whole weeks as its days want before any claim, and then the window', () => {
    const { days } = planSample({
      ...question,
      usersPerDay: 1e6,
      baseline: { kind: 'proportion', rate: 0.1 },
      effect: 0.5,
      minDays: 8,
      outcomeWindow: 10,
    })
    // 8 days are two weeks; the window of the last user ends on day 24.
    expect(days).toBe(28)
  })

  it('that is over is not told to run on for days before a claim', () => {
    const decision = judge(two(paid(1000), paid(1200)), {}, { ...running, days: 3 })
    expect(decision).toMatchObject({ word: 'keep-running', reasons: [{ code: 'days' }] })
    expect(decide(analyze(plan, [], running)).word).toBe('unhealthy')
  })
})
