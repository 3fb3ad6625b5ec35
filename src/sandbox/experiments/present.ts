import type { Experiment, ExperimentGroup } from '../../resources/experiments/types.ts'
import { isoInstant } from '../instant.ts'
import type { ExperimentItem, GroupItem } from './model.ts'

/** Path of the section. */
export const EXPERIMENTS = '/v4/experiments'

/** An experiment as the API shows it at `now` (unix seconds): the clock of a sandbox may stand before its start or end. */
export function presentExperiment(item: ExperimentItem, now: number): Experiment {
  const started = item.runs[0]?.from ?? null
  return {
    object: 'experiment',
    id: item.id,
    url: `${EXPERIMENTS}/${item.id}`,
    name: item.name,
    alias_id: item.alias_id,
    description: item.description,
    status: statusAt(item, now),
    started_at: started !== null && started <= now ? isoInstant(started) : null,
    finished_at: hasFinished(item, now) ? isoInstant(item.finished_at!) : null,
    segment_percent: item.segment_percent,
    primary_metric: item.primary_metric,
    goal_value: item.goal_value,
    goal_direction: item.goal_direction,
    context_key: item.context_key,
    is_context_specific: item.is_context_specific,
    created_at: isoInstant(item.created_at),
    updated_at: isoInstant(Math.min(item.updated_at, now)),
  }
}

/** Where an experiment stands at an instant (unix seconds). */
export function statusAt(item: ExperimentItem, now: number): ExperimentItem['status'] {
  const started = item.runs[0]?.from ?? null
  if (started !== null && started > now) return 'draft'
  return item.status === 'finished' && !hasFinished(item, now) ? 'active' : item.status
}

/** True once an experiment is over. */
export const hasFinished = ({ finished_at }: ExperimentItem, now: number): boolean =>
  finished_at !== null && finished_at <= now

/** A group as the API shows it. */
export const presentGroup = (item: GroupItem): ExperimentGroup => ({
  object: 'experiment_group',
  id: item.id,
  url: `${EXPERIMENTS}/${item.experiment_id}/groups/${item.id}`,
  name: item.name,
  is_control: item.is_control,
  weight: item.weight,
  remote_config_uid: item.remote_config_uid,
  offering_uid: null,
  offering_tag: null,
  created_at: isoInstant(item.created_at),
  updated_at: isoInstant(item.updated_at),
})
