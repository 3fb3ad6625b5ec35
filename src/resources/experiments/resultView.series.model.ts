import type { Estimate, ExperimentPlan, RunFacts } from './analysis.types.ts'
import { analyze } from './result.analyze.model.ts'
import type { MetricResult } from './result.types.ts'
import { changeOf } from './resultView.scale.model.ts'
import type { ResultLook, ResultScale } from './resultView.types.ts'

/** The change of one arm at one look. */
export interface LookedChange {
  /** Unix seconds. */
  readonly at: number
  /** Null before there is enough to compare. */
  readonly change: Estimate | null
}

/** One arm over time. */
export interface ArmOverTime {
  readonly arm: string
  readonly looks: readonly LookedChange[]
  /** Unix seconds of the first look with enough to compare, at which its sequence starts; null when there is none. */
  readonly from: number | null
}

/** The difference of a metric over time. */
export interface ResultOverTime {
  readonly metric: MetricResult['metric']
  /** How sure the range of one look is. */
  readonly level: number
  readonly arms: readonly ArmOverTime[]
}

/** What is drawn over time. */
export interface OverTimeQuestion {
  readonly looks: readonly ResultLook[]
  readonly run: RunFacts
  readonly baseline: string
  readonly metric: string
  readonly scale: ResultScale
}

/**
 * Judges every look by the plan's engine, as it would have been judged then. Looks by another engine (the final one of a
 * sequential plan) are left out: two kinds of ranges make no one line. Null where no look has the metric.
 */
export function overTime(plan: ExperimentPlan, question: OverTimeQuestion): ResultOverTime | null {
  const { looks, run, baseline, metric, scale } = question
  const judged = looks
    .toSorted((a, b) => a.at - b.at)
    .flatMap((look) => {
      const arms = look.arms.map((arm) =>
        Object.assign({}, arm, { isControl: arm.id === baseline }),
      )
      const { engine, metrics } = analyze(plan, arms, look.run ?? run)
      const result = metrics.find((found) => found.metric.id === metric)
      return result && engine === plan.engine ? [{ at: look.at, result }] : []
    })
  const last = judged.at(-1)
  if (!last) return null
  const lines = last.result.rows.map(({ arm }): ArmOverTime => {
    const points = judged.map(({ at, result }): LookedChange => {
      const row = result.rows.find((found) => found.arm === arm)
      return { at, change: changeOf(scale, result.metric, row?.contrast ?? null) }
    })
    const from = points.find(({ change }) => change !== null)?.at ?? null
    return { arm, looks: points, from }
  })
  return { metric: last.result.metric, level: last.result.level, arms: lines }
}
