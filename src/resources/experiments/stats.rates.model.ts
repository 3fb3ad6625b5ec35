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
  const score = equalScore(arm, control)
  return {
    p: Math.min(1, 2 * normalTail(Math.abs(score))),
    difference: (z) => differenceBounds(arm, control, z, score),
    lift: (z) => liftBounds(arm, control, z, score),
  }
}

/** The deviate of a difference against its error under a hypothesis, in which variances are inflated by N / (N − 1). */
function scoreOf(gap: number, variance: number, n: number): number {
  const deviate = gap / Math.sqrt((variance * n) / (n - 1))
  return gap === 0 ? 0 : deviate
}

function equalScore(arm: Rate, control: Rate): number {
  const n = arm.n + control.n
  const pooled = (arm.x + control.x) / n
  const variance = pooled * (1 - pooled) * (1 / arm.n + 1 / control.n)
  return scoreOf(arm.x / arm.n - control.x / control.n, variance, n)
}

function differenceBounds(arm: Rate, control: Rate, z: number, atZero: number): Interval {
  const estimate = arm.x / arm.n - control.x / control.n
  const score = (d: number): number => {
    const p0 = constrainedRate(arm, control, d)
    const p1 = Math.min(1, Math.max(0, p0 + d))
    const variance = (p1 * (1 - p1)) / arm.n + (p0 * (1 - p0)) / control.n
    return scoreOf(estimate - d, variance, arm.n + control.n)
  }
  return invert(score, z, atZero, estimate, 1)
}

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

/** The most likely rate of the control if that of the arm is `d` higher: the cubic of Miettinen and Nurminen, appendix 1. */
function constrainedRate(arm: Rate, control: Rate, d: number): number {
  const n = arm.n + control.n
  const x = arm.x + control.x
  const l3 = n
  const l2 = (arm.n + 2 * control.n) * d - n - x
  const l1 = (control.n * d - n - 2 * control.x) * d + x
  const l0 = control.x * d * (1 - d)
  const third = l2 / (3 * l3)
  const q = third ** 3 - (l1 * l2) / (6 * l3 * l3) + l0 / (2 * l3)
  const p = Math.sign(q || 1) * Math.sqrt(Math.max(0, third * third - l1 / (3 * l3)))
  const turn = p === 0 ? 0 : Math.min(1, Math.max(-1, q / p ** 3))
  let root = 2 * p * Math.cos((Math.PI + Math.acos(turn)) / 3) - third
  const [least, most] = [Math.max(0, -d), Math.min(1, 1 - d)]
  // The cosine has lost the last digits of a small rate: two steps of Newton's method bring them back.
  for (let step = 0; step < 2; step++) {
    const slope = (3 * l3 * root + 2 * l2) * root + l1
    const next = root - (((l3 * root + l2) * root + l1) * root + l0) / slope
    if (Math.abs(next - root) < 1e-6) root = next
  }
  return Math.min(most, Math.max(least, root))
}

function liftBounds(arm: Rate, control: Rate, z: number, atOne: number): Interval {
  const [p1, p0] = [arm.x / arm.n, control.x / control.n]
  if (arm.x === 0 && control.x === 0) return { low: -1, high: Infinity }
  const n = arm.n + control.n
  const score = (log: number): number => {
    const r = Math.exp(log)
    const rate = constrainedByRatio(arm, control, r)
    const variance =
      (r * rate * (1 - Math.min(1, r * rate))) / arm.n + (r * r * rate * (1 - rate)) / control.n
    return scoreOf(p1 - r * p0, variance, n)
  }
  const estimate = Math.min(FAR, Math.max(-FAR, Math.log(p1 / p0)))
  const { low, high } = invert(score, z, atOne, estimate, FAR)
  return {
    low: arm.x === 0 ? -1 : Math.expm1(low),
    high: control.x === 0 ? Infinity : Math.expm1(high),
  }
}

// Logarithm of a ratio that no two rates of countable users have.
const FAR = 60

/** The most likely rate of the control if that of the arm is `r` times it: the quadratic of Miettinen and Nurminen, appendix 1. */
function constrainedByRatio(arm: Rate, control: Rate, r: number): number {
  const a = (arm.n + control.n) * r
  const b = arm.n * r + arm.x + control.n + control.x * r
  const c = arm.x + control.x
  // 2c over the sum, not the difference of two near numbers over 2a.
  return Math.min(1, 1 / r, (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c))))
}
