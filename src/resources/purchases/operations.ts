import * as v from 'valibot'
import { openEnum } from '../../core/filters.ts'
import { cursorPages, listOf } from '../../core/lists.ts'
import { defineOperation } from '../../core/operation.ts'

const platforms = ['app_store', 'play_store', 'stripe'] as const

/** Store transactions of a user; nothing can change them here. */
export const listUserPurchases = /* @__PURE__ */ defineOperation({
  id: 'v4ListUserPurchases',
  resource: 'purchases',
  method: 'GET',
  path: '/users/{user_id}/purchases',
  kind: 'read',
  summary: 'Store transactions of a user, with prices as decimal texts.',
  input: () =>
    v.strictObject({
      user_id: v.pipe(v.string(), v.maxLength(256)),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
      starting_after: v.optional(v.string()),
      filter: v.optional(
        v.strictObject({
          platform: v.optional(v.pipe(v.array(v.picklist(platforms)), v.maxLength(3))),
        }),
      ),
    }),
  output: () =>
    listOf(
      v.looseObject({
        object: v.string(),
        id: v.string(),
        url: v.string(),
        user_id: v.string(),
        /** Decides what `store_data` holds. */
        platform: openEnum(...platforms),
        product_id: v.string(),
        currency: v.string(),
        /** A decimal text, as `9.99`. */
        price: v.string(),
        purchased_at: v.string(),
        is_auto_renewing: v.boolean(),
        store_data: v.record(v.string(), v.unknown()),
        created_at: v.string(),
        /** Null for what was bought once. */
        expires_at: v.optional(v.nullable(v.string())),
      }),
    ),
  pages: cursorPages,
  plainLists: ['filter.platform'],
  staleTime: 60_000,
})
