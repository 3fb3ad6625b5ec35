import type { History } from '../history.ts'
import type { Store } from '../store.ts'
import { livingCustomers } from './living.ts'
import type { CustomerView } from './view.ts'

/** Which customers a list or its counters are over. */
interface Selection {
  readonly environment?: number
  readonly search?: string
  readonly filter?: {
    readonly status?: readonly string[]
    readonly target_platform?: readonly string[]
  }
}

/**
 * Customers of one environment, production unless the other is asked for, whose id or identity holds the text searched
 * for and who have one of the values of each filter; the first to come first.
 */
export function selectCustomers(
  history: History,
  input: Record<string, unknown>,
  now: number,
  store: Store,
): CustomerView[] {
  const { environment = 1, search = '', filter = {} } = input as Selection
  const { status, target_platform: platform } = filter
  const text = search.trim().toLowerCase()
  return livingCustomers(history, now, store).filter(
    (view) =>
      view.environment === environment &&
      (!status || (view.status !== null && status.includes(view.status))) &&
      (!platform || (view.platform !== null && platform.includes(view.platform))) &&
      (text === '' || holds(view.id, text) || holds(view.external_identity, text)),
  )
}

const holds = (value: string | null, text: string): boolean =>
  value?.toLowerCase().includes(text) ?? false
