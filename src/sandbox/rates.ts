import { DAY, isoDate } from '../core/calendar.ts'
import { createRandom } from './random.ts'

/** What one unit of a currency was worth on one day. */
export interface RateRow {
  /** `YYYY-MM-DD`, UTC. */
  readonly date: string
  /** ISO 4217 code. */
  readonly currency: string
  /** US dollars per unit. */
  readonly usd: number
}

/** Daily exchange rates, as rows to load elsewhere and as a look-up. */
export interface Rates {
  /** What can be converted to, USD first. */
  readonly currencies: readonly string[]
  readonly rows: readonly RateRow[]
  /** US dollars per unit on a UTC day (days since 1 January 1970); undefined where the table has no rate for it. */
  usd(currency: string, day: number): number | undefined
}

/** Reads a table of daily rates. One row per currency and day; US dollars need none. Throws on a row that cannot be read. */
export function createRates(rows: readonly RateRow[]): Rates {
  const tables = new Map<string, Map<number, number>>()
  for (const row of rows) {
    const day = Date.parse(`${row.date}T00:00:00Z`) / 1000 / DAY
    if (Number.isNaN(day) || !/^[A-Z]{3}$/.test(row.currency) || !(row.usd > 0))
      throw new TypeError(
        `The rate ${JSON.stringify(row)} cannot be read. Give { date: 'YYYY-MM-DD', currency: 'EUR', usd: 1.08 }: ` +
          `US dollars per unit, above 0.`,
      )
    let table = tables.get(row.currency)
    if (!table) tables.set(row.currency, (table = new Map()))
    table.set(day, row.usd)
  }
  const others = [...tables.keys()].filter((code) => code !== 'USD')
  return {
    currencies: ['USD', ...others],
    rows,
    usd: (currency, day) => (currency === 'USD' ? 1 : tables.get(currency)?.get(day)),
  }
}

/** US dollars per unit, times 10^8, that the simulated rates of each currency keep around. */
const AROUND: Readonly<Record<string, number>> = {
  EUR: 108_000_000,
  GBP: 127_000_000,
  JPY: 670_000,
  BRL: 18_200_000,
  INR: 1_180_000,
  CAD: 72_500_000,
  AUD: 65_500_000,
  SEK: 9_500_000,
}
const UNIT = 100_000_000

/** Swedish kronor have no rate 45 days before the anchor: answers that need it are given in USD, as the API does. */
const GAP = { currency: 'SEK', daysBeforeAnchor: 45 } as const

/**
 * Simulated daily rates from `from` until after `until` (unix seconds): a seeded walk of at most 0.6% a day that stays
 * within 15% of where each currency is kept. Invented numbers, for the simulated business only.
 */
export function simulateRates(
  seed: number,
  from: number,
  anchor: number,
  until: number,
): RateRow[] {
  const first = Math.floor(from / DAY)
  const gap = Math.floor(anchor / DAY) - GAP.daysBeforeAnchor
  const walks = Object.entries(AROUND).map(([currency, around], index) => ({
    currency,
    around,
    value: around,
    random: createRandom(seed, 1000 + index),
  }))
  const rows: RateRow[] = []
  for (let day = first; day <= Math.floor(until / DAY); day++) {
    const date = isoDate(day * DAY)
    for (const walk of walks) {
      const { currency, around } = walk
      const step = Math.floor((around * (walk.random.below(1201) - 600)) / 100_000)
      const bound = Math.floor((around * 15) / 100)
      walk.value = Math.min(Math.max(walk.value + step, around - bound), around + bound)
      if (currency === GAP.currency && day === gap) continue
      rows.push({ date, currency, usd: walk.value / UNIT })
    }
  }
  return rows
}
