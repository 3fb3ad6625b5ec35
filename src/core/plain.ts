/** True for an object literal, what JSON holds, and objects without a prototype; false for class instances, `Map`, `Date`, lists. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
