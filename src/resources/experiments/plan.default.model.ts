import type { ExperimentPlan, GuardrailPlan, MetricPlan } from './analysis.types.ts'
import { SUMMARY_METRICS } from './result.summary.model.ts'
import type { Experiment } from './types.ts'

/** A free week and three days in which stores report it. */
const CONVERSION_WINDOW = 10
/** One monthly renewal more. */
const REVENUE_WINDOW = CONVERSION_WINDOW + 30
/** Finds a change by a fifth of what 1 user in 20 does, with a chance of 80%: two arms, sequential (`planSample`). */
const PLANNED_USERS = 28_000
/**
 * Refunds may take back half of the payers that the size is made to find, 10 in 1,000. Refunds are rare: no test of that size shows that
 * they are not half as many more, where 2 in 1,000 ask for one.
 */
const REFUND_MARGIN = 0.005

/** Where a trial, an intro price or a renewal comes after what is counted. */
const UNDELAYED = new Set(['user_to_trial', 'new_trials'])

/** What plans decide by where the experiment names no metric. */
const FALLBACK = 'user_to_paid'

/**
 * The plan that an experiment is judged by while its host keeps none, made of the experiment's own settings alone, so that it is the
 * same at every look: sequential at 5%, the primary metric in the direction of its goal with a twin per exposed user where it is
 * conditional, paying users and proceeds beside it, refunds as a guardrail. Window and size are guesses: say that it is a default.
 */
export function defaultPlan({
  primary_metric,
  goal_direction,
}: Pick<Experiment, 'primary_metric' | 'goal_direction'>): ExperimentPlan {
  const primary = primaryOf(primary_metric ?? FALLBACK, goal_direction)
  const others = [primary.twin, FALLBACK, 'proceeds'].flatMap((id) =>
    id !== undefined && id !== primary.id ? [id] : [],
  )
  const secondary = [...new Set(others)].flatMap((id) => metricOf(id) ?? [])
  return {
    engine: 'sequential',
    alpha: 0.05,
    outcomeWindow: primary.isMoney ? REVENUE_WINDOW : CONVERSION_WINDOW,
    plannedUsers: PLANNED_USERS,
    primary,
    secondary: primary.twin ? secondary.map((metric) => turned(metric, primary)) : secondary,
    guardrails: primary.id === 'refunds' ? [] : refunds(),
  }
}

function primaryOf(id: string, direction: Experiment['goal_direction']): MetricPlan {
  // Summaries spell them with hyphens.
  const known = metricOf(id.replaceAll('-', '_')) ?? { id, kind: 'proportion' as const }
  if (direction === 'increase') return { ...known, better: 'higher' }
  return direction === 'decrease' ? { ...known, better: 'lower' } : known
}

function metricOf(id: string): MetricPlan | undefined {
  const known = SUMMARY_METRICS[id]
  return known && UNDELAYED.has(id) ? { ...known, isDelayed: false } : known
}

/** A twin decides in its conditional's place, so it wants the same. */
const turned = (metric: MetricPlan, { twin, better }: MetricPlan): MetricPlan =>
  metric.id === twin && better ? { ...metric, better } : metric

const refunds = (): GuardrailPlan[] => {
  const metric = SUMMARY_METRICS['refunds']
  return metric ? [{ ...metric, absoluteMargin: REFUND_MARGIN }] : []
}
