import * as v from 'valibot'

/** One entry of the event catalog. */
export const eventType = () =>
  v.looseObject({
    object: v.string(),
    id: v.string(),
    code: v.string(),
    label: v.string(),
    category: v.optional(v.string()),
  })

const name = () => v.optional(v.union([v.string(), v.number()]))

/** The outcome of delivering one event to one integration. */
export const logEntry = () =>
  v.looseObject({
    id: v.optional(v.string()),
    track_event_id: name(),
    target_id: name(),
    integration_name: v.optional(v.string()),
    uid: v.optional(v.string()),
    is_success: v.optional(v.boolean()),
    failed_code: v.optional(v.nullable(v.union([v.string(), v.number()]))),
    created_at: v.optional(v.string()),
    updated_at: v.optional(v.string()),
  })

const MOST = 50

/** Identifiers in one text, separated by commas. */
export const commaList = () =>
  v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => text.split(',').length <= MOST,
        `must be at most ${MOST} identifiers, separated by commas`,
      ),
    ),
  )

const DAY = 86_400

/** True when both ends of a window are given and it runs backwards or longer than a day. */
export const withinADay = ({ from, to }: { from?: number | undefined; to?: number | undefined }) =>
  from === undefined || to === undefined || (from <= to && to - from <= DAY)
