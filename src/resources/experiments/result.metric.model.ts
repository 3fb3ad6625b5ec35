import type { Arm, Engine, ExperimentPlan, GuardrailPlan, MetricPlan } from './analysis.types.ts'
import { contrast, type Contrast } from './result.compare.model.ts'
import { measure, type Measurement } from './result.measure.model.ts'
import type {
  MetricResult,
  MetricRole,
  ArmResult,
  ArmResultState,
  Verdict,
} from './result.types.ts'
import { holm } from './stats.multiple.model.ts'

/** Converted users that each arm needs before a share is compared. */
export const LEAST_EVENTS = 25
/** Payers that each arm needs before money is compared; more where weights are beyond 3 to 1 and nothing is capped. */
export const LEAST_PAYERS = 100
export const LEAST_PAYERS_UNEVEN = 500
const UNEVEN = 3

/** How a metric is to be compared. */
export interface MetricQuestion {
  readonly metric: GuardrailPlan
  readonly role: MetricRole
  readonly engine: Engine
  readonly alpha: number
  /** Comparisons that share alpha, those of other metrics among them; a guardrail stands alone. */
  readonly family: number
  /** True where the engine may be looked at now. */
  readonly isOpen: boolean
  /** True once the last user has had the whole window: totals then mix no ages. */
  readonly isMature: boolean
}

/** Compares every variant with the control in one metric; verdicts come with the family, by `concludeFamily`. */
export function analyzeMetric(
  plan: ExperimentPlan,
  control: Arm,
  variants: readonly Arm[],
  { metric, role, engine, alpha, family, isOpen, isMature }: MetricQuestion,
): MetricResult {
  const all = [control, ...variants]
  const mixesAges = !isMature && isMixed(metric, all)
  // One-sided at alpha is two-sided at twice alpha.
  const own = role === 'guardrail' ? Math.min(0.5, 2 * alpha) : alpha / family
  const whole = all.reduce((sum, { weight }) => sum + weight, 0)
  const least = leastEvents(metric, plan, all)
  const baseline = measure(control, metric, plan)
  const rows = variants.map((arm): ArmResult => {
    const measurement = measure(arm, metric, plan)
    const state = stateOf(measurement, baseline, least, isOpen)
    const tunedAt = Math.max(1, (plan.plannedUsers * (arm.weight + control.weight)) / whole)
    const compared =
      measurement && baseline && (state === 'ready' || state === 'no-variance')
        ? contrast(measurement, baseline, { engine, alpha: own, tunedAt, prior: plan.prior })
        : null
    const found = compared && mixesAges ? { ...compared, p: null, posterior: null } : compared
    return {
      arm: arm.id,
      state,
      measurement,
      contrast: found,
      adjustedP: found?.p ?? null,
      verdict: 'unclear',
      withoutLargest: null,
      contrastWithoutLargest: null,
      guard:
        found && role === 'guardrail' ? (mixesAges ? 'unclear' : guardOf(found, metric)) : null,
      guardWithoutLargest: null,
    }
  })
  return {
    metric,
    role,
    control: baseline,
    rows,
    level: 1 - own,
    leastEvents: least,
    family,
    mixesAges,
  }
}

/** Whether a metric is a total so far of what a trial, an intro price or a renewal can delay. */
export const isMixed = ({ id, isDelayed }: MetricPlan, arms: readonly Arm[]): boolean =>
  isDelayed !== false && arms.some(({ metrics }) => metrics[id]?.maturity === 'accrued')

/** Gives the rows of metrics that share alpha their adjusted p and their verdict. */
export function concludeFamily(results: readonly MetricResult[], alpha: number): MetricResult[] {
  const raw = results.flatMap(({ rows }) => rows.map(({ contrast: found }) => found?.p ?? null))
  const adjusted = holm(raw)
  let at = 0
  return results.map((result) => {
    const rows = result.rows.map((row): ArmResult => {
      const adjustedP = adjusted[at++] ?? null
      const verdict = verdictOf(row.contrast, adjustedP, alpha, result)
      return { ...row, adjustedP, verdict }
    })
    return { ...result, rows }
  })
}

function leastEvents(
  { kind, isMoney, absoluteMargin }: GuardrailPlan,
  { cap }: ExperimentPlan,
  arms: readonly Arm[],
): number {
  // That next to nobody does it is what such a guardrail is to show.
  if (kind === 'proportion' && absoluteMargin !== undefined) return 0
  if (!isMoney) return LEAST_EVENTS
  const weights = arms.map(({ weight }) => weight).filter((weight) => weight > 0)
  const isUneven = Math.max(...weights) > UNEVEN * Math.min(...weights)
  return isUneven && cap === undefined ? LEAST_PAYERS_UNEVEN : LEAST_PAYERS
}

function stateOf(
  arm: Measurement | null,
  control: Measurement | null,
  least: number,
  isOpen: boolean,
): ArmResultState {
  if (!arm || !control) return 'missing'
  const isEmpty = !(arm.denominator > 0) || !(control.denominator > 0)
  if (isEmpty || (arm.events ?? 0) < least || (control.events ?? 0) < least) return 'too-few-events'
  if (!isOpen) return 'before-planned-size'
  const isSure = arm.measured.variance !== null && control.measured.variance !== null
  return isSure ? 'ready' : 'no-variance'
}

function verdictOf(
  found: Contrast | null,
  adjustedP: number | null,
  alpha: number,
  { metric, level, mixesAges }: MetricResult,
): Verdict {
  if (!found || mixesAges || found.difference.value === 0) return 'unclear'
  const { posterior, difference } = found
  const isTold = posterior
    ? Math.min(posterior.chance, 1 - posterior.chance) <= (1 - level) / 2
    : adjustedP !== null && adjustedP < alpha
  if (!isTold) return 'unclear'
  return difference.value > 0 === (metric.better !== 'lower') ? 'better' : 'worse'
}

/** Non-inferiority by the side of the interval that harm is on: W. Blackwelder, Controlled Clinical Trials 3 (1982). */
function guardOf(
  { lift, difference }: Contrast,
  { better, margin: relative = 0, absoluteMargin }: GuardrailPlan,
): ArmResult['guard'] {
  const range = absoluteMargin === undefined ? lift?.interval : difference.interval
  if (!range) return 'unclear'
  const margin = absoluteMargin ?? relative
  const [worst, best] = better === 'lower' ? [-range.high, -range.low] : [range.low, range.high]
  if (worst > -margin) return 'safe'
  return best < -margin ? 'harmed' : 'unclear'
}
