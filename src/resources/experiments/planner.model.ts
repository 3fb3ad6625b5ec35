import { addPeriods, DAY, isoDate } from '../../core/calendar.ts'
import type { ExperimentPlan } from './analysis.types.ts'
import {
  draftPlan,
  isMoneyMetric,
  naturalDirection,
  planOfDraft,
  toPercent,
} from './form.plan.model.ts'
import {
  detectableEffect,
  planSample,
  type Baseline,
  type SamplePlan,
  type SampleQuestion,
} from './plan.sample.model.ts'
import type { MetricBaseline, PlannedTest, PlannerView } from './planner.types.ts'

/** Why there is nothing to plan with: the field it is about, and what is wrong there. */
export interface PlannerFault {
  readonly field:
    | 'value'
    | 'payerShare'
    | 'usersPerDay'
    | 'share'
    | 'effect'
    | 'alpha'
    | 'power'
    | 'outcomeWindow'
    | 'minDays'
    | 'days'
    | 'weights'
  readonly code: 'missing' | 'share' | 'amount' | 'past' | 'power' | 'alpha' | 'whole' | 'closed'
}

/** What the project is known to do: the figures that a view may leave out. */
export interface PlannerKnowledge {
  readonly baselines: readonly MetricBaseline[]
  /** New users in a day. */
  readonly usersPerDay: number | undefined
}

/** The first view of a planner, from a plan where there is one. `now` in milliseconds since the epoch. */
export function beginPlanner(plan: ExperimentPlan | undefined, now: number): PlannerView {
  return {
    metric: plan?.primary.twin ?? plan?.primary.id ?? 'user_to_paid',
    engine: plan?.engine ?? 'sequential',
    effect: plan?.minEffect || 0.1,
    alpha: plan?.alpha ?? 0.05,
    power: 0.8,
    weights: [1, 1],
    value: null,
    payerShare: null,
    usersPerDay: null,
    share: 1,
    outcomeWindow: plan?.outcomeWindow ?? 10,
    minDays: plan?.minDays ?? 7,
    start: isoDate(Math.floor(now / 1000) + DAY),
    days: 28,
  }
}

/** Figures in use: those of the view, else the project's; null where there are none. */
export interface PlannerFigures {
  /** Share of users, of money the mean amount per payer. */
  readonly value: number | null
  readonly payerShare: number | null
  readonly usersPerDay: number | null
  /** The project's figures of the metric. */
  readonly known: MetricBaseline | undefined
}

/** What a view counts with. */
export function figuresOf(
  view: PlannerView,
  { baselines, usersPerDay }: PlannerKnowledge,
): PlannerFigures {
  const known = baselines.find(({ metric }) => metric === view.metric)
  const payerShare = known?.payerShare ?? null
  const own =
    known?.baseline.kind === 'proportion'
      ? known.baseline.rate
      : known && payerShare
        ? known.baseline.mean / payerShare
        : null
  return {
    value: view.value ?? own,
    payerShare: view.payerShare ?? payerShare,
    usersPerDay: view.usersPerDay ?? usersPerDay ?? null,
    known,
  }
}

/** The question of a view, or what is wrong with it. */
export function plannerQuestion(
  view: PlannerView,
  figures: PlannerFigures,
): { readonly question: SampleQuestion | null; readonly faults: readonly PlannerFault[] } {
  const { alpha, power, weights, share, outcomeWindow, minDays, effect, engine } = view
  const { value, payerShare, usersPerDay } = figures
  const faults: PlannerFault[] = []
  const ask = (isFine: boolean, field: PlannerFault['field'], code: PlannerFault['code']) => {
    if (!isFine) faults.push({ field, code })
  }
  const isMoney = isMoneyMetric(view.metric)
  if (value === null) ask(false, 'value', 'missing')
  else if (isMoney) ask(value > 0, 'value', 'amount')
  else ask(value > 0 && value < 1, 'value', 'share')
  if (isMoney) {
    if (payerShare === null) ask(false, 'payerShare', 'missing')
    else ask(payerShare > 0 && payerShare < 1, 'payerShare', 'share')
  }
  if (usersPerDay !== null) ask(usersPerDay > 0, 'usersPerDay', 'amount')
  ask(share !== null && share > 0 && share <= 1, 'share', 'share')
  ask(effect !== null && effect > 0, 'effect', 'amount')
  const mover = isMoney ? payerShare : value
  if (effect && mover !== null && faults.length === 0)
    ask(signed(view, effect) > 0 ? mover * (1 + effect) < 1 : effect < 1, 'effect', 'past')
  ask(alpha !== null && alpha > 0 && alpha < 0.5, 'alpha', 'alpha')
  ask(power !== null && power >= 0.5 && power < 1, 'power', 'power')
  ask(Number.isInteger(outcomeWindow), 'outcomeWindow', 'whole')
  ask(Number.isInteger(minDays) && minDays !== 0, 'minDays', 'whole')
  const open = weights.filter((weight) => weight !== null && weight > 0)
  const isNumeric = weights.every((weight) => weight !== null && weight >= 0)
  ask(isNumeric, 'weights', 'amount')
  if (isNumeric) ask(open.length >= 2 && weights[0] !== 0, 'weights', 'closed')
  const baseline = baselineOf(view, figures)
  if (faults.length > 0 || !baseline) return { question: null, faults }
  return {
    faults,
    question: {
      engine,
      baseline,
      alpha: alpha!,
      power: power!,
      weights: weights.map((weight) => weight!),
      ...(usersPerDay !== null && { usersPerDay: usersPerDay * share! }),
      outcomeWindow: outcomeWindow!,
      minDays: minDays!,
    },
  }
}

