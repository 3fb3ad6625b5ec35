// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createTexts } from '../../../../src/i18n/createTexts.ts'
import type { Arm, MetricSums } from '../../../../src/resources/experiments/analysis.types.ts'
import {
  decisionText,
  describeResult,
  reasonText,
} from '../../../../src/resources/experiments/describeResult.ts'
import {
  analyze,
  analyzeOtherwise,
} from '../../../../src/resources/experiments/result.analyze.model.ts'
import { decide } from '../../../../src/resources/experiments/result.decide.model.ts'
import { arm, codes, judge, paid, plan, running, two } from './judged.ts'

const texts = createTexts()
const over = { isFinished: true, daysToMaturity: 0 }
const accrued = { maturity: 'accrued' } as const
const guardrails = [{ id: 'refunds', kind: 'proportion', better: 'lower', margin: 0.2 }] as const
const guarded = (refundsOfTrial: MetricSums | undefined, control = paid(400)): Arm[] => [
  arm('control', 20_000, { paid: paid(1000), refunds: control }),
  arm('trial', 20_000, { paid: paid(1200), ...(refundsOfTrial && { refunds: refundsOfTrial }) }),
]

describe('a guardrail', () => {
  it('that the planned users cannot decide is said at the end of the plan, with what to do', () => {
    const end = { guardrails, plannedUsers: 40_000 }
    const decision = judge(guarded(paid(430)), end)
    expect(decision.word).toBe('keep-running')
    expect(decision.reasons[1]).toEqual({
      code: 'guardrail-undecided',
      arm: 'trial',
      metric: 'refunds',
      value: 400,
    })
    const analysis = analyze({ ...plan, ...end }, guarded(paid(430)), running)
    expect(reasonText(texts, analysis, decision.reasons[1]!)).toMatch(
      /400 outcomes.*more users.*wider margin/,
    )
  })

  it('with too few outcomes for any interval is undecided at the end as well', () => {
    const decision = judge(guarded(paid(9), paid(7)), { guardrails, plannedUsers: 40_000 })
    expect(decision.reasons[1]).toMatchObject({ code: 'guardrail-undecided', value: 7 })
  })

  it('that the source does not have is named as missing', () => {
    expect(codes(judge(guarded(undefined), { guardrails }))).toEqual(['better', 'missing'])
  })

  it('of totals that mix ages waits like the metric that decides, even where that has no delay', () => {
    const arms = [
      arm('control', 20_000, { paid: paid(1000, accrued), refunds: paid(400, accrued) }),
      arm('trial', 20_000, { paid: paid(1200, accrued), refunds: paid(300, accrued) }),
    ]
    const primary = { ...plan.primary, isDelayed: false }
    expect(judge(arms, { primary }).word).toBe('ship')
    expect(codes(judge(arms, { primary, guardrails }))).toEqual(['maturity'])
    expect(judge(arms, { primary, guardrails }, over).word).toBe('ship')
  })

  it('that one of two arms harms is no loss of that arm in the metric that decides', () => {
    const arms = [
      ...guarded(paid(800)),
      arm('other', 20_000, { paid: paid(1010), refunds: paid(400) }),
    ]
    expect(codes(judge(arms, { guardrails, plannedUsers: 80_000 }))).toEqual([
      'unclear',
      'guardrail-harmed',
    ])
  })

  it('is judged once more without each arm’s largest payment', () => {
    const money = (sum: number, squares: number, max: number) =>
      paid(1000, { sum, sumSquares: squares, max })
    const arms = [
      arm('control', 20_000, { paid: paid(500), loss: money(10_000, 100_000, 10) }),
      arm('trial', 20_000, { paid: paid(500), loss: money(15_990, 99_900 + 6000 ** 2, 6000) }),
    ]
    const loss = { id: 'loss', kind: 'mean', isMoney: true, better: 'lower', margin: 0.5 } as const
    const [, guard] = analyze({ ...plan, guardrails: [loss] }, arms, running).metrics
    expect(guard!.rows[0]).toMatchObject({ guard: 'unclear', guardWithoutLargest: 'safe' })
  })
})

