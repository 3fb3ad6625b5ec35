import type { Arm, Engine, ExperimentPlan, MetricPlan, RunFacts } from './analysis.types.ts'
import { checkHealth } from './result.health.model.ts'
import { isConditional, withoutLargest } from './result.measure.model.ts'
import {
  analyzeMetric,
  concludeFamily,
  isMixed,
  type MetricQuestion,
} from './result.metric.model.ts'
import type { Analysis, Gate, MetricResult, MetricRole, PlanProgress } from './result.types.ts'
import { wholeWeeks } from './weeks.model.ts'

/** A run of which nothing is known but its sums. */
export const UNKNOWN_RUN: RunFacts = { days: null, isFinished: false, daysToMaturity: null }

// The share of alpha that a sequence has before a final look.
const BEFORE_FINAL = 0.2

/**
 * Judges an experiment by its plan: health, then every metric by the plan's one engine, with what must hold before any claim.
 * Arms without weight take no part. Pure: what time it is stands in `facts`.
 */
export function analyze(
  plan: ExperimentPlan,
  arms: readonly Arm[],
  facts: RunFacts = UNKNOWN_RUN,
): Analysis {
  const designed = arms.filter(({ weight }) => weight > 0)
  const controls = designed.filter(({ isControl }) => isControl)
  const control = controls.length === 1 ? controls[0]! : null
  const all = metricsOf(plan)
  const decisive = all.find(({ role }) => role === 'twin' || role === 'primary')!.metric
  // A guardrail lets an arm pass or not: it decides with the metric that does.
  const deciding = [decisive, ...(plan.guardrails ?? [])].filter((metric) =>
    designed.some((arm) => arm.metrics[metric.id]?.maturity === 'accrued'),
  )
  const mixesAges = deciding.some((metric) => isMixed(metric, designed))
  const count = (of: 'exposed' | 'mature'): number =>
    designed.reduce((sum, arm) => sum + arm[of], 0)
  const people = { exposed: count('exposed'), mature: count('mature') }
  const progress = progressOf(
    plan,
    people,
    facts,
    !deciding.includes(decisive) ? 'mature' : decisive.isDelayed === false ? 'exposed' : 'mixed',
  )
  const hasFinal = plan.engine === 'sequential' && plan.finalLook === true
  const isLast = hasFinal && progress.isComplete
  const engine: Engine = isLast ? 'fixed' : plan.engine
  const part = isLast ? 1 - BEFORE_FINAL : BEFORE_FINAL
  const alpha = hasFinal ? plan.alpha * part : plan.alpha
  const judge = (of: readonly Arm[]): MetricResult[] =>
    judgeAll(plan, all, of, {
      engine,
      alpha,
      isOpen: engine !== 'fixed' || progress.isComplete,
      isMature: facts.daysToMaturity === 0,
    })
  const cannotDecide = isConditional(decisive)
  const metrics = control ? withInfluence(judge(designed), designed, judge) : []
  const later = facts.afterFirstWeek?.filter(({ weight }) => weight > 0)
  return {
    plan,
    engine,
    isDecisive: true,
    control: control?.id ?? null,
    arms,
    health: checkHealth(arms, facts),
    progress,
    maturity: {
      ...people,
      daysLeft: facts.daysToMaturity,
      isAccrued: deciding.length > 0,
      isFinished: facts.isFinished,
    },
    gates: gatesOf(plan, facts, progress, mixesAges, cannotDecide),
    metrics,
    decisive: cannotDecide ? null : decisive.id,
    afterFirstWeek: later ? (judge(later).find(({ metric }) => metric === decisive) ?? null) : null,
    isLargeChangeVerified: facts.isLargeChangeVerified === true,
  }
}

/** Every metric in its family: what decides, secondary metrics together, each guardrail alone. */
function judgeAll(
  plan: ExperimentPlan,
  all: readonly PlannedMetric[],
  arms: readonly Arm[],
  look: Pick<MetricQuestion, 'engine' | 'alpha' | 'isOpen' | 'isMature'>,
): MetricResult[] {
  const control = arms.find(({ isControl }) => isControl)
  if (!control) return []
  const variants = arms.filter(({ isControl }) => !isControl)
  const secondaries = all.filter(({ role }) => role === 'secondary').length
  const analyzed = all.map(({ metric, role }) => {
    const metrics = role === 'secondary' ? secondaries : 1
    const family = role === 'guardrail' ? 1 : Math.max(1, variants.length * metrics)
    return analyzeMetric(plan, control, variants, { ...look, metric, role, family })
  })
  const shared = concludeFamily(
    analyzed.filter(({ role }) => role === 'secondary'),
    look.alpha,
  )
  return analyzed.flatMap((result) => {
    if (result.role === 'secondary') return shared.splice(0, 1)
    return result.role === 'guardrail' ? [result] : concludeFamily([result], look.alpha)
  })
}

