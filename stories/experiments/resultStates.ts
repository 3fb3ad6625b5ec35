import type {
  Arm,
  ExperimentPlan,
  MetricSums,
} from '../../src/resources/experiments/analysis.types.ts'
import { poolPhases, type Phase } from '../../src/resources/experiments/result.phases.model.ts'
import { arm, day, finished, money, paid, running, screener, sequential } from './results.ts'

/** An arm of a run that goes on: as many again by a third are not old enough yet. */
const stillOpen = (
  id: string,
  name: string,
  users: number,
  metrics: Readonly<Record<string, MetricSums>>,
  exposed = Math.round((users * 4) / 3),
): Arm => arm(id, name, users, metrics, { exposed })

/** Payers among equally many users in two arms. */
const two = (control: number, trial: number, users = 20_000, exposed?: number): Arm[] => [
  stillOpen('control', 'Control', users, { user_to_paid: paid(control) }, exposed),
  stillOpen('trial', 'Trial', users, { user_to_paid: paid(trial) }, exposed),
]
const base = { name: 'Trial of seven days', plan: sequential, run: running }

/** Surely better, and nothing against it. */
export const shipped = { ...base, arms: two(1000, 1200) }
/** Surely worse. */
export const rolledBack = { ...base, arms: two(1200, 1000) }
/** Not told apart yet. */
export const unclear = { ...base, arms: two(1000, 1020) }
/** Any difference is smaller than what matters. */
export const noDifference = {
  ...base,
  plan: { ...sequential, plannedUsers: 600_000, minEffect: 0.05 },
  arms: two(24_000, 24_050, 240_000),
}
/** Three days in. */
export const early = { ...base, arms: two(12, 15, 400), run: { ...running, days: 3 } }
/** 52 to 48 of 100,000 users. */
export const broken = {
  ...base,
  arms: [
    stillOpen('control', 'Control', 39_000, { user_to_paid: paid(1950) }, 52_000),
    stillOpen('trial', 'Trial', 36_000, { user_to_paid: paid(2160) }, 48_000),
  ],
}
/** Users in an arm that was designed to have none, users in two arms, and another experiment on the same key. */
export const leaking = {
  ...base,
  arms: [...two(1000, 1200), arm('off', 'Switched off', 61, {}, { weight: 0 })],
  run: { ...running, inTwoArms: 640, sharedContext: ['Onboarding'] },
}
/** A third of the way to the one look. */
export const beforeSize = {
  ...screener,
  arms: screener.arms.map((each): Arm => {
    const third = Math.round(each.exposed / 3)
    return Object.assign({}, each, { exposed: Math.round(third * 1.5), mature: third })
  }),
  run: running,
}
/** Stopped, and its last users are not old enough. */
export const maturing = {
  ...base,
  arms: two(1000, 1020, 20_000, 24_000),
  run: { days: 24, isFinished: true, daysToMaturity: 6 },
}
/** Better in what decides, and refunds rose by more than agreed. */
export const harmed = {
  ...base,
  plan: {
    ...sequential,
    guardrails: [{ id: 'refunds', kind: 'proportion', better: 'lower', margin: 0.1 }],
  },
  arms: [
    stillOpen('control', 'Control', 20_000, { user_to_paid: paid(1000), refunds: paid(200) }),
    stillOpen('trial', 'Trial', 20_000, { user_to_paid: paid(1220), refunds: paid(420) }),
  ],
} as const
/** Three variants, one of them better by Holm, and a secondary metric. */
export const several = {
  name: 'Three prices',
  plan: {
    ...sequential,
    plannedUsers: 120_000,
    secondary: [{ id: 'user_to_trial', kind: 'proportion' }],
  },
  arms: [
    stillOpen('control', '$9.99', 20_000, { user_to_paid: paid(1000), user_to_trial: paid(3100) }),
    stillOpen('low', '$7.99', 20_050, { user_to_paid: paid(1240), user_to_trial: paid(3480) }),
    stillOpen('middle', '$8.99', 19_980, { user_to_paid: paid(1078), user_to_trial: paid(3190) }),
    stillOpen('high', '$12.99', 20_010, { user_to_paid: paid(905), user_to_trial: paid(3052) }),
  ],
  run: running,
} as const
/** 49 and 51 of 100 with flat beliefs: a published example, chance 0.6107705 and losses 0.0191165 and 0.0387243. */
export const beliefs = {
  ...base,
  plan: { ...sequential, engine: 'bayesian', plannedUsers: 200 },
  arms: two(49, 51, 100, 100),
  run: finished,
} as const
const perUser: ExperimentPlan = {
  ...sequential,
  engine: 'fixed',
  plannedUsers: 6800,
  primary: { id: 'proceeds', kind: 'mean', isMoney: true },
}
/** Means 0.41 and 0.70 with spreads 3.9 and 6.2: by Welch p 0.02016, by Fieller +9.4% to +170.9%. */
export const large = {
  name: 'Lifetime offer',
  currency: 'USD',
  plan: perUser,
  arms: [
    arm('control', 'Control', 3407, { proceeds: money(3407, 130, 0.41, 3.9) }),
    arm('trial', 'Lifetime offer', 3461, { proceeds: money(3461, 150, 0.7, 6.2) }),
  ],
  run: finished,
}
/** A difference that is sure by one payment of $59.99 only. */
export const oneCustomer = {
  ...large,
  arms: [
    arm('control', 'Control', 3407, { proceeds: money(3407, 130, 0.41, 3.9, 9.99) }),
    arm('trial', 'Lifetime offer', 3461, { proceeds: money(3461, 150, 0.608, 4.4, 59.99) }),
  ],
}
/** A control so near to nothing that the relative change has no end. */
export const unbounded = {
  ...large,
  arms: [
    arm('control', 'Control', 3450, { proceeds: money(3450, 120, 0.25, 9) }),
    arm('trial', 'Lifetime offer', 3450, { proceeds: money(3450, 140, 0.9, 9) }),
  ],
}
/** Money as the API may give it: without squares. */
export const noVariance = {
  ...large,
  arms: [
    arm('control', 'Control', 3407, {
      proceeds: { maturity: 'windowed', count: 130, sum: 1396.87 },
    }),
    arm('trial', 'Lifetime offer', 3461, {
      proceeds: { maturity: 'windowed', count: 150, sum: 2422.7 },
    }),
  ],
} as const

