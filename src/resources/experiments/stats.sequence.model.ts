/** When an asymptotic confidence sequence is narrowest, and how sure it is. */
export interface Tuning {
  /** Users in both arms together. */
  readonly n: number
  readonly alpha: number
}

/**
 * Standard errors to either side of an estimate over `n` users that an asymptotic confidence sequence reaches: with them the
 * estimate may be looked at every day. I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy and A. Ramdas, "Time-uniform central
 * limit theory and asymptotic confidence sequences", Annals of Statistics 52 (2024), theorem 2.2.
 */
export function sequenceReach(n: number, tuning: Tuning): number {
  const growth = n * rhoSquared(tuning)
  return Math.sqrt(2 * (1 + 1 / growth) * (Math.log1p(growth) / 2 - Math.log(tuning.alpha)))
}

/** The least alpha at which the sequence leaves out an estimate of so many standard errors: a p that may be looked at every day. */
export function sequenceP(errors: number, n: number, tuning: Tuning): number {
  const growth = n * rhoSquared(tuning)
  const log = Math.log1p(growth) / 2 - (errors * errors * growth) / (2 * (1 + growth))
  return Math.min(1, Math.exp(log))
}

/** The parameter that makes the sequence narrowest at the tuned size (the same paper, appendix B.2, in its closed approximation). */
export function rhoSquared({ n, alpha }: Tuning): number {
  const twice = -2 * Math.log(alpha)
  return (twice + Math.log(twice + 1)) / n
}
