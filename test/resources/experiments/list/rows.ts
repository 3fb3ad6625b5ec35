import type {
  Arm,
  ExperimentPlan,
  RunFacts,
} from '../../../../src/resources/experiments/analysis.types.ts'
import type { ExperimentFigures } from '../../../../src/resources/experiments/list.model.ts'
import type { Experiment, ExperimentSummary } from '../../../../src/resources/experiments/types.ts'
import { at } from '../../../sandbox/ask.ts'

/** Noon of 15 January 2026, Unix seconds. */
export const NOW = at('2026-01-15') + 12 * 3600

/** An experiment as the API answers it, by its id; the rest as said, or null. */
export const experiment = (id: string, said: Partial<Experiment> = {}): Experiment => ({
  id,
  name: id,
  alias_id: null,
  description: null,
  status: 'active',
  started_at: null,
  finished_at: null,
  segment_percent: null,
  primary_metric: null,
  goal_value: null,
  goal_direction: null,
  context_key: null,
  is_context_specific: null,
  created_at: null,
  updated_at: null,
  ...said,
})

export const PLAN: ExperimentPlan = {
  engine: 'sequential',
  alpha: 0.05,
  outcomeWindow: 10,
  plannedUsers: 20_000,
  primary: { id: 'user_to_paid', kind: 'proportion' },
}

export const RUN: RunFacts = { days: 42, isFinished: false, daysToMaturity: 0 }

/** A control and its variants, each with users who all had their window, and how many of them paid. */
export const arms = (...counts: readonly (readonly [users: number, paid: number])[]): Arm[] =>
  counts.map(([users, paid], index) => ({
    id: String(index),
    name: index === 0 ? 'Control' : `Variant ${index}`,
    isControl: index === 0,
    weight: 1,
    exposed: users,
    mature: users,
    metrics: { user_to_paid: { maturity: 'windowed', count: paid, sum: paid } },
  }))

export const figures = (
  ...counts: readonly (readonly [users: number, paid: number])[]
): ExperimentFigures => ({ plan: PLAN, arms: arms(...counts), run: RUN })

/** The API's totals of two groups, control first. */
export const summary = (
  uid: string,
  ...counts: readonly (readonly [users: number, paid: number])[]
): ExperimentSummary => ({
  uid,
  experiment_id: null,
  project_id: null,
  name: uid,
  alias_id: null,
  desc: null,
  segment_percent: null,
  primary_metric: null,
  goal_direction: null,
  goal_value: null,
  context_key: null,
  context_specific: null,
  status: null,
  finished_at: null,
  created_at: null,
  updated_at: null,
  groups: counts.map(([users, paid], index) => ({
    uid: `${uid}${index}`,
    experiment_group_id: null,
    experiment_id: null,
    project_id: null,
    name: null,
    control: index === 0 ? 1 : 0,
    weight: 1,
    remote_config_uid: null,
    created_at: null,
    updated_at: null,
    metrics: {
      users,
      trials_started: null,
      trials_converted: null,
      trials_cancelled: null,
      subscriptions_started: null,
      subscriptions_cancelled: null,
      paying_users: paid,
      refunds: null,
      sales: null,
      proceeds: null,
      sales_sum_squares: null,
      proceeds_sum_squares: null,
    },
  })),
})
