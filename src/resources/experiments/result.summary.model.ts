import type { Arm, MetricPlan, MetricSums } from './analysis.types.ts'
import type { ExperimentGroupMetrics, ExperimentSummary } from './types.ts'

type Money = 'sales' | 'proceeds'

type Counted =
  | 'trials_started'
  | 'trials_converted'
  | 'trials_cancelled'
  | 'subscriptions_started'
  | 'subscriptions_cancelled'
  | 'paying_users'
  | 'refunds'
  | Money

/** A metric that the API's summary can be read for: what is above the line, below it where that is not users. */
interface SummaryMetric {
  readonly plan: MetricPlan
  readonly of: Counted
  readonly per?: Counted | undefined
}

const share = (
  id: string,
  of: Counted,
  better: 'higher' | 'lower' = 'higher',
  per?: Counted,
  twin?: string,
): SummaryMetric => ({
  plan: { id, kind: 'proportion', better, ...(twin && { denominator: 'post-exposure', twin }) },
  of,
  per,
})
const money = (of: Money): SummaryMetric => ({ plan: { id: of, kind: 'mean', isMoney: true }, of })

const METRICS: readonly SummaryMetric[] = [
  share('user_to_trial', 'trials_started'),
  share('user_to_paid', 'paying_users'),
  share('new_trials', 'trials_started'),
  share('new_subscriptions', 'subscriptions_started'),
  share('trial_to_paid', 'trials_converted', 'higher', 'trials_started', 'user_to_paid'),
  share(
    'trial_cancellation',
    'trials_cancelled',
    'lower',
    'trials_started',
    'trial_cancellation_per_user',
  ),
  share('trial_cancellation_per_user', 'trials_cancelled', 'lower'),
  share(
    'subscription_cancellation',
    'subscriptions_cancelled',
    'lower',
    'subscriptions_started',
    'subscription_cancellation_per_user',
  ),
  share('subscription_cancellation_per_user', 'subscriptions_cancelled', 'lower'),
  money('sales'),
  money('proceeds'),
  share('refunds', 'refunds', 'lower'),
]

/** The metrics of the API by id, as a plan names them. What counts after exposure has a twin per exposed user, which decides. */
export const SUMMARY_METRICS: Readonly<Record<string, MetricPlan>> = Object.fromEntries(
  METRICS.map(({ plan }) => [plan.id, plan]),
)

/**
 * Arms from the API's summary. Its totals are accrued: users of different ages mixed. `isMature` says that the last user has had the
 * whole outcome window; until then nobody is known to have. What the answer leaves out is left out here.
 */
export const armsFromSummary = (
  { groups }: ExperimentSummary,
  { isMature = false }: { readonly isMature?: boolean } = {},
): Arm[] =>
  groups.map(({ uid, name, control, weight, metrics }) => {
    const exposed = metrics?.users ?? 0
    return {
      id: uid,
      name: name ?? uid,
      isControl: control === 1,
      weight: weight ?? 0,
      exposed,
      mature: isMature ? exposed : 0,
      metrics: metrics
        ? Object.fromEntries(METRICS.map((metric) => [metric.plan.id, read(metrics, metric)]))
        : {},
    }
  })

function read(
  metrics: ExperimentGroupMetrics,
  { plan, of, per }: SummaryMetric,
): MetricSums | undefined {
  const sum = metrics[of]
  const below = per && metrics[per]
  if (sum === null || below === null) return undefined
  return {
    maturity: 'accrued',
    count: plan.isMoney ? metrics.paying_users : sum,
    sum,
    sumSquares: plan.isMoney ? metrics[`${of as Money}_sum_squares`] : null,
    denominator: below === undefined ? null : { sum: below },
  }
}
