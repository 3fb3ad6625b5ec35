/** Where faults take their time from. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Resolves after so many milliseconds; rejects with the signal's reason when it is aborted before. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** A clock that stands still until nothing else can happen. */
export interface VirtualClock extends Clock {
  /**
   * Lets time pass until the work is settled: whenever everything waits, the clock jumps to the first that is due. Rejects
   * when the work waits for something that is not on this clock.
   */
  readonly run: <T>(work: Promise<T>) => Promise<T>
}

const START = Date.UTC(2026, 0, 5)
const PATIENCE = 10_000

/** Makes a clock for tests: an hour of waiting takes no time, and every run sees the same moments. It begins at 2026-01-05. */
export function createClock(): VirtualClock {
  let now = START
  const due = new Map<() => void, number>()
  return {
    now: () => now,
    async wait(milliseconds, signal) {
      signal?.throwIfAborted()
      await new Promise<void>((resolve) => {
        const done = () => {
          due.delete(done)
          signal?.removeEventListener('abort', done)
          resolve()
        }
        due.set(done, now + Math.max(0, milliseconds))
        signal?.addEventListener('abort', done)
      })
      signal?.throwIfAborted()
    },
    async run(work) {
      let isSettled = false
      const settle = () => void (isSettled = true)
      work.then(settle, settle)
      for (let idle = 0; idle < PATIENCE; idle++) {
        await turn()
        if (isSettled) return work
        let [first, at] = [undefined as (() => void) | undefined, Infinity]
        for (const [one, moment] of due) if (moment < at) [first, at] = [one, moment]
        if (!first) continue
        now = Math.max(now, at)
        first()
        idle = 0
      }
      throw new Error(
        'The virtual clock stands still: nothing waits on it and the work is not settled. Give this clock to whatever waits.',
      )
    },
  }
}

/** Lets everything happen that needs no time. A message, because test runners replace timers. */
const turn = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
