import type { Engine, ExperimentPlan } from './analysis.types.ts'
import type { Baseline } from './plan.sample.model.ts'

/** What the project's own figures say of one metric. */
export interface MetricBaseline {
  /** Id of the metric as plans name it: `user_to_paid`, `sales`. */
  readonly metric: string
  readonly baseline: Baseline
  /** Of money: the share of users who pay. */
  readonly payerShare?: number
  /** Users it is counted over; null where unknown. */
  readonly users: number | null
  /** Where it comes from, a sentence for the viewer. */
  readonly source: string
  /** What its variance is built on where it is no measured one, a sentence; null where it is measured. */
  readonly assumption?: string | null
}

/** What is chosen in a planner; one serialisable object. Shares are fractions: 0.05 is 5%. */
export interface PlannerView {
  readonly metric: string
  readonly engine: Engine
  /** The relative change worth having. */
  readonly effect: number | null
  readonly alpha: number | null
  readonly power: number | null
  /** Designed shares, the control first. */
  readonly weights: readonly (number | null)[]
  /** Share of users, of money the mean amount per payer; null takes the project's, NaN is none. */
  readonly value: number | null
  /** Of money: share of users who pay; null takes the project's, NaN is none. */
  readonly payerShare: number | null
  /** New users in a day; null takes the project's, NaN is none. */
  readonly usersPerDay: number | null
  /** Share of them let in, 1 for all. */
  readonly share: number | null
  /** Days after exposure in which outcomes count. */
  readonly outcomeWindow: number | null
  readonly minDays: number | null
  /** `YYYY-MM-DD`, UTC. */
  readonly start: string
  /** Of the inverse: days in which users are let in. */
  readonly days: number | null
}

/** What a planner hands over: a plan without anything but what it knows, and the shares of the arms. */
export interface PlannedTest {
  readonly plan: ExperimentPlan
  readonly weights: readonly number[]
  /** Share of users let in, 1 for all. */
  readonly share: number
}
