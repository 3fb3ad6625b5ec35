// @vitest-environment node
import { describe, expect, it } from 'vitest'
import {
  beginPlanner,
  calendarOf,
  effectOfDays,
  effectRows,
  figuresOf,
  plannedTest,
  plannerQuestion,
  sampleOf,
  type PlannerKnowledge,
} from '../../../../src/resources/experiments/planner.model.ts'
import { projectBaselines } from '../../../../src/resources/experiments/planner.project.model.ts'
import { readPlannerView } from '../../../../src/resources/experiments/planner.read.model.ts'
import type { PlannerView } from '../../../../src/resources/experiments/planner.types.ts'
import type { ExperimentSummary } from '../../../../src/resources/experiments/types.ts'

const NOW = Date.parse('2026-11-21T12:00:00Z')
const known: PlannerKnowledge = {
  baselines: [
    {
      metric: 'user_to_paid',
      baseline: { kind: 'proportion', rate: 0.1 },
      users: 1000,
      source: 'Ours.',
    },
  ],
  usersPerDay: 400,
}
const view = (part: Partial<PlannerView> = {}): PlannerView => ({
  ...beginPlanner(undefined, NOW),
  engine: 'fixed',
  effect: 0.2,
  ...part,
})
const plan = (part: Partial<PlannerView> = {}, knowledge = known) => {
  const chosen = view(part)
  const { question, faults } = plannerQuestion(chosen, figuresOf(chosen, knowledge))
  const sample = question && sampleOf(chosen, question)
  return { question, faults, sample, calendar: sample && calendarOf(chosen, sample, question) }
}
const faults = (part: Partial<PlannerView>, knowledge = known) =>
  plan(part, knowledge).faults.map(({ field, code }) => `${field} ${code}`)

describe('what a test takes', () => {
  // (1.959964 + 0.841621)² × (0.1 × 0.9 + 0.12 × 0.88) / 0.02² = 3,838.1 an arm.
  it('is the textbook’s size for two equal arms', () => {
    expect(plan().sample?.users).toBe(7677)
  })

  // 7,677 / 400 = 19.2: the 20 days from 22 November; with 10 days of the window 30, that is 5 weeks.
  it('has dates in UTC, whole weeks with the window', () => {
    const { start, lastDay, result } = plan().calendar!
    const iso = (at: number) => new Date(at * 1000).toISOString().slice(0, 10)
    expect([start, lastDay, result].map(iso)).toEqual(['2026-11-22', '2026-12-11', '2026-12-27'])
  })

  it('crosses a change of clocks by days of the calendar, not of hours', () => {
    const { start, result } = plan({ start: '2026-03-20' }).calendar!
    expect((result - start) / 86_400).toBe(35)
  })

  it('takes at least the whole weeks that a plan must run', () => {
    expect(plan({ minDays: 21, usersPerDay: 10_000 }).sample?.days).toBe(35)
    expect(plan({ minDays: 7, usersPerDay: 10_000 }).sample?.days).toBe(21)
  })

  // With 2:1:1 and Bonferroni, z of 0.9875: (2.241403 + 0.841621)² × (0.09 × 2 + 0.1056 × 4) / 0.02² = 14,322.3.
  it('counts several arms of unequal weight by the smallest variant, sharing alpha', () => {
    expect(plan({ weights: [2, 1, 1] }).sample?.users).toBe(
      Math.ceil(((2.241402727604947 + 0.8416212335729143) ** 2 * (0.09 * 2 + 0.1056 * 4)) / 0.0004),
    )
  })

  it('counts half the traffic twice as long', () => {
    expect(plan({ share: 0.5 }).question?.usersPerDay).toBe(200)
  })

  it('of what is better lower is counted for a fall', () => {
    const rate = { value: 0.1, metric: 'refunds' } as const
    // 10% to 8%: (2.801585)² × (0.09 + 0.0736) / 0.02² = 3,210.2 an arm.
    expect(plan(rate).sample?.users).toBe(6421)
  })

  it('without a rate of users has users and no days', () => {
    const { sample, calendar } = plan({}, { ...known, usersPerDay: undefined })
    expect(sample).toMatchObject({ users: 7677, days: null })
    expect(calendar).toBe(null)
  })
})

