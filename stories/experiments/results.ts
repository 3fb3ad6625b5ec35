import type {
  Arm,
  ExperimentPlan,
  MetricSums,
  RunFacts,
} from '../../src/resources/experiments/analysis.types.ts'
import type { ResultLook } from '../../src/resources/experiments/resultView.types.ts'

/** Unix seconds of a UTC day. */
export const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 1000

/** Users with an outcome, of those who have had the whole window. */
export const paid = (count: number, more: Partial<MetricSums> = {}): MetricSums => ({
  maturity: 'windowed',
  count,
  sum: count,
  ...more,
})

/** Money per user by its mean, spread and payers. */
export const money = (
  users: number,
  payers: number,
  mean: number,
  sd: number,
  max: number | null = null,
): MetricSums => ({
  maturity: 'windowed',
  count: payers,
  sum: mean * users,
  sumSquares: sd ** 2 * (users - 1) + mean ** 2 * users,
  max,
})

/** An arm; the one with the id `control` is the control. */
export const arm = (
  id: string,
  name: string,
  users: number,
  metrics: Readonly<Record<string, MetricSums>>,
  more: Partial<Arm> = {},
): Arm => ({
  id,
  name,
  isControl: id === 'control',
  weight: 1,
  exposed: users,
  mature: users,
  metrics,
  ...more,
})

/** Three weeks in, still letting users in. */
export const running: RunFacts = { days: 21, isFinished: false, daysToMaturity: 10 }
/** Stopped, and everybody has had the whole window. */
export const finished: RunFacts = { days: 37, isFinished: true, daysToMaturity: 0 }

/** Sequential, on users who paid within ten days. */
export const sequential: ExperimentPlan = {
  engine: 'sequential',
  alpha: 0.05,
  outcomeWindow: 10,
  plannedUsers: 60_000,
  primary: { id: 'user_to_paid', kind: 'proportion' },
}

/**
 * The free-trial screener of Udacity's A/B testing course, per exposed user and per enrolment: the real case of a conditional metric
 * that says the opposite of its twin.
 */
export const screener = {
  name: 'Free-trial screener',
  plan: {
    engine: 'fixed',
    alpha: 0.05,
    outcomeWindow: 14,
    plannedUsers: 34_000,
    primary: { id: 'paying', kind: 'proportion', denominator: 'post-exposure', twin: 'payments' },
    secondary: [
      { id: 'payments', kind: 'proportion' },
      { id: 'enrolments', kind: 'proportion' },
    ],
  },
  arms: [
    arm('control', 'Control', 17_293, {
      payments: paid(2033),
      paying: paid(2033, { denominator: { sum: 3785 } }),
      enrolments: paid(3785),
    }),
    arm('screener', 'Screener', 17_260, {
      payments: paid(1945),
      paying: paid(1945, { denominator: { sum: 3423 } }),
      enrolments: paid(3423),
    }),
  ],
  run: finished,
  metricNames: {
    paying: 'Payments per enrolment',
    payments: 'Payments per exposed user',
    enrolments: 'Enrolments per exposed user',
  },
} as const satisfies {
  name: string
  plan: ExperimentPlan
  arms: readonly Arm[]
  run: RunFacts
  metricNames: Record<string, string>
}

const conversions = (
  users: number,
  trials: number,
  payers: number,
  refunds: number,
  mean: number,
): Readonly<Record<string, MetricSums>> => ({
  user_to_trial: paid(trials),
  user_to_paid: paid(payers),
  trial_to_paid: paid(payers, { denominator: { sum: trials } }),
  refunds: paid(refunds),
  proceeds: money(users, payers, mean, 9.2, 199),
})

/** A paywall test of a subscription business: the plan names trial to paid, and its twin decides. */
export const paywall = {
  name: 'Paywall: monthly first',
  plan: {
    ...sequential,
    minEffect: 0.02,
    primary: {
      id: 'trial_to_paid',
      kind: 'proportion',
      denominator: 'post-exposure',
      twin: 'user_to_paid',
    },
    secondary: [
      { id: 'user_to_paid', kind: 'proportion' },
      { id: 'user_to_trial', kind: 'proportion' },
      { id: 'proceeds', kind: 'mean', isMoney: true },
    ],
    guardrails: [{ id: 'refunds', kind: 'proportion', better: 'lower', margin: 0.25 }],
  },
  arms: [
    arm('control', 'Yearly first', 20_112, conversions(20_112, 3218, 1006, 231, 1.41), {
      exposed: 23_402,
    }),
    arm('monthly', 'Monthly first', 20_040, conversions(20_040, 3607, 1263, 226, 1.77), {
      exposed: 23_297,
      attachedByHand: 4,
    }),
  ],
  run: running,
  currency: 'USD',
} as const satisfies {
  name: string
  plan: ExperimentPlan
  arms: readonly Arm[]
  run: RunFacts
  currency: string
}

/** Three weeks of looks at an experiment, day by day: its users come evenly and pay at the two rates. */
export const looks = (
  rates: readonly [number, number],
  days = 21,
  variant = 'trial',
): ResultLook[] =>
  Array.from({ length: days }, (_, index) => {
    const users = 1000 * (index + 1)
    // A slow wave around the rate, so that the line is no straight one.
    const count = (rate: number, turn: number): number =>
      Math.round(users * rate * (1 + (0.16 * Math.sin(turn + index / 2)) / (index + 1)))
    return {
      at: day('2026-11-01') + index * 86_400,
      arms: [
        arm('control', 'Control', users, { user_to_paid: paid(count(rates[0], 0)) }),
        arm(variant, 'Trial', users, { user_to_paid: paid(count(rates[1], 2)) }),
      ],
      run: { ...running, days: index + 1 },
    }
  })
