/** True for an object literal, what JSON holds, and objects without a prototype; false for class instances, `Map`, `Date`, lists. */
export function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