describe('money', () => {
  const money = { metric: 'sales', value: 20, payerShare: 0.1 }

  // All payers pay 20: per user 2 on average, variance 0.1 × 400 − 4 = 36.
  it('of payers who all pay the same has the variance of who pays', () => {
    expect(plan(money).question?.baseline).toEqual({ kind: 'mean', mean: 2, variance: 36 })
  })

  it('keeps the project’s spread between payers when another average is written', () => {
    const baselines = [
      {
        metric: 'sales',
        // Half pays 10, half 30: mean of squares 500, 1.25 times the square of 20.
        baseline: { kind: 'mean', mean: 2, variance: 0.1 * 500 - 4 } as const,
        payerShare: 0.1,
        users: 100,
        source: '',
      },
    ]
    const { question } = plan({ metric: 'sales', value: 40 }, { ...known, baselines })
    expect(question?.baseline).toMatchObject({ mean: 4 })
    // Half 20, half 60: mean of squares 2,000.
    expect(question?.baseline).toHaveProperty('variance', expect.closeTo(0.1 * 2000 - 16, 9))
  })
})

describe('what cannot be is named, field by field', () => {
  it.each<[string, Partial<PlannerView>, string[]]>([
    ['a share of nobody', { value: 0 }, ['value share']],
    ['a share of all', { value: 1 }, ['value share']],
    ['no share', { value: NaN }, ['value share']],
    ['more than everybody', { effect: 9.5 }, ['effect past']],
    ['less than nobody', { metric: 'refunds', value: 0.1, effect: 1 }, ['effect past']],
    ['no effect', { effect: 0 }, ['effect amount']],
    ['no traffic', { usersPerDay: 0 }, ['usersPerDay amount']],
    ['a control without users', { weights: [0, 1, 1] }, ['weights closed']],
    ['no variant', { weights: [1, 0] }, ['weights closed']],
    ['a weight that is no number', { weights: [1, NaN] }, ['weights amount']],
    ['certainty', { power: 1 }, ['power power']],
    ['half a day', { outcomeWindow: 0.5 }, ['outcomeWindow whole']],
    ['an unknown metric', { metric: 'proceeds' }, ['value missing', 'payerShare missing']],
  ])('%s', (_, part, expected) => {
    expect(faults(part)).toEqual(expected)
    expect(plan(part).question).toBe(null)
  })

  it('and effects that cannot be are left out of the table', () => {
    const chosen = view({ value: 0.8, effect: 0.1 })
    const rows = effectRows(chosen, figuresOf(chosen, known))
    expect(rows.map(({ effect }) => effect)).toEqual([0.05, 0.1, 0.15, 0.2])
    expect(rows.every(({ users }) => Number.isInteger(users))).toBe(true)
  })
})

describe('the other way round', () => {
  const { question } = plan()

  it('the days that a plan takes show its effect', () => {
    const { users, effect } = effectOfDays(view(), question!, 7677 / 400)
    expect(users).toBe(7677)
    expect(effect).toBeCloseTo(0.2, 4)
  })

  it('too few show nothing, and no days neither', () => {
    expect(effectOfDays(view(), { ...question!, usersPerDay: 1 }, 1)).toEqual({
      users: 1,
      effect: null,
    })
    expect(effectOfDays(view(), { ...question!, usersPerDay: 0 }, 10).effect).toBe(null)
  })

  it('asks for a fall where that is good, as the plan does', () => {
    const down = view({ metric: 'refunds' })
    const planned = sampleOf(down, question!)
    // A fall to 8% from 10% at 5% and 80%, by two proportions: (2.8016/0.02)² · (0.09 + 0.0736) · 2 = 6420.5.
    expect(planned.users).toBe(6421)
    const { effect } = effectOfDays(down, question!, planned.users / 400)
    expect(effect).toBeCloseTo(0.2, 4)
    // Not even no refund at all shows in a handful of users.
    expect(effectOfDays(down, { ...question!, usersPerDay: 1 }, 20).effect).toBe(null)
  })
})

