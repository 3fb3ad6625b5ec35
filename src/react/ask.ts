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
}

/** Runs an operation through the gate of its scope. A broken source rejects with an `InputError`. */
export function ask<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  source: QuerySource,
  options: { signal?: AbortSignal; idempotencyKey?: string } = {},
): Promise<OutputOf<Op>> {
  const problems = sourceProblems(source)
  if (problems.length > 0) return Promise.reject(new InputError(operation.id, problems))
  const { fetcher, scope } = source
  return gateOf(fetcher, scope).pass(
    () => execute(operation, input, { ...source, ...options }),
    options.signal,
  )
}
