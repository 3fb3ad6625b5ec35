import type { Experiment } from '../../src/resources/experiments/types.ts'

/** An experiment as the API answers it, by its name; the rest as said, or null. */
export const experiment = (name: string, said: Partial<Experiment> = {}): Experiment => ({
  id: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
  name,
  alias_id: name.toLowerCase().replaceAll(/[^a-z]+/g, '_'),
  description: null,
  status: 'active',
  started_at: null,
  finished_at: null,
  segment_percent: 100,
  primary_metric: 'user_to_paid',
  goal_value: null,
  goal_direction: 'increase',
  context_key: null,
  is_context_specific: false,
  created_at: null,
  updated_at: null,
  ...said,
})
