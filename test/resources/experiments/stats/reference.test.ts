// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { compareShares } from '../../../../src/resources/cohorts/grid.uncertainty.model.ts'
import { compareBetas } from '../../../../src/resources/experiments/stats.bayes.model.ts'
import {
  deltaLift,
  differenceInterval,
  liftInterval,
  welchP,
  welchReach,
} from '../../../../src/resources/experiments/stats.contrast.model.ts'
import {
  normalQuantile,
  normalTail,
} from '../../../../src/resources/experiments/stats.distributions.model.ts'
import { flooredRate, meanOf } from '../../../../src/resources/experiments/stats.moments.model.ts'
import { compareRates } from '../../../../src/resources/experiments/stats.rates.model.ts'
import { logGamma } from '../../../../src/resources/experiments/stats.special.model.ts'
import { sequenceReach } from '../../../../src/resources/experiments/stats.sequence.model.ts'

const Z = -normalQuantile(0.025)

describe('published figures', () => {
  // R. Newcombe, "Interval estimation for the difference between independent proportions", 1998, table II, method 10.
  it.for([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
  ] as const)('Newcombe: %d/%d − %d/%d', ([x1, n1, x0, n0, low, high]) => {
    const found = compareShares(
      { numerator: x1, denominator: n1 },
      { numerator: x0, denominator: n0 },
    )
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  // The free-trial screener of Udacity's A/B testing course: per exposed user, enrolments and payments fell.
  it.for([
    ['enrolments', 3423, 3785, -0.02055, -0.02912, -0.01199],
    ['payments', 1945, 2033, -0.00487, -0.01161, 0.00186],
  ] as const)('Udacity: %s', ([, arm, control, difference, low, high]) => {
    const found = compareRates({ x: arm, n: 17_260 }, { x: control, n: 17_293 }).difference(Z)
    expect(arm / 17_260 - control / 17_293).toBeCloseTo(difference, 5)
    expect(found.low).toBeCloseTo(low, 5)
    expect(found.high).toBeCloseTo(high, 5)
  })

  it('Udacity: payments per enrolment rose, so a conditional metric says the opposite', () => {
    const found = compareRates({ x: 1945, n: 3423 }, { x: 2033, n: 3785 }).difference(Z)
    expect(found.low).toBeCloseTo(0.008, 3)
    expect(found.high).toBeCloseTo(0.054, 3)
  })

  it('Welch, Fieller and delta on one vector of two means', () => {
    const control = { value: 0.41, variance: 3.9 ** 2 / 3407, n: 3407 }
    const arm = { value: 0.7, variance: 6.2 ** 2 / 3461, n: 3461 }
    const reach = welchReach(arm, control, 0.05)
    expect(welchP(arm, control)).toBeCloseTo(0.02016, 5)
    const difference = differenceInterval(arm, control, reach)!
    expect(difference.low).toBeCloseTo(0.0454, 4)
    expect(difference.high).toBeCloseTo(0.5346, 4)
    const lift = liftInterval(arm, control, reach)!
    expect(lift.low).toBeCloseTo(0.094, 3)
    expect(lift.high).toBeCloseTo(1.709, 3)
    const delta = deltaLift(arm, control)
    const error = Math.sqrt(delta.variance!)
    expect(2 * normalTail(delta.value / error)).toBeCloseTo(0.0619, 4)
    expect(delta.value - Z * error).toBeCloseTo(-0.035, 3)
    expect(delta.value + Z * error).toBeCloseTo(1.45, 3)
  })

  it('Fieller’s interval has no upper limit where the control may be zero', () => {
    const control = { value: 1, variance: 1, n: 1000 }
    const arm = { value: 10, variance: 0.01, n: 1000 }
    const { low, high } = liftInterval(arm, control, Z)!
    expect(high).toBe(Infinity)
    // The ratio at which the test of arm − r · control is just at its limit.
    const r = low + 1
    expect((10 - r) ** 2 / (0.01 + r * r)).toBeCloseTo(Z * Z, 10)
    expect(liftInterval(arm, { ...control, value: 0 }, Z)).toBeNull()
    expect(liftInterval({ ...arm, value: 1 }, control, Z)).toMatchObject({ high: Infinity })
    expect(liftInterval({ ...arm, variance: 25 }, control, 3)).toEqual({
      low: -Infinity,
      high: Infinity,
    })
  })

  it('asymptotic sequences of lifts', () => {
    const bounds = (lift: ReturnType<typeof deltaLift>, tuned: number) => {
      const reach = sequenceReach(lift.n, { n: tuned, alpha: 0.05 }) * Math.sqrt(lift.variance!)
      return [lift.value, lift.value - reach, lift.value + reach]
    }
    const means = deltaLift(meanOf(3461, 2422.7, 134_698.29), meanOf(3000, 1396.87, 52_377.9767))
    const rates = deltaLift(flooredRate(2422, 3461), flooredRate(1396, 3000))
    for (const [index, expected] of [0.50336, -0.55844, 1.56516].entries())
      expect(bounds(means, 1000)[index]).toBeCloseTo(expected, 5)
    for (const [index, expected] of [0.50386, 0.40098, 0.60675].entries())
      expect(bounds(rates, 5000)[index]).toBeCloseTo(expected, 5)
  })

  it('Beta beliefs with flat priors, 49 and 51 of 100', () => {
    const { posterior } = compareBetas({ a: 52, b: 50 }, { a: 50, b: 52 })!
    expect(posterior.chance).toBeCloseTo(0.6107705, 7)
    expect(posterior.lossOfArm).toBeCloseTo(0.0191165, 7)
    expect(posterior.lossOfControl).toBeCloseTo(0.0387243, 7)
  })

  // P. Fader and B. Hardie, "How to project customer retention", Journal of Interactive Marketing 21 (2007) 76–90, table 1: the share
  // of a cohort still subscribed after so many renewals.
  const regular = [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1]
  const highEnd = [100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1]

  // The likelihood of the shifted-beta-geometric distribution, of 1,000 customers, and where the paper has its maximum.
  it.for([
    ['Regular', regular, 0.704, 1.182, -1680.3],
    ['High End', highEnd, 0.668, 3.806, -1611.2],
  ] as const)('retention, %s: likeliest at the published parameters', ([, shares, a, b, most]) => {
    const logBeta = (x: number, y: number) => logGamma(x) + logGamma(y) - logGamma(x + y)
    const logLikelihood = (alpha: number, beta: number): number => {
      const lost = shares.slice(1).map((share, year) => {
        const chance = logBeta(alpha + 1, beta + year) - logBeta(alpha, beta)
        return 10 * (shares[year]! - share) * chance
      })
      const stay = logBeta(alpha, beta + 7) - logBeta(alpha, beta)
      return lost.reduce((sum, each) => sum + each, 10 * shares.at(-1)! * stay)
    }
    const found = logLikelihood(a, b)
    expect(found).toBeCloseTo(most, 1)
    for (const [da, db] of [
      [0.02, 0],
      [-0.02, 0],
      [0, 0.1],
      [0, -0.1],
    ] as const)
      expect(logLikelihood(a + da, b + db)).toBeLessThan(found)
  })

  it('retention of two cohorts, by renewals, is told apart from the first renewal on', () => {
    for (const [renewal, share] of highEnd.entries()) {
      const found = compareRates({ x: share * 10, n: 1000 }, { x: regular[renewal]! * 10, n: 1000 })
      expect(found.difference(Z).low > 0).toBe(renewal > 0)
    }
  })
})
