import type { Operation } from './operation.ts'

/** One problem with one field: `field` is a dotted path, as in `filter.country`. */
export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** Base of every error this library throws: one `instanceof` tells them from the host's own. */
export class QonversionError extends Error {
  // Written out, because minifiers rename classes.
  override readonly name: string = 'QonversionError'
  /** Id of the operation that failed. */
  readonly operation: string
  /** What is wrong with single inputs; empty where the failure is about none. */
  readonly details: readonly FieldProblem[]
  constructor(
    operation: string,
    message: string,
    options?: ErrorOptions,
    details: readonly FieldProblem[] = [],
  ) {
    super(message, options)
    this.operation = operation
    this.details = details
  }

  /** The details by the path of their input, every message of a field in order: what a form library wants. */
  get fieldErrors(): Readonly<Record<string, readonly string[]>> {
    const byField = Object.create(null) as Record<string, string[]>
    for (const { field, message } of this.details) (byField[field] ??= []).push(message)
    return byField
  }
}

/** The input does not fit the operation, so nothing was sent. */
export class InputError extends QonversionError {
  override readonly name = 'InputError'
  constructor(operation: string, details: readonly FieldProblem[]) {
    const list = details.map((detail) => `${detail.field}: ${detail.message}`).join('; ')
    super(
      operation,
      `${operation} was not sent, its input does not fit: ${list}. Correct the named fields.`,
      undefined,
      details,
    )
  }
}

/** What the API's error envelope holds, with what HTTP adds to it. */
export interface ApiErrorInfo {
  readonly status: number
  /** `request`, `resource`, `logical`, `internal`, or a value newer than this library. */
  readonly type: string
  /** Stable machine code, for example `invalid_data`; `unknown_error` where the answer had no envelope. */
  readonly code: string
  readonly message: string
  readonly details: readonly FieldProblem[]
  /** Milliseconds to wait as the answer's `Retry-After` says; null without one. */
  readonly retryAfter: number | null
}

/** The API (or the handler before it) answered with an error status. */
export class QonversionApiError extends QonversionError implements ApiErrorInfo {
  override readonly name = 'QonversionApiError'
  readonly status: number
  readonly type: string
  readonly code: string
  readonly retryAfter: number | null
  constructor(operation: string, info: ApiErrorInfo) {
    super(operation, info.message, undefined, info.details)
    this.status = info.status
    this.type = info.type
    this.code = info.code
    this.retryAfter = info.retryAfter
  }
}

/** What did not fit of an answer: never its values, which may be private. */
export interface ShapeProblem {
  /** Dotted path into the answer; empty for the answer as a whole. */
  readonly path: string
  readonly message: string
}

/** An answer arrived with a good status, but is not what the operation returns. Holds names and kinds, never values. */
export class ResponseShapeError extends QonversionError {
  override readonly name = 'ResponseShapeError'
  readonly problems: readonly ShapeProblem[]
  /** Some of the answer's top-level keys, to recognise the layout by; empty for a body that is no JSON. */
  readonly keys: readonly string[]
  /** True for a write: it was answered with success, so it was most likely done. */
  readonly mayBeDone: boolean
  constructor(
    { id, kind }: Pick<Operation, 'id' | 'kind'>,
    problems: readonly ShapeProblem[],
    { keys, ...options }: ErrorOptions & { keys?: readonly string[] } = {},
  ) {
    const mayBeDone = kind === 'write'
    const list = problems.map((p) => (p.path ? `${p.path}: ${p.message}` : p.message)).join('; ')
    super(
      id,
      `The answer of ${id} ` +
        (keys ? 'has a layout this version does not know' : 'cannot be read') +
        `: ${list}. ` +
        (keys?.length ? `It has the keys ${keys.join(', ')}. ` : '') +
        (mayBeDone
          ? 'It was answered as done: reload and look before you do it again. '
          : 'Nothing is shown rather than wrong numbers. ') +
        (keys
          ? `To read it, give QonversionProvider adapters={{ ${id}: (raw) => documentedLayout }}.`
          : `Check that the fetcher's address is the handler's and that nothing on the way rewrites answers.`),
      options,
    )
    this.problems = problems
    this.keys = keys ?? []
    this.mayBeDone = mayBeDone
  }
}

/** A list that cannot be read to its end: its pages lead in a circle or nowhere, restart again and again, bring nothing new, or are too many. */
export class ListError extends QonversionError {
  override readonly name = 'ListError'
  readonly reason: 'circle' | 'restarts' | 'empty' | 'lost' | 'long'
  constructor(operation: string, reason: ListError['reason']) {
    super(
      operation,
      `The list of ${operation} cannot be read to its end: ${LIST_REASONS[reason]}. What was read so far is shown. ` +
        `Load it again from the start; if that does not help, narrow it by a filter.`,
    )
    this.reason = reason
  }
}

const LIST_REASONS = {
  circle: 'a page names a cursor that was read before',
  restarts: 'the server restarted it again, no further on than the first time',
  empty: 'too many pages in a row bring no new row',
  lost: 'a page says that more follow and names no way to them',
  long: 'the API counts no further than 100,000 rows',
} as const

/** No answer arrived, or it broke off or came too late: the fetcher rejected, or `timeout` was over. */
export class TransportError extends QonversionError {
  override readonly name = 'TransportError'
  /** True for a write: it may have had its effect. */
  readonly mayBeDone: boolean
  constructor(operation: string, cause: unknown, mayBeDone = false) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(
      operation,
      `${operation} got no answer (${why}). ` +
        (mayBeDone ? 'It may have been done all the same: look before you do it again. ' : '') +
        "Check that the host's backend runs and that the fetcher's address is right.",
      { cause },
    )
    this.mayBeDone = mayBeDone
  }
}

/** True for the rejection of an aborted request, which is never an error to show. */
export function isAbort(error: unknown): boolean {
  return (error as { name?: unknown } | null | undefined)?.name === 'AbortError'
}
