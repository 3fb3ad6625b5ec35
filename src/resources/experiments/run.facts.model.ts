import { DAY } from '../../core/calendar.ts'
import type { ExperimentPlan, RunFacts } from './analysis.types.ts'
import type { Experiment } from './types.ts'

/** When an experiment ran, Unix seconds; null where it did not, or the answer does not say. */
export interface RunDates {
  readonly startedAt: number | null
  readonly finishedAt: number | null
}

/** Beginning and end of a run as instants; a text that is no date says nothing. */
export const runDates = ({ started_at, finished_at }: Experiment): RunDates => ({
  startedAt: instant(started_at),
  finishedAt: instant(finished_at),
})

/** True for one that is over and does not say since when. */
export const isEndUnknown = (experiment: Experiment): boolean =>
  experiment.status === 'finished' && runDates(experiment).finishedAt === null

/** Whole days from the start to the end, or to `now` (Unix seconds); pauses are not known and count too. Null before the start, and where the end is not known. */
export function daysRunning(experiment: Experiment, now: number): number | null {
  const { startedAt, finishedAt } = runDates(experiment)
  if (startedAt === null || isEndUnknown(experiment)) return null
  return Math.max(0, Math.floor(((finishedAt ?? now) - startedAt) / DAY))
}

/** Whether users are in an experiment now: a paused one still serves those it has. */
export const servesUsers = ({ status, started_at, finished_at }: Experiment): boolean =>
  status === 'active' ||
  status === 'paused' ||
  (status !== 'draft' && status !== 'finished' && started_at !== null && finished_at === null)

/** Other experiments that have users on the same context key now. */
export const onSameContext = (
  { id, context_key: key }: Experiment,
  others: readonly Experiment[],
): Experiment[] =>
  others.filter(
    (other) => other.id !== id && key && other.context_key === key && servesUsers(other),
  )

/**
 * What an experiment says of its own run, for a plan's window, at `now` (Unix seconds). The API does not say when it was paused: of a
 * paused one the days of exposure and the last exposed user are unknown.
 */
export function runFacts(
  experiment: Experiment,
  { outcomeWindow }: Pick<ExperimentPlan, 'outcomeWindow'>,
  now: number,
  others: readonly Experiment[] = [],
): RunFacts {
  const { finishedAt } = runDates(experiment)
  const isFinished = experiment.status === 'finished' || finishedAt !== null
  const isPaused = experiment.status === 'paused'
  const sinceLast = isFinished ? (finishedAt === null ? null : now - finishedAt) : 0
  return {
    days: isPaused ? null : daysRunning(experiment, now),
    isFinished,
    daysToMaturity:
      isPaused || sinceLast === null
        ? null
        : Math.max(0, Math.ceil(outcomeWindow - sinceLast / DAY)),
    sharedContext: others
      .filter((other) => isAtTheSameTime(experiment, other))
      .map(({ name, id }) => name || id),
  }
}

function isAtTheSameTime(one: Experiment, other: Experiment): boolean {
  if (one.id === other.id || !one.context_key || one.context_key !== other.context_key) return false
  const [a, b] = [runDates(one), runDates(other)]
  if (a.startedAt === null || b.startedAt === null) return false
  return a.startedAt < (b.finishedAt ?? Infinity) && b.startedAt < (a.finishedAt ?? Infinity)
}

function instant(text: string | null): number | null {
  const at = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? null : at / 1000
}
