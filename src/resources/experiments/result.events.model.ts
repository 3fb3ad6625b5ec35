import type { Arm, ExperimentPlan, MetricPlan, MetricSums, RunFacts } from './analysis.types.ts'
import { isConditional } from './result.measure.model.ts'

/** A first exposure of a user. */
export interface ExposureRow {
  readonly type: 'exposure'
  readonly user: string
  /** Unix seconds. */
  readonly at: number
  readonly arm: string
  /** True when somebody put the user into the arm by hand: listed, never counted. */
  readonly isByHand?: boolean
}

/** Something a user did or paid that a metric counts. */
export interface OutcomeRow {
  readonly type: 'outcome'
  readonly user: string
  /** Unix seconds. */
  readonly at: number
  readonly metric: string
  /** What it adds: an amount of money, or 1 for an event. Negative for a refund. @default 1 */
  readonly value?: number
  /** What it adds below the line of a ratio or of what is counted after exposure. @default 0 */
  readonly denominator?: number
}

/** An arm as it was designed. */
export interface ArmDesign {
  readonly id: string
  readonly name: string
  readonly isControl: boolean
  readonly weight: number
}

/** What is asked of the rows. */
export interface EventsQuestion {
  readonly arms: readonly ArmDesign[]
  /** Unix seconds up to which the rows are complete. */
  readonly now: number
  /** True when no more users are exposed. @default false */
  readonly isFinished?: boolean
  /** Unix seconds of the start, from which days are counted (`runDates`). @default the first exposure */
  readonly startedAt?: number | null
  /** Unix seconds of the end of a finished run. @default its last exposure, whose own day is not counted: nothing says that it was whole */
  readonly finishedAt?: number | null
  /** Unix seconds: only users exposed from here on, for the run after its first week. */
  readonly exposedFrom?: number
}

/** Windowed arms, ready for `analyze`, with what the rows say of the run. */
export interface EventsResult {
  readonly arms: readonly Arm[]
  readonly facts: RunFacts
}

const DAY = 86_400

interface User {
  readonly arm: string
  readonly at: number
  readonly totals: Map<string, Total>
}

interface Total {
  value: number
  below: number
}

/**
 * Builds windowed arms from rows per user, in any order: of each user's first exposure, what happened within the plan's outcome
 * window counts, of users exposed at least so long ago. An engine that is looked at once gets the first planned users in the order
 * of exposure and no more, so that its answer stays the same. Users seen in two arms are counted in `facts` and left out.
 */
export function resultsFromEvents(
  rows: readonly (ExposureRow | OutcomeRow)[],
  plan: ExperimentPlan,
  question: EventsQuestion,
): EventsResult {
  const { arms, now, isFinished = false, exposedFrom = -Infinity } = question
  const { users, byHand, mixed } = readExposures(rows, now)
  const window = plan.outcomeWindow * DAY
  for (const row of rows) {
    if (row.type !== 'outcome') continue
    const user = users.get(row.user)
    if (!user || row.at < user.at || row.at >= Math.min(user.at + window, now)) continue
    const total = user.totals.get(row.metric) ?? { value: 0, below: 0 }
    total.value += row.value ?? 1
    total.below += row.denominator ?? 0
    user.totals.set(row.metric, total)
  }
  const inOrder = [...users.values()]
    .filter(({ at }) => at >= exposedFrom)
    .toSorted((a, b) => a.at - b.at)
  const old = inOrder.filter(({ at }) => at + window <= now)
  const isOnce = plan.engine !== 'sequential' || plan.finalLook === true
  const counted = isOnce ? old.slice(0, plan.plannedUsers) : old
  const metrics = [plan.primary, ...(plan.secondary ?? []), ...(plan.guardrails ?? [])]
  const last = inOrder.at(-1)
  return {
    arms: arms.map(({ id, name, isControl, weight }): Arm => {
      const mature = counted.filter(({ arm }) => arm === id)
      return {
        id,
        name,
        isControl,
        weight,
        exposed: inOrder.filter(({ arm }) => arm === id).length,
        mature: mature.length,
        attachedByHand: byHand.filter((arm) => arm === id).length,
        metrics: Object.fromEntries(
          metrics.map((metric) => [metric.id, sumUp(mature, metric, plan.cap)]),
        ),
      }
    }),
    facts: {
      days: wholeDays(inOrder, question),
      isFinished,
      daysToMaturity: last ? Math.max(0, Math.ceil((last.at + window - now) / DAY)) : null,
      inTwoArms: mixed,
    },
  }
}

/** Days of 24 hours since the start that are over and had an exposure: one begun proves nothing yet, one of a pause never does. */
function wholeDays(inOrder: readonly User[], question: EventsQuestion): number {
  const { now, isFinished, startedAt, finishedAt } = question
  const from = startedAt ?? inOrder[0]?.at ?? 0
  const until = isFinished ? (finishedAt ?? inOrder.at(-1)?.at ?? 0) : now
  const dayOf = (at: number): number => Math.floor((at - from) / DAY)
  const days = inOrder.map(({ at }) => dayOf(at)).filter((day) => day >= 0 && day < dayOf(until))
  return new Set(days).size
}

/** Users by their first exposure; those by hand and those in two arms apart. */
function readExposures(rows: readonly (ExposureRow | OutcomeRow)[], now: number) {
  const users = new Map<string, User>()
  const hands = new Map<string, string>()
  const mixed = new Set<string>()
  for (const row of rows) {
    if (row.type !== 'exposure' || row.at >= now) continue
    if (row.isByHand) hands.set(row.user, row.arm)
    const known = users.get(row.user)
    if (known && known.arm !== row.arm) mixed.add(row.user)
    if (!known || row.at < known.at)
      users.set(row.user, { arm: row.arm, at: row.at, totals: new Map() })
  }
  for (const user of [...mixed, ...hands.keys()]) users.delete(user)
  for (const user of hands.keys()) mixed.delete(user)
  return { users, byHand: [...hands.values()], mixed: mixed.size }
}

function sumUp(users: readonly User[], metric: MetricPlan, cap: number | undefined): MetricSums {
  const column = (of: keyof Total): number[] =>
    users.map(({ totals }) => {
      const value = totals.get(metric.id)?.[of] ?? 0
      // A share counts users, however often each did it.
      return metric.kind === 'proportion' ? Number(value > 0) : value
    })
  const [above, below] = [column('value'), column('below')]
  return {
    maturity: 'windowed',
    count: above.filter((value) => value !== 0).length,
    ...squared(above),
    denominator:
      metric.kind === 'ratio' || isConditional(metric)
        ? { ...squared(below), crossSum: add(above.map((value, at) => value * below[at]!)) }
        : null,
    capped:
      cap !== undefined && metric.isMoney
        ? { cap, ...squared(above.map((value) => Math.min(value, cap))) }
        : null,
    max: above.reduce((most, value) => Math.max(most, value), 0),
  }
}

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const squared = (values: readonly number[]) => ({
  sum: add(values),
  sumSquares: add(values.map((value) => value * value)),
})
