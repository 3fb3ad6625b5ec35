import * as v from 'valibot'
import { readBody } from './body.ts'
import { isAbort, QonversionError, ResponseShapeError, TransportError } from './errors.ts'
import { fieldProblems } from './input.ts'
import type { Fetcher } from './fetcher.ts'
import type { InputOf, Operation, OperationId, OutputOf } from './operation.ts'
import { toRequest } from './serialize.ts'

/** The host's own readers of answer layouts, by operation id; each runs before the operation's reader. */
export type Adapters = Readonly<Partial<Record<OperationId, (raw: unknown) => unknown>>>

/** What a call needs beside its operation and input. */
export interface ExecuteOptions {
  readonly fetcher: Fetcher
  readonly signal?: AbortSignal | undefined
  readonly adapters?: Adapters | undefined
}

/**
 * Runs one operation: check the input, ask the fetcher, read status, type and body, adapt the layout, check the answer.
 * Resolves with the documented layout. Rejects with `InputError`, `TransportError`, `QonversionApiError` or
 * `ResponseShapeError`, or with the signal's `AbortError`.
 */
export async function execute<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  { fetcher, signal, adapters }: ExecuteOptions,
): Promise<OutputOf<Op>> {
  const request = toRequest(operation, input)
  const headers: Record<string, string> = { accept: 'application/json' }
  if (request.body !== undefined) headers['content-type'] = 'application/json'
  const init = { method: request.method, headers, signal: signal ?? new AbortController().signal }
  const raw = await transport(operation, signal, async () =>
    readBody(
      operation.id,
      await fetcher(
        request.path,
        request.body === undefined ? init : { ...init, body: request.body },
      ),
    ),
  )
  return checkOutput(operation, adapt(operation, raw, adapters))
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
    if (signal?.aborted) throw isAbort(error) ? error : abortReason(signal)
    if (error instanceof QonversionError) throw error
    throw new TransportError(operation.id, error)
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
      operation.id,
      [{ path: '', message: `its adapter failed with ${why} (see cause)` }],
      { keys: keysOf(raw), cause },
    )
  }
}

function checkOutput<Op extends Operation>(operation: Op, answer: unknown): OutputOf<Op> {
  const result = v.safeParse(operation.output(), answer)
  if (result.success) return result.output
  const problems = fieldProblems(result.issues.slice(0, 5)).map(({ field, message }) => ({
    path: field,
    // The schema's words end with the value it received; values stay out of errors and logs.
    message: message.replace(/ but received .*$/s, ''),
  }))
  throw new ResponseShapeError(operation.id, problems, { keys: keysOf(answer) })
}

function keysOf(value: unknown): string[] {
  const isNamed = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isNamed ? Object.keys(value).slice(0, 12) : []
}
