import type { OutputOf } from '../../core/operation.ts'
import type { getCurrencies } from './operations.ts'

/** The currencies that analytics convert to: ISO 4217 codes in `data`, USD first. */
export type CurrenciesAnswer = OutputOf<typeof getCurrencies>
