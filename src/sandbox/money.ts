import { DAY, isoDate } from '../core/calendar.ts'
import { invalid } from './problem.ts'
import type { Rates } from './rates.ts'

/** A rate that an answer needs is not in the table. */
export class MissingRate extends Error {
  readonly currency: string
  /** Days since 1 January 1970. */
  readonly day: number
  constructor(currency: string, day: number) {
    super(`no rate for ${currency} on day ${day}`)
    this.currency = currency
    this.day = day
  }
}

/**
 * Factors that convert from each of `currencies` (by position) to `target` at the rate of an instant's UTC day. Throws
 * `MissingRate`. Quick where instants rise from call to call.
 */
export function createConverter(
  rates: Rates | null,
  currencies: readonly string[],
  target: string,
): (currency: number, at: number) => number {
  let day = NaN
  let factors: (number | undefined)[] = []
  const usd = (currency: string): number => {
    const rate = rates?.usd(currency, day)
    if (rate === undefined) throw new MissingRate(currency, day)
    return rate
  }
  return (currency, at) => {
    const today = Math.floor(at / DAY)
    if (today !== day) {
      day = today
      factors = []
    }
    const from = currencies[currency]!
    return (factors[currency] ??= from === target ? 1 : usd(from) / usd(target))
  }
}

/**
 * Computes an answer in the currency asked for or, as the API does when a rate it needs is missing, in US dollars. Throws
 * a 400 when those have no rate either.
 */
export function inCurrency<Answer>(
  asked: string,
  compute: (currency: string) => Answer,
): { readonly answer: Answer; readonly currency: string } {
  let missing: MissingRate | undefined
  for (const currency of new Set([asked, 'USD'])) {
    try {
      return { answer: compute(currency), currency }
    } catch (error) {
      if (!(error instanceof MissingRate)) throw error
      missing = error
    }
  }
  const what = `${missing?.currency} on ${isoDate((missing?.day ?? 0) * DAY)}`
  throw invalid([
    { field: 'currency', message: `cannot be ${asked}: there is no rate for ${what}` },
  ])
}

/** Six decimals: what binary fractions leave beyond them is dust, not money. */
export const round = (value: number): number => Math.round(value * 1e6) / 1e6 || 0
