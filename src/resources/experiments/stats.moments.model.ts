/** A value measured in one arm with the variance of that value (not of the users). */
export interface Measured {
  readonly value: number
  /** Null where the sums do not give it. */
  readonly variance: number | null
  /** Users, or units below the line, it is measured over. */
  readonly n: number
}

// What rounding may leave of squares that cancel.
const DUST = 1e-9

/** Squares about a mean that are not under zero; null for squares that no values have. */
const possible = (squares: number, whole: number): number | null =>
  squares < -DUST * whole ? null : Math.max(0, squares)

/**
 * A mean with its standard error squared, from sums: sample variance over n. Null variance for fewer than two, without squares, and
 * with less of them than values of such a mean have.
 */
export function meanOf(n: number, sum: number, sumSquares: number | null | undefined): Measured {
  const value = n > 0 ? sum / n : Number.NaN
  if (typeof sumSquares !== 'number' || n < 2) return { value, variance: null, n }
  const squares = possible(sumSquares - sum * value, sumSquares)
  return { value, variance: squares === null ? null : squares / (n - 1) / n, n }
}

/**
 * A share, with the variance p(1 − p)/n, never under that of the rate with one more success and one more failure: a first look at
 * no event at all would otherwise be perfectly sure (A. Agresti and B. Caffo, The American Statistician 54 (2000)).
 */
export function flooredRate(x: number, n: number): Measured {
  if (!(n > 0)) return { value: Number.NaN, variance: null, n }
  const rate = x / n
  const adjusted = (x + 1) / (n + 2)
  return { value: rate, variance: Math.max(rate * (1 - rate), adjusted * (1 - adjusted)) / n, n }
}

/** Sums over n users of what a ratio is made of: y above the line, x below it. */
export interface RatioSums {
  readonly n: number
  readonly y: number
  readonly x: number
  readonly yy: number | null | undefined
  readonly xx: number | null | undefined
  readonly xy: number | null | undefined
}

/**
 * A ratio of two sums per user by the delta method, with the covariance of both: A. Deng, U. Knoblich and J. Lu, "Applying the Delta
 * Method in Metric Analytics", KDD 2018, section 3. No variance without the cross sum.
 */
export function ratioOf({ n, y, x, yy, xx, xy }: RatioSums): Measured {
  const value = x > 0 ? y / x : Number.NaN
  const isKnown = typeof yy === 'number' && typeof xx === 'number' && typeof xy === 'number'
  if (!isKnown || n < 2 || !(x > 0)) return { value, variance: null, n }
  // The squares of each user's y − ratio · x, whose sum is zero.
  const squares = possible(yy - 2 * value * xy + value * value * xx, yy)
  return { value, variance: squares === null ? null : (squares / (n - 1)) * (n / (x * x)), n }
}
