import type { Answer } from '../answer.types.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import { wholeList } from '../pages.ts'
import { invalid, Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import type { Store } from '../store.ts'
import { accessOf } from './access.ts'
import { customerUrl } from './list.ts'
import { livingCustomer, rowsOfCustomer } from './living.ts'

/** A permission that was given by hand; its id is the customer's and its own. */
export interface Grant {
  readonly id: string
  readonly customer_id: string
  readonly permission_id: string
  readonly started_at: number
  readonly expires_at: number | null
}

/** Permissions given by hand, of all customers. */
export const grantsIn = (store: Store) => store.collection<Grant>('permission')

const SOURCES: Readonly<Record<string, string>> = {
  app_store: 'apple',
  play_store: 'google',
  stripe: 'stripe',
}

/** Answers `v4ListCustomerPermissions`: what was bought, one permission for each product group, then what was granted. */
export const answerPermissions: Answer = (history, input, now, store) => {
  const { customer_id: id } = input as { customer_id: string }
  return wholeList(`${customerUrl(id)}/permissions`, permissionsOf(history, id, now, store))
}

/** Answers `v4GrantCustomerPermission`. Throws a 400 for an end that is past, a 422 for a permission that is paid for. */
export const answerGrant: Answer = (history, input, now, store) => {
  const asked = input as { customer_id: string; permission_id: string; expires_at?: string | null }
  const { customer_id, permission_id } = asked
  refusePaid(permissionsOf(history, customer_id, now, store), permission_id, 'changed')
  const { expires_at: until = null } = asked
  const end = until === null ? null : Math.floor(Date.parse(until) / 1000)
  if (end !== null && !(end > now))
    throw invalid([{ field: 'expires_at', message: 'must be a moment that is yet to come' }])
  grantsIn(store).put({
    id: grantId(customer_id, permission_id),
    customer_id,
    permission_id,
    started_at: Math.floor(now),
    expires_at: end,
  })
  const url = `${customerUrl(customer_id)}/permissions/${encodeURIComponent(permission_id)}`
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
  const { customer_id, permission_id } = input as { customer_id: string; permission_id: string }
  const permissions = permissionsOf(history, customer_id, now, store)
  refusePaid(permissions, permission_id, 'revoked')
  if (!permissions.some(({ id, active }) => id === permission_id && active))
    throw new Problem(
      'not_found',
      `Customer "${customer_id}" holds no active permission "${permission_id}".`,
    )
  grantsIn(store).remove(grantId(customer_id, permission_id))
  return new Reply(204)
}

function permissionsOf(history: History, customerId: string, now: number, store: Store) {
  const { first } = livingCustomer(history, now, store, customerId)
  const bought = accessOf(rowsOfCustomer(history, now, customerId)).map((access) => ({
    id: access.group,
    source: SOURCES[first.store ?? ''] ?? 'unknown',
    active: access.isActive,
    started_at: access.startedAt,
    expires_at: access.expiresAt,
    product_id: access.product,
  }))
  const granted = grantsIn(store)
    .list()
    .filter((grant) => grant.customer_id === customerId)
    .map(({ permission_id: id, started_at, expires_at }) => {
      const active = expires_at === null || expires_at > now
      return { id, source: 'manual', active, started_at, expires_at }
    })
  // One permission is listed once: a grant stands in for what was bought and is over.
  const hidden = new Set(granted.map(({ id }) => id))
  return [
    ...bought.filter(({ id, active }) => active || !hidden.has(id)),
    ...granted.filter(({ id }) => !bought.some((paid) => paid.id === id && paid.active)),
  ]
}

function refusePaid(
  permissions: readonly { id: string; source: string; active: boolean }[],
  permissionId: string,
  what: string,
): void {
  if (
    permissions.some(
      ({ id, source, active }) => id === permissionId && active && source !== 'manual',
    )
  )
    throw new Problem(
      'paid_entitlement',
      `"${permissionId}" comes from a purchase and cannot be ${what} here: cancel or refund it in its store.`,
    )
}

const grantId = (customer: string, permission: string): string =>
  JSON.stringify([customer, permission])
