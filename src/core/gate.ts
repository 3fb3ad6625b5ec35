import { isAbort, QonversionApiError } from './errors.ts'
import { backOff, LONGEST_WAIT } from './retry.ts'

/** What a gate takes from its surroundings, so that tests bring their own. */
export interface Surroundings {
  /** Milliseconds since any fixed moment. */
  readonly now: () => number
  readonly random: () => number
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
  /** The longest a call is held back, in milliseconds: what would wait longer is refused at once. */
  readonly patience: number
}

/** Holds back every request of one scope while the API asks to wait. */
export interface Gate {
  /**
   * Runs a call when the gate is open; a 429 closes it for all, unless it is the call's own limit. Rejects at once with that 429, and the time that is left
   * of it, when the wait is longer than its patience.
   */
  pass<T>(
    operation: string,
    call: () => Promise<T>,
    signal?: AbortSignal,
    ownLimit?: boolean,
  ): Promise<T>
}

/**
 * Makes a gate. After a 429 nothing is sent before the time it names is over, and half a second at least, doubled each time
 * the gate closes again; then calls come back spread over a fifth of the wait, so that fifty hooks do not return as one.
 */
export function createGate({ now, random, wait, patience }: Surroundings): Gate {
  let closedUntil = 0
  let spread = 0
  let refusal: QonversionApiError | undefined
  /** How often it closed since the last answer, and how often ever. */
  let inARow = 0
  let round = 0

  const open = async (operation: string, signal: AbortSignal | undefined) => {
    for (let left = closedUntil - now(); left > 0; left = closedUntil - now()) {
      if (refusal && left > patience) {
        // The message is no field that would be copied.
        const { message } = refusal
        const info = Object.assign({}, refusal, { message, retryAfter: left })
        throw new QonversionApiError(operation, info)
      }
      await wait(left + random() * spread, signal)
    }
  }
  const close = (error: QonversionApiError, sentIn: number) => {
    // Fifty requests that were under way together are refused together: that is one closing.
    if (sentIn === round) {
      round++
      inARow++
    }
    const asked = Math.max(backOff(inARow - 1), error.retryAfter ?? 0)
    if (now() + asked <= closedUntil) return
    closedUntil = now() + asked
    spread = asked / 5
    refusal = error
  }
  return {
    async pass(operation, call, signal, ownLimit) {
      // Nothing waits while the gate is open, not even for a tick: a hook asks when it mounts.
      if (closedUntil > now()) await open(operation, signal)
      const sentIn = round
      try {
        const answer = await call()
        if (sentIn === round) inARow = 0
        return answer
      } catch (error) {
        if (error instanceof QonversionApiError && error.status === 429 && !ownLimit)
          close(error, sentIn)
        else if (!isAbort(error) && sentIn === round) inARow = 0
        throw error
      }
    },
  }
}

/** The gate of the browser or server the code runs on. A server holds nothing back: a page waits for it. */
export const createSystemGate = (): Gate =>
  createGate({
    now: () => performance.now(),
    random: Math.random,
    wait: pause,
    patience: typeof window === 'undefined' ? 0 : LONGEST_WAIT,
  })

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
