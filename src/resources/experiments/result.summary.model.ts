import type { Arm, MetricPlan, MetricSums } from './analysis.types.ts'
import type { ExperimentGroupMetrics, ExperimentSummary } from './types.ts'

type Counted =
  | 'trials_started'
  | 'trials_converted'
  | 'trials_cancelled'
  | 'subscriptions_started'
  | 'subscriptions_cancelled'
  | 'paying_users'
  | 'refunds'
  | 'sales'
  | 'proceeds'
  | 'sales_sum_squares'
  | 'proceeds_sum_squares'

/** A metric that the API's summary can be read for: what is above the line, below it where that is not users, and its squares. */
interface SummaryMetric {
  readonly plan: MetricPlan
  readonly of: Counted
  readonly per?: Counted
  readonly squares?: Counted
}

const share = (id: string, of: Counted, better: 'higher' | 'lower' = 'higher'): SummaryMetric => ({
  plan: { id, kind: 'proportion', better },
  of,
})
const conditional = (
  id: string,
  of: Counted,
  per: Counted,
  twin: string,
  better: 'higher' | 'lower',
): SummaryMetric => ({
  plan: { id, kind: 'proportion', better, denominator: 'post-exposure', twin },
  of,
  per,
})
const money = (of: 'sales' | 'proceeds'): SummaryMetric => ({
  plan: { id: of, kind: 'mean', isMoney: true },
  of,
  squares: `${of}_sum_squares`,
})

const METRICS: readonly SummaryMetric[] = [
  share('user_to_trial', 'trials_started'),
  share('user_to_paid', 'paying_users'),
  share('new_trials', 'trials_started'),
  share('new_subscriptions', 'subscriptions_started'),
  conditional('trial_to_paid', 'trials_converted', 'trials_started', 'user_to_paid', 'higher'),
  conditional(
    'trial_cancellation',
    'trials_cancelled',
    'trials_started',
    'trial_cancellation_per_user',
    'lower',
  ),
  share('trial_cancellation_per_user', 'trials_cancelled', 'lower'),
  conditional(
    'subscription_cancellation',
    'subscriptions_cancelled',
    'subscriptions_started',
    'subscription_cancellation_per_user',
    'lower',
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
  { plan, of, per, squares }: SummaryMetric,
): MetricSums | undefined {
  const sum = metrics[of]
  const below = per && metrics[per]
  if (sum === null || below === null) return undefined
  return {
    maturity: 'accrued',
    count: plan.isMoney ? metrics.paying_users : sum,
    sum,
    sumSquares: squares ? metrics[squares] : null,
    denominator: below === undefined ? null : { sum: below },
  }
}
