// @vitest-environment node
import { describe, expect, it } from 'vitest'
import {
  compareBetas,
  compareNormals,
} from '../../../../src/resources/experiments/stats.bayes.model.ts'
import { planSample } from '../../../../src/resources/experiments/plan.sample.model.ts'
import {
  deltaLift,
  differenceInterval,
  liftInterval,
  welchP,
  welchReach,
} from '../../../../src/resources/experiments/stats.contrast.model.ts'
import {
  betaQuantile,
  chiSquareTail,
  normalQuantile,
  normalTail,
  studentQuantile,
  studentTail,
} from '../../../../src/resources/experiments/stats.distributions.model.ts'
import type { Interval } from '../../../../src/resources/experiments/analysis.types.ts'
import {
  ratioOf,
  type Measured,
} from '../../../../src/resources/experiments/stats.moments.model.ts'
import { holm } from '../../../../src/resources/experiments/stats.multiple.model.ts'
import { compareRates } from '../../../../src/resources/experiments/stats.rates.model.ts'
import {
  chiSquareRatioP,
  sequentialRatioP,
} from '../../../../src/resources/experiments/stats.sampleRatio.model.ts'
import {
  sequenceP,
  sequenceReach,
} from '../../../../src/resources/experiments/stats.sequence.model.ts'
import {
  incompleteBeta,
  logGamma,
} from '../../../../src/resources/experiments/stats.special.model.ts'
import golden from './golden.json' with { type: 'json' }

type Call = (...args: number[]) => readonly (number | null)[]
const ends = (interval: Interval | null) => [interval?.low ?? null, interval?.high ?? null]
/** Of arm / control − 1. */
const ratio = (lift: Interval | null) => ends(lift).map((end) => end! + 1)
const of = (value: number, sd: number, n: number): Measured => ({
  value,
  variance: (sd * sd) / n,
  n,
})

/** What each name of the golden values calls. */
const calls: Readonly<Record<string, Call>> = {
  normalTail: (z) => [normalTail(z)],
  normalQuantile: (p) => [normalQuantile(p)],
  studentTail: (t, df) => [studentTail(t, df)],
  studentQuantile: (p, df) => [studentQuantile(p, df)],
  chiSquareTail: (x, df) => [chiSquareTail(x, df)],
  logGamma: (x) => [logGamma(x)],
  betaLower: (a, b, x) => [incompleteBeta(a, b, x).lower],
  betaQuantile: (p, a, b) => [betaQuantile(p, a, b)],
  rates(x1, n1, x0, n0, alpha) {
    const found = compareRates({ x: x1, n: n1 }, { x: x0, n: n0 })
    const z = -normalQuantile(alpha / 2)
    return [...ends(found.difference(z)), ...ratio(found.lift(z))]
  },
  ratesP: (x1, n1, x0, n0) => [compareRates({ x: x1, n: n1 }, { x: x0, n: n0 }).p],
  welch(m1, s1, n1, m0, s0, n0, alpha) {
    const [arm, control] = [of(m1, s1, n1), of(m0, s0, n0)]
    const reach = welchReach(arm, control, alpha)
    return [welchP(arm, control), ...ends(differenceInterval(arm, control, reach))]
  },
  fieller(m1, s1, n1, m0, s0, n0, alpha) {
    const [arm, control] = [of(m1, s1, n1), of(m0, s0, n0)]
    return ends(liftInterval(arm, control, welchReach(arm, control, alpha)))
  },
  deltaLiftP(m1, s1, n1, m0, s0, n0) {
    const { value, variance } = deltaLift(of(m1, s1, n1), of(m0, s0, n0))
    return [2 * normalTail(Math.abs(value) / Math.sqrt(variance!))]
  },
  ratio(n, y, x, yy, xx, xy) {
    const { value, variance } = ratioOf({ n: n, y: y, x: x, yy, xx, xy })
    return [value, variance]
  },
  sequenceReach: (n, tuned, alpha) => [sequenceReach(n, { n: tuned, alpha: alpha })],
  sequenceP: (errors, n, tuned, alpha) => [sequenceP(errors, n, { n: tuned, alpha: alpha })],
  betaChance(a, b, c, d) {
    const { chance, lossOfArm, lossOfControl } = betas(a, b, c, d).posterior
    return [chance, lossOfArm, lossOfControl]
  },
  betaDifference: (a, b, c, d, tail) => ends(betas(a, b, c, d).difference(tail)),
  betaRatio: (a, b, c, d, tail) => ratio(betas(a, b, c, d).lift(tail)),
  normalChance(m1, v1, m0, v0) {
    const found = compareNormals(
      { value: m1, variance: v1, n: 9 },
      { value: m0, variance: v0, n: 9 },
    )!.posterior
    return [found.chance, found.lossOfArm, found.lossOfControl]
  },
  fixedUsers: (rate, effect, alpha, power) => [
    planSample({
      engine: 'fixed',
      baseline: { kind: 'proportion', rate: rate },
      effect: effect,
      alpha: alpha,
      power: power,
    }).users,
  ],
}
const betas = (a: number, b: number, c: number, d: number) =>
  compareBetas({ a, b }, { a: c, b: d })!

const withLists: Readonly<
  Record<string, (a: number[], b: number[]) => readonly (number | null)[]>
> = {
  sequentialRatioP: (users, weights) => [sequentialRatioP(counts(users, weights))],
  chiSquareRatioP: (users, weights) => [chiSquareRatioP(counts(users, weights))],
  holm: (ps) => holm(ps),
}
const counts = (users: number[], weights: number[]) =>
  users.map((count, index) => ({ users: count, weight: weights[index]! }))

describe('golden values', () => {
  it('are at least 200, from an independent tool', () => {
    expect(golden.values.length).toBeGreaterThanOrEqual(200)
    expect(new Set(golden.values.map(({ call }) => call))).toEqual(
      new Set([...Object.keys(calls), ...Object.keys(withLists)]),
    )
  })

  it.for(
    golden.values.map(
      (value, index) => [`${index} ${value.call} ${JSON.stringify(value.args)}`, value] as const,
    ),
  )('%s', ([, { call, args, result, tolerance, absolute }]) => {
    const found = calls[call]
      ? calls[call](...(args as number[]))
      : withLists[call]!(args[0] as number[], args[1] as number[])
    expect(found).toHaveLength(result.length)
    for (const [index, expected] of result.entries()) {
      const off = Math.abs((found[index] ?? Number.NaN) - expected)
      expect(off, `${found[index]} is not ${expected}`).toBeLessThanOrEqual(
        tolerance * Math.abs(expected) + absolute + 1e-300,
      )
    }
  })
})
