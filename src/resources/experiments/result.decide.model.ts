import type { Interval } from './analysis.types.ts'
import type { Analysis, GateId, MetricResult, ArmResult } from './result.types.ts'
import type { Health, HealthProblem } from './result.health.model.ts'

/** The six words. */
export type DecisionWord =
  | 'unhealthy'
  | 'not-enough-data'
  | 'keep-running'
  | 'ship'
  | 'roll-back'
  | 'no-difference'

/** Why: what `code` names, in which arm and metric, with the number that shows it. */
export interface Reason {
  readonly code:
    | HealthProblem
    | GateId
    | 'events'
    | 'missing'
    | 'no-variance'
    | 'stopped-early'
    | 'unclear'
    | 'better'
    | 'worse'
    | 'guardrail-safe'
    | 'guardrail-harmed'
    | 'guardrail-unclear'
    | 'guardrail-undecided'
    | 'large-change'
    | 'one-customer'
    | 'novelty'
    | 'under-minimum'
    | 'within-minimum'
    | 'planned-size-reached'
    | 'past-planned-size'
  readonly arm?: string
  readonly metric?: string
  readonly value?: number | null
  readonly needed?: number | null
  /** Name of another experiment. */
  readonly other?: string
}

/** What to do, and why. */
export interface Decision {
  readonly word: DecisionWord
  /** The arm to ship; null for the other words. */
  readonly arm: string | null
  readonly reasons: readonly Reason[]
}

/**
 * A change over half is more often a fault of the tracking than a success (Twyman's law; R. Kohavi, D. Tang and Y. Xu,
 * "Trustworthy Online Controlled Experiments", 2020, chapter 3).
 */
export const LARGE_CHANGE = 0.5

// A day's users more than planned are no second look at a plan that is looked at once; a tenth more may be.
const MOST_OVER = 1.1

/** The word for an experiment, with its reasons. The same analysis always gives the same word. */
export function decide(analysis: Analysis): Decision {
  const { health, gates, progress, maturity } = analysis
  if (!health.isHealthy) return word('unhealthy', alarmsOf(health))
  const isOver = maturity.isFinished && maturity.daysLeft === 0
  // What is over and mature cannot run on.
  const wait: DecisionWord = isOver ? 'not-enough-data' : 'keep-running'
  const decisive = analysis.metrics.find(({ metric }) => metric.id === analysis.decisive)
  if (!decisive) return word(wait, closed(analysis))
  const lacking = lackOf(decisive)
  if (lacking.length > 0) return word('not-enough-data', lacking)
  if (!gates.find(({ gate }) => gate === 'planned-size')!.isOpen)
    return word('not-enough-data', [
      reason('planned-size', { value: progress.users, needed: progress.planned }),
      ...closed(analysis).filter(({ code }) => code === 'maturity'),
    ])
  const shut = closed(analysis)
  if (shut.length > 0) return word(wait, shut)
  return judge(analysis, decisive, wait)
}

const word = (
  name: DecisionWord,
  reasons: readonly Reason[],
  arm: string | null = null,
): Decision => ({ word: name, arm, reasons })

const reason = (code: Reason['code'], rest: Omit<Reason, 'code'> = {}): Reason => ({
  code,
  ...rest,
})

const alarmsOf = ({ findings }: Health): Reason[] =>
  findings
    .filter(({ severity }) => severity === 'alarm')
    .map(({ problem, arm, value }) =>
      reason(problem, {
        ...(arm !== undefined && { arm }),
        ...(value !== undefined && { value }),
      }),
    )

const closed = ({ gates }: Analysis): Reason[] =>
  gates
    .filter(({ isOpen }) => !isOpen)
    .map(({ gate, value, needed }) => reason(gate, { value, needed }))

/** Rows that cannot be compared. */
function lackOf(result: MetricResult): Reason[] {
  if (result.rows.length === 0) return [reason('no-variant')]
  return result.rows
    .filter(({ state }) => state !== 'ready' && state !== 'before-planned-size')
    .map((row) => lack(result, row, 'events'))
}

/** Why a row tells nothing: the source does not give it, or the outcomes are too few. */
function lack(
  { metric, control }: MetricResult,
  { arm, state, measurement }: ArmResult,
  tooFew: 'events' | 'guardrail-undecided' | 'guardrail-unclear',
): Reason {
  const about = { arm, metric: metric.id }
  return state === 'missing' || state === 'no-variance'
    ? reason(state, about)
    : reason(tooFew, {
        ...about,
        value: Math.min(measurement?.events ?? 0, control?.events ?? 0),
      })
}

/** The claim that the numbers make for an arm, before what may stand against it. */
type Claim = 'better' | 'worse' | 'no-matter' | 'open'

