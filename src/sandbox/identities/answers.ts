import type { Answer, Answers } from '../answer.types.ts'
import { livingCustomers } from '../customers/living.ts'
import { invalid, Problem } from '../problem.ts'
import { Reply } from '../reply.ts'
import { linksIn, makeUser, type Link } from '../users/written.ts'

const getIdentity: Answer = (_history, input, _now, store) =>
  toIdentity(linksIn(store).get((input as { identity_id: string }).identity_id))

const createIdentity: Answer = (history, input, now, store) => {
  const { identity_id: id, user_id = null } = input as {
    identity_id: string
    user_id?: string | null
  }
  const links = linksIn(store)
  if (links.has(id))
    throw new Problem(
      'already_exists',
      `Identity already exists: "${id}" is linked to a user, and a link is never changed. GET /v4/identities/${id} says to whom.`,
    )
  if (user_id !== null && !livingCustomers(history, now, store).some((view) => view.id === user_id))
    throw invalid([{ field: 'user_id', message: `"${user_id}" is no user of this project` }])
  return new Reply(
    201,
    toIdentity(links.put({ id, user_id: user_id ?? makeUser(store, 1, now).id })),
  )
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
