import type { ExperimentStatus } from '../../resources/experiments/types.ts'
import { Problem } from '../problem.ts'
import type { Design, ExperimentItem } from './model.ts'

/** Where an experiment can go from each status; `finished` is the end. */
const NEXT: Readonly<Record<ExperimentStatus, readonly ExperimentStatus[]>> = {
  draft: ['active'],
  active: ['paused', 'finished'],
  paused: ['active', 'finished'],
  finished: [],
}

/**
 * The experiment with a new status at `now` (unix seconds). Throws a 409 for a status that cannot follow, a 422 that names
 * what a draft lacks to be started.
 */
export function withStatus(
  { experiment, groups }: Design,
  status: ExperimentStatus,
  now: number,
): ExperimentItem {
  const follows = NEXT[experiment.status]
  if (!follows.includes(status)) throw conflict(experiment, status, follows)
  if (status === 'active') requireStartable(groups)
  const closed = experiment.runs.map((run) => ({ ...run, to: run.to ?? now }))
  return {
    ...experiment,
    status,
    runs: status === 'active' ? [...closed, { from: now, to: null }] : closed,
    finished_at: status === 'finished' ? now : null,
    updated_at: now,
  }
}

function conflict(
  { name, status: is }: ExperimentItem,
  wanted: ExperimentStatus,
  follows: readonly ExperimentStatus[],
): Problem {
  const advice =
    follows.length > 0
      ? `From there it can become ${follows.join(' or ')}.`
      : 'What is finished cannot be started again, as its results are complete: make a new experiment.'
  return new Problem('state_conflict', `"${name}" is ${is} and cannot become ${wanted}. ${advice}`)
}

function requireStartable(groups: Design['groups']): void {
  const problems = [
    ...(groups.filter(({ weight }) => weight > 0).length >= 2
      ? []
      : [{ field: 'groups', message: 'must be two or more with a weight above 0' }]),
    ...(groups.filter((group) => group.is_control).length === 1
      ? []
      : [{ field: 'groups', message: 'must hold exactly one control' }]),
  ]
  if (problems.length === 0) return
  const list = problems.map(({ field, message }) => `its ${field} ${message}`).join(', and ')
  throw new Problem('validation_error', `The experiment cannot start: ${list}.`, problems)
}
