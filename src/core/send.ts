import { QonversionApiError, ResponseShapeError } from './errors.ts'
import { pause } from './gate.ts'
import type { Operation } from './operation.ts'
import { isTransient, RETRIES, retryDelay } from './retry.ts'

/**
 * Carries out one intent of a person: a key is made once and goes with every try, so that a write that is sent again has
 * one effect. PUT, PATCH, DELETE and what takes a key are tried again as reads are, and also after an answer that broke
 * off; a POST without a key is sent once.
 */
export async function send<Answer>(
  operation: Operation,
  call: (idempotencyKey: string | undefined) => Promise<Answer>,
  wait: (milliseconds: number) => Promise<void> = pause,
): Promise<Answer | undefined> {
  const key = operation.idempotent ? mintKey() : undefined
  const isRepeatable = operation.method !== 'POST' || key !== undefined
  let mayBeDone = false
  for (let failures = 0; ; failures++)
    try {
      return await call(key)
    } catch (error) {
      // What is gone after a try whose effect nobody knows went by that try.
      if (mayBeDone && operation.method === 'DELETE' && isStatus(error, 404)) return undefined
      if (!isRepeatable || failures >= RETRIES || !mayHelp(error)) throw error
      // Only a 429 says for sure that nothing was done.
      mayBeDone ||= !isStatus(error, 429)
      await wait(retryDelay(failures, error))
    }
}

/** Also after an answer cut short, whose effect is unknown, and while the first try of the same key still runs. */
function mayHelp(error: unknown): boolean {
  const isUnread = error instanceof ResponseShapeError && error.keys.length === 0
  const isInUse = isStatus(error, 409) && /idempoten/i.test(error.code)
  return isUnread || isInUse || isTransient(error)
}

const isStatus = (error: unknown, status: number): error is QonversionApiError =>
  error instanceof QonversionApiError && error.status === status

/** 128 random bits. `crypto.randomUUID` would need https, which an admin panel in a private network may not have. */
function mintKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
