import * as v from 'valibot'
import { defineOperation } from '../../core/operation.ts'

const id = () =>
  v.pipe(
    v.string(),
    v.maxLength(255),
    v.regex(/^[a-zA-Z0-9._-]+$/, 'must be letters, digits, dot, underscore or hyphen'),
  )
const identity = () =>
  v.looseObject({ object: v.string(), id: v.string(), url: v.string(), user_id: v.string() })

/** The user that an external id is linked to. */
export const getIdentity = /* @__PURE__ */ defineOperation({
  id: 'v4GetIdentity',
  resource: 'identities',
  method: 'GET',
  path: '/identities/{identity_id}',
  kind: 'read',
  summary: 'The user that an external id is linked to.',
  input: () => v.strictObject({ identity_id: id() }),
  output: identity,
  staleTime: 60_000,
})

/** Links an external id to a user, for good: one that is linked already is a 409, whichever user it names. */
export const createIdentity = /* @__PURE__ */ defineOperation({
  id: 'v4CreateIdentity',
  resource: 'identities',
  method: 'POST',
  path: '/identities',
  kind: 'write',
  summary: 'Links an external id to a user for good; without a user, to a new anonymous one.',
  input: () => v.strictObject({ identity_id: id(), user_id: v.optional(v.nullable(id())) }),
  output: identity,
  idempotent: true,
  invalidates: ['identities', 'users', 'customers', 'segments'],
})
