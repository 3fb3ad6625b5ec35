import type { Interval, Posterior } from './analysis.types.ts'
import { differenceInterval, liftInterval, standardError } from './stats.contrast.model.ts'
import { normalDensity, normalQuantile, normalTail } from './stats.distributions.model.ts'
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
  readonly difference: (tail: number) => Interval | null
  /** arm / control − 1; null where the control may well be zero. */
  readonly lift: (tail: number) => Interval | null
}

/**
 * Two rates with Beta beliefs: chance, expected losses and credible intervals by integrals over the narrower of both, exact to 1e-9
 * (the quantities are those of J. Stucchio, "Bayesian A/B testing at VWO", 2015; no normal or log-normal approximation). Null where
 * a belief is none: all or none succeeded, and the prior adds nothing.
 */
export function compareBetas(arm: BetaBelief, control: BetaBelief): Belief | null {
  if (!(Math.min(arm.a, arm.b, control.a, control.b) > 0)) return null
  const isArm = variance(arm) <= variance(control)
  const [narrow, wide] = isArm ? [arm, control] : [control, arm]
  const all = nodesOf(narrow, 0, 1)
  const most = all.filter(({ mass }) => mass > 1e-13)
  const [first, last] = [most[0]!.x, most.at(-1)!.x]
  const integrate = (f: (x: number) => number, nodes = all): number =>
    nodes.reduce((sum, { x, mass }) => sum + mass * f(x), 0)
  /** Chance that wide ≤ at(narrow), which rises from 0 to 1 between two points. */
  const chanceUnder = (at: (x: number) => number, from: number, to: number): number =>
    integrate(
      (x) => incompleteBeta(wide.a, wide.b, at(x)).lower,
      from > first || to < last ? nodesOf(narrow, from, to) : most,
    ) + (to < last ? incompleteBeta(narrow.a, narrow.b, to).upper : 0)
  const chance = chanceUnder((x) => x, 0, 1)
  const above = integrate((x) => excess(wide, x))
  const below = Math.max(0, above - mean(narrow) + mean(wide))
  // Of arm and control, from what was found of wide and narrow.
  const turned = ({ low, high }: Interval): Interval =>
    isArm ? { low: -high, high: -low } : { low, high }
  return {
    posterior: {
      chance: isArm ? chance : 1 - chance,
      lossOfArm: isArm ? below : above,
      lossOfControl: isArm ? above : below,
    },
    difference: (tail) =>
      turned(
        between(
          (d) => chanceUnder((x) => x + d, Math.max(0, -d), Math.min(1, 1 - d)),
          tail,
          mean(wide) - mean(narrow),
          Math.sqrt(variance(wide) + variance(narrow)),
        ),
      ),
    lift(tail) {
      const log = turned(
        between(
          (at) => chanceUnder((x) => x * Math.exp(at), 0, Math.min(1, Math.exp(-at))),
          tail,
          Math.log(mean(wide) / mean(narrow)),
          Math.sqrt(1 / wide.a + 1 / narrow.a),
        ),
      )
      return { low: Math.expm1(log.low), high: Math.expm1(log.high) }
    },
  }
}

/** The ends of an interval, looked for from its middle on in steps of its spread, by log odds, which run nearly straight. */
function between(
  under: (x: number) => number,
  tail: number,
  middle: number,
  spread: number,
): Interval {
  const end = (odds: number): number => {
    const off = (x: number): number => {
      const chance = under(x)
      return Math.log(chance / Math.max(0, 1 - chance)) - odds
    }
    const low = -reach((x) => off(-x) <= 0, -middle, 2 * spread)
    const high = reach((x) => off(x) >= 0, middle, 2 * spread)
    return findRoot(off, low, high, NEAR)
  }
  const odds = Math.log(tail / (1 - tail))
  return { low: end(odds), high: end(-odds) }
}

// Log odds so near are a chance to 1e-11.
const NEAR = 1e-9
// Points with less of a belief change no chance or loss that can be told.
const LEAST_MASS = 1e-20

const mean = ({ a, b }: BetaBelief): number => a / (a + b)
const variance = ({ a, b }: BetaBelief): number => (a * b) / (a + b) ** 2 / (a + b + 1)

/** E[(x − W)⁺] for W of a Beta distribution. */
const excess = ({ a, b }: BetaBelief, x: number): number =>
  x * incompleteBeta(a, b, x).lower - (a / (a + b)) * incompleteBeta(a + 1, b, x).lower

/**
 * Points that hold all of a belief between two ends that is of any weight, with the mass of each: the double exponential rule, for
 * which an end may be steep (H. Takahasi and M. Mori, Publications of RIMS 9 (1974)), some half a deviation apart or nearer.
 */
function nodesOf({ a, b }: BetaBelief, least: number, most: number) {
  const width = Math.sqrt(variance({ a, b }))
  // A side with few counts has a tail that falls like an exponential one, with many like a normal one.
  const from = Math.max(least, mean({ a, b }) - (9 + 30 / Math.sqrt(b)) * width)
  const range = Math.min(most, mean({ a, b }) + (9 + 30 / Math.sqrt(a)) * width) - from
  const nodes: { readonly x: number; readonly mass: number }[] = []
  const step = Math.min(1 / 16, (0.75 * width) / range)
  if (!(range > 0)) return nodes
  for (let t = -3.6; t < 3.6; t += step) {
    // Share of the range to the nearer end, without cancellation.
    const near = 1 / (1 + Math.exp(Math.PI * Math.abs(Math.sinh(t))))
    const x = from + range * (t < 0 ? near : 1 - near)
    const weight = range * step * Math.PI * Math.cosh(t) * near * (1 - near)
    const mass = x > 0 && x < 1 ? (weight * betaKernel(a, b, x, 1 - x)) / (x * (1 - x)) : 0
    if (mass > LEAST_MASS) nodes.push({ x, mass })
  }
  return nodes
}

/**
 * Two means with normal beliefs (flat priors: the mean seen and its variance). Chance and losses in closed form; so is the ratio's
 * interval, Fieller's, for a control that is above zero but for one chance in a million (D. V. Hinkley, "On the ratio of two correlated
 * normal random variables", Biometrika 56 (1969)). Null without variances.
 */
export function compareNormals(arm: Measured, control: Measured): Belief | null {
  const known = standardError(arm, control)
  if (known === null) return null
  // Without any variance every gap is a sure one.
  const error = known || 1e-300
  const z = (arm.value - control.value) / error
  const loss = (toward: number): number =>
    error * Math.max(0, normalDensity(z) - toward * normalTail(toward))
  return {
    posterior: { chance: normalTail(-z), lossOfArm: loss(z), lossOfControl: loss(-z) },
    difference: (tail) => differenceInterval(arm, control, -normalQuantile(tail)),
    lift: (tail) =>
      control.value > SURE * Math.sqrt(control.variance!)
        ? liftInterval(arm, control, -normalQuantile(tail))
        : null,
  }
}

// One chance in a million beyond it.
const SURE = 4.753424308822899