function judge(analysis: Analysis, decisive: MetricResult, wait: DecisionWord): Decision {
  const { plan, progress, engine } = analysis
  const guardrails = analysis.metrics.filter(({ role }) => role === 'guardrail')
  const judged = decisive.rows.map((row) => {
    const guards = guardrails.flatMap((result) =>
      result.rows.filter(({ arm }) => arm === row.arm).map((of) => ({ result, of })),
    )
    const harmed = guards.filter(({ of }) => of.guard === 'harmed')
    const claim: Claim = harmed.length > 0 ? 'worse' : claimOf(row, decisive, plan.minEffect ?? 0)
    const doubts =
      harmed.length > 0
        ? harmed.flatMap(guardDoubt)
        : [
            ...doubtsOf(analysis, decisive, row),
            ...(claim === 'better' ? guards.flatMap(guardDoubt) : []),
          ]
    return { row, guards, harmed, claim, doubts }
  })
  const about = (row: ArmResult) => ({ arm: row.arm, metric: decisive.metric.id })
  const sure = (code: 'better' | 'worse', row: ArmResult): Reason =>
    reason(code, { ...about(row), value: row.contrast?.lift?.value ?? null })
  const size = { value: progress.users, needed: progress.planned }
  const isLast = progress.isComplete || wait !== 'keep-running'
  const isOnce = engine !== 'sequential'
  // Users beyond the plan tell a sequence more; one look has been had.
  const stay: DecisionWord = isOnce && progress.isComplete ? 'not-enough-data' : wait
  const late = isOnce && progress.users > MOST_OVER * progress.planned
  const say = (name: DecisionWord, reasons: readonly Reason[], arm?: string): Decision =>
    word(name, late ? [...reasons, reason('past-planned-size', size)] : reasons, arm)
  const better = judged.filter(({ claim }) => claim === 'better')
  const best = better
    .filter(
      ({ doubts, guards }) => doubts.length === 0 && guards.every(({ of }) => of.guard === 'safe'),
    )
    .toSorted((a, b) => gainOf(b.row, decisive) - gainOf(a.row, decisive))[0]
  if (best) {
    const { row, guards } = best
    const safe = guards.map(({ result }) =>
      reason('guardrail-safe', { arm: row.arm, metric: result.metric.id }),
    )
    return say('ship', [sure('better', row), ...safe], row.arm)
  }
  if (better.length > 0)
    return say(
      stay,
      better.flatMap(({ row, doubts, guards }) => [
        sure('better', row),
        ...doubts,
        ...guards
          .filter(({ of }) => of.guard !== 'safe')
          // More users tell, but for what the source does not give and for a plan that is at its end.
          .map(({ result, of }) =>
            lack(result, of, isLast ? 'guardrail-undecided' : 'guardrail-unclear'),
          ),
      ]),
    )
  const worse = judged
    .filter(({ claim }) => claim === 'worse')
    .flatMap(({ row, harmed }) =>
      harmed.length > 0
        ? harmed.map(({ result }) =>
            reason('guardrail-harmed', { arm: row.arm, metric: result.metric.id }),
          )
        : [sure('worse', row)],
    )
  if (judged.every(({ claim }) => claim === 'worse')) {
    const doubts = judged.flatMap((each) => each.doubts)
    return say(doubts.length > 0 ? stay : 'roll-back', [...worse, ...doubts])
  }
  const open = judged.filter(({ claim }) => claim === 'open')
  if (open.length === 0)
    return say('no-difference', [
      ...judged
        .filter(({ claim }) => claim === 'no-matter')
        .map(({ row }) =>
          reason(row.verdict === 'better' ? 'under-minimum' : 'within-minimum', about(row)),
        ),
      ...worse,
    ])
  if (progress.isComplete)
    return say('no-difference', [reason('planned-size-reached', size), ...worse])
  if (wait !== 'keep-running') return word(wait, [reason('stopped-early', size)])
  return word(wait, [...open.map(({ row }) => reason('unclear', about(row))), ...worse])
}

/** A change that is sure but wholly under the least that matters is no success, and one wholly within it either way no difference. */
function claimOf(row: ArmResult, { metric }: MetricResult, minEffect: number): Claim {
  const range = towardGood(row.contrast?.lift?.interval ?? null, metric.better)
  if (minEffect > 0 && range && range.high < minEffect && range.low > -minEffect) return 'no-matter'
  return row.verdict === 'unclear' ? 'open' : row.verdict
}

function towardGood(
  range: Interval | null,
  better: 'higher' | 'lower' = 'higher',
): Interval | null {
  return range && better === 'lower' ? { low: -range.high, high: -range.low } : range
}

const gainOf = ({ contrast }: ArmResult, { metric }: MetricResult): number =>
  (contrast?.difference.value ?? 0) * (metric.better === 'lower' ? -1 : 1)

/** A guardrail that is safe, or harmed, by one payment. */
const guardDoubt = ({ result, of }: { readonly result: MetricResult; readonly of: ArmResult }) =>
  of.guard !== 'unclear' && of.guardWithoutLargest !== null && of.guardWithoutLargest !== of.guard
    ? [reason('one-customer', { arm: of.arm, metric: result.metric.id })]
    : []

/** What stands against believing a sure change. */
function doubtsOf(analysis: Analysis, { metric }: MetricResult, row: ArmResult): Reason[] {
  const about = { arm: row.arm, metric: metric.id }
  const lift = row.contrast?.lift?.value ?? 0
  const later = analysis.afterFirstWeek?.rows.find(({ arm }) => arm === row.arm)?.contrast
  const isSameSide =
    !later || Math.sign(later.difference.value) === Math.sign(row.contrast?.difference.value ?? 0)
  return [
    ...(Math.abs(lift) > LARGE_CHANGE && !analysis.isLargeChangeVerified
      ? [reason('large-change', { ...about, value: lift })]
      : []),
    ...(row.withoutLargest !== null && row.withoutLargest !== row.verdict
      ? [reason('one-customer', about)]
      : []),
    ...(isSameSide ? [] : [reason('novelty', { ...about, value: later.difference.value })]),
  ]
}