/** Money once more without each arm's largest payment. */
function withInfluence(
  results: readonly MetricResult[],
  arms: readonly Arm[],
  judge: (arms: readonly Arm[]) => MetricResult[],
): readonly MetricResult[] {
  const isKnown = (id: string): boolean =>
    arms.every((arm) => typeof arm.metrics[id]?.max === 'number')
  // Of a ratio nothing says what that payment was divided by.
  const money = results.filter(
    ({ metric }) => metric.isMoney && metric.kind !== 'ratio' && isKnown(metric.id),
  )
  if (money.length === 0) return results
  const lesser = arms.map((arm) =>
    money.reduce((left, { metric }) => withoutLargest(left, metric), arm),
  )
  const without = judge(lesser)
  return results.map((result, index) => {
    if (!money.includes(result)) return result
    const rows = result.rows.map((row, of) => {
      const other = without[index]!.rows[of]!
      return {
        ...row,
        withoutLargest: other.contrast ? other.verdict : null,
        guardWithoutLargest: other.guard,
        contrastWithoutLargest: other.contrast,
      }
    })
    return { ...result, rows }
  })
}

/** What the engines say that the plan did not name: for a disclosure, never for a decision. */
export const analyzeOtherwise = (
  plan: ExperimentPlan,
  arms: readonly Arm[],
  facts: RunFacts = UNKNOWN_RUN,
): Analysis[] => {
  // At its final look a sequential plan decides by the fixed engine.
  const { engine: decides } = analyze(plan, arms, facts)
  return (['sequential', 'fixed', 'bayesian'] as const)
    .filter((engine) => engine !== decides)
    .map((engine) =>
      Object.assign(analyze({ ...plan, engine, finalLook: false }, arms, facts), {
        isDecisive: false,
      }),
    )
}

/** A metric with what it is there for. */
interface PlannedMetric {
  readonly metric: MetricPlan
  readonly role: MetricRole
}

const as = (role: MetricRole, metrics: readonly (MetricPlan | undefined)[]): PlannedMetric[] =>
  metrics.flatMap((metric) => (metric ? [{ metric, role }] : []))

/** The metrics in the order of the page: a twin stands over its conditional metric. */
export function metricsOf({
  primary,
  secondary = [],
  guardrails = [],
}: ExperimentPlan): PlannedMetric[] {
  const twin = isConditional(primary) ? secondary.find(({ id }) => id === primary.twin) : undefined
  return [
    ...as('twin', [twin]),
    ...as('primary', [primary]),
    ...as(
      'secondary',
      secondary.filter((metric) => metric !== twin),
    ),
    ...as('guardrail', guardrails),
  ]
}

function progressOf(
  { plannedUsers, outcomeWindow }: ExperimentPlan,
  { exposed, mature }: { readonly exposed: number; readonly mature: number },
  { days, isFinished }: RunFacts,
  source: PlanProgress['counted'],
): PlanProgress {
  // Totals of a run whose last user has had the window are of mature users; nobody mature is nobody known to be.
  const counted = source === 'mature' || mature > 0 ? 'mature' : source
  const users = counted === 'mature' ? mature : exposed
  const isComplete = counted !== 'mixed' && users >= plannedUsers
  const perDay = days && days > 0 && !isFinished ? exposed / days : 0
  const daysFor = (had: number): number => Math.ceil((plannedUsers - had) / perDay)
  // The last of the planned users has to come, maybe days ago, and then to have the window.
  const left =
    counted === 'mature'
      ? Math.max(daysFor(users), daysFor(exposed) + outcomeWindow)
      : Math.max(0, daysFor(users)) + (counted === 'mixed' ? outcomeWindow : 0)
  return {
    users,
    counted,
    planned: plannedUsers,
    share: Math.min(1, users / plannedUsers),
    days,
    daysLeft: isComplete ? 0 : perDay > 0 ? left : null,
    isComplete,
  }
}

function gatesOf(
  { minDays = 7, engine, plannedUsers }: ExperimentPlan,
  { days, daysToMaturity }: RunFacts,
  { users, isComplete }: PlanProgress,
  mixesAges: boolean,
  cannotDecide: boolean,
): Gate[] {
  const needed = wholeWeeks(minDays)
  return [
    { gate: 'days', isOpen: days !== null && days >= needed, value: days, needed },
    {
      gate: 'maturity',
      isOpen: !mixesAges || daysToMaturity === 0,
      value: mixesAges ? daysToMaturity : 0,
      needed: 0,
    },
    { gate: 'conditional', isOpen: !cannotDecide, value: null, needed: null },
    {
      gate: 'planned-size',
      isOpen: engine === 'sequential' || isComplete,
      value: users,
      needed: engine === 'sequential' ? null : plannedUsers,
    },
  ]
}
