import * as v from 'valibot'
import {
  attributeFilter,
  codeLabels,
  currencyCode,
  filterConditions,
  openEnum,
} from '../../core/filters.ts'
import { defineOperation } from '../../core/operation.ts'

const minute = 60_000

/** The charts that the API answers; it has more, whose codes are a 404 until it publishes them. */
const chartCode = () =>
  v.picklist([
    'proceeds',
    'active-subscriptions',
    'paid-subscriptions-movement',
    'users-overview',
    'free-trials',
    'active-trials',
    'trials-movement',
    'user-to-trial',
    'trial-to-paid',
    'user-to-paid',
    'sales',
    'refunds',
    'refund-rate',
    'arppu',
    'arpu',
    'trial-cancellation',
    'subscription-cancellation',
    'subscriptions-overview',
    'new-subscriptions',
    'mrr',
    'arr',
    'mrr-movement',
    'arr-movement',
    'user-to-trial-conversion',
    'subscription-cancellation-rate',
  ])

const measured = () => v.nullable(v.number())
const series = () =>
  v.looseObject({
    label: v.string(),
    total: v.optional(measured()),
    totalPrev: v.optional(measured()),
    totalWeight: v.optional(measured()),
    totalPrevWeight: v.optional(measured()),
    totalIgnoreInFinal: v.optional(v.boolean()),
    data: v.array(v.looseObject({ start_time: v.number(), value: measured() })),
  })

/** The time series of one chart, with totals of the range and of the one before it. */
export const getChart = /* @__PURE__ */ defineOperation({
  id: 'v4GetAnalyticsChartData',
  resource: 'charts',
  method: 'GET',
  path: '/analytics/charts/{chart_code}',
  kind: 'read',
  summary:
    'Time series of one chart, optionally split by an attribute, with totals of the range and of the one before it.',
  input: () =>
    v.strictObject({
      chart_code: chartCode(),
      from: v.optional(v.pipe(v.number(), v.integer())),
      to: v.optional(v.pipe(v.number(), v.integer())),
      unit: v.optional(v.picklist(['hour', 'day', 'week', 'month'])),
      environment: v.optional(v.picklist([0, 1])),
      segmentation: v.optional(v.string()),
      max_series: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500))),
      currency: v.optional(currencyCode()),
      filter: v.optional(attributeFilter()),
    }),
  output: () =>
    v.looseObject({
      object: v.literal('analytics_chart'),
      url: v.string(),
      code: v.string(),
      from: v.number(),
      to: v.number(),
      unit: openEnum('hour', 'day', 'week', 'month'),
      environment: v.number(),
      currency: v.optional(v.string()),
      measure: openEnum('usd', 'count', 'percent'),
      totalType: openEnum('sum', 'wavg'),
      seriesRelation: openEnum('partsOfWhole'),
      maxSeries: v.optional(v.number()),
      segmentation: v.optional(v.nullable(v.string())),
      horizontalLabelType: v.optional(v.string()),
      series: v.array(series()),
      summarySeries: v.optional(v.nullable(series())),
    }),
  staleTime: 5 * minute,
})

/** What one chart may be asked for: drawing types, units, splits and filters of the project. */
export const getChartMeta = /* @__PURE__ */ defineOperation({
  id: 'v4GetAnalyticsChartMetadata',
  resource: 'charts',
  method: 'GET',
  path: '/analytics/charts/{chart_code}/meta',
  kind: 'read',
  summary:
    'Title, drawing types, time units, segmentation codes and filter attributes of one chart.',
  input: () => v.strictObject({ chart_code: chartCode() }),
  output: () =>
    v.looseObject({
      object: v.literal('analytics_chart_meta'),
      url: v.string(),
      code: v.string(),
      title: v.string(),
      description: v.optional(v.string()),
      docUrl: v.optional(v.string()),
      isAvailable: v.optional(v.boolean()),
      availabilityMessage: v.optional(v.string()),
      type_default: v.string(),
      types: v.array(openEnum('line', 'column', 'area')),
      units_available: v.array(openEnum('hour', 'day', 'week', 'month')),
      segmentations: codeLabels(),
      filter_conditions: filterConditions(),
    }),
  staleTime: 30 * minute,
})
