import { DAY } from '../../core/calendar.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import { countBefore, type LogRow } from '../log.ts'
import { PRODUCTS, type Product as Sold } from '../simulation/catalog.ts'
import type { Collection, Store } from '../store.ts'

/** A product as the API has it. */
export interface Product {
  readonly object: 'product'
  readonly id: string
  readonly url: string
  readonly type: string | null
  readonly duration: string | null
  readonly apple_product_id: string | null
  readonly google_product_id: string | null
  readonly google_base_plan_id: string | null
  readonly stripe_product_id: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** Path of a product as answers name it. */
export const productUrl = (id: string): string => `/v4/products/${encodeURIComponent(id)}`

/** The products of the project, the oldest first: those of the business to begin with. */
export const productsIn = (store: Store, history: History, now: number): Collection<Product> =>
  store.collection('product', () => seedProducts(history, now))

/** True for the simulated business, whose customers install an app; a shop's purchase log knows of no app. */
export const isSimulated = ({ rows }: History): boolean => rows[0]?.type === 'install'

/** The catalogue of the simulated business, made in the days before it opened, and any other product sold before `now`. */
function seedProducts(history: History, now: number): Product[] {
  const catalogue = isSimulated(history) ? Object.values(PRODUCTS) : []
  const opening = Math.floor((history.rows[0]?.at ?? now) / DAY) * DAY
  const made = catalogue.map((sold, index) =>
    fromCatalogue(sold, opening - (catalogue.length - index) * DAY),
  )
  const known = new Set(made.map(({ id }) => id))
  for (const row of history.rows.slice(0, countBefore(history.rows, now))) {
    if (row.product_id === null || known.has(row.product_id)) continue
    known.add(row.product_id)
    made.push(fromLog(row, row.product_id))
  }
  return made
}

/** The ids under which the stores sell a product of the simulated business, whatever is written of it since; null for any other. */
export const soldAs = (id: string | null): Product | null =>
  id !== null && Object.hasOwn(PRODUCTS, id) ? fromCatalogue(PRODUCTS[id]!, 0) : null

const DURATIONS = { week: 'P1W', month: 'P1M', year: 'P1Y' } as const

function fromCatalogue({ id, length, trials }: Sold, at: number): Product {
  const subscription = trials > 0 ? 'subscription_with_promo' : 'subscription'
  return create(
    id,
    {
      type: length ? subscription : 'consumable',
      duration: length && DURATIONS[length],
      apple_product_id: `com.example.${id}`,
      google_product_id: `com.example.${id}`,
      google_base_plan_id: length && id.replaceAll('_', '-'),
      stripe_product_id: `prod_${id}`,
    },
    at,
  )
}

/** A product of which only the sales are known: its first sale is its beginning. */
const fromLog = ({ type, product_group: group, at }: LogRow, id: string): Product =>
  create(id, { type: type === 'purchase' ? null : group ? 'subscription' : 'consumable' }, at)

/** A product made at an instant (unix seconds), with null for every field not given. */
export function create(id: string, fields: Partial<Product>, at: number): Product {
  return {
    object: 'product',
    id,
    url: productUrl(id),
    type: fields.type ?? null,
    duration: fields.duration ?? null,
    apple_product_id: fields.apple_product_id ?? null,
    google_product_id: fields.google_product_id ?? null,
    google_base_plan_id: fields.google_base_plan_id ?? null,
    stripe_product_id: fields.stripe_product_id ?? null,
    created_at: isoInstant(at),
    updated_at: isoInstant(at),
  }
}
