import * as v from 'valibot'
import { openEnum } from '../../core/filters.ts'

/** Names one report in a path. */
export const ofReport = () => ({
  report_id: v.pipe(
    v.string(),
    v.regex(/^[a-zA-Z0-9._-]+$/, 'must be letters, digits, dots, dashes and underscores'),
    v.maxLength(256),
  ),
})

/** The configuration of a report: all of it, also where one thing changes. */
export const settings = () => ({
  report_name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  send_at: v.pipe(
    v.string(),
    v.regex(
      /^([01][0-9]|2[0-3]):(00|30)$/,
      'must be a UTC time on the hour or half past, two digits each, for example 09:30: reports leave in slots of 30 minutes',
    ),
  ),
  included_range_days: v.picklist(
    [1, 3, 7],
    'must be 1, 3 or 7: a report holds the last day, three days or week',
  ),
  status: v.picklist(['draft', 'active']),
  environment: v.picklist(['sandbox', 'production']),
  destinations: v.pipe(
    v.array(
      v.strictObject({
        type: openEnum('target_integration'),
        id: v.string(),
        label: v.optional(v.string()),
      }),
    ),
    v.minLength(
      1,
      'must name at least one destination, as listScheduledReportDestinations gives it',
    ),
  ),
})

/** Where reports can be sent. */
export const destination = () =>
  v.looseObject({
    type: openEnum('target_integration'),
    id: v.string(),
    label: v.optional(v.string()),
  })

/** A report as it is read. */
export const report = () =>
  v.looseObject({
    object: v.string(),
    id: v.string(),
    url: v.string(),
    report_name: v.string(),
    send_at: v.string(),
    included_range_days: v.number(),
    status: openEnum('draft', 'active'),
    environment: openEnum('sandbox', 'production'),
    destinations: v.array(destination()),
    runs: v.optional(v.number()),
    created_at: v.optional(v.string()),
    updated_at: v.optional(v.string()),
  })
