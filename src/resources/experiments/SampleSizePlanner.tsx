'use client'
import type { Problem } from '../../ui/ProblemNotice.tsx'
import type { ExperimentPlan } from './analysis.types.ts'
import type { MetricBaseline, PlannedTest, PlannerView } from './planner.types.ts'

/** Props of `SampleSizePlanner`. */
export interface SampleSizePlannerProps {
  /** What users do today, by metric; without any everything is typed. */
  readonly baselines?: readonly MetricBaseline[] | undefined
  /** New users in a day. */
  readonly usersPerDay?: number | undefined
  /** What those figures are, a sentence: the days they count. */
  readonly usersPerDaySource?: string | undefined
  /** ISO 4217 code of money. @default 'USD' */
  readonly currency?: string | undefined
  /** A plan to begin with: its metric, engine, window and the like. */
  readonly plan?: ExperimentPlan | undefined
  /** What is chosen, kept by the host: whole or in parts. */
  readonly view?: Partial<PlannerView> | undefined
  /** What is chosen at first. Read once. */
  readonly initialView?: Partial<PlannerView> | undefined
  readonly onViewChange?: ((view: PlannerView) => void) | undefined
  /** The day a test could begin at, in milliseconds since the epoch: now. */
  readonly now: number
  /** True while the project's figures are on their way. @default false */
  readonly loading?: boolean
  /** Why the project's figures are not there. */
  readonly problem?: Problem | undefined
  /** Asks for them again. */
  readonly onRetry?: (() => void) | undefined
  /** Takes the plan; without it there is no button. */
  readonly onUse?: ((planned: PlannedTest) => void) | undefined
}

/** Users and days against the smallest effect worth having, for the plan's engine, with the fixed size beside it and dates. */
export function SampleSizePlanner(_props: SampleSizePlannerProps) {
  return null
}
