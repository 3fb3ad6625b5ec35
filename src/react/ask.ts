import type { QueryClient } from '@tanstack/react-query'
import { InputError } from '../core/errors.ts'
import { execute, type Adapters, type Drift } from '../core/execute.ts'
import type { Source } from '../core/fetcher.ts'
import type { InputOf, Operation, OutputOf } from '../core/operation.ts'
import { gateOf } from './gates.ts'
import { sourceProblems } from './source.ts'

/** A source with what the host does about answers that do not fit. */
export interface QuerySource extends Source {
  /** Readers of answer layouts that this version does not know, by operation id. */
  readonly adapters?: Adapters | undefined
  /** Told when rows of a list were set aside because they do not fit. */
  readonly onDrift?: ((drift: Drift) => void) | undefined
  /**
   * How long one try may take, in milliseconds; `Infinity` for as long as it takes.
   * @default 30_000
   */
  readonly timeout?: number | undefined
}

/** Who asks: the client whose cache takes the answer, and what goes along with the request. */
export interface Asking {
  readonly client: QueryClient
  readonly signal?: AbortSignal
  readonly idempotencyKey?: string | undefined
}

/** Runs an operation through the gate of its scope. A broken source rejects with an `InputError`. */
export async function ask<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  source: QuerySource,
  { client, signal, idempotencyKey }: Asking,
): Promise<OutputOf<Op>> {
  const problems = sourceProblems(source)
  if (problems.length > 0) throw new InputError(operation.id, problems)
  return gateOf(client, source.scope).pass(
    operation.id,
    () => execute(operation, input, { ...source, signal, idempotencyKey }),
    signal,
    operation.ownLimit,
  )
}
