import type { InputOf, OutputOf } from '../../core/operation.ts'
import type { createIdentity, getIdentity } from './operations.ts'

/** Names an external id. */
export type IdentityInput = InputOf<typeof getIdentity>
/** An external id and the user it is linked to. */
export type Identity = OutputOf<typeof getIdentity>
/** The external id to link, and the user; a null or missing `user_id` makes a new anonymous one. */
export type CreateIdentityInput = InputOf<typeof createIdentity>
