import type { Arm, MetricSums } from './analysis.types.ts'

/** A stretch of a run under one design. */
export interface Phase {
  /** What a change of makes a new phase: weights, traffic share, payloads, as one text. */
  readonly design: string
  readonly arms: readonly Arm[]
}

/** Arms pooled over phases, and how many phases were left out for their other design. */
export interface PooledPhases {
  readonly arms: readonly Arm[]
  readonly leftOut: number
}

/**
 * Pools the phases that have the design of the last one. Phases of other designs are left out: with other weights, users of a good
 * and of a bad time are mixed in other shares in each arm, which can turn a result around (E. H. Simpson, JRSS B 13 (1951)).
 */
export function poolPhases(phases: readonly Phase[]): PooledPhases {
  const design = phases.at(-1)?.design
  const same = phases.filter((phase) => phase.design === design)
  const ids = new Set(same.flatMap(({ arms }) => arms.map(({ id }) => id)))
  const arms = [...ids].map((id) =>
    same.flatMap((phase) => phase.arms.filter((arm) => arm.id === id)).reduce(addArms),
  )
  return { arms, leftOut: phases.length - same.length }
}

function addArms(a: Arm, b: Arm): Arm {
  return {
    ...b,
    exposed: a.exposed + b.exposed,
    mature: a.mature + b.mature,
    attachedByHand: (a.attachedByHand ?? 0) + (b.attachedByHand ?? 0),
    // A metric that one phase lacks is not known of both.
    metrics: Object.fromEntries(
      Object.entries(a.metrics).map(([id, sums]) => {
        const other = b.metrics[id]
        return [id, sums && other && addSums(sums, other)]
      }),
    ),
  }
}

const add = (a: unknown, b: unknown): number | null =>
  typeof a === 'number' && typeof b === 'number' ? a + b : null

/** What both have, added up number by number; null where one has none of it. */
const addEach = <T extends object>(a: T | null | undefined, b: T | null | undefined) =>
  a && b
    ? (Object.fromEntries(
        Object.entries(a).map(([key, value]) => [key, add(value, b[key as keyof T])]),
      ) as { [Key in keyof T]: number })
    : null

function addSums(a: MetricSums, b: MetricSums): MetricSums {
  const [capped, cap] = [addEach(a.capped, b.capped), b.capped?.cap]
  return {
    maturity: a.maturity === 'windowed' ? b.maturity : a.maturity,
    count: add(a.count, b.count),
    sum: a.sum + b.sum,
    sumSquares: add(a.sumSquares, b.sumSquares),
    denominator: addEach(a.denominator, b.denominator),
    capped: capped && cap !== undefined && a.capped?.cap === cap ? { ...capped, cap } : null,
    max: add(a.max, b.max) === null ? null : Math.max(a.max!, b.max!),
  }
}
