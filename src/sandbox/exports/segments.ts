import type { History } from '../history.ts'
import { Problem } from '../problem.ts'
import { membersOf, segmentsOf } from '../segments/segments.ts'
import type { Store } from '../store.ts'

/** Why segments cannot be exported, a 422 that names each that does not exist; null when all do. */
export function missingSegments(
  ids: readonly string[],
  history: History,
  store: Store,
): Problem | null {
  const segments = segmentsOf(history, store)
  const details = ids.flatMap((id, index) =>
    segments.has(id)
      ? []
      : [{ field: `segments.${index}`, message: `there is no segment "${id}"` }],
  )
  if (details.length === 0) return null
  return new Problem('validation_error', 'The export names segments that do not exist.', details)
}

/** Ids of the customers whom any of the segments selects at an instant (unix seconds); null when none is named, which is everybody. */
export function chosenCustomers(
  ids: readonly string[],
  history: History,
  at: number,
  store: Store,
): ReadonlySet<string> | null {
  if (ids.length === 0) return null
  const segments = segmentsOf(history, store)
  return new Set(
    ids.flatMap((id) => membersOf(segments.get(id), history, at, store).map((member) => member.id)),
  )
}
