import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import type { Store } from '../store.ts'
import { offeringsIn, variantsIn } from './seed.ts'

/** Takes a product that is no more out of every offering. */
export function unlinkProduct(store: Store, history: History, product: string, now: number): void {
  for (const offerings of [offeringsIn(store, history), variantsIn(store, history)])
    for (const offering of offerings.list())
      if (offering.product_ids.includes(product))
        offerings.put({
          ...offering,
          product_ids: offering.product_ids.filter((id) => id !== product),
          updated_at: isoInstant(now),
        })
}
