import * as v from 'valibot'
import {
  attributeFilter,
  codeLabels,
  currencyCode,
  filterConditions,
  openEnum,
} from '../../core/filters.ts'
import { defineOperation } from '../../core/operation.ts'
import { isPlain } from '../../core/plain.ts'

const minute = 60_000

const input = () =>
  v.strictObject({
    cohort_from: v.optional(v.pipe(v.number(), v.integer())),
    cohort_to: v.optional(v.pipe(v.number(), v.integer())),
    mode: v.optional(v.picklist(['by_days', 'by_renewals'])),
    environment: v.optional(v.picklist([0, 1])),
    segment: v.optional(v.string()),
    revenue_type: v.optional(v.picklist(['gross', 'net'])),
    currency: v.optional(currencyCode()),
    filter: v.optional(attributeFilter()),
  })

const measured = () => v.nullable(v.number())
const curve = () =>
  v.array(
    v.looseObject({
      period: v.number(),
      revenue: measured(),
      arpu: measured(),
      arppu: measured(),
      users: v.optional(measured()),
    }),
  )

/** No public page shows a point: one that lacks a measure has it as null. */
const withMeasures = (points: unknown): unknown =>
  Array.isArray(points)
    ? points.map((point: unknown) =>
        isPlain(point) ? { revenue: null, arpu: null, arppu: null, ...point } : point,
      )
    : points

/** Lifetime value of the customers of a range by age: revenue so far, per customer and per payer. */
export const getLtv = /* @__PURE__ */ defineOperation({
  id: 'v4GetLtvAnalyticsData',
  resource: 'ltv',
  method: 'GET',
  path: '/analytics/ltv',
  kind: 'read',
  summary: 'Lifetime-value curves of the customers of a range, optionally split by an attribute.',
  input,
  output: () =>
    v.looseObject({
      object: v.literal('analytics_ltv'),
      url: v.string(),
      mode: openEnum('by_days', 'by_renewals'),
      cohort_from: v.number(),
      cohort_to: v.number(),
      cohort_users: v.number(),
      paying_users: v.number(),
      revenue_type: openEnum('gross', 'net'),
      currency: v.string(),
      measure: v.string(),
      segment: v.nullable(v.string()),
      segments: v.array(
        v.looseObject({
          value: v.string(),
          label: v.string(),
          cohort_users: v.optional(v.number()),
          paying_users: v.optional(v.number()),
          series: curve(),
        }),
      ),
      series: curve(),
    }),
  adapt(raw) {
    if (!isPlain(raw)) return raw
    const { segments } = raw
    return {
      ...raw,
      series: withMeasures(raw['series']),
      segments: Array.isArray(segments)
        ? segments.map((segment: unknown) =>
            isPlain(segment) ? { ...segment, series: withMeasures(segment['series']) } : segment,
          )
        : segments,
    }
  },
  staleTime: 5 * minute,
})

/** What a lifetime-value query may ask for: modes, splits and the project's filter attributes. */
export const getLtvMeta = /* @__PURE__ */ defineOperation({
  id: 'v4GetLtvAnalyticsMetadata',
  resource: 'ltv',
  method: 'GET',
  path: '/analytics/ltv/meta',
  kind: 'read',
  summary: 'Modes, segmentation attributes and filter attributes of lifetime-value queries.',
  input: () => v.strictObject({}),
  output: () =>
    v.looseObject({
      object: v.optional(v.string()),
      url: v.optional(v.string()),
      modes: v.optional(codeLabels(), []),
      segmentations: v.optional(codeLabels(), []),
      filter_conditions: v.optional(filterConditions(), []),
    }),
  staleTime: 30 * minute,
})

/** Trials started in a range and how many of them were converted; the rate is a fraction from 0 to 1. */
export const getLtvTrialConversion = /* @__PURE__ */ defineOperation({
  id: 'v4GetLtvTrialConversionAnalyticsData',
  resource: 'ltv',
  method: 'GET',
  path: '/analytics/ltv/trial-conversion',
  kind: 'read',
  summary: 'Trials started in a range, how many of them were converted, and the share from 0 to 1.',
  input,
  output: () =>
    v.looseObject({
      object: v.literal('analytics_ltv_trial_conversion'),
      url: v.string(),
      trials_started: v.number(),
      trials_converted: v.number(),
      conversion_rate: v.nullable(v.number()),
    }),
  staleTime: 5 * minute,
})