const phase = (design: string, users: [number, number], counts: [number, number]): Phase => ({
  design,
  arms: [
    stillOpen('control', 'Control', users[0], { user_to_paid: paid(counts[0]) }),
    stillOpen('trial', 'Trial', users[1], { user_to_paid: paid(counts[1]) }),
  ],
})
const phases = [
  phase('9:1', [18_000, 2000], [1800, 220]),
  phase('1:1', [20_000, 20_000], [1000, 1200]),
]
const pooled = poolPhases(phases)
/** Better in both phases, and worse in their sum: the first phase had another design, so it is left out. */
export const newPhase = { ...base, arms: pooled.arms, phasesLeftOut: pooled.leftOut }
/** The plan was loosened after a look. */
export const replanned = {
  ...shipped,
  plannedBefore: [
    {
      plan: { ...sequential, alpha: 0.01, plannedUsers: 90_000, minDays: 14 },
      until: day('2026-11-10'),
    },
  ],
}
const accruing = (id: string, name: string, count: number): Arm =>
  arm(id, name, 0, { user_to_paid: paid(count, { maturity: 'accrued' }) }, { exposed: 26_667 })

/** Totals of users of different ages, as the API gives them. */
export const accrued = {
  ...base,
  name: 'Totals so far',
  arms: [accruing('control', 'Control', 1000), accruing('trial', 'Trial', 1200)],
}
