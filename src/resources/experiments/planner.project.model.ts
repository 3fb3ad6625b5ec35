import { revenueBaseline, type Baseline, type PriceShare } from './plan.sample.model.ts'
import type { MetricBaseline } from './planner.types.ts'
import type { ExperimentSummary } from './types.ts'

/** What users of some days were worth within the outcome window. */
export interface ValueFigures {
  readonly users: number
  /** Amount per user. */
  readonly perUser: number
  /** Amount per user who has paid; null where none has. */
  readonly perPayer: number | null
}

/** What is known of a project when a test is planned. Undefined where nothing is. */
export interface ProjectFigures {
  /** Before commission. */
  readonly sales?: ValueFigures | undefined
  /** After commission. */
  readonly proceeds?: ValueFigures | undefined
  readonly trials?: { readonly users: number; readonly started: number } | undefined
  /** Experiments with results: their controls are users to whom nothing was done. */
  readonly experiments?: readonly ExperimentSummary[] | undefined
  /** What payments cost and how common each price is, where the host knows. */
  readonly prices?: readonly PriceShare[] | undefined
}

/** How a planner says where its figures come from. */
export interface FigureWords {
  /** Users who were worth something within the window. */
  readonly value: (users: number) => string
  readonly trials: (users: number) => string
  readonly control: (users: number, experiments: readonly string[]) => string
  /** How far payers lie apart, by the controls of experiments. */
  readonly spread: (experiments: readonly string[]) => string
  /** That every payer is taken to pay the same. */
  readonly alike: string
}

/** Today's figures by metric: of the project's users where they are known, else of the controls of its experiments. */
export function projectBaselines(
  figures: ProjectFigures,
  words: FigureWords,
): readonly MetricBaseline[] {
  const { sales, proceeds, trials } = figures
  const value = sales ?? proceeds
  const payers = value && payerShare(value)
  const made: MetricBaseline[] = []
  const addRate = (metric: string, rate: number, users: number, source: string) => {
    if (rate > 0 && rate < 1)
      made.push({ metric, baseline: { kind: 'proportion', rate }, users, source })
  }
  if (value && payers) addRate('user_to_paid', payers, value.users, words.value(value.users))
  if (trials && trials.users > 0)
    for (const metric of ['user_to_trial', 'new_trials'])
      addRate(metric, trials.started / trials.users, trials.users, words.trials(trials.users))
  for (const metric of ['sales', 'proceeds'] as const) {
    const money = figures[metric] && moneyBaseline(metric, figures[metric], figures, words)
    if (money) made.push(money)
  }
  const controls = pooledControls(figures.experiments ?? [])
  for (const [metric, part] of FROM_CONTROLS)
    if (!made.some((one) => one.metric === metric) && controls.users > 0)
      addRate(
        metric,
        controls.sums[part] / controls.users,
        controls.users,
        words.control(controls.users, controls.names),
      )
  return made
}

const FROM_CONTROLS = [
  ['user_to_paid', 'paying_users'],
  ['user_to_trial', 'trials_started'],
  ['new_trials', 'trials_started'],
  ['new_subscriptions', 'subscriptions_started'],
  ['refunds', 'refunds'],
] as const

const payerShare = ({ perUser, perPayer }: ValueFigures): number =>
  perPayer ? perUser / perPayer : 0

/** Money per user: its spread by the host's prices, else by the controls of experiments, else as if all payers paid the same. */
function moneyBaseline(
  metric: 'sales' | 'proceeds',
  { users, perUser, perPayer }: ValueFigures,
  { prices, experiments = [] }: ProjectFigures,
  words: FigureWords,
): MetricBaseline | null {
  const share = perPayer ? perUser / perPayer : 0
  if (!perPayer || share <= 0 || share >= 1) return null
  const common = { metric, users, payerShare: share, source: words.value(users) }
  if (prices && prices.length > 0)
    return { ...common, baseline: revenueBaseline(share, prices), assumption: null }
  const { spread, names } = spreadOfControls(metric, experiments)
  if (spread === null)
    return {
      ...common,
      baseline: revenueBaseline(share, [{ price: perPayer, share: 1 }]),
      assumption: words.alike,
    }
  const baseline: Baseline = {
    kind: 'mean',
    mean: perUser,
    variance: share * spread * perPayer ** 2 - perUser ** 2,
  }
  return { ...common, baseline, assumption: words.spread(names) }
}

type Sums = Record<(typeof FROM_CONTROLS)[number][1], number>

function pooledControls(experiments: readonly ExperimentSummary[]) {
  const sums: Sums = { paying_users: 0, trials_started: 0, subscriptions_started: 0, refunds: 0 }
  const names: string[] = []
  let users = 0
  for (const { name, groups } of experiments) {
    const metrics = groups.find(({ control }) => control === 1)?.metrics
    if (!metrics?.users) continue
    users += metrics.users
    names.push(name)
    for (const part of Object.keys(sums) as (keyof Sums)[]) sums[part] += metrics[part] ?? 0
  }
  return { users, names, sums }
}

/** Mean of the squared amounts per payer over the square of their mean, of all controls that give their squares; null without any. */
function spreadOfControls(
  metric: 'sales' | 'proceeds',
  experiments: readonly ExperimentSummary[],
): { readonly spread: number | null; readonly names: readonly string[] } {
  let [payers, sum, squares] = [0, 0, 0]
  const names: string[] = []
  for (const { name, groups } of experiments) {
    const metrics = groups.find(({ control }) => control === 1)?.metrics
    const amount = metrics?.[metric]
    const squared = metrics?.[`${metric}_sum_squares`]
    if (!metrics?.paying_users || !amount || !squared) continue
    payers += metrics.paying_users
    sum += amount
    squares += squared
    names.push(name)
  }
  return { spread: payers > 1 ? Math.max(1, (squares * payers) / sum ** 2) : null, names }
}
