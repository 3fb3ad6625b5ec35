import { isoDate, DAY } from '../../core/calendar.ts'
import type { ExperimentsSummaryInput } from '../../resources/experiments/types.ts'
import type { History } from '../history.ts'
import { MissingRate, round } from '../money.ts'
import { invalid } from '../problem.ts'
import type { Store } from '../store.ts'
import { exposuresOf } from './exposures.ts'
import { openLab } from './lab.ts'
import type { Design, GroupItem } from './model.ts'
import { hasFinished, statusAt } from './present.ts'
import { resultsOf, type GroupResult } from './results.ts'

const PROJECT = 1

/** Answers `v4GetExperimentsSummary`: results accrued so far. An id that no experiment has selects nothing. */
export function answerExperimentsSummary(
  history: History,
  input: Record<string, unknown>,
  now: number,
  store: Store,
) {
  const lab = openLab(history, store)
  const wanted = new Set((input as ExperimentsSummaryInput).filter.experiment_uid)
  const items = lab.experiments
    .list()
    .filter(({ id }) => wanted.has(id))
    .map(({ id }) => {
      const design = lab.design({ experiment_id: id })
      const isByHand = (customer: string) => lab.attachments.has(`${id}/${customer}`)
      return summarise(design, resultsAt(history, design, now, isByHand), now)
    })
  return { total_count: items.length, items }
}

function resultsAt(
  history: History,
  design: Design,
  now: number,
  isByHand: (customerId: string) => boolean,
): GroupResult[] {
  try {
    const exposures = exposuresOf(history, design, now, isByHand)
    return resultsOf(history, design.groups.length, exposures, { now, windowDays: null })
  } catch (error) {
    if (!(error instanceof MissingRate)) throw error
    const what = `there is no rate for ${error.currency} on ${isoDate(error.day * DAY)}`
    throw invalid([{ field: 'filter.experiment_uid', message: `cannot be summed up: ${what}` }])
  }
}

/** As the API passes it through: unix seconds, and what is not set is left out. */
function summarise({ experiment, groups }: Design, results: readonly GroupResult[], now: number) {
  const { segment_percent, primary_metric, goal_direction, goal_value } = experiment
  return {
    uid: experiment.id,
    experiment_id: experiment.number,
    project_id: PROJECT,
    name: experiment.name,
    alias_id: experiment.alias_id,
    desc: experiment.description,
    ...(segment_percent !== null && { segment_percent }),
    ...(primary_metric !== null && { primary_metric }),
    ...(goal_direction !== null && { goal_direction }),
    ...(goal_value !== null && { goal_value }),
    context_key: experiment.context_key ?? '',
    context_specific: experiment.is_context_specific,
    status: statusAt(experiment, now),
    ...(hasFinished(experiment, now) && { finished_at: seconds(experiment.finished_at!) }),
    created_at: seconds(experiment.created_at),
    updated_at: seconds(Math.min(experiment.updated_at, now)),
    groups: groups.map((group, index) => summariseGroup(group, experiment.number, results[index]!)),
  }
}

function summariseGroup(group: GroupItem, experiment: number, metrics: GroupResult) {
  return {
    uid: group.id,
    experiment_group_id: group.number,
    experiment_id: experiment,
    project_id: PROJECT,
    name: group.name ?? '',
    control: group.is_control ? 1 : 0,
    weight: group.weight,
    ...(group.remote_config_uid !== null && { remote_config_uid: group.remote_config_uid }),
    created_at: seconds(group.created_at),
    updated_at: seconds(group.updated_at),
    metrics: {
      ...metrics,
      sales: round(metrics.sales),
      proceeds: round(metrics.proceeds),
      sales_sum_squares: round(metrics.sales_sum_squares),
      proceeds_sum_squares: round(metrics.proceeds_sum_squares),
    },
  }
}

const seconds = (at: number): number => Math.floor(at)
