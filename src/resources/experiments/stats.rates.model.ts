import type { Interval } from './analysis.types.ts'
import { normalTail } from './stats.distributions.model.ts'
import { findRoot } from './stats.root.model.ts'

/** So many successes of so many. */
export interface Rate {
  readonly x: number
  readonly n: number
}

/**
 * Two rates by the score method of O. Miettinen and M. Nurminen, "Comparative analysis of two rates", Statistics in Medicine 4 (1985)
 * 213–226: difference and ratio are inverted from one test, so they agree on whether there is a change. `z` are normal deviates.
 */
export interface RateComparison {
  /** Two-sided, of equal rates. */
  readonly p: number
  /** arm − control. */
  readonly difference: (z: number) => Interval
  /** arm / control − 1; no limit above where the control has no success. */
  readonly lift: (z: number) => Interval
}

/** Compares the rate of an arm with that of the control. Both need a user. */
export function compareRates(arm: Rate, control: Rate): RateComparison {
  const [p1, p0] = [arm.x / arm.n, control.x / control.n]
  const equal = scoreOf(arm, control, 1, 0)
  const atRatio = (log: number): number => scoreOf(arm, control, Math.exp(log), 0)
  return {
    p: Math.min(1, 2 * normalTail(Math.abs(equal))),
    difference: (z) => invert((d) => scoreOf(arm, control, 1, d), z, equal, p1 - p0, 1),
    lift(z) {
      if (p1 === 0 && p0 === 0) return { low: -1, high: Infinity }
      const estimate = Math.min(FAR, Math.max(-FAR, Math.log(p1 / p0)))
      const { low, high } = invert(atRatio, z, equal, estimate, FAR)
      return {
        low: p1 === 0 ? -1 : Math.expm1(low),
        high: p0 === 0 ? Infinity : Math.expm1(high),
      }
    },
  }
}

// Logarithm of a ratio that no two rates of countable users have.
const FAR = 60

/**
 * How far the rates are, in errors, from a hypothesis: that the arm's is `r` times the control's and `d` more. The error is that of the
 * rates which are the most likely under it (Miettinen and Nurminen, appendix 1, solve for them in closed form), inflated by
 * N / (N − 1).
 */
function scoreOf(arm: Rate, control: Rate, r: number, d: number): number {
  const gap = arm.x / arm.n - r * (control.x / control.n) - d
  if (gap === 0) return 0
  const changed = (rate: number): number => Math.min(1, Math.max(0, r * rate + d))
  // The slope of the likelihood falls all the way between the ends.
  const slope = (rate: number): number => pull(control, rate) + r * pull(arm, changed(rate))
  const rate = findRoot(slope, Math.max(0, -d), Math.min(1, (1 - d) / r))
  const raised = changed(rate)
  const variance = (raised * (1 - raised)) / arm.n + (r * r * rate * (1 - rate)) / control.n
  const n = arm.n + control.n
  return gap / Math.sqrt((variance * n) / (n - 1))
}

// Where nobody did it, or everybody, nothing pulls away from that end.
const pull = ({ x, n }: Rate, rate: number): number =>
  (x && x / rate) - (n - x && (n - x) / (1 - rate))

/** Where a score that falls is z, and where −z. No change is tried first, so that an interval leaves it out exactly when the test does. */
function invert(
  score: (at: number) => number,
  z: number,
  atNoChange: number,
  estimate: number,
  most: number,
): Interval {
  const end = (to: number, from: number, least: number): number =>
    findRoot((at) => score(at) - to, from, least)
  const [isUp, isDown] = [atNoChange > z, atNoChange < -z]
  return {
    low: isUp ? end(z, 0, estimate) : end(z, -most, Math.min(0, estimate)),
    high: isDown ? end(-z, estimate, 0) : end(-z, Math.max(0, estimate), most),
  }
}
