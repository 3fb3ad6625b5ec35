import type { ExposureRow } from '../../resources/experiments/result.events.model.ts'
import { countBefore } from '../log.ts'
import type { History } from '../history.ts'
import type { Store } from '../store.ts'
import { createAssign, isRunning } from './assign.ts'
import { openLab } from './lab.ts'
import type { Design } from './model.ts'

/** A user's first sight of an experiment, as an app logs it: `arm` is the id of the group. */
export interface LoggedExposure extends ExposureRow {
  /** Id of the experiment. */
  readonly experiment: string
}

/** The first exposures of all experiments before `now` (unix seconds), each experiment's in the order of time. */
export function exposureLog(history: History, now: number, store: Store): LoggedExposure[] {
  const lab = openLab(history, store)
  return lab.experiments.list().flatMap(({ id: experiment }) => {
    const design = lab.design({ experiment_id: experiment })
    const isByHand = (user: string) => lab.attachments.has(`${experiment}/${user}`)
    return [...exposuresOf(history, design, now, isByHand)].map(
      ([user, { group, at }]): LoggedExposure => ({
        type: 'exposure',
        experiment,
        user,
        at,
        arm: design.groups[group]!.id,
      }),
    )
  })
}

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
