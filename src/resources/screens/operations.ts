import * as v from 'valibot'
import { noBody, unwrapped } from '../../core/answers.ts'
import { cursorPages, listOf } from '../../core/lists.ts'
import { withoutMisfits } from '../../core/misfits.ts'
import { defineOperation } from '../../core/operation.ts'
import {
  analytics,
  inEnvelope,
  named,
  ofScreen,
  overview,
  period,
  screen,
  summary,
  withoutKeys,
} from './schemas.ts'

const minute = 60_000
/** What a copied or published screen may lack: no page shows these answers. */
const UNSEEN = ['object', 'url', 'name', 'status', 'is_web', 'created_at', 'updated_at'] as const

/** Screens of the project in their lean form. */
export const listScreens = /* @__PURE__ */ defineOperation({
  id: 'v4ListScreens',
  resource: 'screens',
  method: 'GET',
  path: '/screens',
  kind: 'read',
  summary: 'Screens of the project in their lean form, published ones and drafts.',
  input: () =>
    v.strictObject({
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
      starting_after: v.optional(v.pipe(v.string(), v.maxLength(256))),
    }),
  output: () => listOf(summary()),
  pages: cursorPages,
  adapt: withoutKeys,
  staleTime: minute,
})

/** One screen, with its content unless `render` is false. */
export const getScreen = /* @__PURE__ */ defineOperation({
  id: 'v4GetScreen',
  resource: 'screens',
  method: 'GET',
  path: '/screens/{screen_id}',
  kind: 'read',
  summary: 'One screen, with what an app needs to draw it unless render is false.',
  input: () => v.strictObject({ ...ofScreen(), render: v.optional(v.boolean()) }),
  output: screen,
  adapt: withoutKeys,
  staleTime: minute,
})

/** Makes an empty draft; its content is made in the dashboard's editor. */
export const createScreen = /* @__PURE__ */ defineOperation({
  id: 'v4CreateScreen',
  resource: 'screens',
  method: 'POST',
  path: '/screens',
  kind: 'write',
  summary: 'Makes an empty draft from a name; its content is made in the dashboard’s editor.',
  input: () => v.strictObject(named()),
  output: screen,
  adapt: withoutKeys,
  invalidates: ['screens'],
})

/** Renames a screen. */
export const updateScreen = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateScreen',
  resource: 'screens',
  method: 'PUT',
  path: '/screens/{screen_id}',
  kind: 'write',
  summary: 'Renames a screen; nothing else of it can be changed by the API.',
  input: () => v.strictObject({ ...ofScreen(), ...named() }),
  output: screen,
  adapt: withoutKeys,
  invalidates: ['screens'],
})

/** Removes a screen for good. */
export const deleteScreen = /* @__PURE__ */ defineOperation({
  id: 'v4DeleteScreen',
  resource: 'screens',
  method: 'DELETE',
  path: '/screens/{screen_id}',
  kind: 'write',
  summary: 'Removes a screen for good, with its figures.',
  input: () => v.strictObject(ofScreen()),
  output: noBody,
  invalidates: ['screens'],
})

/** Makes a draft with the content of a screen. */
export const duplicateScreen = /* @__PURE__ */ defineOperation({
  id: 'v4DuplicateScreen',
  resource: 'screens',
  method: 'POST',
  path: '/screens/{screen_id}/copy',
  kind: 'write',
  summary: 'Makes a draft with the content of a screen.',
  input: () => v.strictObject(ofScreen()),
  output: () => v.partial(summary(), [...UNSEEN]),
  adapt: (raw) => withoutKeys(unwrapped(raw)),
  withoutMisfits,
  invalidates: ['screens'],
})

/** Makes the draft of a screen the version that users see. */
export const publishScreen = /* @__PURE__ */ defineOperation({
  id: 'v4PublishScreen',
  resource: 'screens',
  method: 'POST',
  path: '/screens/{screen_id}/publish',
  kind: 'write',
  summary: 'Makes the draft of a screen the version that users see.',
  input: () => v.strictObject(ofScreen()),
  output: () => v.partial(screen(), [...UNSEEN]),
  adapt: (raw) => withoutKeys(unwrapped(raw)),
  withoutMisfits,
  invalidates: ['screens'],
})

/** Figures of one screen over a range, with those of the range before it. */
export const getScreenAnalytics = /* @__PURE__ */ defineOperation({
  id: 'v4GetScreenAnalytics',
  resource: 'screens',
  method: 'GET',
  path: '/screens/{screen_id}/analytics',
  kind: 'read',
  summary:
    'Trials, purchases, revenue, refunds and rates of one screen over a range, with those of the range before it.',
  input: () => v.strictObject({ ...ofScreen(), ...period() }),
  output: analytics,
  adapt: inEnvelope,
  staleTime: 5 * minute,
})

/** Figures of all screens together over a range, with those of the range before it. */
export const getScreensAnalyticsOverview = /* @__PURE__ */ defineOperation({
  id: 'v4GetScreensAnalyticsOverview',
  resource: 'screens',
  method: 'GET',
  path: '/screens/analytics/overview',
  kind: 'read',
  summary:
    'Views, trials, purchases, revenue and conversion of all screens together over a range, with those of the range before it.',
  input: () => v.strictObject(period()),
  output: overview,
  adapt: inEnvelope,
  withoutMisfits,
  staleTime: 5 * minute,
})
