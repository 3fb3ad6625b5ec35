import type { History } from '../history.ts'
import { countBefore, type LogRow } from '../log.ts'
import { Problem } from '../problem.ts'
import type { Collection, Resource, Store } from '../store.ts'
import { withWritten } from '../users/written.ts'
import { customersAt, type CustomerView } from './view.ts'

/** Those whose data was erased; the log keeps their payments, as accounts must. */
export const erasedCustomers = (store: Store): Collection<Resource> =>
  store.collection('erased customer')

/** Everyone who came before `now` (unix seconds), or was made by a call, and was not erased since, the first to come first. */
export function livingCustomers(
  history: History,
  now: number,
  store: Store,
): readonly CustomerView[] {
  const views = withWritten(customersAt(history, now), now, store)
  const erased = erasedCustomers(store)
  return erased.list().length === 0 ? views : views.filter(({ id }) => !erased.has(id))
}

/** One of them. Throws a 404. */
export const livingCustomer = (
  history: History,
  now: number,
  store: Store,
  id: string,
): CustomerView => living(history, now, store, id, 'customer')

/** The same by the name that the users section has for a customer. */
export const livingUser = (history: History, now: number, store: Store, id: string): CustomerView =>
  living(history, now, store, id, 'user')

function living(
  history: History,
  now: number,
  store: Store,
  id: string,
  word: string,
): CustomerView {
  const view = erasedCustomers(store).has(id)
    ? undefined
    : withWritten(customersAt(history, now), now, store).find((customer) => customer.id === id)
  if (view) return view
  throw new Problem('not_found', `There is no ${word} "${id}" in this project.`)
}

/** Everything that happened to a customer before `now` (unix seconds), in the order of time. */
export const rowsOfCustomer = (history: History, now: number, id: string): LogRow[] =>
  history.rows.slice(0, countBefore(history.rows, now)).filter((row) => row.customer_id === id)
