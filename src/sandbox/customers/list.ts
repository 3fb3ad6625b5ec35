import type { Answer } from '../answer.types.ts'
import { isoInstant } from '../instant.ts'
import { numberedPage } from '../pages.ts'
import { invalid } from '../problem.ts'
import { selectCustomers } from './select.ts'
import type { CustomerView } from './view.ts'

type Key = string | number | null

const SORTS: Readonly<Record<string, (view: CustomerView) => Key>> = {
  since: (view) => view.since,
  status: (view) => view.status,
  last_payment_at: (view) => view.last_payment_at,
  purchase_currency: (view) => view.purchase_currency,
  payments_count: (view) => view.payments_count,
  net_payments_usd: (view) => view.net_payments_usd,
  purchase_product_id: (view) => view.product_id,
  product_id: (view) => view.product_id,
  last_seen: (view) => view.last_seen,
}

/** Answers `v4ListCustomers`: one page, the latest to come first unless another order is asked for. */
export const answerCustomers: Answer = (history, input, now, store) => {
  const { sort_by: by = 'since', sort_order: order = 'desc' } = input as Record<string, string>
  const read = Object.hasOwn(SORTS, by) ? SORTS[by] : undefined
  if (!read)
    throw invalid([
      { field: 'sort_by', message: `must be one of ${Object.keys(SORTS).join(', ')}, not ${by}` },
    ])
  // The latest first, so that ties stand in that order whichever way the rest is sorted.
  const views = selectCustomers(history, input, now, store).toReversed()
  const sorted = sortBy(views, read, order === 'asc' ? 1 : -1)
  const page = numberedPage('/v4/customers', sorted, input)
  return { ...page, data: page.data.map(toRow) }
}

/** Sorts without moving ties; who has no value stands last in either order. */
function sortBy(
  views: readonly CustomerView[],
  read: (view: CustomerView) => Key,
  direction: 1 | -1,
): CustomerView[] {
  const keyed = views.map((view) => ({ view, key: read(view) }))
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return a === b ? 0 : a < b ? -direction : direction
  })
  return keyed.map(({ view }) => view)
}

const toRow = (view: CustomerView) => ({
  object: 'customer',
  id: view.id,
  url: customerUrl(view.id),
  external_identity: view.external_identity,
  status: view.status,
  platform: view.platform,
  country: view.country,
  since: isoInstant(view.since),
  last_seen: isoInstant(view.last_seen),
  last_payment_at: view.last_payment_at === null ? null : isoInstant(view.last_payment_at),
  payments_count: view.payments_count,
  net_payments_usd: view.net_payments_usd,
  purchase_currency: view.purchase_currency,
  product_id: view.product_id,
})

/** Path of a customer as answers name it. */
export const customerUrl = (id: string): string => `/v4/customers/${encodeURIComponent(id)}`
