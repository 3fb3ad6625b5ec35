import type { Engine } from './analysis.types.ts'
import { normalQuantile } from './stats.distributions.model.ts'
import { findRoot } from './stats.root.model.ts'
import { sequentialDrift, sequentialPower } from './stats.sequentialPower.model.ts'
import { wholeWeeks } from './weeks.model.ts'

/** What users do today: a share of them, or an amount per user with its variance between users. */
export type Baseline =
  | { readonly kind: 'proportion'; readonly rate: number }
  | { readonly kind: 'mean'; readonly mean: number; readonly variance: number }

/** What a plan is asked of. */
export interface SampleQuestion {
  readonly engine: Engine
  readonly baseline: Baseline
  /** Chance of a false claim, both ways together. @default 0.05 */
  readonly alpha?: number
  /** Chance to find the effect if it is there. @default 0.8 */
  readonly power?: number
  /** Designed shares, the control first. @default [1, 1] */
  readonly weights?: readonly number[]
  /** Users exposed in a day, all arms together. Without it there are no days, and 28 looks. */
  readonly usersPerDay?: number
  /** Days after exposure in which outcomes count. @default 0 */
  readonly outcomeWindow?: number
  /** @default 7 */
  readonly minDays?: number
}

/** How many users and days a plan takes. */
export interface SamplePlan {
  /** Mature users in all arms together. */
  readonly users: number
  /** What a test that is looked at once would take. */
  readonly fixedUsers: number
  /** Days from the first exposure to the last outcome, whole weeks; null without a rate of users. */
  readonly days: number | null
  /** Days by which half of the tests with such an effect are decided, whole weeks. Same as `days` for an engine that waits for the end. */
  readonly medianDays: number | null
  /** True when events would be too few for what the methods assume: fewer than 25 in the smallest arm. */
  readonly isTooFewEvents: boolean
}

/**
 * Users and days to find a relative change of `effect`, for the plan's engine. A difference of two independent estimates is
 * normal (S.-C. Chow, J. Shao, H. Wang, "Sample Size Calculations in Clinical Research", 2008, chapters 3 and 4); several
 * variants share alpha. Infinite users for an effect of zero, and for a rate that cannot be.
 */
export function planSample(question: SampleQuestion & { readonly effect: number }): SamplePlan {
  const usersFor = (drift: number): number => Math.ceil(usersAt(question, question.effect, drift))
  const fixedUsers = usersFor(fixedDrift(question))
  let [users, share]: [number, number | null] = [fixedUsers, 1]
  if (question.engine === 'sequential') {
    const looks = looksOf(question, 1.7 * fixedUsers)
    const drift = sequentialDrift(powerOf(question), looks)
    users = usersFor(drift)
    share = sequentialPower(drift, looks).medianShare
  }
  return {
    users,
    fixedUsers,
    days: durationOf(question, users),
    medianDays: share === null ? null : durationOf(question, users * share),
    isTooFewEvents: isTooFew(question, users),
  }
}

/**
 * The inverse of `planSample`: the least relative change that so many mature users find with the asked power, without its sign; null
 * where not even the largest would be found. A `fall` is at most the whole of what there is.
 */
export function detectableEffect(
  question: SampleQuestion & { readonly users: number; readonly direction?: 'rise' | 'fall' },
): number | null {
  const { engine, users, baseline, direction = 'rise' } = question
  if (!(users > 0)) return null
  const drift =
    engine === 'sequential'
      ? sequentialDrift(powerOf(question), looksOf(question, users))
      : fixedDrift(question)
  const [sign, most] =
    direction === 'fall' ? [-1, 1] : [1, baseline.kind === 'mean' ? 1e6 : 1 / baseline.rate - 1]
  const lacking = (log: number): number =>
    Math.log(usersAt(question, sign * Math.exp(log), drift) / users)
  const end = Math.log(most)
  return lacking(end) > 0 ? null : Math.exp(findRoot(lacking, Math.log(1e-9), end))
}

/** What one payment is, and how many payers make it. */
export interface PriceShare {
  readonly price: number
  /** In any unit. */
  readonly share: number
}

/** Mean and variance of revenue per user built from the share of payers and their prices, for want of a sum of squares: say so. */
export function revenueBaseline(payerShare: number, prices: readonly PriceShare[]): Baseline {
  const whole = prices.reduce((sum, { share }) => sum + share, 0)
  const moment = (power: number): number =>
    prices.reduce((sum, { price, share }) => sum + (share / whole) * price ** power, 0)
  const mean = payerShare * moment(1)
  return { kind: 'mean', mean, variance: payerShare * moment(2) - mean * mean }
}

const alphaOf = ({ alpha = 0.05, weights = [1, 1] }: SampleQuestion): number =>
  alpha / Math.max(1, weights.filter((weight) => weight > 0).length - 1)
const powerOf = ({ power = 0.8 }: SampleQuestion): number => power

const fixedDrift = (question: SampleQuestion): number =>
  normalQuantile(1 - alphaOf(question) / 2) + normalQuantile(powerOf(question))

/** Users in all arms for which the effect is so many standard errors, by the smallest variant. */
function usersAt({ baseline, weights = [1, 1] }: SampleQuestion, effect: number, drift: number) {
  if (baseline.kind === 'proportion' && !canBe(baseline.rate, baseline.rate * (1 + effect)))
    return Infinity
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const [control = 0, ...variants] = weights
  const least = Math.min(...variants.filter((weight) => weight > 0))
  const { mean, variance } = momentsOf(baseline)
  const more = 1 + effect
  // Users whose value is raised vary more. Nobody is raised beyond all: a rate of 1 does not vary.
  const raised = more * (variance + mean * mean) - (more * mean) ** 2
  const later = baseline.kind === 'mean' && !(raised > 0) ? variance : Math.max(0, raised)
  return (drift / (mean * effect)) ** 2 * ((later * whole) / least + (variance * whole) / control)
}

// The largest effect is a rate of none or of all users, but for rounding.
const canBe = (rate: number, later: number): boolean =>
  rate > 0 && later > -1e-9 && later < 1 + 1e-9

/** Mean and variance of one user. */
const momentsOf = (baseline: Baseline) =>
  baseline.kind === 'mean'
    ? baseline
    : { mean: baseline.rate, variance: baseline.rate * (1 - baseline.rate) }

const MOST_LOOKS = 60

/** A look a day until the planned size; past 60 more of them change next to nothing. */
function looksOf(question: SampleQuestion, users: number) {
  const { usersPerDay, minDays = 7 } = question
  const days = usersPerDay ? Math.max(1, Math.ceil(users / usersPerDay)) : 28
  const looks = Math.min(MOST_LOOKS, days)
  return { alpha: alphaOf(question), looks, from: Math.min(1, wholeWeeks(minDays) / days) }
}

function durationOf(
  { usersPerDay, outcomeWindow = 0, minDays = 7 }: SampleQuestion,
  users: number,
) {
  if (!usersPerDay) return null
  return wholeWeeks(Math.max(wholeWeeks(minDays), Math.ceil(users / usersPerDay)) + outcomeWindow)
}

function isTooFew({ baseline, weights = [1, 1] }: SampleQuestion, users: number): boolean {
  if (baseline.kind === 'mean') return false
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const least = Math.min(...weights.filter((weight) => weight > 0))
  return (users * least * baseline.rate) / whole < 25
}
