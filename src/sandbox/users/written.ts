import type { CustomerView } from '../customers/view.ts'
import { logRow } from '../log.ts'
import { hash } from '../random.ts'
import type { Collection, Store } from '../store.ts'

/** A user that was made by a call, not by the app; `at` in unix seconds. */
export interface MadeUser {
  readonly id: string
  readonly environment: 0 | 1
  readonly at: number
}

/** An external id and the user it is linked to. */
export interface Link {
  readonly id: string
  readonly user_id: string
}

/** Users made by a call, the first to be made first. */
export const usersIn = (store: Store): Collection<MadeUser> => store.collection('user')

/** Links made by a call, the first to be made first. */
export const linksIn = (store: Store): Collection<Link> => store.collection('identity')

/** Keeps the ids of users made by a call apart from all else that is hashed. */
const STREAM = 0x75736572

/** Makes a user at an instant (unix seconds). */
export function makeUser(store: Store, environment: 0 | 1, at: number): MadeUser {
  const number = store.next('user')
  const hex = [1, 2, 3, 4].map((part) => hash(STREAM, number, part).toString(16).padStart(8, '0'))
  return usersIn(store).put({ id: `QON_${hex.join('')}`, environment, at: Math.floor(at) })
}

/** Customers of the log, then users made by a call up to `now` (unix seconds), each under the identity it was linked to last. */
export function withWritten(
  views: readonly CustomerView[],
  now: number,
  store: Store,
): readonly CustomerView[] {
  const made = usersIn(store).list()
  const links = linksIn(store).list()
  if (made.length === 0 && links.length === 0) return views
  const all = [...views, ...made.filter(({ at }) => at <= now).map(toView)]
  const identities = new Map(links.map(({ id, user_id }) => [user_id, id]))
  return all.map((view) => {
    const identity = identities.get(view.id)
    return identity === undefined ? view : linked(view, identity)
  })
}

const linked = (view: CustomerView, external_identity: string): CustomerView => ({
  ...view,
  external_identity,
})

/** A customer of whom only the beginning is known. */
const toView = ({ id, environment, at }: MadeUser): CustomerView => ({
  id,
  first: logRow({ customer_id: id, at, type: 'install', environment }),
  environment,
  external_identity: null,
  status: null,
  phase: null,
  platform: null,
  country: null,
  since: at,
  last_seen: at,
  last_payment_at: null,
  payments_count: 0,
  charges_usd: 0,
  net_payments_usd: 0,
  purchase_currency: null,
  product_id: null,
})
