import type { Answer, Answers } from '../answer.types.ts'
import { livingCustomers } from '../customers/living.ts'
import { invalid, Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import { linksIn, makeUser } from '../users/written.ts'

const getIdentity: Answer = (history, input, now, store) => {
  const { identity_id: id } = input as { identity_id: string }
  const links = linksIn(store)
  // Whom the app has identified itself is found as well, where the id is one that a path takes.
  const user = links.has(id)
    ? links.get(id).user_id
    : livingCustomers(history, now, store).find((view) => view.external_identity === id)?.id
  if (user === undefined)
    throw new Problem('not_found', `There is no identity "${id}" in this project.`)
  return toIdentity(id, user)
}

const createIdentity: Answer = (history, input, now, store) => {
  const { identity_id: id, user_id = null } = input as {
    identity_id: string
    user_id?: string | null
  }
  const users = livingCustomers(history, now, store)
  if (linksIn(store).has(id) || users.some((view) => view.external_identity === id))
    throw new Problem(
      'already_exists',
      `Identity already exists: "${id}" is linked to a user, and a link is never changed. GET /v4/identities/${id} says to whom.`,
    )
  if (user_id !== null && !users.some((view) => view.id === user_id))
    throw invalid([{ field: 'user_id', message: `"${user_id}" is no user of this project` }])
  const user = user_id ?? makeUser(store, 1, now).id
  linksIn(store).put({ id, user_id: user })
  return new Reply(201, toIdentity(id, user))
}

const toIdentity = (id: string, user_id: string) => ({
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
