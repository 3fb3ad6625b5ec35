import { DAY } from '../core/calendar.ts'
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
