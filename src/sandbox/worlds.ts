import { DAY } from '../core/calendar.ts'
import { createHistory, type History, type World } from './history.ts'
import { logRow, orderLog, type LogRow } from './log.ts'
import { createRates, simulateRates, type RateRow, type Rates } from './rates.ts'
import { simulatedExperiments } from './simulation/experiments.ts'
import { simulate, type Business } from './simulation/simulate.ts'
import { businessStart } from './simulation/installs.ts'
import type { Transaction } from './transactions.ts'

/** How far past `now` a history reaches when the clock moves on, so that it is rarely made again. */
const AHEAD = 31 * DAY

/**
 * The simulated business. Its history hangs on the anchor alone; when the clock passes the end of what was made, more is
 * made, and what happened before stays as it was.
 */
export function createSimulatedWorld(business: Business, rates: Rates | null): World {
  const { seed, anchor } = business
  let made: { readonly until: number; readonly history: History } | null = null
  return {
    at(now) {
      if (made && now <= made.until) return made.history
      const until = now <= anchor ? anchor : now + AHEAD
      const table = rates ?? createRates(simulateRates(seed, businessStart(anchor), anchor, until))
      const experiments = simulatedExperiments(seed, anchor)
      made = { until, history: createHistory(simulate(business, until), table, experiments) }
      return made.history
    },
    reset() {
      made = null
    },
  }
}

/** A log that is given and does not grow. */
export function createFixedWorld(rows: readonly LogRow[], rates: Rates | null): World {
  const history = createHistory(rows, rates)
  return { at: () => history, reset() {} }
}

/** A plain purchase log as an event log: every row one `purchase`. */
export function createPurchaseWorld(
  transactions: readonly Transaction[],
  rates: readonly RateRow[] | undefined,
): World {
  const rows = transactions.map(({ purchased_at: at, ...columns }) =>
    logRow({ ...columns, at, type: 'purchase' }),
  )
  return createFixedWorld(orderLog(rows), rates ? createRates(rates) : null)
}
