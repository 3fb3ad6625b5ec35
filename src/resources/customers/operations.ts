import * as v from 'valibot'
import { noBody } from '../../core/answers.ts'
import { cursorPages, listOf, numberedPages } from '../../core/lists.ts'
import { defineOperation } from '../../core/operation.ts'
import { isPlain } from '../../core/plain.ts'
import {
  customerView,
  filters,
  flag,
  keyValue,
  number,
  ofCustomer,
  platform,
  status,
  text,
} from './schemas.ts'

const minute = 60_000
/** Customers of the project by page number: sorted, searched and filtered. */
export const listCustomers = /* @__PURE__ */ defineOperation({
  id: 'v4ListCustomers',
  resource: 'customers',
  method: 'GET',
  path: '/customers',
  kind: 'read',
  summary: 'Customers of the project by page number: sorted, searched and filtered.',
  input: () =>
    v.strictObject({
      page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
      sort_by: v.optional(v.string()),
      sort_order: v.optional(v.picklist(['asc', 'desc'])),
      environment: v.optional(v.pipe(v.number(), v.integer())),
      ...filters(),
    }),
  output: () =>
    listOf(
      v.looseObject({
        object: v.string(),
        id: v.string(),
        url: v.string(),
        external_identity: text(),
        status: status(),
        platform: platform(),
        country: text(),
        since: text(),
        last_seen: text(),
        last_payment_at: text(),
        payments_count: number(),
        net_payments_usd: number(),
        purchase_currency: text(),
        product_id: text(),
      }),
    ),
  pages: numberedPages,
  adapt: withRowIds,
  staleTime: minute / 2,
})

/** Counters over the customers that match the filters; some are texts, as the API sends them. */
export const getCustomerMetrics = /* @__PURE__ */ defineOperation({
  id: 'v4GetCustomerMetrics',
  resource: 'customers',
  method: 'GET',
  path: '/customers/metrics',
  kind: 'read',
  summary: 'Counters over the customers that match the filters: subscribers, trials, sales.',
  input: () => v.strictObject({ environment: v.optional(v.picklist([0, 1])), ...filters() }),
  output: () =>
    v.looseObject({
      object: v.optional(v.string()),
      url: v.optional(v.string()),
      active_subscribers: text(),
      active_trials: text(),
      avg_payment_count: number(),
      avg_price: number(),
      billing_retry: text(),
      canceled_trials: number(),
      churned_subscribers: number(),
      clients_with_event: text(),
      sales: number(),
    }),
  adapt: withDocumentedCounters,
})

/** Everything known of one customer: identity, device, attribution, properties, timeline, net payments. */
export const getCustomer = /* @__PURE__ */ defineOperation({
  id: 'v4GetCustomer',
  resource: 'customers',
  method: 'GET',
  path: '/customers/{customer_id}',
  kind: 'read',
  summary: 'Everything known of one customer: device, attribution, properties, timeline, money.',
  input: () => v.strictObject(ofCustomer()),
  output: customerView,
})

/** Erases every piece of data held for a customer; cannot be undone. */
export const deleteCustomer = /* @__PURE__ */ defineOperation({
  id: 'v4DeleteCustomer',
  resource: 'customers',
  method: 'DELETE',
  path: '/customers/{customer_id}',
  kind: 'write',
  summary: 'Erases every piece of data held for a customer (GDPR); cannot be undone.',
  input: () => v.strictObject(ofCustomer()),
  output: noBody,
  invalidates: ['customers', 'users', 'identities', 'entitlements', 'purchases', 'segments'],
})

/** Permissions that a customer holds, bought and granted. */
export const listCustomerPermissions = /* @__PURE__ */ defineOperation({
  id: 'v4ListCustomerPermissions',
  resource: 'customers',
  method: 'GET',
  path: '/customers/{customer_id}/permissions',
  kind: 'read',
  summary: 'Permissions that a customer holds, bought and granted.',
  input: () => v.strictObject(ofCustomer()),
  output: () =>
    listOf(
      v.looseObject({
        id: v.optional(v.string()),
        source: text(),
        active: flag(),
        started_at: number(),
        expires_at: number(),
        product_id: text(),
      }),
    ),
  pages: cursorPages,
})

