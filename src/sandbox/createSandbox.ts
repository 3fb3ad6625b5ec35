import { createRates, type RateRow } from './rates.ts'
import { createSandboxOver, type Sandbox } from './sandbox.ts'
import type { Transaction } from './transactions.ts'
import { createPurchaseWorld, createSimulatedWorld } from './worlds.ts'

/** Options of `createSandbox`. */
export interface SandboxOptions {
  /** Any integer (modulo 2^32): the same seed and `now` give the same business, byte for byte, in every engine. */
  readonly seed: number
  /**
   * The present: nothing at or after it has happened yet. Given as a function it is asked for with every request; the
   * history then hangs on the moment of creation, and as the clock advances it goes on without changing what was shown.
   */
  readonly now: Date | (() => Date)
  /** Customers in production who install within the 18 months before `now` (at creation). @default 20000 */
  readonly customers?: number
  /** A real purchase log in place of the simulated business, for example from `parseTransactions`. */
  readonly transactions?: readonly Transaction[]
  /** Daily exchange rates in place of the simulated ones; without them a purchase log is never converted. */
  readonly rates?: readonly RateRow[]
  /** The key that `handle` wants. @default 'sk_sandbox_demo' */
  readonly secretKey?: string
}

const CUSTOMERS = 20_000
const SECRET_KEY = 'sk_sandbox_demo'

/**
 * Makes an embedded backend that answers the API's operations from one event log: a simulated subscription business, or
 * a purchase log that is given. Runs in a browser, in Node and in a service worker alike and has no clock of its own.
 * Throws when an option cannot be used.
 */
export function createSandbox({
  seed,
  now,
  customers = CUSTOMERS,
  transactions,
  rates,
  secretKey = SECRET_KEY,
}: SandboxOptions): Sandbox {
  const clock = (): number => {
    const at = (typeof now === 'function' ? now() : now).getTime() / 1000
    if (Number.isFinite(at)) return at
    throw new TypeError('createSandbox: now is no valid date. Give a Date, or a function of one.')
  }
  requireInteger('seed', seed, Number.MIN_SAFE_INTEGER)
  requireInteger('customers', customers, 1)
  const world = transactions
    ? createPurchaseWorld(transactions, rates)
    : createSimulatedWorld(
        { seed, customers, anchor: Math.ceil(clock()) },
        rates ? createRates(rates) : null,
      )
  return createSandboxOver({ world, now: clock, secretKey })
}

function requireInteger(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return
  throw new TypeError(
    `createSandbox: ${name} is ${value}. Give a whole number${least > 0 ? ` from ${least} on` : ''}.`,
  )
}
