import * as v from 'valibot'
import { openEnum } from '../../core/filters.ts'

const maybe = <Item extends v.GenericSchema>(item: Item) => v.optional(v.nullable(item))
/** A text that may be missing. */
export const text = () => maybe(v.string())

/** What a definition may say of itself, sent and read. */
export const settings = () => ({ description: text(), product_ids: maybe(v.array(v.string())) })
/** Names one definition. */
export const ofEntitlement = () => ({ entitlement_id: v.string() })
/** Names one user. */
export const ofUser = () => ({ user_id: v.string() })

/** A definition: what is given, and the products that give it. */
export const entitlement = () =>
  v.looseObject({
    object: v.string(),
    id: v.string(),
    url: v.string(),
    created_at: v.string(),
    updated_at: v.string(),
    ...settings(),
  })

/** An entitlement that a user has or had. */
export const userEntitlement = () =>
  v.looseObject({
    object: v.string(),
    id: v.string(),
    url: v.string(),
    is_active: v.boolean(),
    source: openEnum('appstore', 'playstore', 'stripe', 'manual', 'unknown'),
    started_at: text(),
    /** Null when it does not end. */
    expires_at: text(),
    /** The product that was bought; null or missing for what was granted. */
    product: maybe(
      v.looseObject({
        product_id: v.optional(v.string()),
        subscription: maybe(
          v.looseObject({
            renew_state: v.optional(openEnum('will_renew', 'canceled')),
            current_period_type: v.optional(openEnum('normal', 'trial', 'intro')),
          }),
        ),
      }),
    ),
  })
