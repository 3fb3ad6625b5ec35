import type { Arm, ExperimentPlan, RunFacts } from './analysis.types.ts'
import type { ExperimentFigures } from './list.model.ts'
import { armsFromSummary } from './result.summary.model.ts'
import type { EarlierPlan, ResultLook } from './resultView.types.ts'
import { runDates, runFacts } from './run.facts.model.ts'
import type { Experiment, ExperimentsSummaryInput, ExperimentSummary } from './types.ts'

/** Results that a host has of its own, by `resultsFromEvents` or from its warehouse. */
export interface HostResults {
  readonly arms: readonly Arm[]
  readonly run: RunFacts
  /** Earlier looks in the order of their dates. */
  readonly series?: readonly ResultLook[] | undefined
  /** Plans that were in force earlier, the oldest first. */
  readonly plannedBefore?: readonly EarlierPlan[] | undefined
  /** Phases of another design whose users are left out. */
  readonly phasesLeftOut?: number | undefined
  /** When they were made, in milliseconds since the epoch; as fresh as the list unless given. */
  readonly asOf?: number | undefined
}

/** What an experiment is judged by where only the API's summary is known: totals so far, at `now` (Unix seconds). */
export function summaryFigures(
  experiment: Experiment,
  summary: ExperimentSummary,
  plan: ExperimentPlan,
  now: number,
  others: readonly Experiment[] = [],
): ExperimentFigures {
  const run = runFacts(experiment, plan, now, others)
  const isMature = run.isFinished && run.daysToMaturity === 0
  return { plan, run, arms: armsFromSummary(summary, { isMature }) }
}

/** The API's most for one question. */
export const MOST_SUMMARIES = 50

/** Ids of the experiments whose results a list asks for: those with users now first, then the newest; drafts have none. */
export function summaryIds(experiments: readonly Experiment[]): string[] {
  return experiments
    .filter(({ status }) => status !== 'draft')
    .toSorted((a, b) => rank(a) - rank(b) || startOf(b) - startOf(a))
    .map(({ id }) => id)
}

/** What a panel asks `useExperimentsSummary` about the list it has: prefetch the same on a server. */
export const experimentsQuestion = (
  experiments: readonly Experiment[],
): ExperimentsSummaryInput => ({
  filter: { experiment_uid: summaryIds(experiments).slice(0, MOST_SUMMARIES) },
})

const startOf = (one: Experiment): number => runDates(one).startedAt ?? 0
const rank = ({ status }: Experiment): number =>
  status === 'active' ? 0 : status === 'paused' ? 1 : 2
