import type { Arm } from '../../src/resources/experiments/analysis.types.ts'
import type { Experiment } from '../../src/resources/experiments/types.ts'
import type { FiguresOf } from '../../src/resources/experiments/useExperimentTable.ts'
import { experiment } from './rows.ts'

const PLAN = {
  engine: 'sequential',
  alpha: 0.05,
  outcomeWindow: 10,
  plannedUsers: 20_000,
  primary: { id: 'user_to_paid', kind: 'proportion' },
} as const
const arms = (...counts: readonly (readonly [users: number, paid: number])[]): Arm[] =>
  counts.map(([users, paid], index) => ({
    id: String(index),
    name: index === 0 ? 'Control' : 'Short paywall',
    isControl: index === 0,
    weight: 1,
    exposed: users,
    mature: users,
    metrics: { user_to_paid: { maturity: 'windowed', count: paid, sum: paid } },
  }))
const RUN = { days: 42, isFinished: false, daysToMaturity: 0 }

/** An experiment of every status, a status and a metric of a newer API among them. */
export const SHOWN: readonly Experiment[] = [
  experiment('Short paywall', { status: 'active', started_at: '2026-10-01T00:00:00Z' }),
  experiment('Annual first', {
    status: 'paused',
    started_at: '2026-09-12T00:00:00Z',
    primary_metric: 'proceeds',
  }),
  experiment('Äpfel statt Birnen', { status: 'draft' }),
  experiment('Blue button', {
    status: 'finished',
    started_at: '2026-05-04T00:00:00Z',
    finished_at: '2026-07-06T00:00:00Z',
  }),
  experiment('Longer trial', {
    status: 'finished',
    started_at: '2026-01-05T00:00:00Z',
    finished_at: '2026-03-02T00:00:00Z',
    primary_metric: 'trial_to_paid',
  }),
  experiment('Holiday offer', {
    status: 'winding_down',
    started_at: '2026-11-09T00:00:00Z',
    primary_metric: 'lifetime_joy',
  }),
  experiment('Review prompt', {
    status: 'active',
    started_at: '2026-11-19T00:00:00Z',
    primary_metric: null,
  }),
]

const FIGURES: Readonly<Record<string, ReturnType<FiguresOf>>> = {
  // 5% against 6.5% of 10,000 each: sure at any look.
  'Short paywall': { plan: PLAN, arms: arms([10_000, 500], [10_000, 650]), run: RUN },
  'Annual first': {
    plan: PLAN,
    arms: arms([5_000, 250], [5_000, 255]),
    run: { ...RUN, sharedContext: ['Blue button'] },
  },
  'Blue button': {
    plan: PLAN,
    arms: arms([10_200, 510], [10_100, 505]),
    run: { ...RUN, isFinished: true },
  },
  'Longer trial': {
    plan: PLAN,
    arms: arms([10_000, 650], [10_000, 500]),
    run: { ...RUN, isFinished: true },
  },
  'Holiday offer': { plan: PLAN, arms: arms([10_000, 500], [9_000, 500]), run: RUN },
  'Review prompt': { plan: PLAN, arms: arms([120, 4], [118, 6]), run: { ...RUN, days: 2 } },
}

/** What a host knows of each: of every word one. */
export const figuresOf: FiguresOf = ({ name }) => FIGURES[name]
