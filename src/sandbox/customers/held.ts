import { definitionsIn } from '../entitlements/definitions.ts'
import type { History } from '../history.ts'
import { Problem } from '../problem.ts'
import type { Store } from '../store.ts'
import { accessOf, type Access } from './access.ts'
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

/** An entitlement that a customer has or had, under whichever name the API lists it. Instants in unix seconds. */
export interface Held {
  readonly id: string
  /** The store it was bought in, null where that is not known; `manual` for what was given by hand. */
  readonly source: string | null
  readonly active: boolean
  readonly started_at: number
  readonly expires_at: number | null
  /** What was bought; null for what was given by hand. */
  readonly access: Access | null
}

/** What a customer has or had: bought, by the definitions that the product stands in, then granted. Throws a 404 for nobody. */
export function heldBy(history: History, customerId: string, now: number, store: Store): Held[] {
  const { first } = livingCustomer(history, now, store, customerId)
  const bought = new Map<string, Held>()
  const definitions = definitionsIn(store, history).list()
  for (const access of accessOf(rowsOfCustomer(history, now, customerId)))
    for (const { id, product_ids } of definitions) {
      if (!product_ids?.includes(access.product)) continue
      const held = bought.get(id)
      // Of two products that give the same, the one that runs counts.
      if (held && (held.active || !access.isActive)) continue
      bought.set(id, {
        id,
        source: first.store,
        active: access.isActive,
        started_at: access.startedAt,
        expires_at: access.expiresAt,
        access,
      })
    }
  const granted = grantsIn(store)
    .list()
    .filter((grant) => grant.customer_id === customerId)
    .map(({ permission_id: id, started_at, expires_at }): Held => {
      const active = expires_at === null || expires_at > now
      return { id, source: MANUAL, active, started_at, expires_at, access: null }
    })
  // Each is listed once: a grant stands in for what was bought and is over.
  const hidden = new Set(granted.map(({ id }) => id))
  return [
    ...[...bought.values()].filter(({ id, active }) => active || !hidden.has(id)),
    ...granted.filter(({ id }) => bought.get(id)?.active !== true),
  ]
}

/** The source of what was given by hand. */
export const MANUAL = 'manual'

/** Gives a customer a permission until `end` (unix seconds), or for good. Throws a 422 for one that is paid for. */
export function give(
  history: History,
  now: number,
  store: Store,
  { customer, permission, end }: { customer: string; permission: string; end: number | null },
): void {
  refusePaid(heldBy(history, customer, now, store), permission, 'changed')
  grantsIn(store).put({
    id: grantId(customer, permission),
    customer_id: customer,
    permission_id: permission,
    started_at: Math.floor(now),
    expires_at: end,
  })
}

/** Takes a permission away. Throws a 404 when the customer has no such active one, a 422 when it is paid for. */
export function take(
  history: History,
  now: number,
  store: Store,
  { customer, permission, missing }: { customer: string; permission: string; missing: string },
): void {
  const held = heldBy(history, customer, now, store)
  refusePaid(held, permission, 'revoked')
  if (!held.some(({ id, active }) => id === permission && active))
    throw new Problem('not_found', missing)
  grantsIn(store).remove(grantId(customer, permission))
}

function refusePaid(held: readonly Held[], permission: string, what: string): void {
  if (held.some(({ id, source, active }) => id === permission && active && source !== MANUAL))
    throw new Problem(
      'paid_entitlement',
      `"${permission}" comes from a purchase and cannot be ${what} here: cancel or refund it in its store.`,
    )
}

const grantId = (customer: string, permission: string): string =>
  JSON.stringify([customer, permission])
