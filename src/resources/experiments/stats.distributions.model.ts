import { findRoot, reach } from './stats.root.model.ts'
import { incompleteBeta, incompleteGamma } from './stats.special.model.ts'

/** Chance of a standard normal value over `z`: half of Q(½, z²/2) (NIST DLMF 7.11.2). */
export function normalTail(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2)
  return z >= 0 ? upper / 2 : 0.5 + lower / 2
}

/** Density of the standard normal distribution. */
export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** The standard normal value under which a share `p` lies. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : Number.NaN
  // 38 deviations hold all that can be stored.
  return p > 0.5 ? -normalQuantile(1 - p) : -findRoot((z) => Math.log(normalTail(z) / p), 0, 38.5)
}

const MOST_DF = 1e13

/** Chance of a value of Student's distribution over `t`, with `df` degrees of freedom, fractions among them (NIST DLMF 8.17.21). */
export function studentTail(t: number, df: number): number {
  // From here on the two differ by less than what is stored of them.
  if (df > MOST_DF) return normalTail(t)
  const square = t * t
  const half = incompleteBeta(df / 2, 0.5, 1 / (1 + square / df), 1 / (1 + df / square))
  return t >= 0 ? half.lower / 2 : 0.5 + half.upper / 2
}

/** The value under which a share `p` of Student's distribution lies. */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1) || df > MOST_DF) return normalQuantile(p)
  if (p > 0.5) return -studentQuantile(1 - p, df)
  if (p === 0.5) return 0
  const least = -normalQuantile(p)
  const most = reach((t) => studentTail(t, df) <= p, least, least / 8)
  return -findRoot((t) => Math.log(studentTail(t, df) / p), least, most)
}

/** Chance of a chi-square value over `x`, with `df` degrees of freedom (NIST DLMF 8.2.4). */
export const chiSquareTail = (x: number, df: number): number => incompleteGamma(df / 2, x / 2).upper

/** The value under which a share `p` of Beta(a, b) lies. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p > 0)) return 0
  if (!(p < 1)) return 1
  const middle = a / (a + b)
  const { lower, upper } = incompleteBeta(a, b, middle)
  const under = (x: number): number => Math.log(incompleteBeta(a, b, x).lower / p)
  const over = (x: number): number => -Math.log(incompleteBeta(a, b, x).upper / (1 - p))
  return p < lower || upper === 0 ? findRoot(under, 0, middle) : findRoot(over, middle, 1)
}
