import type { CustomerView } from '../customers/view.ts'

/** What a rule can compare of a customer. */
export type Metric =
  | { readonly kind: 'text'; readonly read: (customer: CustomerView) => string | null }
  | { readonly kind: 'number'; readonly read: (customer: CustomerView) => number | null }
  | { readonly kind: 'flag'; readonly read: (customer: CustomerView) => boolean }

/** Statuses in which the store is going to charge again. */
const RENEWS: ReadonlySet<CustomerView['status']> = new Set(['active', 'trial', 'billing_retry'])

const text = (read: (customer: CustomerView) => string | null): Metric => ({ kind: 'text', read })
const number = (read: (customer: CustomerView) => number | null): Metric => ({
  kind: 'number',
  read,
})

/** Every metric that the sandbox knows, by name: those of the API's guide, then the project's own. */
export const METRICS: ReadonlyMap<string, Metric> = new Map([
  ['environment', text(({ environment }) => (environment === 1 ? 'prod' : 'sandbox'))],
  ['client_uid', text(({ id }) => id)],
  ['custom_uid', text(({ external_identity: identity }) => identity)],
  // Nobody of the simulated business has agreed to be tracked.
  ['client_advertiser_id', text(() => null)],
  ['renewable', { kind: 'flag', read: ({ status }) => RENEWS.has(status) }],
  ['target_platform', text(({ platform }) => platform)],
  ['country', text(({ country }) => country)],
  ['campaign', text(({ first }) => first.campaign)],
  ['status', text(({ status }) => status)],
  ['product_id', text(({ product_id: product }) => product)],
  ['payments_count', number(({ payments_count: count }) => count)],
  ['net_payments_usd', number(({ net_payments_usd: net }) => net)],
  ['since', number(({ since }) => since)],
])
