import { isAbort, QonversionApiError } from './errors.ts'
import { FIRST_WAIT, LONGEST_WAIT } from './retry.ts'

/** What a gate takes from its surroundings, so that tests bring their own. */
export interface Surroundings {
  /** Milliseconds since any fixed moment. */
  readonly now: () => number
  readonly random: () => number
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
}

/** Holds back every request of one scope while the API asks to wait. */
export interface Gate {
  /** Runs a call when the gate is open; a 429 closes it for all. Rejects at once with that 429 when the wait is too long. */
  pass<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

/**
 * Makes a gate. After a 429 nothing is sent before the time it names is over (without one: half a second, doubled by each 429
 * in a row); then calls come back spread over a fifth of the wait, so that fifty hooks do not return as one.
 */
export function createGate({ now, random, wait }: Surroundings): Gate {
  let closedUntil = 0
  let spread = 0
  let refusals = 0
  let refusal: QonversionApiError | undefined

  const open = async (signal: AbortSignal | undefined) => {
    for (let left = closedUntil - now(); left > 0; left = closedUntil - now()) {
      if (refusal && left > LONGEST_WAIT) throw refusal
      await wait(left + random() * spread, signal)
    }
  }
  const close = (error: QonversionApiError) => {
    const own = Math.min(FIRST_WAIT * 2 ** refusals++, LONGEST_WAIT)
    const asked = error.retryAfter ?? own
    closedUntil = Math.max(closedUntil, now() + asked)
    spread = asked / 5
    refusal = error
  }
  return {
    async pass(call, signal) {
      // Nothing waits while the gate is open, not even for a tick: a hook asks when it mounts.
      if (closedUntil > now()) await open(signal)
      try {
        const answer = await call()
        refusals = 0
        return answer
      } catch (error) {
        if (error instanceof QonversionApiError && error.status === 429) close(error)
        else if (!isAbort(error)) refusals = 0
        throw error
      }
    },
  }
}

/** The gate of the browser or server the code runs on. */
export const createSystemGate = (): Gate =>
  createGate({ now: () => performance.now(), random: Math.random, wait: pause })

/** Waits; rejects with the signal's reason when it is aborted meanwhile. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted()
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener('abort', done)
  })
  signal?.throwIfAborted()
}
