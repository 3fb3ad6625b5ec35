import type { Engine, Estimate, ExperimentPlan, Interval, Posterior } from './analysis.types.ts'
import type { Measurement } from './result.measure.model.ts'
import { compareBetas, compareNormals } from './stats.bayes.model.ts'
import {
  deviations,
  differenceInterval,
  liftInterval,
  standardError,
  welchDf,
  welchP,
  welchReach,
} from './stats.contrast.model.ts'
import { normalQuantile } from './stats.distributions.model.ts'
import type { Measured } from './stats.moments.model.ts'
import { compareRates, type Rate } from './stats.rates.model.ts'
import { sequenceP, sequenceReach } from './stats.sequence.model.ts'

/** How an interval was made. */
export type Method =
  | 'miettinen-nurminen'
  | 'welch'
  | 'delta'
  | 'asymptotic-sequence'
  | 'beta-binomial'
  | 'normal-posterior'

/** What sets an interval: the engine, its alpha, and the users of both arms at which a sequence is narrowest. */
export interface Setting {
  readonly engine: Engine
  readonly alpha: number
  readonly tunedAt: number
  readonly prior: ExperimentPlan['prior']
}

/** An arm against the control, in one metric. */
export interface Contrast {
  readonly method: Method
  /** arm − control. */
  readonly difference: Estimate
  /** arm / control − 1; null where the control is not above zero. */
  readonly lift: Estimate | null
  /** Two-sided, of no difference; null without variances and of the Bayesian engine. */
  readonly p: number | null
  readonly posterior: Posterior | null
}

/** Compares one arm with the control by one engine. Both must have users. */
export function contrast(arm: Measurement, control: Measurement, setting: Setting): Contrast {
  const { engine } = setting
  if (engine === 'bayesian') return bayesian(arm, control, setting)
  if (engine === 'fixed' && arm.rate && control.rate) return score(arm, control, setting)
  return engine === 'sequential'
    ? sequential(arm.measured, control.measured, setting)
    : fixed(arm.measured, control.measured, setting, arm.isRatio)
}

const made = (
  method: Method,
  arm: Measured,
  control: Measured,
  difference: Interval | null,
  lift: Interval | null,
  p: number | null = null,
  posterior: Posterior | null = null,
): Contrast => ({
  method,
  difference: { value: arm.value - control.value, interval: difference },
  lift: control.value > 0 ? { value: arm.value / control.value - 1, interval: lift } : null,
  p,
  posterior,
})

/** What is as many standard errors to either side. */
const straight = (
  method: Method,
  arm: Measured,
  control: Measured,
  reach: number,
  p: number | null,
): Contrast =>
  made(
    method,
    arm,
    control,
    differenceInterval(arm, control, reach),
    liftInterval(arm, control, reach),
    p,
  )

function score(arm: Measurement, control: Measurement, { alpha }: Setting): Contrast {
  const { p, difference, lift } = compareRates(arm.rate!, control.rate!)
  const z = -normalQuantile(alpha / 2)
  return made('miettinen-nurminen', arm.measured, control.measured, difference(z), lift(z), p)
}

function fixed(arm: Measured, control: Measured, { alpha }: Setting, isRatio: boolean): Contrast {
  const df = isRatio ? Infinity : welchDf(arm, control)
  const reach = welchReach(arm, control, alpha, df)
  return straight(isRatio ? 'delta' : 'welch', arm, control, reach, welchP(arm, control, df))
}

function sequential(arm: Measured, control: Measured, { alpha, tunedAt }: Setting): Contrast {
  const n = arm.n + control.n
  const tuning = { n: tunedAt, alpha }
  const error = standardError(arm, control)
  const p = error === null ? null : sequenceP(deviations(arm, control, error), n, tuning)
  return straight('asymptotic-sequence', arm, control, sequenceReach(n, tuning), p)
}

function bayesian(arm: Measurement, control: Measurement, { alpha, prior }: Setting): Contrast {
  const { successes = 1, failures = 1 } = prior ?? {}
  const believed = ({ x, n }: Rate) => ({ a: x + successes, b: n - x + failures })
  const belief =
    arm.rate && control.rate
      ? compareBetas(believed(arm.rate), believed(control.rate))
      : compareNormals(arm.measured, control.measured)
  return made(
    arm.rate ? 'beta-binomial' : 'normal-posterior',
    arm.measured,
    control.measured,
    belief?.difference(alpha / 2) ?? null,
    belief?.lift(alpha / 2) ?? null,
    null,
    belief?.posterior,
  )
}
