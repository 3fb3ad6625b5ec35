import type { Arm, ExperimentPlan, RunFacts } from './analysis.types.ts'

/** How a change against the baseline is told: as a share of it, as a difference, or as a difference over a thousand users. */
export type ResultScale = 'relative' | 'absolute' | 'perThousand'

/** What a viewer chose to see. Nothing of it changes the decision. Plain data: fit for an address. */
export interface ResultView {
  /** Id of the arm that the others are compared with; null is the plan's control. */
  readonly baseline: string | null
  /** Ids of arms that are not drawn. */
  readonly hidden: readonly string[]
  readonly scale: ResultScale
}

/** What results show unless a viewer chose otherwise. */
export const RESULT_VIEW: ResultView = { baseline: null, hidden: [], scale: 'relative' }

/** A look at the results at an earlier date, for the difference over time. */
export interface ResultLook {
  /** Unix seconds of the UTC day of the look. */
  readonly at: number
  /** The arms as they stood then. */
  readonly arms: readonly Arm[]
  /** The run as it stood then. @default what is known of the run now */
  readonly run?: RunFacts | undefined
}

/** A plan that was in force earlier: changed later is shown as changed. */
export interface EarlierPlan {
  readonly plan: ExperimentPlan
  /** Unix seconds at which it was replaced. */
  readonly until: number
}
