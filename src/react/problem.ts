import {
  InputError,
  QonversionApiError,
  QonversionError,
  ResponseShapeError,
  TransportError,
  type FieldProblem,
} from '../core/errors.ts'

/** What a person can do about a failed question: the same words for every panel. */
export interface QueryProblem {
  readonly kind: 'forbidden' | 'rateLimited' | 'transport' | 'server' | 'shape' | 'input' | 'other'
  readonly message: string
  readonly details: readonly FieldProblem[]
  /** When asking again makes sense, in milliseconds since the epoch; null when nobody said. */
  readonly retryAt: number | null
}

/** Sorts an error by what can be done about it. `at`: when it arrived, in milliseconds since the epoch. */
export function toProblem(error: unknown, at: number): QueryProblem {
  const wait = error instanceof QonversionApiError ? error.retryAfter : null
  return {
    kind: kindOf(error),
    message: error instanceof Error ? error.message : String(error),
    details: error instanceof QonversionError ? error.details : [],
    retryAt: wait === null ? null : at + wait,
  }
}

function kindOf(error: unknown): QueryProblem['kind'] {
  if (error instanceof InputError) return 'input'
  if (error instanceof TransportError) return 'transport'
  if (error instanceof ResponseShapeError) return 'shape'
  if (!(error instanceof QonversionApiError))
    return error instanceof QonversionError ? 'server' : 'other'
  if (error.status === 401 || error.status === 403) return 'forbidden'
  if (error.status === 429) return 'rateLimited'
  if (error.status === 400 || error.status === 422) return 'input'
  return error.status >= 500 ? 'server' : 'other'
}
