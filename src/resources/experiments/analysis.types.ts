/** How the numbers are judged: one engine gives interval, number and decision. */
export type Engine = 'sequential' | 'fixed' | 'bayesian'

/** What a metric is: a share of users, a mean per user, or a ratio of two sums per user. */
export type MetricKind = 'proportion' | 'mean' | 'ratio'

/** A metric as the plan names it. */
export interface MetricPlan {
  readonly id: string
  readonly kind: MetricKind
  /** Which way is good. @default 'higher' */
  readonly better?: 'higher' | 'lower'
  /**
   * Whom values are divided by: all exposed users, or those counted after exposure (trial to paid: only users with a trial).
   * The second kind is conditional and never decides: its `twin` does. @default 'exposed'; of a ratio 'post-exposure'
   */
  readonly denominator?: 'exposed' | 'post-exposure'
  /** The metric per exposed user that decides in place of a conditional one. */
  readonly twin?: string
  /** True where values are money, which asks for payers and for a look at the largest. @default false */
  readonly isMoney?: boolean
  /** False where no trial, intro price or renewal can delay the outcome, or all arms delay it alike. @default true */
  readonly isDelayed?: boolean
}

/** A metric that must not get worse by more than a margin. */
export interface GuardrailPlan extends MetricPlan {
  /** The relative harm that is put up with: 0.05 is 5%. @default 0 */
  readonly margin?: number
  /**
   * The harm that is put up with in units of the metric, in place of a relative one: 0.005 of a share are 5 users in 1,000. What is
   * rare needs it: no size of test shows that few refunds are not half as many more, a small one that they are still few.
   */
  readonly absoluteMargin?: number
}

/** What was decided before the first look; the host stores it. */
export interface ExperimentPlan {
  readonly engine: Engine
  /** Chance of a false claim that is put up with, both ways together. */
  readonly alpha: number
  /** Days after exposure in which outcomes count. */
  readonly outcomeWindow: number
  /** Mature users in all arms together at which the plan ends. */
  readonly plannedUsers: number
  readonly primary: MetricPlan
  readonly secondary?: readonly MetricPlan[]
  readonly guardrails?: readonly GuardrailPlan[]
  /** Days of exposure before any claim; rounded up to whole weeks, at least one. @default 7 */
  readonly minDays?: number
  /** The relative change under which a difference does not matter. @default 0 */
  readonly minEffect?: number
  /** Most that one user's money counts for, the same in all arms. */
  readonly cap?: number
  /** True when a sequential plan ends with a fixed look: it then has a fifth of alpha before and the rest at the end. @default false */
  readonly finalLook?: boolean
  /** Beta prior of shares (Bayesian engine); means have a flat one. @default { successes: 1, failures: 1 } */
  readonly prior?: { readonly successes: number; readonly failures: number }
}

/** The sums of one metric over the users of one arm. Null where the source does not say. */
export interface MetricSums {
  /** `windowed`: each user's outcome within the window, of mature users. `accrued`: all so far, of users of different ages. */
  readonly maturity: 'windowed' | 'accrued'
  /** Users with any outcome: converted, payers. */
  readonly count: number | null
  /** Sum of the values; of a proportion, its count. */
  readonly sum: number
  /** Sum of the squares of the values per user. Without it a mean has no interval. */
  readonly sumSquares?: number | null
  /** Of ratios and of what is counted after exposure: the sums below the line. */
  readonly denominator?: {
    readonly sum: number
    readonly sumSquares?: number | null
    /** Sum over users of value times denominator: without it a ratio has no interval. */
    readonly crossSum?: number | null
  } | null
  /** The same sums with each user's value cut at the plan's cap. */
  readonly capped?: {
    readonly cap: number
    readonly sum: number
    readonly sumSquares: number
  } | null
  /** The largest value of one user. */
  readonly max?: number | null
}

/** One arm with its sums. Zero users and zero weight are normal. */
export interface Arm {
  readonly id: string
  readonly name: string
  readonly isControl: boolean
  /** Designed share of the traffic, in any unit. */
  readonly weight: number
  /** Users with a first exposure, those attached by hand left out. */
  readonly exposed: number
  /** Those of them exposed at least the outcome window ago. */
  readonly mature: number
  /** Users attached by hand, where known: listed, never counted. */
  readonly attachedByHand?: number
  readonly metrics: Readonly<Record<string, MetricSums | undefined>>
}

/** What is known of the run beside its sums. */
export interface RunFacts {
  /** Whole days in which users were exposed, pauses left out; null where unknown. */
  readonly days: number | null
  /** True when no more users are exposed. */
  readonly isFinished: boolean
  /** Days until the last exposed user has had the whole window; 0 when all have, null where unknown. */
  readonly daysToMaturity: number | null
  /** Users seen in two arms. */
  readonly inTwoArms?: number
  /** Names of other experiments on the same context key at the same time. */
  readonly sharedContext?: readonly string[]
  /** The arms over users exposed after the first week only, to tell novelty. */
  readonly afterFirstWeek?: readonly Arm[]
  /** True when somebody checked that an unusually large change is no fault of the tracking. */
  readonly isLargeChangeVerified?: boolean
}

/** A range; a side without a limit is infinite. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** An estimate with its range; null where the numbers allow none. */
export interface Estimate {
  readonly value: number
  readonly interval: Interval | null
}

/** What the Bayesian engine says. */
export interface Posterior {
  /** Chance that the arm's true value is over the control's. */
  readonly chance: number
  /** What is lost on average by taking the arm, in units of the metric. */
  readonly lossOfArm: number
  /** What is lost on average by keeping the control. */
  readonly lossOfControl: number
}
