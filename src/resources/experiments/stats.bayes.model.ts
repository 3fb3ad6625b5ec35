import type { Interval, Posterior } from './analysis.types.ts'
import { normalDensity, normalQuantile, normalTail } from './stats.distributions.model.ts'
import { quadrature } from './stats.integrate.model.ts'
import type { Measured } from './stats.moments.model.ts'
import { findRoot, reach } from './stats.root.model.ts'
import { betaKernel, incompleteBeta } from './stats.special.model.ts'

/** What is believed of a rate: Beta(a, b), the successes and failures seen plus those of the prior. */
export interface BetaBelief {
  readonly a: number
  readonly b: number
}

/** What two beliefs say of each other. `tail` is the chance on either side that an interval leaves out. */
export interface Belief {
  readonly posterior: Posterior
  readonly difference: (tail: number) => Interval
  /** arm / control; null where the control may well be zero. */
  readonly ratio: (tail: number) => Interval | null
}

/**
 * Two rates with Beta beliefs: chance, expected losses and credible intervals by integrals over the narrower of both, exact to 1e-9
 * (the quantities are those of J. Stucchio, "Bayesian A/B testing at VWO", 2015; no normal or log-normal approximation).
 */
export function compareBetas(arm: BetaBelief, control: BetaBelief): Belief {
  const isArm = variance(arm) <= variance(control)
  const [narrow, wide] = isArm ? [arm, control] : [control, arm]
  const nodes = nodesOf(narrow)
  const integrate = (f: (x: number) => number, over = nodes): number =>
    over.reduce((sum, { x, mass }) => sum + mass * f(x), 0)
  // A belief that is not cut off at 0 or 1 is smooth wherever it is shifted to: every other point holds it as exactly.
  const step = Math.min(wide.a, wide.b) < SMOOTH ? 1 : 2
  const forEnds = nodes.filter((_, index) => index % step === 0)
  const overWide = (x: number): number => incompleteBeta(wide.a, wide.b, x).lower
  // Chance that narrow > wide, and what is expected of narrow − wide where it is above zero, and below it.
  const chance = integrate(overWide)
  const above = integrate((x) => excess(wide, x))
  const below = integrate((x) => shortfall(wide, x))
  // Chance that the arm is not over what `at` makes of a value of the narrower one.
  const chanceUnder = (at: (x: number) => number): number =>
    step *
    integrate((x) => incompleteBeta(wide.a, wide.b, at(x))[isArm ? 'upper' : 'lower'], forEnds)
  const [byGap, byRatio] = isArm
    ? [(x: number, d: number) => x - d, (x: number, r: number) => Math.min(1, x / r)]
    : [(x: number, d: number) => x + d, (x: number, r: number) => Math.min(1, x * r)]
  return {
    posterior: {
      chance: isArm ? chance : 1 - chance,
      lossOfArm: isArm ? below : above,
      lossOfControl: isArm ? above : below,
    },
    difference: (tail) =>
      between(
        (d) => chanceUnder((x) => byGap(x, d)),
        tail,
        mean(arm) - mean(control),
        Math.sqrt(variance(arm) + variance(control)),
      ),
    ratio: (tail) => {
      const log = between(
        (at) => chanceUnder((x) => byRatio(x, Math.exp(at))),
        tail,
        Math.log(mean(arm) / mean(control)),
        Math.sqrt(1 / arm.a + 1 / control.a),
      )
      return { low: Math.exp(log.low), high: Math.exp(log.high) }
    },
  }
}

/** The ends of an interval, looked for from its middle on in steps of its spread. */
function between(
  under: (x: number) => number,
  tail: number,
  middle: number,
  spread: number,
): Interval {
  const end = (share: number): number => {
    const off = (x: number): number => under(x) - share
    const from = -reach((x) => off(-x) <= 0, -middle, spread)
    return findRoot(
      off,
      from,
      reach((x) => off(x) >= 0, middle, spread),
    )
  }
  return { low: end(tail), high: end(1 - tail) }
}

// Points with less of a belief change no chance or loss that can be told.
const LEAST_MASS = 1e-25
const SMOOTH = 10

const mean = ({ a, b }: BetaBelief): number => a / (a + b)
const variance = ({ a, b }: BetaBelief): number => (a * b) / (a + b) ** 2 / (a + b + 1)

/** E[(x − W)⁺] for W of a Beta distribution. */
const excess = ({ a, b }: BetaBelief, x: number): number =>
  x * incompleteBeta(a, b, x).lower - (a / (a + b)) * incompleteBeta(a + 1, b, x).lower
/** E[(W − x)⁺] for W of a Beta distribution. */
const shortfall = ({ a, b }: BetaBelief, x: number): number =>
  (a / (a + b)) * incompleteBeta(a + 1, b, x).upper - x * incompleteBeta(a, b, x).upper

/** Points that hold all of a belief that is of any weight, with the mass of each. */
function nodesOf(belief: BetaBelief) {
  const width = Math.sqrt(variance(belief))
  // A side with few counts has a tail that falls like an exponential one, with many like a normal one.
  const from = Math.max(0, mean(belief) - (9 + 30 / Math.sqrt(belief.b)) * width)
  const to = Math.min(1, mean(belief) + (9 + 30 / Math.sqrt(belief.a)) * width)
  const { points, weights } = quadrature(from, to)
  return points
    .map((x, index) => ({
      x,
      mass:
        x > 0 && x < 1
          ? (weights[index]! * betaKernel(belief.a, belief.b, x, 1 - x)) / (x * (1 - x))
          : 0,
    }))
    .filter(({ mass }) => mass > LEAST_MASS)
}

/**
 * Two means with normal beliefs (flat priors: the mean seen and its variance). Chance and losses in closed form; the ratio's
 * interval by D. V. Hinkley, "On the ratio of two correlated normal random variables", Biometrika 56 (1969), for a control that is
 * above zero but for one chance in a million. Null without variances.
 */
export function compareNormals(arm: Measured, control: Measured): Belief | null {
  if (arm.variance === null || control.variance === null) return null
  const [va, vc] = [arm.variance, control.variance]
  const gap = arm.value - control.value
  const error = Math.sqrt(va + vc)
  const z = gap === 0 ? 0 : gap / error
  const loss = (toward: number): number =>
    error * Math.max(0, normalDensity(z) - toward * normalTail(toward))
  return {
    posterior: { chance: normalTail(-z), lossOfArm: loss(z), lossOfControl: loss(-z) },
    difference: (tail) => {
      const errors = -normalQuantile(tail)
      return { low: gap - errors * error, high: gap + errors * error }
    },
    ratio: (tail) => {
      if (!(control.value > SURE * Math.sqrt(vc))) return null
      const estimate = arm.value / control.value
      const deviate = (r: number): number =>
        (r * control.value - arm.value) / Math.sqrt(va + r * r * vc)
      const errors = -normalQuantile(tail)
      const step = error / control.value || 1e-9
      const least = -reach((x) => deviate(-x) <= -errors, -estimate, step)
      const most = reach((x) => deviate(x) >= errors, estimate, step)
      return {
        low: findRoot((r) => deviate(r) + errors, least, estimate),
        high: findRoot((r) => deviate(r) - errors, estimate, most),
      }
    },
  }
}

// One chance in a million beyond it.
const SURE = 4.753424308822899
