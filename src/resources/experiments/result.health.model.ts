import type { Arm, RunFacts } from './analysis.types.ts'
import { chiSquareRatioP, sequentialRatioP } from './stats.sampleRatio.model.ts'

/** What is wrong with the experiment itself; an alarm means that no result of it can be believed. */
export type HealthProblem =
  | 'no-control'
  | 'no-variant'
  | 'sample-ratio'
  | 'leak'
  | 'two-arms'
  | 'shared-context'

/** One problem: an alarm or a warning, with the arm, the number or the other experiment that shows it. */
export interface HealthFinding {
  readonly problem: HealthProblem
  readonly severity: 'alarm' | 'warning'
  readonly arm?: string
  readonly value?: number
  /** Name of the other experiment. */
  readonly other?: string
}

/** Whether the arms can be compared at all. */
export interface Health {
  readonly isHealthy: boolean
  readonly findings: readonly HealthFinding[]
  /** How users arrived against the design: sequential while running, chi-square when finished. */
  readonly sampleRatio: {
    readonly p: number
    readonly test: 'sequential' | 'chi-square'
    readonly isBroken: boolean
    readonly arms: readonly {
      readonly id: string
      readonly users: number
      /** Null for an arm without a weight. */
      readonly expected: number | null
    }[]
  }
  /** Users attached by hand, where known: not counted. */
  readonly attachedByHand: number
}

/** A split as uneven as this is a fault: false alarms in one of a thousand fair experiments. */
export const SAMPLE_RATIO_ALPHA = 0.001
// Users seen in two arms that are an alarm: this share of all, and this many.
const TWO_ARMS_SHARE = 0.01
const TWO_ARMS_LEAST = 10

/** Checks the split, leaks, users in two arms and other experiments on the same context key. */
export function checkHealth(arms: readonly Arm[], facts: RunFacts): Health {
  const counts = arms.map(({ exposed, weight }) => ({ users: exposed, weight }))
  const p = facts.isFinished ? chiSquareRatioP(counts) : sequentialRatioP(counts)
  const isBroken = p < SAMPLE_RATIO_ALPHA
  const designed = arms.filter(({ weight }) => weight > 0)
  const whole = designed.reduce((sum, { weight }) => sum + weight, 0)
  const users = designed.reduce((sum, { exposed }) => sum + exposed, 0)
  const controls = designed.filter(({ isControl }) => isControl)
  const both = facts.inTwoArms ?? 0
  const isMixed = both >= TWO_ARMS_LEAST && both >= TWO_ARMS_SHARE * users
  const findings: HealthFinding[] = [
    ...alarm(controls.length !== 1, { problem: 'no-control', value: controls.length }),
    ...alarm(designed.filter(({ isControl }) => !isControl).length === 0, {
      problem: 'no-variant',
    }),
    ...alarm(isBroken, { problem: 'sample-ratio', value: p }),
    ...arms.flatMap(({ id, weight, exposed }) =>
      alarm(!(weight > 0) && exposed > 0, { problem: 'leak', arm: id, value: exposed }),
    ),
    ...alarm(isMixed, { problem: 'two-arms', value: both }),
    ...(!isMixed && both > 0
      ? [{ problem: 'two-arms', severity: 'warning', value: both } as const]
      : []),
    ...(facts.sharedContext ?? []).map(
      (other) => ({ problem: 'shared-context', severity: 'warning', other }) as const,
    ),
  ]
  return {
    isHealthy: findings.every(({ severity }) => severity === 'warning'),
    findings,
    sampleRatio: {
      p,
      test: facts.isFinished ? 'chi-square' : 'sequential',
      isBroken,
      arms: arms.map(({ id, exposed, weight }) => ({
        id,
        users: exposed,
        expected: weight > 0 ? (users * weight) / whole : null,
      })),
    },
    attachedByHand: arms.reduce((sum, { attachedByHand = 0 }) => sum + attachedByHand, 0),
  }
}

const alarm = (holds: boolean, finding: Omit<HealthFinding, 'severity'>): HealthFinding[] =>
  holds ? [{ ...finding, severity: 'alarm' }] : []
