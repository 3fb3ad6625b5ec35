import type { Arm, ExperimentPlan, RunFacts } from './analysis.types.ts'
import { analyze } from './result.analyze.model.ts'
import { decide, type Decision, type DecisionWord } from './result.decide.model.ts'
import type { Analysis } from './result.types.ts'
import { daysRunning, runDates, type RunDates } from './run.facts.model.ts'
import type { Experiment, ExperimentStatus } from './types.ts'

/** What an experiment is judged by: its plan and its arms' sums. */
export interface ExperimentFigures {
  readonly plan: ExperimentPlan
  readonly arms: readonly Arm[]
  readonly run: RunFacts
}

/** Figures that are on their way, or could not be had. */
export type FiguresState = 'loading' | 'failed'

/** Whether the arms of an experiment can be compared; null where nobody was exposed yet. */
export type RowHealth = 'unhealthy' | 'warned' | 'healthy'

/** One line of a list of experiments. */
export interface ExperimentRow extends RunDates {
  readonly experiment: Experiment
  /** Whole days of the run; null before it. */
  readonly days: number | null
  readonly health: RowHealth | null
  /** What the figures say; null where there are none. */
  readonly judged: { readonly analysis: Analysis; readonly decision: Decision } | null
  /** Why there are none; null where nobody was exposed yet. */
  readonly state: FiguresState | null
}

/** The known statuses in the order of an experiment's life. */
export const STATUSES: readonly ExperimentStatus[] = ['draft', 'active', 'paused', 'finished']

/** What a list can be sorted by. */
export const COLUMNS = ['name', 'status', 'dates', 'days', 'metric', 'health', 'result'] as const
/** A column of a list of experiments. */
export type ExperimentColumn = (typeof COLUMNS)[number]

/** The order of a list. */
export interface ExperimentSort {
  readonly by: ExperimentColumn
  readonly order: 'ascending' | 'descending'
}

/** Which experiments are listed and how; plain data. */
export interface ExperimentListView {
  /** Empty for all. */
  readonly status: string
  /** Words that all stand in name, alias, description, context key or id. */
  readonly search: string
  readonly sort: ExperimentSort
}

/** Reads a list's line, with the word for its figures, at `now` (Unix seconds). */
export function experimentRow(
  experiment: Experiment,
  figures: ExperimentFigures | FiguresState | undefined,
  now: number,
): ExperimentRow {
  const state = typeof figures === 'string' ? figures : null
  const judged = typeof figures === 'object' ? judge(figures) : null
  return {
    experiment,
    ...runDates(experiment),
    days: daysRunning(experiment, now),
    health: judged && healthOf(judged.analysis),
    judged,
    state,
  }
}

/** The decision for figures; null while nobody was exposed. */
export function judge({ plan, arms, run }: ExperimentFigures): ExperimentRow['judged'] {
  if (arms.every(({ exposed }) => exposed === 0)) return null
  const analysis = analyze(plan, arms, run)
  return { analysis, decision: decide(analysis) }
}

function healthOf({ health }: Analysis): RowHealth {
  if (!health.isHealthy) return 'unhealthy'
  return health.findings.length > 0 ? 'warned' : 'healthy'
}

/** True for one that is in a list before the API has made it: it has no id to be asked for by. */
export const isBeingMade = ({ id }: Experiment): boolean => id.startsWith('pending.')

/** True for an experiment that has a status and all words looked for. */
export function isListed(
  { status, name, alias_id, description, context_key, id }: Experiment,
  view: Pick<ExperimentListView, 'status' | 'search'>,
): boolean {
  if (view.status !== '' && status !== view.status) return false
  const text = [name, alias_id, description, context_key, id].join('\n').toLowerCase()
  return view.search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

// What wants doing first.
const WORDS: readonly DecisionWord[] = [
  'ship',
  'roll-back',
  'unhealthy',
  'no-difference',
  'keep-running',
  'not-enough-data',
]
const HEALTH: readonly RowHealth[] = ['unhealthy', 'warned', 'healthy']

/** Rows in an order; what a column does not know stands last either way, and equals keep theirs. `nameOf` gives metrics their names. */
export function sortRows(
  rows: readonly ExperimentRow[],
  { by, order }: ExperimentSort,
  compare: (a: string, b: string) => number,
  nameOf: (metric: string) => string,
): ExperimentRow[] {
  const turn = order === 'ascending' ? 1 : -1
  const keys = new Map(rows.map((row) => [row, keyOf(row, by, nameOf)]))
  return rows.toSorted((one, other) => {
    const [a, b] = [keys.get(one)!, keys.get(other)!]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return turn * (typeof a === 'number' ? a - Number(b) : compare(a, String(b)))
  })
}

function keyOf(
  { experiment, startedAt, days, health, judged }: ExperimentRow,
  by: ExperimentColumn,
  nameOf: (metric: string) => string,
): number | string | null {
  const { name, id, status, primary_metric: metric } = experiment
  if (by === 'name') return name || id
  if (by === 'dates') return startedAt
  if (by === 'days') return days
  if (by === 'metric') return metric && nameOf(metric)
  if (by === 'health') return health && HEALTH.indexOf(health)
  if (by === 'result') return judged && WORDS.indexOf(judged.decision.word)
  const place = STATUSES.findIndex((known) => known === status)
  return place < 0 ? null : place
}

/** The order that a press on a heading asks for: the other way around, or first the one that is looked for most. */
export function pressSort(sort: ExperimentSort, by: ExperimentColumn): ExperimentSort {
  if (sort.by === by) return { by, order: sort.order === 'ascending' ? 'descending' : 'ascending' }
  return { by, order: by === 'dates' || by === 'days' ? 'descending' : 'ascending' }
}