describe('a guardrail of rare outcomes', () => {
  const rare = { id: 'refunds', kind: 'proportion', better: 'lower' } as const
  const relative = [{ ...rare, margin: 0.5 }]
  const absolute = [{ ...rare, absoluteMargin: 0.005 }]
  it('lets a variant ship by a margin in users of 1,000, which no size lets it by a relative one', () => {
    // 20 refunds of 20,000 users against 24: a fifth more, and a user in 5,000.
    const arms = guarded(paid(24), paid(20))
    expect(codes(judge(arms, { guardrails: relative }))).toEqual(['better', 'guardrail-unclear'])
    expect(codes(judge(arms, { guardrails: absolute }))).toEqual(['better', 'guardrail-safe'])
    expect(judge(arms, { guardrails: absolute }).word).toBe('ship')
    expect(judge(guarded(paid(0), paid(0)), { guardrails: absolute }).word).toBe('ship')
  })

  it('is harmed by more than that, from so few outcomes on that a relative one would not look', () => {
    const decision = judge(guarded(paid(300), paid(20)), { guardrails: absolute })
    expect([decision.word, codes(decision)]).toEqual(['roll-back', ['guardrail-harmed']])
    // Of 200 users each nobody can tell.
    const few = guarded(paid(0), paid(0)).map((one) => Object.assign(one, { mature: 200 }))
    const primary = { id: 'paid', kind: 'mean' } as const
    const [, guard] = analyze({ ...plan, primary, guardrails: absolute }, few, running).metrics
    expect(guard!.rows[0]!.guard).toBe('unclear')
  })

  it('may be a mean, and be better higher, and have a control of nothing', () => {
    const spent = { id: 'refunds', kind: 'mean', absoluteMargin: 0.1 } as const
    const of = (sum: number) => paid(1000, { sum, sumSquares: 90_000 })
    const guardOf = (sum: number) =>
      analyze({ ...plan, guardrails: [spent] }, guarded(of(sum), of(0)), running).metrics[1]!
        .rows[0]!.guard
    expect([0, -2000, -4000].map(guardOf)).toEqual(['safe', 'unclear', 'harmed'])
  })
})

describe('a guardrail that one customer decides', () => {
  const loss = { id: 'loss', kind: 'mean', isMoney: true, better: 'lower' } as const
  const money = (sum: number, sumSquares: number, max: number) =>
    paid(1000, { sum, sumSquares, max })
  const arms = (control: MetricSums, trial: MetricSums) => [
    arm('control', 20_000, { paid: paid(1000), loss: control }),
    arm('trial', 20_000, { paid: paid(1200), loss: trial }),
  ]
  const guards = { engine: 'fixed', plannedUsers: 40_000, alpha: 0.2 } as const
  it('is doubted where it is safe', () => {
    const decision = judge(
      arms(money(11_500, 90_000 + 1500 ** 2, 1500), money(10_000, 90_000, 10)),
      { ...guards, guardrails: [{ ...loss, margin: 0 }] },
    )
    expect(codes(decision)).toEqual(['better', 'one-customer'])
    expect(decision.reasons[1]).toMatchObject({ metric: 'loss', arm: 'trial' })
  })

  it('is doubted where it is harmed', () => {
    const decision = judge(
      arms(money(10_000, 90_000, 10), money(11_500, 90_000 + 1500 ** 2, 1500)),
      { ...guards, guardrails: [{ ...loss, margin: 0 }] },
    )
    expect(codes(decision)).toEqual(['guardrail-harmed', 'one-customer'])
    expect(decision.word).toBe('not-enough-data')
  })
})

describe('a doubt about a sure change', () => {
  const doubted = two(paid(1000), paid(1600))
  const said = (more: object, facts: object = {}) => {
    const analysis = analyze({ ...plan, ...more }, doubted, { ...running, ...facts })
    const decision = decide(analysis)
    expect(codes(decision).slice(0, 2)).toEqual(['better', 'large-change'])
    return [decision.word, decisionText(texts, analysis, decision)]
  }
  const reached = { plannedUsers: 40_000 }
  it('keeps a test running that has users to come', () => {
    expect(said({})).toEqual(['keep-running', 'Keep running.'])
  })

  it('says of a sequence at its planned size that this was it', () => {
    expect(said(reached)).toEqual([
      'keep-running',
      'Keep running. The planned size is reached, and what it shows is not to be relied on yet.',
    ])
  })

  it('is not for more users to settle where a plan is looked at once, nor where a test is over', () => {
    expect(said({ ...reached, engine: 'fixed' })).toEqual([
      'not-enough-data',
      'Not enough data. The planned size is reached, and what it shows is not to be relied on yet.',
    ])
    expect(said({ ...reached, finalLook: true })[0]).toBe('not-enough-data')
    expect(said({}, over)).toEqual([
      'not-enough-data',
      'Not enough data. It is finished, and what it shows is not to be relied on.',
    ])
  })

  it('holds a roll back up as well', () => {
    const fall = two(paid(1600), paid(700))
    expect([judge(fall).word, judge(fall, {}, over).word]).toEqual([
      'keep-running',
      'not-enough-data',
    ])
    expect(codes(judge(fall))).toEqual(['worse', 'large-change'])
    expect(judge(fall, {}, { isLargeChangeVerified: true }).word).toBe('roll-back')
  })
})

