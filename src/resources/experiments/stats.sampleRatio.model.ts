import { chiSquareTail } from './stats.distributions.model.ts'
import { logGamma } from './stats.special.model.ts'

/** Users found in an arm against the share it was designed to have. */
export interface ArmCount {
  readonly users: number
  readonly weight: number
}

/**
 * A p for whether users arrive in the designed shares that may be looked at after every user: the inverse Bayes factor of a
 * Dirichlet-multinomial against the design. M. Lindon and A. Malek, "Anytime-valid inference for multinomial count data",
 * NeurIPS 2022, section 3; the prior is centred at the design with a weight of `concentration` users per arm. Arms of weight
 * zero leave both sides.
 */
export function sequentialRatioP(arms: readonly ArmCount[], concentration = 100): number {
  const { designed, n, expected } = designedOf(arms)
  if (designed.length < 2 || n === 0) return 1
  const strength = concentration * designed.length
  let log = logGamma(strength) - logGamma(strength + n)
  for (const arm of designed) {
    const { users } = arm
    const share = expected(arm) / n
    const prior = strength * share
    log += logGamma(prior + users) - logGamma(prior) - users * Math.log(share)
  }
  return Math.min(1, Math.exp(-log))
}

/** Pearson's chi-square p for the same question, to be looked at once, when the run is finished. */
export function chiSquareRatioP(arms: readonly ArmCount[]): number {
  const { designed, n, expected } = designedOf(arms)
  if (designed.length < 2 || n === 0) return 1
  const square = designed.reduce(
    (sum, arm) => sum + (arm.users - expected(arm)) ** 2 / expected(arm),
    0,
  )
  return chiSquareTail(square, designed.length - 1)
}

/** The arms that were designed to have users, with how many they have and how many each was to have of them. */
export function designedOf<T extends ArmCount>(arms: readonly T[]) {
  const designed = arms.filter(({ weight }) => weight > 0)
  const n = designed.reduce((sum, { users }) => sum + users, 0)
  const whole = designed.reduce((sum, { weight }) => sum + weight, 0)
  return { designed, n, expected: ({ weight }: ArmCount): number => (n * weight) / whole }
}
