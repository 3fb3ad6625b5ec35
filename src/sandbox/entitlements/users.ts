import type { Answer } from '../answer.types.ts'
import { give, heldBy, MANUAL, take, type Held } from '../customers/held.ts'
import { livingUser } from '../customers/living.ts'
import { isoInstant } from '../instant.ts'
import { wholeList } from '../pages.ts'
import { Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import { userUrl } from '../users/answers.ts'
import { definitionsIn } from './definitions.ts'

/** This section writes stores without the underscore. */
const SOURCES: Readonly<Record<string, string>> = {
  app_store: 'appstore',
  play_store: 'playstore',
  stripe: 'stripe',
  manual: MANUAL,
}

/** Answers `v4ListUserEntitlements`: what the permissions of the same customer are, in this section's words. */
export const listOfUser: Answer = (history, input, now, store) => {
  const { id } = livingUser(history, now, store, (input as { user_id: string }).user_id)
  const held = heldBy(history, id, now, store)
  return wholeList(
    `${userUrl(id)}/entitlements`,
    held.map((one) => toEntitlement(id, one)),
  )
}

/** Answers `v4GrantUserEntitlement`. Throws a 404 for nobody and for no definition, a 400 for an end that is past, a 422 for what is paid for. */
export const grantEntitlement: Answer = (history, input, now, store) => {
  const { user_id, entitlement_id, expires_at } = input as {
    user_id: string
    entitlement_id: string
    expires_at?: number | null
  }
  const { id: customer } = livingUser(history, now, store, user_id)
  const { id: permission } = definitionsIn(store, history).get(entitlement_id)
  const end = expires_at || null
  if (end !== null && end <= now)
    throw new Problem(
      'invalid_entitlement_data',
      'The entitlement would be over before it begins: expires_at must be a moment to come, or 0 for no end.',
      [{ field: 'expires_at', message: 'must be a moment that is yet to come, in Unix seconds' }],
    )
  give(history, now, store, { customer, permission, end })
  const held = heldBy(history, customer, now, store).find(({ id }) => id === permission)!
  return new Reply(201, toEntitlement(customer, held))
}

/** Answers `v4RevokeUserEntitlement`. Throws a 404 when it is not active, a 422 when it is paid for. */
export const revokeEntitlement: Answer = (history, input, now, store) => {
  const { user_id, entitlement_id: permission } = input as Record<string, string>
  const { id: customer } = livingUser(history, now, store, user_id!)
  const missing = `User "${customer}" has no active entitlement "${permission}".`
  take(history, now, store, { customer, permission: permission!, missing })
  return new Reply(204)
}

const toEntitlement = (
  user: string,
  { id, source, active, started_at, expires_at, access }: Held,
) => ({
  object: 'user_entitlement',
  id,
  url: `${userUrl(user)}/entitlements/${encodeURIComponent(id)}`,
  is_active: active,
  source: SOURCES[source ?? ''] ?? 'unknown',
  started_at: isoInstant(started_at),
  expires_at: expires_at === null ? null : isoInstant(expires_at),
  product: access && {
    product_id: access.product,
    subscription: {
      renew_state: access.renewal,
      current_period_type: access.isTrial ? 'trial' : 'normal',
    },
  },
})