/** Gives a customer a permission, until a moment or without end. */
export const grantCustomerPermission = /* @__PURE__ */ defineOperation({
  id: 'v4GrantCustomerPermission',
  resource: 'customers',
  method: 'POST',
  path: '/customers/{customer_id}/permissions',
  kind: 'write',
  summary: 'Gives a customer a permission, until a moment or without end.',
  input: () =>
    v.strictObject({
      ...ofCustomer(),
      permission_id: v.pipe(
        v.string(),
        v.maxLength(256),
        v.regex(/^[a-zA-Z0-9._-]+$/, 'must be letters, digits, hyphen, underscore or dot'),
      ),
      expires_at: v.optional(
        v.nullable(
          v.pipe(
            v.string(),
            v.isoTimestamp('must be an instant with a zone, for example 2026-01-01T00:00:00Z'),
          ),
        ),
      ),
    }),
  output: () =>
    v.looseObject({
      object: v.optional(v.string()),
      url: v.optional(v.string()),
      permission_id: v.optional(v.string()),
      expires_at: text(),
    }),
  invalidates: ['customers', 'entitlements'],
})

/** Takes a granted permission away; one that was paid for stays (422). */
export const revokeCustomerPermission = /* @__PURE__ */ defineOperation({
  id: 'v4RevokeCustomerPermission',
  resource: 'customers',
  method: 'DELETE',
  path: '/customers/{customer_id}/permissions/{permission_id}',
  kind: 'write',
  summary: 'Takes a granted permission away from a customer; one that was paid for stays (422).',
  input: () => v.strictObject({ ...ofCustomer(), permission_id: v.string() }),
  output: noBody,
  invalidates: ['customers', 'entitlements'],
})

/** Writes 1 to 100 properties of a customer; refused ones are in `data.property_errors` of a 200. */
export const setCustomerProperties = /* @__PURE__ */ defineOperation({
  id: 'v4SetCustomerProperties',
  resource: 'customers',
  method: 'POST',
  path: '/customers/{customer_id}/properties',
  kind: 'write',
  summary: 'Writes 1 to 100 properties of a customer; refused ones are reported one by one.',
  input: () =>
    v.strictObject({
      ...ofCustomer(),
      properties: v.pipe(
        v.array(v.strictObject({ key: v.string(), value: v.string() })),
        v.minLength(1, 'must hold at least one property'),
        v.maxLength(100, 'must hold at most 100 properties: send more in several calls'),
      ),
    }),
  output: () =>
    v.looseObject({
      object: v.optional(v.string()),
      url: v.optional(v.string()),
      data: v.optional(
        v.looseObject({
          saved_properties: v.array(keyValue()),
          property_errors: v.array(
            v.looseObject({ key: v.optional(v.string()), error: v.optional(v.string()) }),
          ),
        }),
      ),
    }),
  invalidates: ['customers', 'users', 'segments'],
})

/** The older list named its rows `client_id` or `user_id`; no page shows the rows of this one. */
function withRowIds(raw: unknown): unknown {
  if (!isPlain(raw) || !Array.isArray(raw['data'])) return raw
  const data = raw['data'].map((row: unknown) => {
    if (!isPlain(row)) return row
    const id = row['id'] ?? row['client_id'] ?? row['user_id']
    return typeof id === 'string'
      ? { object: 'customer', url: `/v4/customers/${encodeURIComponent(id)}`, ...row, id }
      : row
  })
  return { ...raw, data }
}

const TEXT_COUNTERS = ['active_subscribers', 'active_trials', 'billing_retry', 'clients_with_event']
const NUMBERS = [
  'avg_payment_count',
  'avg_price',
  'canceled_trials',
  'churned_subscribers',
  'sales',
]

/** Counters come as texts and as numbers, and no page says which is meant to stay: both are read as documented. */
function withDocumentedCounters(raw: unknown): unknown {
  if (!isPlain(raw)) return raw
  const read = { ...raw }
  for (const name of TEXT_COUNTERS)
    if (typeof raw[name] === 'number') read[name] = String(raw[name])
  for (const name of NUMBERS)
    if (typeof raw[name] === 'string' && raw[name] !== '') read[name] = Number(raw[name])
  return read
}
