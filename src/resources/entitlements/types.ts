import type { InputOf, OutputOf } from '../../core/operation.ts'
import type {
  createEntitlement,
  getEntitlement,
  grantUserEntitlement,
  listEntitlements,
  listUserEntitlements,
  revokeUserEntitlement,
  updateEntitlement,
} from './operations.ts'

/** Which page of the definitions is asked for. */
export type EntitlementsInput = InputOf<typeof listEntitlements>
/** One page of definitions. */
export type EntitlementsPage = OutputOf<typeof listEntitlements>
/** Names one definition. */
export type EntitlementInput = InputOf<typeof getEntitlement>
/** A definition: what is given, and the products that give it. */
export type Entitlement = OutputOf<typeof getEntitlement>
/** A definition to make. */
export type CreateEntitlementInput = InputOf<typeof createEntitlement>
/** What shall change of a definition. */
export type UpdateEntitlementInput = InputOf<typeof updateEntitlement>
/** Names the user whose entitlements are asked for. */
export type UserEntitlementsInput = InputOf<typeof listUserEntitlements>
/** Entitlements that a user has or had. */
export type UserEntitlementsAnswer = OutputOf<typeof listUserEntitlements>
/** One of them; `source` is `manual` for what was granted, and only that can be changed. */
export type UserEntitlement = UserEntitlementsAnswer['data'][number]
/** The entitlement to grant, to whom, and until when (Unix seconds; 0, null or none for no end). */
export type GrantUserEntitlementInput = InputOf<typeof grantUserEntitlement>
/** The entitlement to take away, and from whom. */
export type RevokeUserEntitlementInput = InputOf<typeof revokeUserEntitlement>
