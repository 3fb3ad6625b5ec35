import type { Answer, Answers } from '../answer.types.ts'
import { grantsIn } from '../customers/held.ts'
import type { History } from '../history.ts'
import { isoInstant } from '../instant.ts'
import { cursorPage } from '../pages.ts'
import { invalid, Problem } from '../problem.ts'
import { productsIn } from '../products/seed.ts'
import { Reply } from '../reply.ts'
import type { Store } from '../store.ts'
import { define, definitionsIn, type Definition } from './definitions.ts'
import { grantEntitlement, listOfUser, revokeEntitlement } from './users.ts'

type Changes = Partial<Pick<Definition, 'description' | 'product_ids'>>

const list: Answer = (history, input, _now, store) =>
  cursorPage('/v4/entitlements', definitionsIn(store, history).list(), input)

const get: Answer = (history, input, _now, store) => definitionsIn(store, history).get(idOf(input))

const create: Answer = (history, input, now, store) => {
  const asked = input as Changes & { id: string }
  const definitions = definitionsIn(store, history)
  if (asked.id.trim() === '') throw invalid([{ field: 'id', message: 'must not be empty' }])
  if (definitions.has(asked.id))
    throw new Problem(
      'already_exists',
      `There is an entitlement "${asked.id}" already. Choose another id, or update that one.`,
    )
  refuseUnknown(asked, [], history, now, store)
  const definition = definitions.put(define(asked, now))
  return new Reply(201, definition, { location: definition.url })
}

const update: Answer = (history, input, now, store) => {
  const { entitlement_id: id, ...changes } = input as Changes & { entitlement_id: string }
  const definitions = definitionsIn(store, history)
  const before = definitions.get(id)
  refuseUnknown(changes, before.product_ids ?? [], history, now, store)
  return definitions.put({ ...before, ...changes, updated_at: isoInstant(now) })
}

/** With the definition go its grants: nobody has what is no more. */
const remove: Answer = (history, input, _now, store) => {
  const id = idOf(input)
  definitionsIn(store, history).remove(id)
  for (const grant of grantsIn(store).list())
    if (grant.permission_id === id) grantsIn(store).remove(grant.id)
  return new Reply(204)
}

const idOf = (input: Record<string, unknown>): string => input['entitlement_id'] as string

/** Throws a 400 that names every product that is not in the project; one that is sold no more may stay, for those who have it. */
function refuseUnknown(
  { product_ids }: Changes,
  kept: readonly string[],
  history: History,
  now: number,
  store: Store,
): void {
  const products = productsIn(store, history, now)
  const details = (product_ids ?? []).flatMap((id, index) =>
    products.has(id) || kept.includes(id)
      ? []
      : [{ field: `product_ids.${index}`, message: `"${id}" is no product of this project` }],
  )
  if (details.length > 0) throw invalid(details)
}

/** Answers of the entitlements section, by operation id. */
export const entitlementAnswers: Answers = {
  v4ListEntitlements: list,
  v4GetEntitlement: get,
  v4CreateEntitlement: create,
  v4UpdateEntitlement: update,
  v4DeleteEntitlement: remove,
  v4ListUserEntitlements: listOfUser,
  v4GrantUserEntitlement: grantEntitlement,
  v4RevokeUserEntitlement: revokeEntitlement,
}
