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

const metrics = <Item extends v.GenericSchema>(item: Item) =>
  v.looseObject({
    revenue: item,
    subscriptions: item,
    payers: item,
    arpu: item,
    arppu: item,
    arpas: item,
  })
const measured = () => v.optional(v.nullable(v.number()), null)
const cell = () => v.nullable(metrics(measured()))
const maxima = () => metrics(v.number())
const row = () =>
  v.looseObject({
    cohort_start: v.number(),
    cohort_end: v.optional(v.number()),
    label: v.string(),
    users: v.number(),
    periods: v.array(cell()),
  })
const total = () => v.looseObject({ users: v.number(), periods: v.array(cell()) })

/** The cohort table: a row is a cohort, a column a time offset, a cell carries six metrics. */
export const getCohorts = /* @__PURE__ */ defineOperation({
  id: 'v4GetCohortAnalyticsData',
  resource: 'cohorts',
  method: 'GET',
  path: '/analytics/cohorts',
  kind: 'read',
  summary: 'Cohort table: a row is a cohort, a column a time offset, a cell carries the metrics.',
  input: () =>
    v.strictObject({
      cohort_from: v.optional(v.pipe(v.number(), v.integer())),
      cohort_to: v.optional(v.pipe(v.number(), v.integer())),
      mode: v.optional(v.picklist(['by_renewals', 'by_days'])),
      grouping: v.optional(v.picklist(['day', 'week', 'month', 'quarter', 'year'])),
      environment: v.optional(v.picklist([0, 1])),
      cohort_definition: v.optional(
        v.picklist(['new_customers', 'initial_conversions', 'new_paying']),
      ),
      revenue_type: v.optional(v.picklist(['gross', 'net'])),
      currency: v.optional(currencyCode()),
      group_by: v.optional(v.pipe(v.string(), v.regex(/./, 'must name an attribute'))),
      filter: v.optional(attributeFilter()),
    }),
  output: () =>
    v.looseObject({
      object: v.literal('analytics_cohorts'),
      url: v.string(),
      mode: openEnum('by_renewals', 'by_days'),
      grouping: openEnum('day', 'week', 'month', 'quarter', 'year'),
      cohort_from: v.number(),
      cohort_to: v.number(),
      currency: v.string(),
      period_labels: v.array(v.string()),
      cohorts: v.array(row()),
      total: v.optional(v.nullable(total()), null),
      max_values: maxima(),
      segments: v.optional(
        v.array(
          v.looseObject({
            value: v.string(),
            label: v.string(),
            cohorts: v.array(row()),
            total: v.nullable(total()),
            max_values: maxima(),
          }),
        ),
      ),
      group_by: v.optional(v.string()),
    }),
  staleTime: 5 * minute,
  // Measured at 365 x 365: comparing costs as much as making the grid again, and pays only when nothing has changed.
  isLarge: true,
})

const codes = () => v.optional(codeLabels(), [])

/** What a cohort query may ask for: modes, groupings, metrics, definitions and the project's filter attributes. */
export const getCohortsMeta = /* @__PURE__ */ defineOperation({
  id: 'v4GetCohortAnalyticsMetadata',
  resource: 'cohorts',
  method: 'GET',
  path: '/analytics/cohorts/meta',
  kind: 'read',
  summary:
    'Value sets for a cohort query: modes, groupings, metrics, cohort definitions and filter attributes.',
  input: () => v.strictObject({}),
  output: () =>
    v.looseObject({
      object: v.optional(v.string()),
      url: v.optional(v.string()),
      modes: codes(),
      groupings: codes(),
      metrics: codes(),
      cohort_definitions: codes(),
      filter_conditions: v.optional(filterConditions(), []),
    }),
  staleTime: 30 * minute,
})
