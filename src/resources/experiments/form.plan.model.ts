import type { Engine, ExperimentPlan, GuardrailPlan, MetricPlan } from './analysis.types.ts'
import { SUMMARY_METRICS } from './result.summary.model.ts'

/** A guardrail as it is being typed: the harm put up with in percent. */
export interface GuardrailDraft {
  readonly metric: string
  readonly margin: number | null
}

/** A plan as it is being typed. Percents are as people write them: 5 for 5%. */
export interface PlanDraft {
  readonly engine: Engine
  readonly alpha: number | null
  /** Days. */
  readonly outcomeWindow: number | null
  readonly plannedUsers: number | null
  /** The relative change under which a difference does not matter. */
  readonly minEffect: number | null
  readonly minDays: number | null
  /** Most that one user's money counts for. */
  readonly cap: number | null
  readonly guardrails: readonly GuardrailDraft[]
  /** What the form has no field for and hands back as it was. */
  readonly rest: Pick<ExperimentPlan, 'secondary' | 'finalLook' | 'prior'> & {
    readonly primary?: MetricPlan
    readonly guardrails?: readonly GuardrailPlan[]
  }
}

/** The longest trial that is common, and three days for payments to come in. */
const USUAL_WINDOW = 10
/** In percent. More users who pay bring more refunds in proportion: half as many more again are no longer that. */
export const USUAL_MARGIN = 50

/** A plan's draft: of the host's plan, else of a usual one whose size is not stated yet. */
export function draftPlan(plan?: ExperimentPlan): PlanDraft {
  if (!plan)
    return {
      engine: 'sequential',
      alpha: 5,
      outcomeWindow: USUAL_WINDOW,
      plannedUsers: null,
      minEffect: 10,
      minDays: 7,
      cap: null,
      guardrails: [{ metric: 'refunds', margin: USUAL_MARGIN }],
      rest: {},
    }
  const { secondary, finalLook, prior, primary, guardrails = [] } = plan
  return {
    engine: plan.engine,
    alpha: toPercent(plan.alpha),
    outcomeWindow: plan.outcomeWindow,
    plannedUsers: plan.plannedUsers,
    minEffect: toPercent(plan.minEffect ?? 0),
    minDays: plan.minDays ?? 7,
    cap: plan.cap ?? null,
    guardrails: guardrails.map(({ id, margin = 0 }) => ({ metric: id, margin: toPercent(margin) })),
    rest: {
      primary,
      guardrails,
      ...(secondary && { secondary }),
      ...(finalLook !== undefined && { finalLook }),
      ...(prior && { prior }),
    },
  }
}

/** The plan of a draft that makes sense, for a metric that shall move in a direction; null without a metric or a planned size. */
export function planOfDraft(
  draft: PlanDraft,
  metric: string,
  direction: string,
): ExperimentPlan | null {
  const { alpha, outcomeWindow, plannedUsers, minEffect, minDays, cap, rest } = draft
  if (metric === '' || plannedUsers === null) return null
  const { primary: before, guardrails: known = [], secondary = [], ...kept } = rest
  const primary = withDirection(
    before?.id === metric ? before : metricPlan(metric, 'higher'),
    direction,
  )
  // A metric counted after exposure never decides: its twin must be there to.
  const { twin } = primary
  const needsTwin = twin !== undefined && !secondary.some(({ id }) => id === twin)
  const others = needsTwin
    ? [withDirection(metricPlan(twin, primary.better), direction), ...secondary]
    : secondary
  return {
    ...kept,
    engine: draft.engine,
    alpha: toShare(alpha ?? 5),
    outcomeWindow: outcomeWindow ?? 0,
    plannedUsers,
    primary,
    ...(others.length > 0 && { secondary: others.filter(({ id }) => id !== metric) }),
    guardrails: draft.guardrails
      .filter((guardrail) => guardrail.metric !== metric)
      .map((guardrail) => guardrailPlan(guardrail, known)),
    minDays: minDays ?? 7,
    minEffect: toShare(minEffect ?? 0),
    ...(cap !== null && { cap }),
  }
}

/** The API's metric by id, old names with hyphens too; another one is taken for a share of users. */
const metricPlan = (id: string, better: 'higher' | 'lower' = 'higher'): MetricPlan => {
  const known = SUMMARY_METRICS[id.replaceAll('-', '_')]
  return known ? { ...known, id } : { id, kind: 'proportion', better }
}

const guardrailPlan = (
  { metric, margin }: GuardrailDraft,
  known: readonly GuardrailPlan[],
): GuardrailPlan => ({
  ...(known.find(({ id }) => id === metric) ?? metricPlan(metric, 'lower')),
  margin: toShare(margin ?? 0),
})

const withDirection = (metric: MetricPlan, direction: string): MetricPlan =>
  direction === 'increase' || direction === 'decrease'
    ? { ...metric, better: direction === 'decrease' ? 'lower' : 'higher' }
    : metric

/** True for a metric that counts money: only there a goal and a cap are amounts. */
export const isMoneyMetric = (id: string): boolean =>
  SUMMARY_METRICS[id.replaceAll('-', '_')]?.isMoney === true

/** What can be guarded beside a primary metric: what is better lower, per exposed user. */
export const guardable = (metric: string): readonly string[] =>
  Object.values(SUMMARY_METRICS)
    .filter(({ better, denominator }) => better === 'lower' && denominator === undefined)
    .map(({ id }) => id)
    .filter((id) => id !== metric)

/** A share as people write percents, without the dust of binary fractions: 0.07 is 7. */
export const toPercent = (share: number): number => Number((share * 100).toPrecision(12))
/** The share that a percent means: 7 is 0.07. */
export const toShare = (percent: number): number => Number((percent / 100).toPrecision(12))

/** The metric per exposed user that decides in place of a conditional one. */
export const twinOf = (metric: string): string | undefined =>
  SUMMARY_METRICS[metric.replaceAll('-', '_')]?.twin

/** Which way a metric is better, as the API says it. */
export const naturalDirection = (metric: string): 'increase' | 'decrease' =>
  SUMMARY_METRICS[metric.replaceAll('-', '_')]?.better === 'lower' ? 'decrease' : 'increase'
