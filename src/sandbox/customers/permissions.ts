import type { Answer } from '../answer.types.ts'
import { isoInstant } from '../instant.ts'
import { wholeList } from '../pages.ts'
import { invalid } from '../problem.ts'
import { Reply } from '../reply.ts'
import { give, heldBy, MANUAL, take, type Held } from './held.ts'
import { customerUrl } from './list.ts'

const SOURCES: Readonly<Record<string, string>> = {
  app_store: 'apple',
  play_store: 'google',
  stripe: 'stripe',
  manual: MANUAL,
}

/** Answers `v4ListCustomerPermissions`: what was bought, one permission for each product group, then what was granted. */
export const answerPermissions: Answer = (history, input, now, store) => {
  const { customer_id: id } = input as { customer_id: string }
  return wholeList(
    `${customerUrl(id)}/permissions`,
    heldBy(history, id, now, store).map(toPermission),
  )
}

const toPermission = ({ id, source, active, started_at, expires_at, access }: Held) => ({
  id,
  source: SOURCES[source ?? ''] ?? 'unknown',
  active,
  started_at,
  expires_at,
  ...(access && { product_id: access.product }),
})

/** Answers `v4GrantCustomerPermission`. Throws a 400 for an end that is past, a 422 for a permission that is paid for. */
export const answerGrant: Answer = (history, input, now, store) => {
  const asked = input as { customer_id: string; permission_id: string; expires_at?: string | null }
  const { customer_id: customer, permission_id, expires_at: until = null } = asked
  const end = until === null ? null : Math.floor(Date.parse(until) / 1000)
  if (end !== null && !(end > now))
    throw invalid([{ field: 'expires_at', message: 'must be a moment that is yet to come' }])
  give(history, now, store, { customer, permission: permission_id, end })
  const url = `${customerUrl(customer)}/permissions/${encodeURIComponent(permission_id)}`
  return new Reply(
    201,
    {
      object: 'customer_permission',
      url,
      permission_id,
      expires_at: end === null ? null : isoInstant(end),
    },
    { location: url },
  )
}

/** Answers `v4RevokeCustomerPermission`. Throws a 404 when it is not active, a 422 when it is paid for. */
export const answerRevoke: Answer = (history, input, now, store) => {
  const { customer_id: customer, permission_id: permission } = input as Record<string, string>
  const missing = `Customer "${customer}" holds no active permission "${permission}".`
  take(history, now, store, { customer: customer!, permission: permission!, missing })
  return new Reply(204)
}
