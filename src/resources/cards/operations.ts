import * as v from 'valibot'
import { attributeFilter, currencyCode, openEnum } from '../../core/filters.ts'
import { defineOperation } from '../../core/operation.ts'

const minute = 60_000

/** The counters of a dashboard card: today so far against the same moment of yesterday. */
export const getCard = /* @__PURE__ */ defineOperation({
  id: 'v4GetAnalyticsCardData',
  resource: 'cards',
  method: 'GET',
  path: '/analytics/cards/{card_code}',
  kind: 'read',
  summary: 'Counters of a dashboard card: today so far against the same moment of yesterday.',
  input: () =>
    v.strictObject({
      card_code: v.picklist(['realtime']),
      from: v.optional(v.pipe(v.number(), v.integer())),
      to: v.optional(v.pipe(v.number(), v.integer())),
      unit: v.optional(v.picklist(['hour', 'day', 'week', 'month'])),
      environment: v.optional(v.picklist([0, 1])),
      max_series: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500))),
      segmentation: v.optional(v.string()),
      currency: v.optional(currencyCode()),
      filter: v.optional(attributeFilter()),
    }),
  output: () =>
    v.array(
      v.looseObject({
        code: openEnum('trials_count', 'subscriptions_count', 'inapp_count', 'tracked_revenue'),
        value: v.nullable(v.number()),
        valuePrev: v.nullable(v.number()),
      }),
    ),
  staleTime: minute,
})
