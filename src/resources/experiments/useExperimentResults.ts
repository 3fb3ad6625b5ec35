'use client'
import { useMemo } from 'react'
import type { Arm, ExperimentPlan, RunFacts } from './analysis.types.ts'
import { analyze, analyzeOtherwise, UNKNOWN_RUN } from './result.analyze.model.ts'
import { decide, type Decision } from './result.decide.model.ts'
import type { Analysis } from './result.types.ts'
import { showResults, type ShownResults } from './resultView.model.ts'
import { planChanges, type PlanChange } from './resultView.plan.model.ts'
import { RESULT_VIEW, type EarlierPlan, type ResultView } from './resultView.types.ts'

/** What the results are made of. */
export interface ExperimentResultsOptions {
  readonly plan: ExperimentPlan
  readonly arms: readonly Arm[]
  /** Nothing is known of the run unless given. */
  readonly run?: RunFacts | undefined
  /** Plans that were in force earlier. @default none */
  readonly plannedBefore?: readonly EarlierPlan[] | undefined
  /** What is shown. */
  readonly view?: Partial<ResultView> | undefined
}

/** An experiment's results, ready to draw. */
export interface ExperimentResultsModel {
  /** By the plan and its control: what the decision is made of, whatever is shown. */
  readonly analysis: Analysis
  readonly decision: Decision
  readonly view: ResultView
  /** The metrics as the view asks for them. */
  readonly shown: ShownResults
  readonly changes: readonly PlanChange[]
  /** True when there is nobody to judge. */
  readonly isEmpty: boolean
  /** What the engines say that the plan did not name; worked out when asked for. */
  readonly otherwise: () => readonly OtherResults[]
}

/** What an engine says that the plan did not name. */
export interface OtherResults {
  readonly analysis: Analysis
  readonly shown: ShownResults
}

/** The view model of `ExperimentResults` over plain data. */
export function useExperimentResults(options: ExperimentResultsOptions): ExperimentResultsModel {
  const { plan, arms, run = UNKNOWN_RUN, plannedBefore = NONE } = options
  const { baseline, hidden, scale } = { ...RESULT_VIEW, ...options.view }
  const judged = useMemo(() => {
    const analysis = analyze(plan, arms, run)
    return { analysis, decision: decide(analysis) }
  }, [plan, arms, run])
  const view = useMemo(() => ({ baseline, hidden, scale }), [baseline, hidden, scale])
  const others = useMemo(() => once(() => analyzeOtherwise(plan, arms, run)), [plan, arms, run])
  const { analysis } = judged
  return useMemo(
    () => ({
      ...judged,
      view,
      shown: showResults(analysis, arms, run, view),
      changes: planChanges(plan, plannedBefore),
      isEmpty: arms.every(({ exposed }) => exposed === 0),
      otherwise: () =>
        others().map((other) => ({
          analysis: other,
          shown: showResults(other, arms, run, view),
        })),
    }),
    [judged, analysis, others, arms, run, plan, plannedBefore, view],
  )
}

/** What is dear and seldom asked for: made at the first asking, once. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const NONE: readonly EarlierPlan[] = []
