import { DAY } from '../../core/calendar.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import { isSimulated } from '../products/seed.ts'
import { PRODUCTS } from '../simulation/catalog.ts'
import type { Collection, Store } from '../store.ts'

/** A definition of an entitlement as the API has it. */
export interface Definition {
  readonly object: 'entitlement'
  readonly id: string
  readonly url: string
  readonly description: string | null
  /** Products that give it; null where it is only granted. */
  readonly product_ids: readonly string[] | null
  readonly created_at: string
  readonly updated_at: string
}

/** The definitions of the project, the oldest first: to begin with, one for each group of products that are subscribed to. */
export const definitionsIn = (store: Store, history: History): Collection<Definition> =>
  store.collection('entitlement', () => seed(history))

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  premium: 'Everything in the app',
  coaching: 'A coach to write to',
}

function seed(history: History): Definition[] {
  const first = history.rows[0]
  if (!first) return []
  const opening = Math.floor(first.at / DAY) * DAY
  const groups = Array.from(productsByGroup(history), ([id, products]) =>
    define({ id, description: DESCRIPTIONS[id] ?? null, product_ids: [...products] }, opening),
  )
  const beta = { id: 'beta', description: 'Early features, granted by hand' }
  return isSimulated(history) ? [...groups, define(beta, opening)] : groups
}

function productsByGroup(history: History): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>()
  const add = (group: string | null, product: string | null) => {
    if (group === null || product === null) return
    const products = groups.get(group)
    if (products) products.add(product)
    else groups.set(group, new Set([product]))
  }
  if (isSimulated(history)) for (const { id, group } of Object.values(PRODUCTS)) add(group, id)
  for (const row of history.rows) add(row.product_group, row.product_id)
  return groups
}

/** A definition made at an instant, in unix seconds. */
export const define = (
  {
    id,
    description = null,
    product_ids = null,
  }: Pick<Definition, 'id'> & Partial<Pick<Definition, 'description' | 'product_ids'>>,
  at: number,
): Definition => ({
  object: 'entitlement',
  id,
  url: `/v4/entitlements/${encodeURIComponent(id)}`,
  description,
  product_ids,
  created_at: isoInstant(at),
  updated_at: isoInstant(at),
})
