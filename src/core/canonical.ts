const identities = new WeakMap<object, number>()
let lastIdentity = 0

/**
 * One string per distinct value, the same for any order of keys: the last part of every cache key. Library hashes drop
 * `undefined` against absent, `NaN` against `null` and the content of a `Map`; here distinct questions never share a key,
 * and what no request can carry (functions, class instances) is told apart by identity. Never throws.
 */
export function canonical(value: unknown): string {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'boolean':
      return String(value)
    case 'number':
      return Number.isFinite(value) ? String(value) : `#${value}`
    case 'bigint':
      return `#${value}n`
    case 'undefined':
      return '#undefined'
    case 'symbol':
      return `#${value.toString()}`
    default:
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (isPlain(value)) {
    const entries = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .toSorted()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    return `{${entries.join()}}`
  }
  return `#${identity(value)}`
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function identity(value: object): number {
  const known = identities.get(value)
  if (known !== undefined) return known
  identities.set(value, ++lastIdentity)
  return lastIdentity
}
