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
  const { designed, n, whole } = designedOf(arms)
  if (designed.length < 2 || n === 0) return 1
  const strength = concentration * designed.length
  let log = logGamma(strength) - logGamma(strength + n)
  for (const { users, weight } of designed) {
    const share = weight / whole
    const prior = strength * share
    log += logGamma(prior + users) - logGamma(prior) - users * Math.log(share)
  }
  return Math.min(1, Math.exp(-log))
}

/** Pearson's chi-square p for the same question, to be looked at once, when the run is finished. */
export function chiSquareRatioP(arms: readonly ArmCount[]): number {
  const { designed, n, whole } = designedOf(arms)
  if (designed.length < 2 || n === 0) return 1
  const square = designed.reduce((sum, { users, weight }) => {
    const expected = (n * weight) / whole
    return sum + (users - expected) ** 2 / expected
  }, 0)
  return chiSquareTail(square, designed.length - 1)
}

/** The arms that were designed to have users, with how many they have and what their weights add up to. */
export function designedOf<T extends ArmCount>(arms: readonly T[]) {
  const designed = arms.filter(({ weight }) => weight > 0)
  return {
    designed,
    n: designed.reduce((sum, { users }) => sum + users, 0),
    whole: designed.reduce((sum, { weight }) => sum + weight, 0),
  }
}
