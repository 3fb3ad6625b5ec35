import * as v from 'valibot'
import { openEnum } from '../../core/filters.ts'

/** A text that may be missing. */
export const text = () => v.optional(v.nullable(v.string()))
/** A number that may be missing. */
export const number = () => v.optional(v.nullable(v.number()))
/** A switch that may be missing. */
export const flag = () => v.optional(v.boolean())
/** Where a customer stands; newer words pass. */
export const status = () =>
  v.optional(
    v.nullable(openEnum('trial', 'active', 'canceled', 'billing_retry', 'churned', 'refunded')),
  )
/** The store a customer came by. */
export const platform = () => v.optional(v.nullable(openEnum('iOS', 'Android', 'Stripe')))
/** One attribute or property. */
export const keyValue = () => v.looseObject({ key: v.string(), value: v.nullable(v.string()) })

/** What narrows lists and counters of customers alike. */
export const filters = () => ({
  search: v.optional(v.string()),
  filter: v.optional(
    v.strictObject({
      status: v.optional(v.array(v.string())),
      target_platform: v.optional(v.array(v.string())),
    }),
  ),
})
/** Names one customer. */
export const ofCustomer = () => ({ customer_id: v.string() })

/** Everything known of one customer. */
export const customerView = () =>
  v.looseObject({
    object: v.optional(v.string()),
    url: v.optional(v.string()),
    data: v.optional(
      v.looseObject({
        customer: v.optional(
          v.looseObject({
            client_id: v.optional(v.string()),
            external_identity: text(),
            environment: number(),
            platform: platform(),
            country: text(),
            status: status(),
            since: text(),
            last_seen: text(),
          }),
        ),
        device: v.optional(
          v.nullable(
            v.looseObject({
              platform: text(),
              os_version: text(),
              device_model: text(),
              app_version: text(),
              sdk_version: text(),
            }),
          ),
        ),
        attributionData: v.optional(v.array(keyValue())),
        userProperties: v.optional(v.array(keyValue())),
        trackEvents: v.optional(
          v.array(
            v.looseObject({
              event: v.optional(v.string()),
              at: text(),
              product_id: text(),
              revenue_usd: number(),
            }),
          ),
        ),
        netPayments: number(),
        currency: text(),
        conversionRate: number(),
        canRemoveCustomer: flag(),
        canEditEntitlements: flag(),
      }),
    ),
  })
