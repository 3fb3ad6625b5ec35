import type { OperationId } from '../core/operation.ts'
import type { History } from './history.ts'
import type { Store } from './store.ts'

/**
 * Computes one operation's answer from what has happened before `now` (unix seconds) and what was written since: the body
 * of a 200, or a `Reply`. Throws `Problem`.
 */
export type Answer = (
  history: History,
  input: Record<string, unknown>,
  now: number,
  store: Store,
  /** Scheme and host that the request came to, for addresses in answers; empty in process. */
  origin: string,
) => unknown

/** Answers of a section of the API, by operation id. */
export type Answers = Readonly<Partial<Record<OperationId, Answer>>>
