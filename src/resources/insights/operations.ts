import * as v from 'valibot'
import { openEnum } from '../../core/filters.ts'
import { defineOperation } from '../../core/operation.ts'
import { isPlain } from '../../core/plain.ts'

const minute = 60_000

/** Written observations on the last days, cached by the API. */
export const getInsights = /* @__PURE__ */ defineOperation({
  id: 'v4GetAnalyticsInsights',
  resource: 'insights',
  method: 'GET',
  path: '/analytics/insights',
  kind: 'read',
  summary:
    'Written observations on the last days with a verdict on their health; cached, generated anew on force.',
  input: () =>
    v.strictObject({
      period: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365))),
      force: v.optional(v.boolean()),
      cached_only: v.optional(v.boolean()),
      environment: v.optional(v.picklist([0, 1])),
    }),
  output: () =>
    v.looseObject({
      object: v.optional(v.string()),
      url: v.optional(v.string()),
      generated_at: v.optional(v.nullable(v.string())),
      period_days: v.optional(v.number()),
      health: v.optional(v.nullable(openEnum('healthy', 'watch', 'critical'))),
      health_score: v.optional(v.nullable(v.number())),
      summary: v.optional(v.nullable(v.string())),
      is_cached: v.optional(v.boolean()),
      is_stale: v.optional(v.boolean()),
      insights: v.optional(
        v.array(
          v.looseObject({
            type: v.optional(openEnum('critical', 'positive', 'tip', 'info')),
            metric: v.optional(v.nullable(openEnum('mrr', 'new_users'))),
            title: v.optional(v.string(), ''),
            body: v.optional(v.string(), ''),
            action: v.optional(v.nullable(v.string())),
          }),
        ),
        [],
      ),
    }),
  // Asking again with force would write them anew, each time a person comes back to the page.
  staleTime: (input) => (isPlain(input) && input['force'] === true ? Infinity : 30 * minute),
})
