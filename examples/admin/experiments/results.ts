import type { Experiment, ExperimentGroup } from 'qonversion-react'
import {
  resultsFromEvents,
  runFacts,
  type ExperimentPlan,
  type ExposureRow,
  type HostResults,
  type OutcomeRow,
} from 'qonversion-react/components'
import { OWN_METRICS, rowsOf, type OwnLog } from './ownLog.ts'

const DAY = 86_400
const WEEK = 7 * DAY
/** Enough to see where a difference goes. */
const MOST_LOOKS = 12

/** What is asked of the own log about one experiment. */
export interface ResultsQuestion {
  readonly experiment: Experiment
  readonly groups: readonly ExperimentGroup[]
  readonly plan: ExperimentPlan
  /** All experiments of the project. */
  readonly others: readonly Experiment[]
  /** Unix seconds. */
  readonly now: number
}

/**
 * Windowed results of an experiment by its plan: what each user did within the plan's days, of users exposed so long ago, with a
 * look every few weeks so far. Sums only, so that no row of a user comes to the page. Undefined where the log lacks a metric of
 * the plan: the page then has the API's totals, and says what they are.
 */
export function ownResults(log: OwnLog, question: ResultsQuestion): HostResults | undefined {
  const { experiment, groups, plan, others, now } = question
  const metrics = [plan.primary, ...(plan.secondary ?? []), ...(plan.guardrails ?? [])]
  if (metrics.some(({ id }) => !OWN_METRICS.has(id))) return undefined
  const rows = rowsOf(log, experiment.id)
  const first = rows.find(({ type }) => type === 'exposure')?.at
  if (first === undefined) return undefined
  const arms = groups.map(({ id, name, is_control: isControl, weight }) => ({
    id,
    name: name ?? id,
    isControl,
    weight: weight ?? 0,
  }))
  const { isFinished, sharedContext } = runFacts(experiment, plan, now, others)
  const lookAt = (at: number, isOver: boolean) =>
    resultsFromEvents(rows, plan, { arms, now: at, isFinished: isOver })
  const { facts, arms: sums } = lookAt(now, isFinished)
  // Who came after the first week: where they say the opposite, what looked like a success was novelty.
  const later = resultsFromEvents(rows, plan, { arms, now, exposedFrom: first + WEEK })
  return {
    arms: sums,
    run: { ...facts, sharedContext: sharedContext ?? [], afterFirstWeek: later.arms },
    series: weeksOf(rows, plan, now).map((at) => {
      const look = lookAt(at, false)
      return { at, arms: look.arms, run: look.facts }
    }),
    asOf: now * 1000,
  }
}

/** At most twelve midnights, whole weeks apart, from the first whole week to the last exposed user's whole window. */
function weeksOf(
  rows: readonly (ExposureRow | OutcomeRow)[],
  { outcomeWindow }: ExperimentPlan,
  now: number,
): number[] {
  const exposed = rows.flatMap((row) => (row.type === 'exposure' ? [row.at] : []))
  const from = Math.floor(Math.min(...exposed) / DAY) * DAY + WEEK
  const weeks = (Math.min(now, Math.max(...exposed) + outcomeWindow * DAY) - from) / WEEK
  const step = Math.max(1, Math.ceil(weeks / MOST_LOOKS))
  const looks = Array.from({ length: Math.max(0, Math.ceil(weeks / step)) })
  return looks.map((_, look) => from + look * step * WEEK)
}
