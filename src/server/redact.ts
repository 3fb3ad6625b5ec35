import { REMOVED } from './cleanAnswer.ts'

/** A Secret Key in any text: `sk_…` and `test_sk_…`. */
const KEY = /(?<![A-Za-z0-9])(?:test_)?sk_\w{6,}/g
const DEEPEST = 8

/** A text without what is or looks like a Secret Key. */
export const withoutKeys = (text: string, key = ''): string =>
  (key === '' ? text : text.replaceAll(key, REMOVED)).replaceAll(KEY, REMOVED)

/**
 * What was thrown, fit for a log: name, message, code, stack and causes, with keys taken out. Everything else it carried
 * stays behind, because errors of HTTP clients hold their request, and that holds the key.
 */
export function safeError(reason: unknown, key = '', depth = 0): Error {
  if (!(reason instanceof Error)) return new Error(withoutKeys(describe(reason), key))
  const hasCause = reason.cause !== undefined && depth < DEEPEST
  const safe = new Error(
    withoutKeys(reason.message, key),
    hasCause ? { cause: safeError(reason.cause, key, depth + 1) } : undefined,
  )
  const details: Record<string, string | undefined> = {
    name: reason.name,
    stack: reason.stack,
    code: 'code' in reason && typeof reason.code === 'string' ? reason.code : undefined,
  }
  for (const [name, text] of Object.entries(details))
    if (text !== undefined)
      Object.defineProperty(safe, name, {
        value: withoutKeys(text, key),
        configurable: true,
        writable: true,
      })
  return safe
}

const describe = (reason: unknown): string =>
  typeof reason === 'string' ? reason : `something that is no Error was thrown (${typeof reason})`

/** A value of JSON with keys taken out of every text and name. */
export function safeValue(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return withoutKeys(value, key)
  if (Array.isArray(value)) return value.map((item) => safeValue(item, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [withoutKeys(name, key), safeValue(field, key)]),
  )
}
