import type { History } from '../history.ts'
import { countBefore, type LogRow } from '../log.ts'
import { Problem } from '../problem.ts'
import type { Collection, Resource, Store } from '../store.ts'
import { customersAt, type CustomerView } from './view.ts'

/** Those whose data was erased; the log keeps their payments, as accounts must. */
export const erasedCustomers = (store: Store): Collection<Resource> =>
  store.collection('erased customer')

/** Everyone who came before `now` (unix seconds) and was not erased since, the first to come first. */
export function livingCustomers(
  history: History,
  now: number,
  store: Store,
): readonly CustomerView[] {
  const views = customersAt(history, now)
  const erased = erasedCustomers(store)
  return erased.list().length === 0 ? views : views.filter(({ id }) => !erased.has(id))
}

/** One of them. Throws a 404. */
export function livingCustomer(
  history: History,
  now: number,
  store: Store,
  id: string,
): CustomerView {
  const view = erasedCustomers(store).has(id)
    ? undefined
    : customersAt(history, now).find((customer) => customer.id === id)
  if (view) return view
  throw new Problem('not_found', `There is no customer "${id}" in this project.`)
}

/** Everything that happened to a customer before `now` (unix seconds), in the order of time. */
export const rowsOfCustomer = (history: History, now: number, id: string): LogRow[] =>
  history.rows.slice(0, countBefore(history.rows, now)).filter((row) => row.customer_id === id)
