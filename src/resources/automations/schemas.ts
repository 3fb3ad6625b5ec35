import * as v from 'valibot'
import { openEnum } from '../../core/filters.ts'

/** Names one automation in a path. */
export const ofAutomation = () => ({
  automation_id: v.pipe(
    v.string(),
    v.regex(/^[a-zA-Z0-9._-]+$/, 'must be letters, digits, dots, dashes and underscores'),
    v.maxLength(256),
  ),
})

/** The states that can be written; an answer may hold `unknown` or a newer one. */
export const status = () =>
  v.picklist(['active', 'inactive', 'paused'], 'must be active, inactive or paused')

/** Derived by the API: taken as it was read, so that what was read can be changed and put back, and never sent. */
const readOnly = () =>
  v.optional(
    v.pipe(
      v.nullable(v.string()),
      v.transform((): undefined => undefined),
    ),
  )

const content = () =>
  v.pipe(
    v.strictObject({
      push: v.optional(v.string()),
      screen: v.optional(v.string()),
    }),
    v.check(
      ({ push, screen }) => push !== undefined || screen !== undefined,
      'must name a push, a screen or both: an automation that shows nothing does nothing',
    ),
  )

/** The whole of an automation, also where one thing changes. */
export const settings = () => ({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  status: status(),
  data: v.strictObject({
    platform: v.optional(v.nullable(v.picklist(['iOS', 'Android']))),
    initiators: v.optional(
      v.pipe(
        v.array(
          v.strictObject({
            uid: v.pipe(
              v.string(),
              v.regex(
                /^[0-9]+$/,
                'must be the number of an event as text, for example "2": its id in listEvents, not its code',
              ),
            ),
            type: v.picklist(['event']),
          }),
        ),
        v.minLength(1, 'must name at least one event that starts the automation'),
      ),
    ),
    actions: v.optional(content()),
    segments: v.optional(v.nullable(v.string())),
    type: readOnly(),
  }),
  caption: v.optional(v.pipe(v.string(), v.maxLength(1024))),
})

/** What an answer may leave out or hold as null, both of which say nothing. */
const read = <Item extends v.GenericSchema>(item: Item) => v.optional(v.nullable(item))

/** An automation as it is read. */
export const automation = () =>
  v.looseObject({
    object: v.string(),
    id: v.string(),
    url: v.string(),
    name: v.string(),
    caption: v.string(),
    status: openEnum('active', 'inactive', 'paused', 'unknown'),
    data: v.looseObject({
      platform: read(openEnum('iOS', 'Android')),
      initiators: read(v.array(v.looseObject({ uid: v.string(), type: openEnum('event') }))),
      actions: read(v.looseObject({ push: read(v.string()), screen: read(v.string()) })),
      segments: read(v.string()),
      type: read(openEnum('event')),
    }),
  })
