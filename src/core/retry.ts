import { QonversionApiError, TransportError } from './errors.ts'

/** Retries after the first try. */
export const RETRIES = 2
/** No wait is longer; an answer that asks for more is given up at once, with the time it named. */
export const LONGEST_WAIT = 30_000
const FIRST_WAIT = 500

/** Milliseconds to wait after so many failures before: doubling from half a second. */
export const backOff = (failures: number): number =>
  Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT)

/** The longest time that is shown to a person: no header yields a date beyond what calendars can hold. */
const YEAR = 365 * 24 * 3_600_000

/**
 * Milliseconds that `Retry-After` asks for, in either of its forms: seconds, or a date, taken against the answer's own
 * `Date` so that a wrong clock on this machine does not matter. At most a year; null when there is none or it cannot be read.
 */
export function parseRetryAfter(header: string | null, dateHeader: string | null): number | null {
  const text = header?.trim()
  if (!text) return null
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), YEAR)
  const at = parseHttpDate(text)
  if (Number.isNaN(at)) return null
  const from = parseHttpDate(dateHeader ?? '')
  const wait = at - (Number.isNaN(from) ? Date.now() : from)
  return Math.min(Math.max(0, wait), YEAR)
}

/**
 * The library's own retry rule for reads, in place of the host's default: twice for transport failures, 408, 429 and 5xx;
 * never for any other answer, so that a 403 shows at once.
 */
export const shouldRetry = (failures: number, error: unknown): boolean =>
  failures < RETRIES && isTransient(error)

/** True for a failure that another try may mend within the longest wait. */
export function isTransient(error: unknown): boolean {
  if (error instanceof TransportError) return true
  if (!(error instanceof QonversionApiError)) return false
  if ((error.retryAfter ?? 0) > LONGEST_WAIT) return false
  return error.status >= 500 || error.status === 408 || error.status === 429
}

/**
 * Milliseconds before retry number `failures` (0 for the first): doubling from half a second, spread by up to half so that
 * many hooks do not return together, and never less than `Retry-After`. Always finite and within 1.5 × 30 s.
 */
export function retryDelay(
  failures: number,
  error: unknown,
  random: () => number = Math.random,
): number {
  const asked = error instanceof QonversionApiError ? (error.retryAfter ?? 0) : 0
  return Math.max(backOff(failures), Math.min(asked, LONGEST_WAIT)) * (1 + random() / 2)
}

/** `Date.parse` alone finds a year in almost any text. */
const parseHttpDate = (text: string) =>
  /\d\d:\d\d:\d\d GMT$/.test(text.trim()) ? Date.parse(text) : Number.NaN
