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
  readonly arm?: string | undefined
  readonly metric?: string | undefined
  readonly value?: number | null | undefined
  readonly needed?: number | null | undefined
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
  const { health, progress, maturity } = analysis
  if (!health.isHealthy) return word('unhealthy', alarmsOf(health))
  const isOver = maturity.isFinished && maturity.daysLeft === 0
  // What is over and mature cannot run on.
  const wait: DecisionWord = isOver ? 'not-enough-data' : 'keep-running'
  const decisive = analysis.metrics.find(({ metric }) => metric.id === analysis.decisive)
  const shut = closed(analysis)
  if (!decisive) return word(wait, shut)
  const lacking = lackOf(decisive)
  if (lacking.length > 0) return word('not-enough-data', lacking)
  const { users: value, planned: needed } = progress
  if (shut.some(({ code }) => code === 'planned-size'))
    return word('not-enough-data', [
      reason('planned-size', { value, needed }),
      ...shut.filter(({ code }) => code === 'maturity'),
    ])
  if (shut.length > 0) return word(wait, shut)
  const { word: name, arm, reasons } = judge(analysis, decisive, wait)
  const isLate = analysis.engine !== 'sequential' && value > MOST_OVER * needed
  const late = isLate ? [reason('past-planned-size', { value, needed })] : []
  return word(name, [...reasons, ...late], arm)
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
    .map(({ problem, arm, value }) => reason(problem, { arm, value }))

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
export function lack(
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
  const { id: metric, better: side } = decisive.metric
  const guardrails = analysis.metrics.filter(({ role }) => role === 'guardrail')
  const isOnce = engine !== 'sequential'
  // More users tell, but for a plan that is at its end.
  const unsafe =
    progress.isComplete || wait !== 'keep-running' ? 'guardrail-undecided' : 'guardrail-unclear'
  const judged = decisive.rows.map((row, at) => {
    const { arm, contrast } = row
    // Every metric has its rows in the order of the variants.
    const guards = guardrails.map((result) => ({ result, of: result.rows[at]! }))
    const harmed = guards.filter(({ of }) => of.guard === 'harmed')
    const isHarmed = harmed.length > 0
    const claim: Claim = isHarmed ? 'worse' : claimOf(row, plan.minEffect ?? 0)
    const own = isHarmed ? [] : doubtsOf(analysis, decisive, row)
    const relied = isHarmed ? harmed : claim === 'better' ? guards : []
    return {
      arm,
      guards,
      claim,
      gain: (contrast?.difference.value ?? 0) * (side === 'lower' ? -1 : 1),
      why: isHarmed
        ? harmed.map(({ result }) => reason('guardrail-harmed', { arm, metric: result.metric.id }))
        : [reason(codeOf(row, claim), { arm, metric, value: contrast?.lift?.value ?? null })],
      doubts: own.concat(
        relied.flatMap(guardDoubt),
        relied
          .filter(({ of }) => of.guard !== 'safe' && of.guard !== 'harmed')
          .map(({ result, of }) => lack(result, of, unsafe)),
      ),
    }
  })
  const those = (claim: Claim) => judged.filter((each) => each.claim === claim)
  const whys = (claim: Claim): Reason[] => those(claim).flatMap(({ why }) => why)
  const size = { value: progress.users, needed: progress.planned }
  // Users beyond the plan tell a sequence more; one look has been had.
  const stay: DecisionWord = isOnce && progress.isComplete ? 'not-enough-data' : wait
  const better = those('better')
  const [best] = better
    .filter(({ doubts }) => doubts.length === 0)
    .toSorted((a, b) => b.gain - a.gain)
  if (best) {
    const { arm, why, guards } = best
    const safe = guards.map(({ result }) =>
      reason('guardrail-safe', { arm, metric: result.metric.id }),
    )
    return word('ship', [...why, ...safe], arm)
  }
  const worse = whys('worse')
  const isLost = those('worse').length === judged.length
  if (better.length > 0 || isLost) {
    const doubts = judged.flatMap((each) => (isLost || each.claim === 'better' ? each.doubts : []))
    return word(doubts.length > 0 ? stay : 'roll-back', [
      ...(isLost ? worse : whys('better')),
      ...doubts,
    ])
  }
  if (those('open').length === 0) return word('no-difference', [...whys('no-matter'), ...worse])
  if (progress.isComplete)
    return word('no-difference', [reason('planned-size-reached', size), ...worse])
  if (wait !== 'keep-running') return word(wait, [reason('stopped-early', size)])
  return word(wait, [...whys('open'), ...worse])
}

/** A change that is sure but wholly under the least that matters is no success, and one wholly within it either way no difference. */
function claimOf(row: ArmResult, minEffect: number): Claim {
  const range = row.contrast?.lift?.interval
  if (minEffect > 0 && range && range.high < minEffect && range.low > -minEffect) return 'no-matter'
  return row.verdict === 'unclear' ? 'open' : row.verdict
}

/** What a claim is called as a reason. */
function codeOf({ verdict }: ArmResult, claim: Claim): Reason['code'] {
  if (claim === 'no-matter') return verdict === 'better' ? 'under-minimum' : 'within-minimum'
  return claim === 'open' ? 'unclear' : claim
}

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