/** Of money, payers are spread as the project's are; unknown, they all pay the same. */
function baselineOf(
  { metric }: PlannerView,
  { value, payerShare, known }: PlannerFigures,
): Baseline | null {
  if (value === null) return null
  if (!isMoneyMetric(metric)) return { kind: 'proportion', rate: value }
  if (payerShare === null) return null
  const mean = payerShare * value
  return {
    kind: 'mean',
    mean,
    variance: payerShare * spreadOf(known) * value * value - mean * mean,
  }
}

/** Mean of the squared amounts per payer over the square of their mean: 1 where all pay the same. */
function spreadOf(known: MetricBaseline | undefined): number {
  if (known?.baseline.kind !== 'mean' || !known.payerShare) return 1
  const { mean, variance } = known.baseline
  return Math.max(1, ((variance + mean * mean) * known.payerShare) / (mean * mean))
}

/** Down where that is good. */
const signed = ({ metric }: PlannerView, effect: number): number =>
  naturalDirection(metric) === 'decrease' ? -effect : effect

/** Users and days of the view's effect. */
export const sampleOf = (view: PlannerView, question: SampleQuestion): SamplePlan =>
  planSample({ ...question, effect: signed(view, view.effect ?? 0) })

/** Users and days by effect. */
export interface EffectRow extends SamplePlan {
  readonly effect: number
}

const EFFECTS = [0.05, 0.1, 0.15, 0.2, 0.3, 0.5]

/** Users and days of usual effects and the view's own, smallest first; those that cannot be are left out. */
export function effectRows(view: PlannerView, figures: PlannerFigures): readonly EffectRow[] {
  return [...new Set([...EFFECTS, view.effect ?? NaN])]
    .filter((effect) => effect > 0)
    .toSorted((a, b) => a - b)
    .flatMap((effect) => {
      const { question } = plannerQuestion({ ...view, effect }, figures)
      return question ? [{ effect, ...sampleOf({ ...view, effect }, question) }] : []
    })
}

/** The inverse: the least effect that the users of so many days show, down where that is good; null where not even the largest would. */
export function effectOfDays(
  view: PlannerView,
  question: SampleQuestion,
  days: number,
): { readonly users: number; readonly effect: number | null } {
  const users = Math.floor((question.usersPerDay ?? 0) * days)
  const direction = naturalDirection(view.metric) === 'decrease' ? 'fall' : 'rise'
  const effect = detectableEffect({ ...question, users, direction })
  return { users, effect: effect === null || effect > MOST_EFFECT ? null : effect }
}

// Of money there is no largest change; more than this is no answer to plan with.
const MOST_EFFECT = 10

/** The days of a test. UTC dates in unix seconds. */
export interface PlannerCalendar {
  readonly start: number
  /** The last day on which new users are let in. */
  readonly lastDay: number
  /** Half of the tests with such an effect are decided by then. */
  readonly median: number | null
  /** The day on which the last user has had the whole window. */
  readonly result: number
}

/** When a test of a size takes place; null without a rate of users or a start. */
export function calendarOf(
  { start, minDays }: PlannerView,
  { users, days, medianDays }: SamplePlan,
  { usersPerDay }: SampleQuestion,
): PlannerCalendar | null {
  const from = Date.parse(`${start}T00:00:00Z`) / 1000
  if (!usersPerDay || days === null || !Number.isFinite(from + days * DAY) || days > MOST_DAYS)
    return null
  const exposure = Math.max(minDays ?? 7, Math.ceil(users / usersPerDay))
  return {
    start: from,
    lastDay: addPeriods('day', from, exposure - 1),
    median: medianDays === null ? null : addPeriods('day', from, medianDays),
    result: addPeriods('day', from, days),
  }
}

/** Ten years: no calendar is drawn beyond. */
const MOST_DAYS = 3653

/** What is handed over: the plan of the view's effect and the arms it was planned for. */
export function plannedTest(
  view: PlannerView,
  { users }: SamplePlan,
  plan: ExperimentPlan | undefined,
): PlannedTest | null {
  // A conditional metric stays the primary one; what is planned for is the twin that decides.
  const metric = plan?.primary.twin === view.metric ? plan.primary.id : view.metric
  const made = planOfDraft(
    {
      ...draftPlan(plan),
      engine: view.engine,
      alpha: toPercent(view.alpha ?? 0.05),
      outcomeWindow: view.outcomeWindow,
      plannedUsers: users,
      minEffect: toPercent(view.effect ?? 0),
      minDays: view.minDays,
    },
    metric,
    plan?.primary.id === metric && plan.primary.better
      ? plan.primary.better === 'lower'
        ? 'decrease'
        : 'increase'
      : naturalDirection(metric),
  )
  if (!made) return null
  return { plan: made, weights: view.weights.map((weight) => weight ?? 0), share: view.share ?? 1 }
}
