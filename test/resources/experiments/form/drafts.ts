import type { Experiment, ExperimentGroup } from '../../../../src/resources/experiments/types.ts'

/** A running experiment as the API shows it. */
export const paywall: Experiment = {
  id: 'paywall',
  name: 'Paywall layout',
  alias_id: 'paywall_layout',
  description: null,
  status: 'active',
  started_at: '2026-11-01T00:00:00Z',
  finished_at: null,
  segment_percent: 100,
  primary_metric: 'user_to_paid',
  goal_value: null,
  goal_direction: 'increase',
  context_key: 'main_paywall',
  is_context_specific: true,
  created_at: '2026-10-30T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
}

/** A group as the API shows it. */
export const group = (
  part: Partial<ExperimentGroup> & { readonly id: string },
): ExperimentGroup => ({
  name: part.id,
  is_control: false,
  weight: 50,
  remote_config_uid: null,
  offering_uid: null,
  offering_tag: null,
  created_at: null,
  updated_at: null,
  ...part,
})

/** Its groups. */
export const paywallGroups = [
  group({ id: 'inUse', name: 'Paywall in use', is_control: true }),
  group({ id: 'short', name: 'Short paywall', remote_config_uid: 'rc-short' }),
]
