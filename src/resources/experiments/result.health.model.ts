import type { Arm, RunFacts } from './analysis.types.ts'
import { chiSquareRatioP, designedOf, sequentialRatioP } from './stats.sampleRatio.model.ts'

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
  const counts = arms.map((arm) => ({ ...arm, users: arm.exposed }))
  const p = facts.isFinished ? chiSquareRatioP(counts) : sequentialRatioP(counts)
  const isBroken = p < SAMPLE_RATIO_ALPHA
  const { designed, n, expected } = designedOf(counts)
  const controls = designed.filter(({ isControl }) => isControl)
  const both = facts.inTwoArms ?? 0
  const isMixed = both >= TWO_ARMS_LEAST && both >= TWO_ARMS_SHARE * n
  const findings = [
    controls.length !== 1 && found('no-control', { value: controls.length }),
    designed.every(({ isControl }) => isControl) && found('no-variant'),
    isBroken && found('sample-ratio', { value: p }),
    ...arms.map(
      ({ id, weight, exposed }) =>
        !(weight > 0) && exposed > 0 && found('leak', { arm: id, value: exposed }),
    ),
    both > 0 && found('two-arms', { value: both }, isMixed ? 'alarm' : 'warning'),
    ...(facts.sharedContext ?? []).map((other) => found('shared-context', { other }, 'warning')),
  ].filter((finding) => finding !== false)
  return {
    isHealthy: findings.every(({ severity }) => severity === 'warning'),
    findings,
    sampleRatio: {
      p,
      test: facts.isFinished ? 'chi-square' : 'sequential',
      isBroken,
      arms: counts.map((arm) => ({
        id: arm.id,
        users: arm.users,
        expected: arm.weight > 0 ? expected(arm) : null,
      })),
    },
    attachedByHand: arms.reduce((sum, { attachedByHand = 0 }) => sum + attachedByHand, 0),
  }
}

const found = (
  problem: HealthProblem,
  about: Pick<HealthFinding, 'arm' | 'value' | 'other'> = {},
  severity: HealthFinding['severity'] = 'alarm',
): HealthFinding => ({ problem, severity, ...about })
