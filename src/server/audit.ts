import type { OperationId } from '../core/operation.ts'
import { cleanAnswer } from './cleanAnswer.ts'

/** One request, for the host's record of who did what. */
export interface AuditEntry {
  /** Null when no operation has this method and path. */
  readonly operation: OperationId | null
  /** The checked input, secret fields and keys taken out and the grant's masked fields masked; null when it was not read or does not fit. */
  readonly input: Readonly<Record<string, unknown>> | null
  /** The granted project; null before there was a grant. */
  readonly project: string | null
  /** Who asked, as `authorize` named them. */
  readonly viewer: string | null
  /** Status of the answer; 499 when the client left before it. */
  readonly status: number
  /** Code of the handler's own refusal, for example `control_forbidden`; null for an answer of the API. */
  readonly code: string | null
  /** Milliseconds from the request's arrival to its answer. */
  readonly duration: number
}

/** Takes what a record may not hold out of a copy of an input, and returns it. */
export function recordedInput(copy: unknown, masks: readonly string[]): Record<string, unknown> {
  return cleanAnswer(copy, { keep: [], masks }) as Record<string, unknown>
}
