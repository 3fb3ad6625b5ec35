import * as v from 'valibot'
import { readBody } from './body.ts'
import { TIMEOUT, within } from './deadline.ts'
import {
  isAbort,
  QonversionError,
  ResponseShapeError,
  TransportError,
  type ShapeProblem,
} from './errors.ts'
import { fieldProblems } from './input.ts'
import type { Fetcher } from './fetcher.ts'
import type { InputOf, Operation, OperationId, OutputOf } from './operation.ts'
import { isPlain } from './plain.ts'
import { toRequest } from './serialize.ts'

/** The host's own readers of answer layouts, by operation id; each runs before the operation's reader. */
export type Adapters = Readonly<Partial<Record<OperationId, (raw: unknown) => unknown>>>

/** What of an answer was left out because it does not fit: rows of a list, or fields that may be missing; names and kinds, never values. */
export interface Drift {
  readonly operation: OperationId
  /** How many rows were set aside; 0 where only fields were. */
  readonly rows: number
  readonly problems: readonly ShapeProblem[]
}

/** What a call needs beside its operation and input. */
export interface ExecuteOptions {
  readonly fetcher: Fetcher
  readonly signal?: AbortSignal | undefined
  /**
   * How long request and answer together may take, in milliseconds; `Infinity` for as long as it takes.
   * @default 30_000
   */
  readonly timeout?: number | undefined
  readonly adapters?: Adapters | undefined
  /** Told when rows of a list or fields of an answer had to be left out. */
  readonly onDrift?: ((drift: Drift) => void) | undefined
  /** Names one intent of a person: sent along by operations that take it, the same for every try. */
  readonly idempotencyKey?: string | undefined
}

/**
 * Runs one operation: check the input, ask the fetcher, read status, type and body, adapt the layout, check the answer.
 * Resolves with the documented layout. Rejects with `InputError`, `TransportError`, `QonversionApiError` or
 * `ResponseShapeError`, or with the signal's `AbortError`.
 */
export async function execute<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  { fetcher, signal, timeout = TIMEOUT, adapters, onDrift, idempotencyKey }: ExecuteOptions,
): Promise<OutputOf<Op>> {
  const { method, path, body } = toRequest(operation, input)
  const headers: Record<string, string> = { accept: 'application/json' }
  // Also without a body: both tell the page's own writes from those that another site can send.
  if (method !== 'GET') {
    headers['content-type'] = 'application/json'
    headers['x-requested-with'] = 'qonversion-react'
  }
  if (operation.idempotent && idempotencyKey) headers['idempotency-key'] = idempotencyKey
  const { raw, response } = await transport(operation, signal, () =>
    within(timeout, signal, async (stop) => {
      const init = { method, headers, signal: stop, ...(body !== undefined && { body }) }
      const arrived = await fetcher(path, init)
      return { raw: await readBody(operation, arrived), response: arrived }
    }),
  )
  const answer = adapt(operation, raw, adapters)
  // After the adapters: they know bodies, not headers.
  const marked = operation.pages ? operation.pages.mark(answer, response) : answer
  return checkOutput(operation, marked, onDrift)
}

async function transport<T>(
  operation: Operation,
  signal: AbortSignal | undefined,
  call: () => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw abortReason(signal)
  try {
    return await call()
  } catch (error) {
    // Whatever fails once the fetcher was told to stop, it is the abort.
    if (signal?.aborted) throw abortReason(signal)
    if (error instanceof QonversionError) throw error
    throw new TransportError(operation.id, error, operation.kind === 'write')
  }
}

function abortReason(signal: AbortSignal): unknown {
  return isAbort(signal.reason)
    ? signal.reason
    : new DOMException('The request was aborted.', 'AbortError')
}

function adapt(operation: Operation, raw: unknown, adapters: Adapters | undefined): unknown {
  try {
    const host = adapters?.[operation.id]
    const read = host ? host(raw) : raw
    return operation.adapt ? operation.adapt(read) : read
  } catch (cause) {
    // Only the name of the failure: its words are the adapter's own and may quote values.
    const why = cause instanceof Error ? cause.name : typeof cause
    throw new ResponseShapeError(
      operation,
      [{ path: '', message: `its adapter failed with ${why} (see cause)` }],
      { keys: keysOf(raw), cause },
    )
  }
}

function checkOutput<Op extends Operation>(
  operation: Op,
  answer: unknown,
  onDrift?: ExecuteOptions['onDrift'],
): OutputOf<Op> {
  const result = v.safeParse(operation.output(), answer)
  if (result.success) return result.output
  const problems = fieldProblems(result.issues.slice(0, 5)).map(({ field, message }) => ({
    path: field,
    // The schema's words end with the value it received; values stay out of errors and logs.
    message: message.replace(/ but received .*$/s, ''),
  }))
  const rest: { set_aside?: number } | null | undefined =
    operation.withoutMisfits?.(operation.output(), answer, result.issues) ??
    operation.pages?.withoutBadRows(answer, result.issues)
  if (rest) {
    report(onDrift, { operation: operation.id, rows: rest.set_aside ?? 0, problems })
    return checkOutput(operation, rest, onDrift)
  }
  throw new ResponseShapeError(operation, problems, { keys: keysOf(answer) })
}

/** A host's log that fails must not take a good answer with it. */
function report(onDrift: ExecuteOptions['onDrift'], drift: Drift): void {
  try {
    onDrift?.(drift)
  } catch {
    // Its failure is its own.
  }
}

const keysOf = (value: unknown): string[] => (isPlain(value) ? Object.keys(value).slice(0, 12) : [])
