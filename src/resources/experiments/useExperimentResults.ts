'use client'
import { useMemo } from 'react'
import type { Arm, ExperimentPlan, RunFacts } from './analysis.types.ts'
import { analyze, UNKNOWN_RUN } from './result.analyze.model.ts'
import { decide, type Decision } from './result.decide.model.ts'
import type { Analysis } from './result.types.ts'

/** What the results are made of. */
export interface ExperimentResultsOptions {
  readonly plan: ExperimentPlan
  readonly arms: readonly Arm[]
  /** Nothing is known of the run unless given. */
  readonly run?: RunFacts | undefined
}

/** An experiment's results, ready to draw. */
export interface ExperimentResultsModel {
  /** By the plan and its control: what the decision is made of. */
  readonly analysis: Analysis
  readonly decision: Decision
}

/** The view model of `ExperimentResults` over plain data. */
export function useExperimentResults({
  plan,
  arms,
  run = UNKNOWN_RUN,
}: ExperimentResultsOptions): ExperimentResultsModel {
  return useMemo(() => {
    const analysis = analyze(plan, arms, run)
    return { analysis, decision: decide(analysis) }
  }, [plan, arms, run])
}
