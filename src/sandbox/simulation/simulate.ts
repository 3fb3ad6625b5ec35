import { orderLog, type LogDraft, type LogRow } from '../log.ts'
import { createRandom, hash } from '../random.ts'
import { CAMPAIGNS, COUNTRIES, OFFERS, PRODUCTS, STORES } from './catalog.ts'
import { createTreat, simulatedExperiments, type Treatment } from './experiments.ts'
import { createInstalls } from './installs.ts'
import { live, type Customer, type LifeLog } from './life.ts'

/** What a simulated business is made from. */
export interface Business {
  readonly seed: number
  /** Customers in production who install within the 18 months before `anchor`. */
  readonly customers: number
  /** Unix seconds. */
  readonly anchor: number
}

/** Customers of the stores' test environment, who install over the same time. */
const TESTERS = 25

/**
 * The event log of a whole subscription business up to `until` (unix seconds). The log of an earlier `until` is its
 * beginning, row for row, so that a clock can advance without anything that was shown changing.
 */
export function simulate(business: Business, until: number): readonly LogRow[] {
  const log: LifeLog = { until, rows: [], refunds: [] }
  const { seed, anchor } = business
  const treat = createTreat(simulatedExperiments(seed, anchor))
  for (const environment of [1, 0] as const) {
    const installs = createInstalls(hash(seed, environment), anchor)
    const count = environment === 1 ? business.customers : TESTERS
    for (const [number, installedAt] of installs.times(count, until))
      live(seed, createCustomer(seed, environment, number, installedAt, treat), log)
  }
  const rows = orderLog(log.rows)
  fillRefunds(log.refunds)
  return rows
}

function fillRefunds(refunds: LifeLog['refunds']): void {
  for (const [refund, charge] of refunds) refund.refund_of = charge.event_id
}

function createCustomer(
  seed: number,
  environment: LogDraft['environment'],
  number: number,
  installedAt: number,
  treat: (customerId: string, at: number, offer: string) => Treatment,
): Customer {
  const random = createRandom(seed, environment, number)
  const country = random.pick(COUNTRIES)
  const store = random.pick(STORES)
  const campaign = random.pick(CAMPAIGNS)
  const offer = random.pick(OFFERS)
  const factor = (country.start * store.start * campaign.start * offer.start) / 100_000_000
  const id = `QON_${[0, 1, 2, 3].map((part) => hex(hash(seed, environment, number, ID, part))).join('')}`
  const treatment = environment === 0 ? null : treat(id, installedAt, offer.code)
  return {
    id,
    number,
    environment,
    installedAt,
    country: country.code,
    currency: country.currency,
    store: store.code,
    campaign: campaign.code,
    offer: PRODUCTS[offer.code]!,
    starts: treatment ? (3600 * factor * treatment.starts) / 100 : 9000,
    pays: treatment?.pays ?? 'as usual',
  }
}

const ID = 77
const hex = (value: number): string => value.toString(16).padStart(8, '0')
