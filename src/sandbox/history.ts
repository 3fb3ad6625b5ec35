import { readAttributes, type Attribute } from './attributes.ts'
import type { Design } from './experiments/model.ts'
import { createLedger, type Ledger } from './ledger.ts'
import type { LogRow } from './log.ts'
import type { Rates } from './rates.ts'

/** A log with what answers need of it. */
export interface History {
  /** Ordered by time. */
  readonly rows: readonly LogRow[]
  readonly ledger: Ledger
  readonly attributes: readonly Attribute[]
  /** Null for a purchase log without rates: nothing is converted, no rate is invented for real data. */
  readonly rates: Rates | null
  /** Currency of an answer when none is asked for. */
  readonly currency: string
  /** The experiments that the simulated business has carried out; none in a purchase log. */
  readonly experiments: readonly Design[]
}

/** Where histories come from: the simulation, or a log that is given. */
export interface World {
  /** What has happened, at least up to an instant (unix seconds). */
  at(now: number): History
  /** Forgets everything but what the world was created from. */
  reset(): void
}

/** Reads an ordered log. Throws when it holds several currencies and there are no rates. */
export function createHistory(
  rows: readonly LogRow[],
  rates: Rates | null,
  experiments: readonly Design[] = [],
): History {
  const ledger = createLedger(rows)
  const { currencies } = ledger
  if (!rates && currencies.length > 1)
    throw new TypeError(
      `The log holds prices in ${currencies.join(', ')}, which only add up with exchange rates. ` +
        `Give createSandbox rates for every day of the log, or a log in one currency.`,
    )
  return {
    rows,
    ledger,
    attributes: readAttributes(ledger.customers),
    rates,
    currency: rates ? 'USD' : (currencies[0] ?? 'USD'),
    experiments,
  }
}
