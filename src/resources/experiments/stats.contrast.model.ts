import type { Interval } from './analysis.types.ts'
import { studentQuantile, studentTail } from './stats.distributions.model.ts'
import type { Measured } from './stats.moments.model.ts'

/** Degrees of freedom of a difference of two means (B. L. Welch, Biometrika 34 (1947); the Welch–Satterthwaite equation). */
export function welchDf(a: Measured, b: Measured): number {
  const [va, vb] = [a.variance ?? 0, b.variance ?? 0]
  const sum = va + vb
  return sum > 0 ? (sum * sum) / ((va * va) / (a.n - 1) + (vb * vb) / (b.n - 1)) : Infinity
}

/** Two-sided p of a test that two means are equal, Welch's unless other degrees of freedom are given; null without variances. */
export function welchP(
  arm: Measured,
  control: Measured,
  df = welchDf(arm, control),
): number | null {
  const error = standardError(arm, control)
  return error === null ? null : 2 * studentTail(deviations(arm, control, error), df)
}

/** Standard errors to either side that hold 1 − alpha of Student's distribution, with Welch's degrees of freedom unless others are given. */
export const welchReach = (
  arm: Measured,
  control: Measured,
  alpha: number,
  df = welchDf(arm, control),
): number => studentQuantile(1 - alpha / 2, df)

/** How many standard errors two values are apart. An error of zero: no gap is no difference, any gap a sure one. */
export const deviations = (arm: Measured, control: Measured, error: number): number =>
  Math.abs(arm.value - control.value) / (error || 1e-300)

/** Standard error of arm − control; null without variances. */
export function standardError(arm: Measured, control: Measured): number | null {
  const none = arm.variance === null || control.variance === null
  return none ? null : Math.sqrt(arm.variance + control.variance)
}

/** arm − control within so many standard errors. */
export function differenceInterval(
  arm: Measured,
  control: Measured,
  errors: number,
): Interval | null {
  const error = standardError(arm, control)
  if (error === null) return null
  const gap = arm.value - control.value
  return { low: gap - errors * error, high: gap + errors * error }
}

/**
 * Fieller's interval for the lift arm / control − 1: every ratio r for which arm − r · control is within so many standard errors of
 * zero (E. C. Fieller, Journal of the Royal Statistical Society B 16 (1954)). It holds 0 exactly when the difference's interval of the
 * same errors does. Where the control cannot be told from zero a side has no limit. Null for a control that is not above zero.
 */
export function liftInterval(arm: Measured, control: Measured, errors: number): Interval | null {
  if (arm.variance === null || control.variance === null || !(control.value > 0)) return null
  const square = errors * errors
  const a = control.value ** 2 - square * control.variance
  const c = arm.value ** 2 - square * arm.variance
  const product = arm.value * control.value
  const root = Math.sqrt(Math.max(0, product * product - a * c))
  // The larger sum first, the other by the product of the roots: no cancellation.
  const far = product + (product < 0 ? -root : root)
  const [r, s] = [far / a, far === 0 ? 0 : c / far]
  const [low, high] = [Math.min(r, s) - 1, Math.max(r, s) - 1]
  if (a > 0) return { low, high }
  const whole = { low: -Infinity, high: Infinity }
  if (product * product < a * c || a === 0) return whole
  // Ratios outside of both bounds. The side that holds the estimate, unless it says of no change what the difference does not.
  const estimate = arm.value / control.value - 1
  const side = estimate >= high ? { low: high, high: Infinity } : { low: -Infinity, high: low }
  const isTold = (arm.value - control.value) ** 2 > square * (arm.variance + control.variance)
  return (side.low > 0 || side.high < 0) === isTold ? side : whole
}

/** The lift with the variance of the delta method, as sequential tools publish it (Deng, Knoblich and Lu 2018, section 3). */
export function deltaLift(arm: Measured, control: Measured): Measured {
  const ratio = arm.value / control.value
  const variance =
    arm.variance === null || control.variance === null
      ? null
      : (arm.variance + control.variance * ratio * ratio) / control.value ** 2
  return { value: ratio - 1, variance, n: arm.n + control.n }
}
