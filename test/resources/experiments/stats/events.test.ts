// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createTexts } from '../../../../src/i18n/createTexts.ts'
import { de } from '../../../../src/i18n/locales/de.ts'
import type { ExperimentPlan } from '../../../../src/resources/experiments/analysis.types.ts'
import { describeResult } from '../../../../src/resources/experiments/describeResult.ts'
import { analyze } from '../../../../src/resources/experiments/result.analyze.model.ts'
import { decide } from '../../../../src/resources/experiments/result.decide.model.ts'
import {
  resultsFromEvents,
  type ExposureRow,
  type OutcomeRow,
} from '../../../../src/resources/experiments/result.events.model.ts'

const DAY = 86_400
const plan: ExperimentPlan = {
  engine: 'sequential',
  alpha: 0.05,
  outcomeWindow: 7,
  plannedUsers: 4,
  cap: 50,
  primary: { id: 'revenue', kind: 'mean', isMoney: true },
  secondary: [
    { id: 'paid', kind: 'proportion' },
    { id: 'orderValue', kind: 'ratio' },
  ],
}
const arms = [
  { id: 'a', name: 'Control', isControl: true, weight: 1 },
  { id: 'b', name: 'Trial', isControl: false, weight: 1 },
]
const seen = (user: string, day: number, arm: string, isByHand = false): ExposureRow => ({
  type: 'exposure',
  user,
  at: day * DAY,
  arm,
  isByHand,
})
const did = (
  user: string,
  day: number,
  metric: string,
  value = 1,
  denominator = 0,
): OutcomeRow => ({
  type: 'outcome',
  user,
  at: day * DAY,
  metric,
  value,
  denominator,
})

describe('results from events', () => {
  // Worked by hand: now is day 10, so users seen until day 3 are mature.
  const rows = [
    did('u2', 9.9, 'revenue', 1000), // too late: u2 was seen on day 1
    seen('u1', 0, 'a'),
    seen('u1', 5, 'a'), // seen again: the first time counts
    did('u1', 1, 'revenue', 30),
    did('u1', 2, 'revenue', 60), // 90, over the cap of 50
    did('u1', 2, 'paid'),
    did('u1', 3, 'paid'), // a share counts users
    did('u1', 2, 'orderValue', 90, 2),
    seen('u2', 1, 'b'),
    did('u2', 0.5, 'revenue', 7), // before exposure
    did('u2', 4, 'revenue', 20),
    did('u2', 4, 'orderValue', 20, 1),
    seen('u3', 2, 'b'),
    seen('u4', 3, 'b'),
    did('u4', 4, 'revenue', 10),
    did('u4', 5, 'revenue', -10), // given back: no payer
    seen('u5', 8, 'a'), // not mature
    did('u5', 8, 'revenue', 99),
    seen('mixed', 1, 'a'),
    seen('mixed', 2, 'b'),
    did('mixed', 2, 'revenue', 500),
    seen('hand', 1, 'b', true),
    did('hand', 2, 'revenue', 500),
    did('stranger', 2, 'revenue', 500),
  ]

  it('count each user from the first exposure, within the window, once mature', () => {
    const { arms: found, facts } = resultsFromEvents(rows, plan, { arms, now: 10 * DAY })
    expect(found).toMatchObject([
      {
        id: 'a',
        exposed: 2,
        mature: 1,
        attachedByHand: 0,
        metrics: {
          revenue: {
            maturity: 'windowed',
            count: 1,
            sum: 90,
            sumSquares: 8100,
            max: 90,
            capped: { cap: 50, sum: 50, sumSquares: 2500 },
          },
          paid: { count: 1, sum: 1 },
          orderValue: {
            sum: 90,
            sumSquares: 8100,
            denominator: { sum: 2, sumSquares: 4, crossSum: 180 },
          },
        },
      },
      {
        id: 'b',
        exposed: 3,
        mature: 3,
        attachedByHand: 1,
        metrics: {
          revenue: { count: 1, sum: 20, sumSquares: 400, max: 20 },
          paid: { count: 0, sum: 0 },
        },
      },
    ])
    // Days 0, 1, 2, 3 and 8 are over and had exposures; u5 is mature on day 15.
    expect(facts).toEqual({ days: 5, isFinished: false, daysToMaturity: 5, inTwoArms: 1 })
  })

  it('give a plan that is looked at once its planned users and no more, so that the answer stays', () => {
    const question = { arms, now: 10 * DAY }
    const fixed = { ...plan, engine: 'fixed', plannedUsers: 3 } as const
    const { arms: found } = resultsFromEvents(rows, fixed, question)
    expect(found.map(({ mature }) => mature)).toEqual([1, 2])
    const later = resultsFromEvents(rows, fixed, { arms, now: 30 * DAY })
    expect(later.arms.map(({ metrics }) => metrics)).toEqual(found.map(({ metrics }) => metrics))
  })

  // Somebody every six hours, the first at 18:00: by 12:00 of the seventh day after, that is six days and three quarters.
  const evening = 0.75
  const everySixHours = (days: number) =>
    Array.from({ length: days * 4 }, (_, at) => seen(`e${at}`, evening + at / 4, 'ab'[at % 2]!))

  it.each([
    ['one that has begun, or a calendar’s, is none yet', 6.75, {}, 6],
    ['the seventh is over 24 hours after the sixth', 7, {}, 7],
    ['counted from the start, where it is known', 6.75, { startedAt: 0.5 * DAY }, 7],
    ['no more come once it is finished', 30, { isFinished: true, finishedAt: 7.75 * DAY }, 7],
    ['of an end that is not known the last exposure is left', 30, { isFinished: true }, 6],
  ])('count whole days: %s', (_, passed, more, days) => {
    const rows7 = everySixHours(7)
    const now = (evening + passed) * DAY
    expect(resultsFromEvents(rows7, plan, { arms, now, ...more }).facts.days).toBe(days)
  })

  it('count no day of a pause', () => {
    const paused = everySixHours(7).filter(({ at }) => at < 3.75 * DAY || at >= 5.75 * DAY)
    expect(resultsFromEvents(paused, plan, { arms, now: 20 * DAY }).facts.days).toBe(5)
  })

  it('can begin after the first week', () => {
    const { arms: found } = resultsFromEvents(rows, plan, {
      arms,
      now: 30 * DAY,
      exposedFrom: 7 * DAY,
    })
    expect(found.map(({ exposed }) => exposed)).toEqual([1, 0])
  })
})

