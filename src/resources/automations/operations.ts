import * as v from 'valibot'
import { noBody, unwrapped } from '../../core/answers.ts'
import { cursorPages, listOf } from '../../core/lists.ts'
import { withoutMisfits } from '../../core/misfits.ts'
import { defineOperation } from '../../core/operation.ts'
import { automation, ofAutomation, settings, status } from './schemas.ts'

const minute = 60_000

/** A page of the automations of the project. */
export const listAutomations = /* @__PURE__ */ defineOperation({
  id: 'v4ListAutomations',
  resource: 'automations',
  method: 'GET',
  path: '/automations',
  kind: 'read',
  summary: 'The automations of the project: an event, a segment and what is then shown.',
  input: () =>
    v.strictObject({
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
      starting_after: v.optional(v.pipe(v.string(), v.maxLength(256))),
    }),
  output: () => listOf(automation()),
  pages: cursorPages,
  staleTime: minute,
})

/** One automation. */
export const getAutomation = /* @__PURE__ */ defineOperation({
  id: 'v4GetAutomation',
  resource: 'automations',
  method: 'GET',
  path: '/automations/{automation_id}',
  kind: 'read',
  summary: 'One automation with its events, segment, platform and actions.',
  input: () => v.strictObject(ofAutomation()),
  output: automation,
  staleTime: minute,
})

/** Adds an automation. */
export const createAutomation = /* @__PURE__ */ defineOperation({
  id: 'v4CreateAutomation',
  resource: 'automations',
  method: 'POST',
  path: '/automations',
  kind: 'write',
  summary:
    'Adds an automation: when an event happens to a customer of a segment, a push or a screen is shown.',
  input: () => v.strictObject(settings()),
  output: () => v.partial(automation(), ['object', 'url', 'name', 'caption', 'status', 'data']),
  adapt: unwrapped,
  withoutMisfits,
  invalidates: ['automations'],
})

/** Replaces an automation: every field has to be sent. */
export const updateAutomation = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateAutomation',
  resource: 'automations',
  method: 'PUT',
  path: '/automations/{automation_id}',
  kind: 'write',
  summary: 'Replaces an automation: every field has to be sent, what is left out is cleared.',
  input: () => v.strictObject({ ...ofAutomation(), ...settings() }),
  output: automation,
  invalidates: ['automations'],
})

/** Activates, deactivates or pauses an automation; answered without a body. */
export const updateAutomationStatus = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateAutomationStatus',
  resource: 'automations',
  method: 'PATCH',
  path: '/automations/{automation_id}/status',
  kind: 'write',
  summary: 'Activates, deactivates or pauses an automation.',
  input: () => v.strictObject({ ...ofAutomation(), status: status() }),
  output: noBody,
  invalidates: ['automations'],
})

/** Removes an automation. */
export const deleteAutomation = /* @__PURE__ */ defineOperation({
  id: 'v4DeleteAutomation',
  resource: 'automations',
  method: 'DELETE',
  path: '/automations/{automation_id}',
  kind: 'write',
  summary: 'Removes an automation.',
  input: () => v.strictObject(ofAutomation()),
  output: noBody,
  invalidates: ['automations'],
})
