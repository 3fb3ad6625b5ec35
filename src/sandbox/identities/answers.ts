import type { Answer, Answers } from '../answer.types.ts'
import { erasedCustomers, livingCustomers } from '../customers/living.ts'
import { customersAt } from '../customers/view.ts'
import type { History } from '../history.ts'
import { invalid, Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import type { Store } from '../store.ts'
import { linksIn, makeUser, type Link } from '../users/written.ts'

const getIdentity: Answer = (history, input, now, store) => {
  const { identity_id: id } = input as { identity_id: string }
  const link = linkOf(history, now, store, id)
  if (!link) throw new Problem('not_found', `There is no identity "${id}".`)
  return toIdentity(link)
}

const createIdentity: Answer = (history, input, now, store) => {
  const { identity_id: id, user_id = null } = input as {
    identity_id: string
    user_id?: string | null
  }
  if (linkOf(history, now, store, id))
    throw new Problem(
      'already_exists',
      `Identity already exists: "${id}" is linked to a user, and a link is never changed. GET /v4/identities/${id} says to whom.`,
    )
  if (user_id !== null && !livingCustomers(history, now, store).some((view) => view.id === user_id))
    throw invalid([{ field: 'user_id', message: `"${user_id}" is no user of this project` }])
  const link = { id, user_id: user_id ?? makeUser(store, 1, now).id }
  return new Reply(201, toIdentity(linksIn(store).put(link)))
}

/** The link of an external id: one made by a call, or one that an app made when its user signed in. */
function linkOf(history: History, now: number, store: Store, id: string): Link | undefined {
  const links = linksIn(store)
  if (links.has(id)) return links.get(id)
  const erased = erasedCustomers(store)
  const user = customersAt(history, now).find(
    (view) => view.external_identity === id && !erased.has(view.id),
  )
  return user && { id, user_id: user.id }
}

const toIdentity = ({ id, user_id }: Link) => ({
  object: 'identity',
  id,
  url: `/v4/identities/${encodeURIComponent(id)}`,
  user_id,
})

/** Answers of the identities section, by operation id. */
export const identityAnswers: Answers = {
  v4GetIdentity: getIdentity,
  v4CreateIdentity: createIdentity,
}
