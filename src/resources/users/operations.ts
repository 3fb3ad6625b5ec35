import * as v from 'valibot'
import { openEnum } from '../../core/filters.ts'
import { cursorPages, listOf } from '../../core/lists.ts'
import { defineOperation } from '../../core/operation.ts'

const minute = 60_000
/** What a new user or property makes stale: who is in a segment, and what is known of a customer, too. */
const stale = ['users', 'customers', 'segments']

const ofUser = () => ({ user_id: v.pipe(v.string(), v.maxLength(256)) })
const property = () => v.looseObject({ object: v.string(), key: v.string(), value: v.string() })
const user = () =>
  v.looseObject({
    object: v.string(),
    id: v.string(),
    url: v.string(),
    environment: openEnum('prod', 'sandbox'),
    created_at: v.string(),
    identity_id: v.optional(v.nullable(v.string())),
  })

/** One user: environment, time of creation, linked identity. */
export const getUser = /* @__PURE__ */ defineOperation({
  id: 'v4GetUser',
  resource: 'users',
  method: 'GET',
  path: '/users/{user_id}',
  kind: 'read',
  summary: 'One user: environment, time of creation, linked identity.',
  input: () => v.strictObject({ user_id: v.string() }),
  output: user,
  staleTime: minute,
})

/** Makes a user; the server chooses the id. */
export const createUser = /* @__PURE__ */ defineOperation({
  id: 'v4CreateUser',
  resource: 'users',
  method: 'POST',
  path: '/users',
  kind: 'write',
  summary: 'Makes a user in production or in the test environment; the server chooses the id.',
  input: () => v.strictObject({ environment: v.picklist(['prod', 'sandbox']) }),
  output: user,
  idempotent: true,
  invalidates: stale,
})

/** Every property of a user, in one page. */
export const listUserProperties = /* @__PURE__ */ defineOperation({
  id: 'v4ListUserProperties',
  resource: 'users',
  method: 'GET',
  path: '/users/{user_id}/properties',
  kind: 'read',
  summary: 'Every property of a user, in one page.',
  input: () => v.strictObject(ofUser()),
  output: () => listOf(property()),
  pages: cursorPages,
})

/**
 * Writes 1 to 100 properties of a user. Partial success is a success: what the API did not take is in `property_errors`, and
 * only a call of which nothing fits is refused. What would fail the whole call is refused before it is sent.
 */
export const setUserProperties = /* @__PURE__ */ defineOperation({
  id: 'v4SetUserProperties',
  resource: 'users',
  method: 'POST',
  path: '/users/{user_id}/properties',
  kind: 'write',
  summary: 'Writes 1 to 100 properties of a user; refused ones are reported one by one.',
  input: () =>
    v.strictObject({
      ...ofUser(),
      properties: v.pipe(
        v.array(
          v.strictObject({
            key: v.pipe(v.string(), v.maxLength(256, wholeCall('a key', 256))),
            value: v.pipe(v.string(), v.maxLength(1024, wholeCall('a value', 1024))),
          }),
        ),
        v.minLength(1, 'must hold at least one property'),
        v.maxLength(100, 'must hold at most 100 properties: send more in several calls'),
      ),
    }),
  output: () =>
    v.looseObject({
      object: v.string(),
      url: v.string(),
      saved_properties: v.array(property()),
      property_errors: v.array(v.looseObject({ key: v.string(), error: v.string() })),
    }),
  idempotent: true,
  invalidates: stale,
})

const wholeCall = (what: string, most: number) =>
  `is too long: ${what} over ${most} characters fails every property of the call`