describe('sentences', () => {
  const sums = (count: number) => ({ maturity: 'windowed', count, sum: count }) as const
  const built = arms.map((arm) =>
    Object.assign({}, arm, {
      exposed: 20_000,
      mature: 20_000,
      metrics: { paid: sums(arm.id === 'a' ? 1000 : 1200) },
    }),
  )
  const one = {
    ...plan,
    plannedUsers: 60_000,
    primary: { id: 'paid', kind: 'proportion' },
    secondary: [],
  } as const
  const analysis = analyze(one, built, { days: 20, isFinished: false, daysToMaturity: 7 })

  it('say the word, why, the split, how far it is and every number', () => {
    expect(
      describeResult(createTexts(), analysis, decide(analysis), { metrics: { paid: 'Paid' } }),
    ).toEqual([
      'Ship Trial.',
      'Trial is better in Paid: +20.0%.',
      'Users arrived as designed (Control: 20,000 of 20,000 expected, Trial: 20,000 of 20,000 expected).',
      '40,000 of 60,000 planned users have had their whole window.',
      // 20,000 more users come in 10 days, and the last of them has the window after 7 more.
      expect.stringMatching(
        /^Paid, Trial: 6\.00% against 5\.00% \(1,200 of 20,000 against 1,000 of 20,000\)\. Change \+20\.0%, 95\.0% interval \+\d+\.\d% to \+\d+\.\d%\. Safe to look at daily \(asymptotic\)\.$/,
      ),
    ])
  })

  it('tell a guardrail by the difference where its harm is agreed so', () => {
    const guarded: ExperimentPlan = {
      ...one,
      guardrails: [{ id: 'refunds', kind: 'proportion', better: 'lower', absoluteMargin: 0.005 }],
    }
    const refunded = built.map((arm) => ({
      ...arm,
      metrics: { ...arm.metrics, refunds: sums(arm.isControl ? 10 : 40) },
    }))
    const found = analyze(guarded, refunded, { days: 20, isFinished: false, daysToMaturity: 7 })
    // 10 and 40 of 20,000: 1.5 of 1,000 more, which nobody agreed on as “+300%”.
    expect(describeResult(createTexts(), found, decide(found)).at(-1)).toMatch(
      /^Exposed users refunded, Trial: .* Change \+1\.5\d* of 1,000, 90\.0% interval \+0\.\d+ of 1,000 to \+2\.\d+ of 1,000\. Safe/,
    )
  })

  it('count the days left while something is waited for', () => {
    const early = analyze(one, built, { days: 3, isFinished: false, daysToMaturity: 7 })
    const left = describeResult(createTexts(), early, decide(early)).filter((line) =>
      /^About \d+ days? left\.$/.test(line),
    )
    expect([decide(early).word, left.length]).toEqual(['keep-running', 1])
  })

  it('warn of what mixes effects, without an alarm', () => {
    const facts = {
      days: 20,
      isFinished: true,
      daysToMaturity: 7,
      inTwoArms: 9,
      sharedContext: ['Fonts', 'Onboarding'],
    }
    const found = analyze(one, built, facts)
    const sentences = describeResult(createTexts(), found, decide(found))
    expect(sentences).toContain('9 users were seen in two arms.')
    for (const other of ['Fonts', 'Onboarding'])
      expect(sentences).toContain(
        `Another experiment on the same context key at the same time, “${other}”: effects of both mix.`,
      )
    expect(sentences).toContain('Results still mature, for 7 more days.')
  })

  it('say the same in German, with nothing left in English and no mark unfilled', () => {
    const texts = createTexts({ locale: 'de-DE', messages: de })
    const found = describeResult(texts, analysis, decide(analysis))
    expect(found[0]).toBe('Trial ausrollen.')
    expect(found.join(' ')).not.toMatch(/[{}]|\b(of|the|users)\b/)
  })
})
