/** What the next poll is decided by. */
export interface PollState {
  /** The export's state as last answered; undefined before the first answer. */
  readonly status: string | undefined
  /** Why the last poll failed; null when it was answered. */
  readonly error: unknown
}

const FIRST = 1000
const GROWTH = 1.5
const LONGEST = 20_000

/**
 * Milliseconds until an export is asked for again, or false when nothing more will come: one second after the first of
 * `polls`, half as much again after each, at most twenty, spread by a fifth to either side with `random` (0 to 1, the same
 * for all polls of one watcher, so that drawing again does not restart the wait). A state that is not known is not final,
 * and a failed poll is not a failed export: only one that the server does not have, or cannot be asked for, is given up.
 */
export function nextPoll(
  { status, error }: PollState,
  polls: number,
  random: number,
): number | false {
  if (status === 'Done' || status === 'Failed' || isHopeless(error)) return false
  const wait = Math.min(FIRST * GROWTH ** Math.max(polls - 1, 0), LONGEST)
  return Math.round(wait * (0.8 + 0.4 * random))
}

function isHopeless(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  return (
    ('name' in error && error.name === 'InputError') || ('status' in error && error.status === 404)
  )
}
