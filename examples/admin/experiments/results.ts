import type { Experiment, ExperimentGroup } from 'qonversion-react'
import {
  resultsFromEvents,
  runDates,
  runFacts,
  type ExperimentPlan,
  type ExposureRow,
  type HostResults,
  type OutcomeRow,
  type ResultLook,
} from 'qonversion-react/components'
import { OWN_METRICS } from './ownLog.ts'

const DAY = 86_400
const WEEK = 7 * DAY
/** Enough to see where a difference goes. */
const MOST_LOOKS = 12

/** What the own log is asked about one experiment. */
export interface ResultsQuestion {
  readonly experiment: Experiment
  readonly groups: readonly ExperimentGroup[]
  readonly plan: ExperimentPlan
  /** All experiments of the project. */
  readonly others: readonly Experiment[]
  readonly rows: readonly (ExposureRow | OutcomeRow)[]
  /** Unix seconds. */
  readonly now: number
}

/**
 * Windowed results of an experiment by its plan: what each user did within the plan's days, of users exposed so long ago. Sums
 * only: no row of a user comes to the page. Undefined before the first user, and where the log lacks a metric of the plan: the
 * page then has the API's totals, and says what they are.
 */
export function ownResults({
  experiment,
  groups,
  plan,
  others,
  rows,
  now,
}: ResultsQuestion): HostResults | undefined {
  const metrics = [plan.primary, ...(plan.secondary ?? []), ...(plan.guardrails ?? [])]
  const first = rows.find(({ type }) => type === 'exposure')?.at
  if (first === undefined || metrics.some(({ id }) => !OWN_METRICS.has(id))) return undefined
  const arms = groups.map(designOf)
  const { isFinished, sharedContext = [] } = runFacts(experiment, plan, now, others)
  const { startedAt, finishedAt } = runDates(experiment)
  const asked = { arms, now, isFinished, startedAt, finishedAt }
  const { arms: sums, facts } = resultsFromEvents(rows, plan, asked)
  // Where those who came after the first week say the opposite, what looked like a success was novelty.
  const later = resultsFromEvents(rows, plan, { arms, now, exposedFrom: first + WEEK })
  return {
    arms: sums,
    run: { ...facts, sharedContext, afterFirstWeek: later.arms },
    asOf: now * 1000,
  }
}

/** The same results as they stood at twelve midnights at most, whole weeks apart, from the first whole week on. */
export function ownLooks({ experiment, groups, plan, rows, now }: ResultsQuestion): ResultLook[] {
  const exposed = rows.flatMap((row) => (row.type === 'exposure' ? [row.at] : []))
  const last = exposed.at(-1)
  if (exposed[0] === undefined || last === undefined) return []
  const from = Math.floor(exposed[0] / DAY) * DAY + WEEK
  const weeks = (Math.min(now, last + plan.outcomeWindow * DAY) - from) / WEEK
  const step = Math.max(1, Math.ceil(weeks / MOST_LOOKS))
  const arms = groups.map(designOf)
  const { startedAt } = runDates(experiment)
  return Array.from({ length: Math.max(0, Math.ceil(weeks / step)) }, (_, look) => {
    const at = from + look * step * WEEK
    const stood = resultsFromEvents(rows, plan, { arms, now: at, startedAt })
    return { at, arms: stood.arms, run: stood.facts }
  })
}

const designOf = ({ id, name, is_control: isControl, weight }: ExperimentGroup) => ({
  id,
  name: name ?? id,
  isControl,
  weight: weight ?? 0,
})
