import * as v from 'valibot'
import { noBody, unwrapped } from '../../core/answers.ts'
import { cursorPages, listOf } from '../../core/lists.ts'
import { withoutMisfits } from '../../core/misfits.ts'
import { defineOperation } from '../../core/operation.ts'
import { entitlement, ofEntitlement, ofUser, settings, userEntitlement } from './schemas.ts'

const minute = 60_000
/** Who has an entitlement hangs on definitions and grants, and shows among a customer's permissions. */
const stale = ['entitlements', 'customers']

/** Definitions of entitlements: what is given, and the products that give it. */
export const listEntitlements = /* @__PURE__ */ defineOperation({
  id: 'v4ListEntitlements',
  resource: 'entitlements',
  method: 'GET',
  path: '/entitlements',
  kind: 'read',
  summary: 'Definitions of entitlements: what is given, and the products that give it.',
  input: () =>
    v.strictObject({
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
      starting_after: v.optional(v.string()),
    }),
  output: () => listOf(entitlement()),
  pages: cursorPages,
  staleTime: minute,
})

/** One definition of an entitlement with its products. */
export const getEntitlement = /* @__PURE__ */ defineOperation({
  id: 'v4GetEntitlement',
  resource: 'entitlements',
  method: 'GET',
  path: '/entitlements/{entitlement_id}',
  kind: 'read',
  summary: 'One definition of an entitlement with its products.',
  input: () => v.strictObject(ofEntitlement()),
  output: entitlement,
  staleTime: minute,
})

/** Defines an entitlement under an id of the caller's choice. */
export const createEntitlement = /* @__PURE__ */ defineOperation({
  id: 'v4CreateEntitlement',
  resource: 'entitlements',
  method: 'POST',
  path: '/entitlements',
  kind: 'write',
  summary:
    'Defines an entitlement under an id of the caller’s choice, with the products that give it.',
  input: () => v.strictObject({ id: v.string(), ...settings() }),
  output: () => v.partial(entitlement(), ['object', 'url', 'created_at', 'updated_at']),
  adapt: unwrapped,
  withoutMisfits,
  invalidates: stale,
})

/** Changes description or products of a definition; what is left out stays. */
export const updateEntitlement = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateEntitlement',
  resource: 'entitlements',
  method: 'PATCH',
  path: '/entitlements/{entitlement_id}',
  kind: 'write',
  summary: 'Changes description or products of an entitlement definition; what is left out stays.',
  input: () => v.strictObject({ ...ofEntitlement(), ...settings() }),
  output: entitlement,
  invalidates: stale,
})

/** Removes a definition. */
export const deleteEntitlement = /* @__PURE__ */ defineOperation({
  id: 'v4DeleteEntitlement',
  resource: 'entitlements',
  method: 'DELETE',
  path: '/entitlements/{entitlement_id}',
  kind: 'write',
  summary: 'Removes an entitlement definition.',
  input: () => v.strictObject(ofEntitlement()),
  output: noBody,
  invalidates: stale,
})

/** Entitlements that a user has or had, bought and granted, in one page. */
export const listUserEntitlements = /* @__PURE__ */ defineOperation({
  id: 'v4ListUserEntitlements',
  resource: 'entitlements',
  method: 'GET',
  path: '/users/{user_id}/entitlements',
  kind: 'read',
  summary: 'Entitlements that a user has or had, bought and granted, in one page.',
  input: () => v.strictObject(ofUser()),
  output: () => listOf(userEntitlement()),
  pages: cursorPages,
})

/** Grants a user an entitlement, until a moment or without end; one that is paid for stays as it is (422). */
export const grantUserEntitlement = /* @__PURE__ */ defineOperation({
  id: 'v4GrantUserEntitlement',
  resource: 'entitlements',
  method: 'POST',
  path: '/users/{user_id}/entitlements',
  kind: 'write',
  summary:
    'Grants a user an entitlement, until a moment (Unix seconds) or, with 0 or none, without end.',
  input: () =>
    v.strictObject({
      ...ofUser(),
      ...ofEntitlement(),
      expires_at: v.optional(
        v.nullable(
          v.pipe(
            v.number(),
            v.integer('must be whole Unix seconds'),
            v.minValue(0, 'must be Unix seconds, or 0 for no end'),
            v.check((at) => at < 1e11, 'must be Unix seconds, not milliseconds'),
          ),
        ),
      ),
    }),
  output: userEntitlement,
  invalidates: stale,
})

/** Takes a granted entitlement away; one that is paid for stays (422). */
export const revokeUserEntitlement = /* @__PURE__ */ defineOperation({
  id: 'v4RevokeUserEntitlement',
  resource: 'entitlements',
  method: 'DELETE',
  path: '/users/{user_id}/entitlements/{entitlement_id}',
  kind: 'write',
  summary: 'Takes a granted entitlement away from a user; one that is paid for stays (422).',
  input: () => v.strictObject({ ...ofUser(), ...ofEntitlement() }),
  output: noBody,
  invalidates: stale,
})
