import * as v from 'valibot'
import { defineOperation, type OutputOf } from './operation.ts'

/**
 * What the viewer may do, as the host's handler answers it; the API has no such call, so it is in no list of operations.
 * `authorize` is asked about it as about any read. A handler of before it answers 404: nothing is known then.
 */
export const getPermissions = /* @__PURE__ */ defineOperation({
  id: 'permissions',
  resource: 'permissions',
  method: 'GET',
  path: '/_permissions',
  kind: 'read',
  summary: 'Lists which operations the viewer may call, and why not the others.',
  input: () => v.strictObject({}),
  output: () =>
    v.looseObject({
      /** Ids of the operations that may be called. */
      allowed: v.array(v.string()),
      /** Why each of the others may not, by id: a sentence for the viewer. */
      denied: v.record(v.string(), v.string()),
      /** Names of the fields that answers show masked. */
      masked: v.array(v.string()),
      /** Names of the secret fields that answers keep. */
      secrets: v.array(v.string()),
    }),
  // Only for drawing: whatever a page believes, the handler asks `authorize` again each time.
  staleTime: 5 * 60_000,
})

/** The answer of `getPermissions`. */
export type PermissionsAnswer = OutputOf<typeof getPermissions>
