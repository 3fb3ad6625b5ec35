import type { LogRow } from '../log.ts'
import { soldAs } from '../products/seed.ts'

/** What a store says of a transaction in words of its own; `first` is the one that the chain of renewals began with. */
export function storeData(
  platform: string,
  row: LogRow,
  first: LogRow,
): Readonly<Record<string, string | null>> {
  const product = soldAs(row.product_id)
  if (platform === 'app_store')
    return {
      transaction_id: appleId(row),
      original_transaction_id: appleId(first),
      product_id: product?.apple_product_id ?? row.product_id,
    }
  if (platform === 'play_store')
    return {
      order_id: googleId(row, first),
      product_id: product?.google_product_id ?? row.product_id,
      base_plan_id: product?.google_base_plan_id ?? null,
    }
  if (platform === 'stripe')
    return {
      charge_id: `ch_${row.event_id}`,
      subscription_id: row.product_group === null ? null : `sub_${first.event_id}`,
      product_id: product?.stripe_product_id ?? row.product_id,
    }
  return { product_id: row.product_id }
}

/** Sixteen digits, as the App Store counts. */
const appleId = ({ event_id }: LogRow): string => `2000${String(event_id).padStart(12, '0')}`

/** An order, and which renewal of it: the orders of a subscription share their number. */
const googleId = (row: LogRow, first: LogRow): string =>
  row === first ? `GPA.${number(first)}` : `GPA.${number(first)}..${row.event_id - first.event_id}`

const number = ({ event_id }: LogRow): string =>
  String(event_id).padStart(12, '0').match(/.{4}/g)!.join('-')
