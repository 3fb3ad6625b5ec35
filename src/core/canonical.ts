import { isPlain } from './plain.ts'

/**
 * One string per distinct value, the same for any order of keys: the last part of every cache key. Library hashes drop
 * `undefined` against absent, `NaN` against `null` and the content of a `Map`; here distinct questions never share a key,
 * and what no request can carry (functions, class instances) is told apart by identity. Never throws.
 */
export function canonical(value: unknown): string {
  return write(value, [])
}

function write(value: unknown, above: readonly object[]): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'function') return identity(value)
  if (typeof value !== 'object' || value === null) {
    const isJson = value === null || typeof value === 'boolean' || Number.isFinite(value)
    const text = String(value)
    return isJson ? text : `#${typeof value} ${text}`
  }
  if (above.length > DEEPEST || above.includes(value)) return identity(value)
  const path = [...above, value]
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, path)).join()}]`
  if (!isPlain(value)) return identity(value)
  const entries = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${write(value[key], path)}`)
  return `{${entries.join()}}`
}

/** Deeper than any question is. */
const DEEPEST = 64

const identities = new WeakMap<object, number>()
let lastIdentity = 0

function identity(value: object): string {
  const known = identities.get(value)
  if (known !== undefined) return `#${known}`
  identities.set(value, ++lastIdentity)
  return `#${lastIdentity}`
}