describe('the plan handed over', () => {
  it('keeps what the planner has no field for, and a conditional metric with its twin', () => {
    const before = plannedTest(view({ metric: 'user_to_paid' }), plan().sample!, {
      engine: 'sequential',
      alpha: 0.05,
      outcomeWindow: 10,
      plannedUsers: 1,
      primary: {
        id: 'trial_to_paid',
        kind: 'proportion',
        better: 'higher',
        denominator: 'post-exposure',
        twin: 'user_to_paid',
      },
      guardrails: [{ id: 'refunds', kind: 'proportion', better: 'lower', margin: 0.3 }],
      finalLook: true,
    })
    expect(before?.plan).toMatchObject({
      engine: 'fixed',
      plannedUsers: 7677,
      minEffect: 0.2,
      primary: { id: 'trial_to_paid', twin: 'user_to_paid' },
      secondary: [{ id: 'user_to_paid' }],
      guardrails: [{ id: 'refunds', margin: 0.3 }],
      finalLook: true,
    })
  })
})

it('a stored view is read part by part', () => {
  const first = view()
  expect(
    readPlannerView({ effect: '0.3', engine: 'magic', weights: ['2', 1], start: 'x' }, first),
  ).toEqual({
    ...first,
    effect: 0.3,
    weights: [2, 1],
  })
})

describe('the project’s own figures', () => {
  const words = {
    value: (users: number) => `value of ${users}`,
    trials: (users: number) => `trials of ${users}`,
    control: (users: number, names: readonly string[]) => `${users} in ${names.join()}`,
    spread: (names: readonly string[]) => `spread of ${names.join()}`,
    alike: 'alike',
  }
  const control = (metrics: object) =>
    ({
      name: 'Paywall',
      groups: [
        { control: 1, metrics },
        { control: 0, metrics: { users: 9 } },
      ],
    }) as unknown as ExperimentSummary
  const sales = { users: 500, perUser: 2, perPayer: 20 }
  const by = (figures: Parameters<typeof projectBaselines>[0]) =>
    Object.fromEntries(projectBaselines(figures, words).map((one) => [one.metric, one]))

  it('are payers and money of its users, all paying alike for want of better', () => {
    expect(by({ sales })).toEqual({
      user_to_paid: {
        metric: 'user_to_paid',
        baseline: { kind: 'proportion', rate: 0.1 },
        users: 500,
        source: 'value of 500',
      },
      sales: {
        metric: 'sales',
        baseline: { kind: 'mean', mean: 2, variance: 36 },
        payerShare: 0.1,
        users: 500,
        source: 'value of 500',
        assumption: 'alike',
      },
    })
  })

  it('spread as the controls of experiments do', () => {
    // Two payers, 10 and 30.
    const metrics = { users: 40, paying_users: 2, sales: 40, sales_sum_squares: 1000, refunds: 4 }
    const found = by({ sales, experiments: [control(metrics)] })
    expect(found['sales']).toMatchObject({ assumption: 'spread of Paywall' })
    expect(found['sales']?.baseline).toHaveProperty('variance', expect.closeTo(0.1 * 500 - 4, 9))
    expect(found['refunds']).toMatchObject({ baseline: { rate: 0.1 }, source: '40 in Paywall' })
  })

  it('spread by the host’s prices where it gives them', () => {
    const prices = [
      { price: 10, share: 1 },
      { price: 30, share: 1 },
    ]
    expect(by({ sales, prices })['sales']).toMatchObject({ assumption: null })
    expect(by({ sales, prices })['sales']?.baseline).toEqual({
      kind: 'mean',
      mean: 2,
      variance: 46,
    })
  })

  it('are those of controls where users are not known, and none where nothing is', () => {
    expect(
      by({ experiments: [control({ users: 100, paying_users: 7 })] })['user_to_paid'],
    ).toMatchObject({
      baseline: { rate: 0.07 },
    })
    expect(projectBaselines({}, words)).toEqual([])
    expect(projectBaselines({ sales: { users: 3, perUser: 0, perPayer: null } }, words)).toEqual([])
    expect(projectBaselines({ experiments: [control({ users: null })] }, words)).toEqual([])
  })
})