describe('a plan that is looked at once', () => {
  it('says so of sums that run past its size by more than a tenth; a sequence may', () => {
    const arms = two(paid(1000), paid(1200))
    const reasons = (plannedUsers: number, engine: 'fixed' | 'sequential') =>
      codes(judge(arms, { plannedUsers, engine }))
    expect(reasons(36_400, 'fixed')).toEqual(['better'])
    expect(reasons(36_300, 'fixed')).toEqual(['better', 'past-planned-size'])
    expect(reasons(36_300, 'sequential')).toEqual(['better'])
    expect(judge(arms, { plannedUsers: 36_300, engine: 'fixed' })).toMatchObject({
      word: 'ship',
      arm: 'trial',
    })
  })
})

describe('an experiment that is over and mature', () => {
  it('is not told to keep running for want of days or users', () => {
    const short = judge(two(paid(1000), paid(1200)), {}, { ...over, days: 5 })
    expect([short.word, codes(short)]).toEqual(['not-enough-data', ['days']])
    const unsafe = judge(guarded(paid(430)), { guardrails }, over)
    expect([unsafe.word, codes(unsafe)]).toEqual([
      'not-enough-data',
      ['better', 'guardrail-undecided'],
    ])
  })
})

describe('totals that do not tell who had the whole window', () => {
  const arms = two(paid(1000, accrued), paid(1200, accrued)).map((one) =>
    Object.assign(one, { mature: 0 }),
  )
  const said = (isDelayed: boolean, days = 21) => {
    const primary = { ...plan.primary, isDelayed }
    const analysis = analyze({ ...plan, primary }, arms, { ...running, days })
    return { analysis, sentences: describeResult(texts, analysis, decide(analysis)).join(' ') }
  }

  it('are counted by who is in it, and nobody is said to have had none', () => {
    const { analysis, sentences } = said(true)
    expect(analysis.progress).toMatchObject({ users: 40_000, counted: 'mixed', isComplete: false })
    expect(sentences).toContain(
      '40,000 of 60,000 planned users are in it; totals do not tell how many',
    )
    expect(sentences).toContain('10 days after the experiment is finished')
  })

  it('are as far as they go where nothing delays the outcome', () => {
    const { analysis, sentences } = said(false)
    expect(analysis.progress).toMatchObject({ users: 40_000, counted: 'exposed' })
    expect(sentences).toContain('40,000 of 60,000 planned users are in it.')
  })

  it('are drawn, and make no verdict, no p and no chance until they are mature', () => {
    const rowOf = (more: object, facts = {}) =>
      analyze({ ...plan, ...more }, arms, { ...running, ...facts }).metrics[0]!.rows[0]!
    expect(rowOf({})).toMatchObject({ verdict: 'unclear', adjustedP: null, contrast: { p: null } })
    expect(rowOf({}).contrast?.lift?.value).toBeCloseTo(0.2, 12)
    expect(rowOf({ engine: 'bayesian' }).contrast?.posterior).toBe(null)
    expect(rowOf({}, over).verdict).toBe('better')
    expect(rowOf({ primary: { ...plan.primary, isDelayed: false } }).verdict).toBe('better')
  })

  it('take the missing users at the rate so far, and then the window', () => {
    // 2,000 a day: 20,000 more take 10 days, and the last of them 10 more.
    expect(said(true, 20).analysis.progress.daysLeft).toBe(20)
    expect(said(false, 20).analysis.progress.daysLeft).toBe(10)
  })
})

describe('what else is looked at', () => {
  it('is judged without the largest payment also with just as many payers as money takes', () => {
    const money = (sum: number, squares: number, max: number) =>
      paid(100, { sum, sumSquares: squares, max })
    const primary = { id: 'paid', kind: 'mean', isMoney: true } as const
    const arms = two(money(1000, 10_000, 10), money(1590, 9900 + 600 ** 2, 600))
    const [result] = analyze({ ...plan, primary, engine: 'fixed', plannedUsers: 1 }, arms).metrics
    expect(result!.rows[0]!.withoutLargest).toBe('unclear')
  })

  it('is never the engine that decides: at its final look a sequential plan has the fixed one', () => {
    const last = { ...plan, finalLook: true, plannedUsers: 40_000 }
    const others = analyzeOtherwise(last, two(paid(1000), paid(1100)), running)
    expect(others.map(({ engine }) => engine)).toEqual(['sequential', 'bayesian'])
  })
})
