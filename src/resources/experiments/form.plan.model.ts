import type { Engine, ExperimentPlan, GuardrailPlan, MetricPlan } from './analysis.types.ts'
import { SUMMARY_METRICS } from './result.summary.model.ts'

/** What a harm is counted in: percent of the control, users of 1,000, or units of a metric that is no share. */
export type MarginUnit = 'percent' | 'perThousand' | 'plain'

/** A guardrail as it is being typed, with the harm that is put up with. */
export interface GuardrailDraft {
  readonly metric: string
  readonly margin: number | null
  readonly unit: MarginUnit
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
/**
 * A guardrail as it is when it is chosen: half as many more are too many. But refunds are rare, and no test of a usual size shows that
 * of what is rare: 5 more in 1,000 users are too many.
 */
export const usualGuardrail = (metric: string): GuardrailDraft =>
  metric === 'refunds'
    ? { metric, margin: 5, unit: 'perThousand' }
    : { metric, margin: 50, unit: 'percent' }

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
      guardrails: [usualGuardrail('refunds')],
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
    guardrails: guardrails.map(draftGuardrail),
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

function draftGuardrail({ id, kind, margin = 0, absoluteMargin }: GuardrailPlan): GuardrailDraft {
  if (absoluteMargin === undefined)
    return { metric: id, margin: toPercent(margin), unit: 'percent' }
  return kind === 'proportion'
    ? { metric: id, margin: clean(absoluteMargin * 1000), unit: 'perThousand' }
    : { metric: id, margin: absoluteMargin, unit: 'plain' }
}

function guardrailPlan(
  { metric, margin, unit }: GuardrailDraft,
  known: readonly GuardrailPlan[],
): GuardrailPlan {
  const before: GuardrailPlan = known.find(({ id }) => id === metric) ?? metricPlan(metric, 'lower')
  const { margin: _, absoluteMargin: __, ...plan } = before
  const harm = margin ?? 0
  if (unit === 'percent') return { ...plan, margin: toShare(harm) }
  return { ...plan, absoluteMargin: unit === 'plain' ? harm : clean(harm / 1000) }
}

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
export const toPercent = (share: number): number => clean(share * 100)
/** The share that a percent means: 7 is 0.07. */
export const toShare = (percent: number): number => clean(percent / 100)
const clean = (number: number): number => Number(number.toPrecision(12))

/** The metric per exposed user that decides in place of a conditional one. */
export const twinOf = (metric: string): string | undefined =>
  SUMMARY_METRICS[metric.replaceAll('-', '_')]?.twin

/** Which way a metric is better, as the API says it. */
export const naturalDirection = (metric: string): 'increase' | 'decrease' =>
  SUMMARY_METRICS[metric.replaceAll('-', '_')]?.better === 'lower' ? 'decrease' : 'increase'
