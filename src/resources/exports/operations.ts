import * as v from 'valibot'
import { cursorPages, listOf } from '../../core/lists.ts'
import { defineOperation } from '../../core/operation.ts'
import { exportJob } from './schemas.ts'

/** Starts an export of customers, events or purchases; its file is ready when its state is `Done`. */
export const createExport = /* @__PURE__ */ defineOperation({
  id: 'v4CreateExport',
  resource: 'exports',
  method: 'POST',
  path: '/exports',
  kind: 'write',
  summary: 'Start an export of customers, events or purchases as CSV or JSON.',
  input: () =>
    v.strictObject({
      resource: v.picklist(['customers', 'events', 'purchases']),
      format: v.optional(v.picklist(['csv', 'json'])),
      from: v.optional(v.pipe(v.number(), v.integer())),
      to: v.optional(v.pipe(v.number(), v.integer())),
      segments: v.optional(v.array(v.string())),
    }),
  output: exportJob,
  invalidates: ['exports'],
})

/** Earlier exports of the project. */
export const listExports = /* @__PURE__ */ defineOperation({
  id: 'v4ListExports',
  resource: 'exports',
  method: 'GET',
  path: '/exports/history',
  kind: 'read',
  summary: 'Earlier exports of the project, finished ones with their download address.',
  input: () => v.strictObject({}),
  output: () => listOf(exportJob()),
  pages: cursorPages,
})

/** The state of one export and, once `Done`, its download address. */
export const getExport = /* @__PURE__ */ defineOperation({
  id: 'v4GetExport',
  resource: 'exports',
  method: 'GET',
  path: '/exports/{export_id}',
  kind: 'read',
  summary: 'The state of one export and, once it is Done, its download address.',
  input: () =>
    v.strictObject({
      export_id: v.pipe(
        v.string(),
        v.regex(/^[a-zA-Z0-9._-]+$/, 'must be letters, digits, dots, dashes and underscores'),
        v.maxLength(256),
      ),
    }),
  output: exportJob,
})
