import { countBefore } from '../log.ts'
import type { History } from '../history.ts'
import { createAssign, isRunning } from './assign.ts'
import type { Design } from './model.ts'

/** A user's first sight of an experiment. */
export interface Exposure {
  /** Position of the group in the design. */
  readonly group: number
  /** Unix seconds. */
  readonly at: number
}

/**
 * Who was exposed before `now` (unix seconds), by customer id in the order of exposure: everyone who came to the app in
 * production while the experiment let users in. Users handled by hand are left out, as nothing is known of them by chance.
 */
export function exposuresOf(
  history: History,
  design: Design,
  now: number,
  isByHand: (customerId: string) => boolean = () => false,
): ReadonlyMap<string, Exposure> {
  const exposures = new Map<string, Exposure>()
  if (design.experiment.runs.length === 0) return exposures
  const assign = createAssign(design)
  const { first } = history.ledger.customers
  for (const row of first.slice(0, countBefore(first, now))) {
    if (row.environment === 0 || !isRunning(design, row.at)) continue
    const { customer_id: id } = row
    const group = assign(id, row.first_product ?? row.product_id)
    if (group !== null && !isByHand(id)) exposures.set(id, { group, at: row.at })
  }
  return exposures
}
