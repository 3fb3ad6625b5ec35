import { addMonths } from '../core/calendar.ts'
import type { CohortDefinition } from '../resources/cohorts/types.ts'
import { minorUnits } from './currencies.ts'
import { isCharge, isExpiry, isRefund, type LogRow } from './log.ts'

/** Customers of a log by number, one array per column. */
export interface Customers {
  readonly count: number
  readonly environment: Uint8Array
  /** When each became a member by each definition, unix seconds; Infinity for never. */
  readonly joined: Readonly<Record<CohortDefinition, Float64Array>>
  /** The row by which each came into the log: it carries the attributes. */
  readonly first: readonly LogRow[]
}

/** Charges and refunds of a log in the order of time, one array per column. */
export interface Entries {
  readonly count: number
  /** Unix seconds. */
  readonly at: Float64Array
  readonly customer: Int32Array
  /** 1 for a charge, 0 for a refund. */
  readonly isCharge: Uint8Array
  /** By renewals: 1 for the first charge of a chain, and so on; a refund has the index of its charge. */
  readonly index: Int32Array
  /** 1 for the customer's first charge with this index: by renewals payers are distinct members per cell. */
  readonly isFirstOfIndex: Uint8Array
  /** Whole units of the entry's currency: what was charged, 0 for a refund. */
  readonly gross: Float64Array
  /** After commission; for a refund less than 0, with the commission of its charge returned. */
  readonly net: Float64Array
  /** Position in `currencies`. */
  readonly currency: Int32Array
}

/** What answers are computed from: a log read once into columns. */
export interface Ledger {
  readonly customers: Customers
  readonly entries: Entries
  readonly currencies: readonly string[]
}

const COMMISSION = 0.3
/** From one calendar year after the first paid charge of a chain. */
const COMMISSION_LATER = 0.15

interface Chain {
  count: number
  readonly laterFrom: number
}

/** Reads an ordered log. The entries and memberships before any instant depend on the rows before it only. */
export function createLedger(rows: readonly LogRow[]): Ledger {
  const count = rows.reduce((sum, row) => sum + (row.price === null ? 0 : 1), 0)
  const entries = {
    count,
    at: new Float64Array(count),
    customer: new Int32Array(count),
    isCharge: new Uint8Array(count),
    index: new Int32Array(count),
    isFirstOfIndex: new Uint8Array(count),
    gross: new Float64Array(count),
    net: new Float64Array(count),
    currency: new Int32Array(count),
  }
  const people = createPeople()
  const currencies: string[] = []
  const units: number[] = []
  /** Entry of each charge, by event, for the refunds that point at it. */
  const entryOf = new Map<number, number>()
  let entry = 0
  for (const row of rows) {
    const customer = people.meet(row)
    if (isExpiry(row.type)) customer.chains.delete(row.product_group)
    if (row.price === null || row.currency === null) continue
    let currency = currencies.indexOf(row.currency)
    if (currency < 0) {
      currency = currencies.push(row.currency) - 1
      units.push(minorUnits(row.currency))
    }
    entries.at[entry] = row.at
    entries.customer[entry] = customer.number
    entries.currency[entry] = currency
    if (isCharge(row.type)) {
      const { index, commission } = place(customer, row)
      const amount = row.price / units[currency]!
      entries.isCharge[entry] = 1
      entries.index[entry] = index
      entries.isFirstOfIndex[entry] = index > customer.highest ? 1 : 0
      customer.highest = Math.max(customer.highest, index)
      entries.gross[entry] = amount
      entries.net[entry] = amount * (1 - commission)
      entryOf.set(row.event_id, entry)
    } else if (isRefund(row.type)) {
      const charge = entryOf.get(row.refund_of ?? 0)
      if (charge === undefined)
        throw new TypeError(
          `Event ${row.event_id} gives back event ${row.refund_of}, which is no charge before it.`,
        )
      entries.index[entry] = entries.index[charge]!
      entries.net[entry] = -entries.net[charge]!
    }
    entry++
  }
  return { customers: people.columns(), entries, currencies }
}

interface Person {
  readonly number: number
  readonly hasStore: boolean
  /** Running chains by product group. */
  readonly chains: Map<string | null, Chain>
  purchases: number
  /** Chains count 1, 2, 3 …, so whoever has reached an index has paid at every one below it. */
  highest: number
}

/** Index and commission of a charge, which it counts into its chain. */
function place(customer: Person, row: LogRow): { index: number; commission: number } {
  if (row.type === 'purchase')
    // A log without stores is a shop's own: nobody takes a part.
    return { index: ++customer.purchases, commission: customer.hasStore ? COMMISSION : 0 }
  if (row.product_group === null) return { index: 1, commission: COMMISSION }
  let chain = customer.chains.get(row.product_group)
  if (!chain) {
    chain = { count: 0, laterFrom: addMonths(row.at, 12) }
    customer.chains.set(row.product_group, chain)
  }
  const commission = row.at >= chain.laterFrom ? COMMISSION_LATER : COMMISSION
  return { index: ++chain.count, commission }
}

function createPeople() {
  const byId = new Map<string, Person>()
  const first: LogRow[] = []
  const installed: number[] = []
  const converted: number[] = []
  const paying: number[] = []
  return {
    meet(row: LogRow): Person {
      let person = byId.get(row.customer_id)
      if (!person) {
        person = {
          number: byId.size,
          hasStore: row.store !== null,
          chains: new Map(),
          purchases: 0,
          highest: 0,
        }
        byId.set(row.customer_id, person)
        first.push(row)
        installed.push(row.at)
        converted.push(Infinity)
        paying.push(Infinity)
      }
      const { number } = person
      const pays = isCharge(row.type)
      if (pays && paying[number] === Infinity) paying[number] = row.at
      if ((pays || row.type === 'trial_started') && converted[number] === Infinity)
        converted[number] = row.at
      return person
    },
    columns: (): Customers => ({
      count: first.length,
      environment: Uint8Array.from(first, (row) => row.environment),
      joined: {
        new_customers: Float64Array.from(installed),
        initial_conversions: Float64Array.from(converted),
        new_paying: Float64Array.from(paying),
      },
      first,
    }),
  }
}
