import { createAssign, createDraw, isRunning } from '../experiments/assign.ts'
import { openLab, type Lab } from '../experiments/lab.ts'
import type { Design } from '../experiments/model.ts'
import { statusAt } from '../experiments/present.ts'
import type { History } from '../history.ts'
import { livingCustomers } from '../customers/living.ts'
import type { CustomerView } from '../customers/view.ts'
import { selects } from '../segments/select.ts'
import type { Store } from '../store.ts'
import type { ConfigurationItem } from './model.ts'
import { configurationsIn, pinsIn } from './seed.ts'

/** What the app of one customer is served under one context key. */
export interface ServedConfiguration {
  /** Null for the configuration that is asked for without a key. */
  readonly context_key: string | null
  readonly id: string
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Why this one: a pin goes before an experiment, an experiment before targeting rules. */
  readonly source: 'pin' | 'experiment' | 'rules'
}

/**
 * What the app of a customer is served at `now` (unix seconds), one by context key: of several that could be, the one pinned
 * last or made last. Only active configurations are served; empty for a customer that there is not.
 */
export function servedTo(
  history: History,
  now: number,
  store: Store,
  userId: string,
): ServedConfiguration[] {
  const customer = livingCustomers(history, now, store).find(({ id }) => id === userId)
  if (!customer) return []
  const active = configurationsIn(store, history)
    .list()
    .filter(({ status }) => status === 'active')
  const lab = openLab(history, store)
  const byId = new Map(active.map((item) => [item.id, item]))
  const pinned = pinsIn(store)
    .list()
    .filter(({ user_id: user }) => user === userId)
    .map(({ config_id: id }) => id)
  const candidates = [
    ...sourced('rules', active.filter(isAimedAt(customer, lab))),
    ...sourced('experiment', find(byId, handedOut(lab, customer, now))),
    ...sourced('pin', find(byId, pinned)),
  ]
  // The last of a key stays.
  return [...new Map(candidates.map((served) => [served.context_key, served])).values()]
}

const sourced = (
  source: ServedConfiguration['source'],
  items: readonly ConfigurationItem[],
): ServedConfiguration[] =>
  items.map(({ context_key, id, name, payload }) => ({ context_key, id, name, payload, source }))

const find = (
  byId: ReadonlyMap<string, ConfigurationItem>,
  ids: readonly string[],
): ConfigurationItem[] => ids.flatMap((id) => byId.get(id) ?? [])

/** True for the configurations whose rules hold for a customer, and in whose percent they are; what an experiment hands out is for its groups alone. */
function isAimedAt(customer: CustomerView, lab: Lab): (item: ConfigurationItem) => boolean {
  const variants = new Set(lab.groups.list().map((group) => group.remote_config_uid))
  return (item) =>
    !variants.has(item.id) &&
    selects({ conditions: item.segmentation_conditions }, customer) &&
    createDraw(item.id, 'in')(customer.id) * 100 < item.segment_percent
}

/** The configurations that running experiments hand out to a customer, by the group that chance or a person put them in. */
function handedOut(lab: Lab, customer: CustomerView, now: number): string[] {
  return lab.experiments.list().flatMap((experiment) => {
    if (statusAt(experiment, now) !== 'active') return []
    const design = lab.design({ experiment_id: experiment.id })
    const attachment = `${experiment.id}/${customer.id}`
    const group = lab.attachments.has(attachment)
      ? design.groups.find(({ id }) => id === lab.attachments.get(attachment).group_id)
      : byChance(design, customer)
    return group?.remote_config_uid ?? []
  })
}

function byChance(design: Design, { id, first, environment }: CustomerView) {
  if (environment === 0 || !isRunning(design, first.at)) return undefined
  const group = createAssign(design)(id, first.first_product ?? first.product_id)
  return group === null ? undefined : design.groups[group]
}
