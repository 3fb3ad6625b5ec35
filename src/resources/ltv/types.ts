import type { InputOf, OutputOf } from '../../core/operation.ts'
import type { getLtv, getLtvMeta, getLtvTrialConversion } from './operations.ts'

/** A lifetime-value question: range of first installs, ages by days or renewals, money, split and filters; every part is optional. */
export type LtvInput = InputOf<typeof getLtv>
/** Lifetime-value curves as the API documents them. Amounts are in `currency`, whatever `measure` says. */
export type LtvAnswer = OutputOf<typeof getLtv>
/** One age of a curve: what its `users` have paid until then, per customer (`arpu`) and per payer (`arppu`). */
export type LtvPoint = LtvAnswer['series'][number]
/** What a lifetime-value query may ask for. */
export type LtvMeta = OutputOf<typeof getLtvMeta>
/** The question of `useLtvTrialConversion`: range of trial starts, environment and filters. */
export type LtvTrialConversionInput = InputOf<typeof getLtvTrialConversion>
/** Trials started and converted; `conversion_rate` is a fraction from 0 to 1. */
export type LtvTrialConversionAnswer = OutputOf<typeof getLtvTrialConversion>
