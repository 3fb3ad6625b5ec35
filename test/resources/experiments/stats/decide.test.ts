// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Arm, MetricSums } from '../../../../src/resources/experiments/analysis.types.ts'
import {
  analyze,
  analyzeOtherwise,
} from '../../../../src/resources/experiments/result.analyze.model.ts'
import { decide } from '../../../../src/resources/experiments/result.decide.model.ts'
import { poolPhases } from '../../../../src/resources/experiments/result.phases.model.ts'
import { arm, codes, judge, paid, plan, running, two } from './judged.ts'

describe('the word', () => {
  it('ships an arm that is surely better, and says in what', () => {
    const decision = judge(two(paid(1000), paid(1200)))
    expect(decision).toMatchObject({ word: 'ship', arm: 'trial' })
    expect(decision.reasons).toMatchObject([{ code: 'better', arm: 'trial', metric: 'paid' }])
    expect(decision.reasons[0]!.value).toBeCloseTo(0.2, 12)
  })

  it('rolls back when every arm is surely worse', () => {
    const decision = judge(two(paid(1200), paid(1000)))
    expect(decision.word).toBe('roll-back')
    expect(codes(decision)).toEqual(['worse'])
  })

  it('turns around where lower is better', () => {
    const primary = { id: 'paid', kind: 'proportion', better: 'lower' } as const
    expect(judge(two(paid(1200), paid(1000)), { primary }).word).toBe('ship')
    expect(judge(two(paid(1000), paid(1200)), { primary }).word).toBe('roll-back')
  })

  it('keeps running while nothing is told apart, and ends so at the planned size', () => {
    const arms = two(paid(1000), paid(1020))
    expect(codes(judge(arms))).toEqual(['unclear'])
    expect(judge(arms).word).toBe('keep-running')
    const end = judge(arms, { plannedUsers: 40_000 })
    expect(end.word).toBe('no-difference')
    expect(codes(end)).toEqual(['planned-size-reached'])
  })

  it('finds a sure difference that does not matter', () => {
    const small = judge(two(paid(400_000), paid(404_000), 1_000_000), {
      minEffect: 0.05,
      plannedUsers: 3e6,
    })
    expect(small.word).toBe('no-difference')
    expect(codes(small)).toEqual(['under-minimum'])
    const none = judge(two(paid(400_000), paid(400_100), 1_000_000), {
      minEffect: 0.05,
      plannedUsers: 3e6,
    })
    expect(codes(none)).toEqual(['within-minimum'])
  })

  it('ships the best of those that are surely better, whichever side is good', () => {
    const arms = (first: number, second: number) => [
      arm('control', 20_000, { paid: paid(1000) }),
      arm('a', 20_000, { paid: paid(first) }),
      arm('b', 20_000, { paid: paid(second) }),
    ]
    expect(judge(arms(1300, 1400)).arm).toBe('b')
    expect(judge(arms(1400, 1300)).arm).toBe('a')
    const primary = { id: 'paid', kind: 'proportion', better: 'lower' } as const
    expect(judge(arms(700, 800), { primary }).arm).toBe('a')
    expect(judge(arms(800, 700), { primary }).arm).toBe('b')
  })

  it('has a change beyond the least effect matter on either side', () => {
    const minEffect = 0.05
    expect(judge(two(paid(1000), paid(1300)), { minEffect }).word).toBe('ship')
    expect(judge(two(paid(1300), paid(1000)), { minEffect }).word).toBe('roll-back')
  })

  it('has not enough data below 25 events in an arm, and of an arm without a user', () => {
    const few = judge(two(paid(24), paid(90), 2000))
    expect(few.word).toBe('not-enough-data')
    expect(few.reasons).toMatchObject([{ code: 'events', value: 24 }])
    expect(judge(two(paid(0), paid(0), 0)).word).toBe('not-enough-data')
  })

  it('has not enough data of a plan that is looked at once, before its size: no interval and no p', () => {
    const analysis = analyze({ ...plan, engine: 'fixed' }, two(paid(1000), paid(1400)), running)
    expect(analysis.metrics[0]!.rows[0]).toMatchObject({
      state: 'before-planned-size',
      contrast: null,
      adjustedP: null,
    })
    expect(codes(decide(analysis))).toEqual(['planned-size'])
    expect(judge(two(paid(1000), paid(1400)), { engine: 'fixed', plannedUsers: 40_000 }).word).toBe(
      'ship',
    )
  })

  it('has not enough data when it was stopped before an answer', () => {
    const decision = judge(two(paid(1000), paid(1020)), {}, { isFinished: true, daysToMaturity: 0 })
    expect(decision.word).toBe('not-enough-data')
    expect(codes(decision)).toEqual(['stopped-early'])
  })

  it('is unhealthy on a broken split, a leak, users in two arms, or without one control', () => {
    const arms = two(paid(1000), paid(1200))
    const broken = judge([arms[0]!, { ...arms[1]!, exposed: 21_500 }])
    expect(broken.word).toBe('unhealthy')
    expect(codes(broken)).toEqual(['sample-ratio'])
    const leak = judge([...arms, arm('off', 12, {}, { weight: 0 })])
    expect(leak.reasons).toMatchObject([{ code: 'leak', arm: 'off', value: 12 }])
    expect(codes(judge(arms, {}, { inTwoArms: 400 }))).toEqual(['two-arms'])
    expect(judge(arms, {}, { inTwoArms: 399 }).word).toBe('ship')
    expect(codes(judge([arms[1]!]))).toContain('no-control')
  })

  it('lets an arm without weight and without users be', () => {
    expect(judge([...two(paid(1000), paid(1200)), arm('off', 0, {}, { weight: 0 })]).word).toBe(
      'ship',
    )
  })

  it('claims nothing before whole weeks', () => {
    const early = judge(two(paid(1000), paid(1200)), { minDays: 8 }, { days: 13 })
    expect(early.reasons).toEqual([{ code: 'days', value: 13, needed: 14 }])
    expect(codes(judge(two(paid(1000), paid(1200)), {}, { days: null }))).toEqual(['days'])
  })

  it('claims nothing of totals that mix ages, until the last user has had the window', () => {
    const arms = two(paid(1000, { maturity: 'accrued' }), paid(1200, { maturity: 'accrued' }))
    expect(codes(judge(arms))).toEqual(['maturity'])
    expect(judge(arms, {}, { isFinished: true, daysToMaturity: 0 }).word).toBe('ship')
    const alike = { id: 'paid', kind: 'proportion', isDelayed: false } as const
    expect(judge(arms, { primary: alike }).word).toBe('ship')
  })

  it('never decides by a metric counted after exposure: its twin does', () => {
    // The screener: payments per enrolment up, payments per exposed user not.
    const below = (sum: number) => ({ denominator: { sum } })
    const arms = [
      arm('control', 17_293, { paid: paid(2033), kept: paid(2033, below(3785)) }),
      arm('trial', 17_260, { paid: paid(1945), kept: paid(1945, below(3423)) }),
    ]
    const primary = {
      id: 'kept',
      kind: 'proportion',
      denominator: 'post-exposure',
      twin: 'paid',
    } as const
    expect(codes(judge(arms, { primary }))).toEqual(['conditional'])
    const secondary = [{ id: 'paid', kind: 'proportion' }] as const
    const analysis = analyze(
      { ...plan, primary, secondary, engine: 'fixed', plannedUsers: 30_000 },
      arms,
      running,
    )
    expect(analysis.metrics.map(({ role, metric }) => [role, metric.id])).toEqual([
      ['twin', 'paid'],
      ['primary', 'kept'],
    ])
    expect(analysis.metrics[1]!.rows[0]!.verdict).toBe('better')
    expect(decide(analysis).word).toBe('no-difference')
  })

  it('doubts a change over half until somebody has checked it', () => {
    const arms = two(paid(1000), paid(1600))
    expect(codes(judge(arms))).toEqual(['better', 'large-change'])
    expect(judge(arms, {}, { isLargeChangeVerified: true }).word).toBe('ship')
  })

  it('ships only what goes on after the first week', () => {
    const afterFirstWeek = two(paid(400), paid(390), 8000)
    expect(codes(judge(two(paid(1000), paid(1200)), {}, { afterFirstWeek }))).toEqual([
      'better',
      'novelty',
    ])
  })

  it('is not decided by one customer', () => {
    const money = (sum: number, squares: number, max: number) =>
      paid(200, { sum, sumSquares: squares, max })
    const primary = { id: 'paid', kind: 'mean', isMoney: true } as const
    // 200 payers of $10, and in one arm one who pays $600 of the 600 more.
    const arms = two(money(2000, 20_000, 10), money(2600, 20_000 + 600 ** 2, 600))
    const row = analyze(
      { ...plan, primary, engine: 'fixed', plannedUsers: 40_000, alpha: 0.5 },
      arms,
      running,
    ).metrics[0]!.rows[0]!
    expect(row).toMatchObject({ verdict: 'better', withoutLargest: 'unclear' })
    const decision = judge(arms, { primary, engine: 'fixed', plannedUsers: 40_000, alpha: 0.5 })
    expect(codes(decision)).toEqual(['better', 'one-customer'])
  })

  it('asks money for 100 payers, and uneven weights for 500 or a cap', () => {
    const primary = { id: 'paid', kind: 'mean', isMoney: true } as const
    const money = (payers: number): MetricSums =>
      paid(payers, {
        sum: payers * 10,
        sumSquares: payers * 100,
        capped: { cap: 50, sum: payers * 10, sumSquares: payers * 100 },
      })
    expect(codes(judge(two(money(99), money(200)), { primary }))).toEqual(['events'])
    const uneven = [
      arm('control', 40_000, { paid: money(2000) }, { weight: 4 }),
      arm('trial', 10_000, { paid: money(499) }),
    ]
    expect(codes(judge(uneven, { primary }))).toEqual(['events'])
    expect(judge(uneven, { primary, cap: 50 }).word).toBe('keep-running')
  })

  it('shows no interval of money without its squares', () => {
    const primary = { id: 'paid', kind: 'mean', isMoney: true } as const
    const analysis = analyze(
      { ...plan, primary },
      two(paid(1000, { sum: 9000 }), paid(1200, { sum: 9900 })),
      running,
    )
    expect(analysis.metrics[0]!.rows[0]).toMatchObject({
      state: 'no-variance',
      contrast: { p: null, difference: { interval: null } },
    })
    expect(codes(decide(analysis))).toEqual(['no-variance'])
  })

  it('ships nothing whose guardrail is not shown to be safe, and rolls back what harms it', () => {
    const guarded = (refundsOfTrial: number): Arm[] => [
      arm('control', 20_000, { paid: paid(1000), refunds: paid(400) }),
      arm('trial', 20_000, { paid: paid(1200), refunds: paid(refundsOfTrial) }),
    ]
    const guardrails = [
      { id: 'refunds', kind: 'proportion', better: 'lower', margin: 0.2 },
    ] as const
    expect(codes(judge(guarded(300), { guardrails }))).toEqual(['better', 'guardrail-safe'])
    expect(codes(judge(guarded(430), { guardrails }))).toEqual(['better', 'guardrail-unclear'])
    const harmed = judge(guarded(800), { guardrails })
    expect(harmed.word).toBe('roll-back')
    expect(codes(harmed)).toEqual(['guardrail-harmed'])
  })

  it('compares several variants by Holm: what is sure of one is not of the best of three', () => {
    const arms = [
      arm('control', 20_000, { paid: paid(1000) }),
      ...['a', 'b', 'c'].map((id) => arm(id, 20_000, { paid: paid(id === 'a' ? 1095 : 1000) })),
    ]
    const fixed = { engine: 'fixed', plannedUsers: 40_000 } as const
    expect(judge(arms.slice(0, 2), fixed).word).toBe('ship')
    expect(judge(arms, fixed).word).toBe('no-difference')
    expect(analyze({ ...plan, ...fixed }, arms, running).metrics[0]!.level).toBeCloseTo(
      1 - 0.05 / 3,
      12,
    )
  })

  it('splits alpha between the sequence and a final look', () => {
    const arms = two(paid(1000), paid(1100))
    const before = analyze({ ...plan, finalLook: true }, arms, running)
    const last = analyze({ ...plan, finalLook: true, plannedUsers: 40_000 }, arms, running)
    expect([before.engine, before.metrics[0]!.level]).toEqual(['sequential', 0.99])
    expect([last.engine, last.metrics[0]!.level]).toEqual(['fixed', 0.96])
  })

  it('waits for the planned size under the Bayesian engine, and shows what others say apart', () => {
    const arms = two(paid(1000), paid(1200))
    const bayesian = { engine: 'bayesian' } as const
    expect(codes(judge(arms, bayesian))).toEqual(['planned-size'])
    expect(judge(arms, { ...bayesian, plannedUsers: 40_000 }).word).toBe('ship')
    const others = analyzeOtherwise(plan, arms, running)
    expect(others.map(({ engine, isDecisive }) => [engine, isDecisive])).toEqual([
      ['fixed', false],
      ['bayesian', false],
    ])
    expect(others[1]!.metrics[0]!.rows[0]!.contrast!.posterior!.chance).toBeGreaterThan(0.999)
  })

  it('pools only phases of one design: weights changed on the way turn a loss into a win', () => {
    const phase = (design: string, ...[nc, c, nt, t]: [number, number, number, number]) => ({
      design,
      arms: [arm('control', nc, { paid: paid(c) }), arm('trial', nt, { paid: paid(t) })],
    })
    // Better in both halves; the arm grew when times were bad.
    const phases = [
      phase('90/10', 18_000, 1800, 2000, 240),
      phase('50/50', 10_000, 500, 10_000, 620),
    ]
    const rate = (of: Arm) => of.metrics['paid']!.sum / of.mature
    for (const { arms } of phases) expect(rate(arms[1]!)).toBeGreaterThan(rate(arms[0]!))
    const naive = poolPhases(phases.map((each) => ({ ...each, design: 'any' }))).arms
    expect(rate(naive[1]!)).toBeLessThan(rate(naive[0]!))
    const pooled = poolPhases(phases)
    expect(pooled.leftOut).toBe(1)
    expect(judge(pooled.arms).word).toBe('ship')
    expect(judge(naive).word).not.toBe('ship')
  })
})
