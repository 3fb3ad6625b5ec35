/** How long a try may take before it is given up, in milliseconds. */
export const TIMEOUT = 30_000

/** Timers count in 32 bits: what is longer would be over at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/**
 * Runs a call that must be over within so many milliseconds. Rejects with the caller's abort, or with a `TimeoutError` that
 * says how long was waited, at once: also where the call takes no notice of its signal.
 */
export async function within<T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  // `AbortSignal.timeout` and `any` are younger than the browsers that are supported.
  const stopping = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let leave: (() => void) | undefined
  const stopped = new Promise<never>((_, reject) => {
    const stop = (reason: unknown) => {
      // First, so that this is what the caller learns, and not what the call makes of its signal.
      reject(reason)
      stopping.abort(reason)
    }
    leave = () => stop(signal?.reason)
    signal?.addEventListener('abort', leave)
    if (milliseconds <= LONGEST_TIMER)
      timer = setTimeout(() => stop(tooLate(milliseconds)), milliseconds)
  })
  try {
    return await Promise.race([call(stopping.signal), stopped])
  } finally {
    clearTimeout(timer)
    if (leave) signal?.removeEventListener('abort', leave)
  }
}

const tooLate = (milliseconds: number) =>
  new DOMException(
    `nothing came within ${milliseconds / 1000} seconds; \`timeout\` of QonversionProvider allows more`,
    'TimeoutError',
  )
