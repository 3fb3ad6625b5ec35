import type { Engine, ExperimentPlan, GuardrailPlan } from './analysis.types.ts'
import type { Contrast } from './result.compare.model.ts'
import type { Health } from './result.health.model.ts'
import type { Measurement } from './result.measure.model.ts'

/** What a metric is there for. A twin stands for a conditional metric and decides in its place. */
export type MetricRole = 'primary' | 'twin' | 'secondary' | 'guardrail'

/** Why a row has no comparison, or `ready`. */
export type ArmResultState =
  /** There are numbers and the plan lets them be compared. */
  | 'ready'
  /** Too few events yet for what the methods assume. */
  | 'too-few-events'
  /** The plan's engine is looked at once, at the planned size. */
  | 'before-planned-size'
  /** The source does not give what the metric is made of. */
  | 'missing'
  /** The value is known, its variance is not: no interval. */
  | 'no-variance'

/** What the numbers say of an arm against the control, in the direction that is good. */
export type Verdict = 'better' | 'worse' | 'unclear'

/** One variant in one metric. */
export interface ArmResult {
  readonly arm: string
  readonly state: ArmResultState
  /** Null where the source has no sums. */
  readonly measurement: Measurement | null
  /** Null unless the state is `ready` (or `no-variance`, with estimates only). */
  readonly contrast: Contrast | null
  /** p adjusted for the variants of its family; null where there is none. */
  readonly adjustedP: number | null
  readonly verdict: Verdict
  /** The verdict without each arm's largest payment; null where it is not known. */
  readonly withoutLargest: Verdict | null
  /** The comparison without each arm's largest payment; null where it is not known. */
  readonly contrastWithoutLargest: Contrast | null
  /** Of guardrails: `safe` excludes more harm than the margin, `harmed` shows it. */
  readonly guard: 'safe' | 'harmed' | 'unclear' | null
  /** The same without each arm's largest payment; null where it is not known. */
  readonly guardWithoutLargest: 'safe' | 'harmed' | 'unclear' | null
}

/** One metric with its rows. */
export interface MetricResult {
  readonly metric: GuardrailPlan
  readonly role: MetricRole
  readonly control: Measurement | null
  readonly rows: readonly ArmResult[]
  /** How sure the drawn intervals are, each by itself: 1 − alpha over the family. */
  readonly level: number
  /** Users with an outcome that each arm needs before it is compared. */
  readonly leastEvents: number
  /** Comparisons that share alpha. */
  readonly family: number
  /** True of totals of users of different ages whose outcome can be delayed: drawn, and no verdict and no p made of them. */
  readonly mixesAges: boolean
}

/** What must hold before any claim. */
export type GateId = 'days' | 'maturity' | 'conditional' | 'planned-size'

/** One gate with how far it is; null where it is not known. */
export interface Gate {
  readonly gate: GateId
  readonly isOpen: boolean
  readonly value: number | null
  readonly needed: number | null
}

/** How far the plan is. */
export interface PlanProgress {
  readonly users: number
  /**
   * Which users those are: `mature` ones; all `exposed` where nothing delays the outcome; all, too, where totals are `mixed` and do not
   * tell who had the whole window.
   */
  readonly counted: 'mature' | 'exposed' | 'mixed'
  readonly planned: number
  /** At most 1. */
  readonly share: number
  /** Days of exposure; null where unknown. */
  readonly days: number | null
  /** Days left at the rate so far; null where it is not known. */
  readonly daysLeft: number | null
  /** True from the planned size on; never of `mixed` users. */
  readonly isComplete: boolean
}

/** Everything the plan's engine says about an experiment. */
export interface Analysis {
  readonly plan: ExperimentPlan
  /** The engine of this look: `fixed` at the end of a sequential plan with a final look. */
  readonly engine: Engine
  /** False for the engines that the plan did not name: theirs are not for decisions, nor safe to look at daily. */
  readonly isDecisive: boolean
  /** Id of the control; null without exactly one. */
  readonly control: string | null
  readonly arms: readonly {
    readonly id: string
    readonly name: string
    readonly isControl: boolean
    readonly exposed: number
    readonly mature: number
  }[]
  readonly health: Health
  readonly progress: PlanProgress
  readonly maturity: {
    readonly mature: number
    readonly exposed: number
    /** Days until the last exposed user has had the whole window; null where unknown. */
    readonly daysLeft: number | null
    /** True when what decides, or guards, is a total that mixes users of different ages. */
    readonly isAccrued: boolean
    readonly isFinished: boolean
  }
  readonly gates: readonly Gate[]
  /** The primary with its twin above it, then secondary metrics, then guardrails. */
  readonly metrics: readonly MetricResult[]
  /** The metric that decides: the primary, or its twin; null where a conditional primary has none. */
  readonly decisive: string | null
  /** The decisive metric over users exposed after the first week; null without a series. */
  readonly afterFirstWeek: MetricResult | null
  readonly isLargeChangeVerified: boolean
}
