/** A view as plain data: texts, numbers, switches, lists of texts, and objects of such. */
export type PlainView = object

/**
 * A view as parameters of an address, one for each leaf: `key.metric=payers`, `key.filters.country=DE`, a list as the
 * same parameter again. Nothing is escaped that an address need not escape, and each parameter can be read without the others.
 */
export function encodeView(key: string, view: PlainView): [name: string, value: string][] {
  return Object.entries(view).flatMap(([part, value]) => leaves(`${key}.${escape(part)}`, value))
}

function leaves(name: string, value: unknown): [string, string][] {
  if (value === undefined) return []
  // Nothing is not the same as not stored: an empty text stands for it, and for an empty list.
  if (value === null) return [[name, '']]
  if (Array.isArray(value))
    return value.length === 0 ? [[name, '']] : value.map((item) => [name, String(item)])
  if (typeof value !== 'object')
    return [[name, typeof value === 'string' ? value : JSON.stringify(value)]]
  const parts = Object.entries(value)
  if (parts.length === 0) return [[name, '']]
  return parts.flatMap(([part, inner]) => leaves(`${name}.${escape(part)}`, inner))
}

/**
 * The parts of a view that an address holds, all as texts and lists of texts: whoever reads them checks each. What
 * belongs to another key, or cannot be read, is passed over; nothing else is lost by it.
 */
export function decodeView(key: string, parameters: Iterable<[string, string]>): PlainRecord {
  const view: PlainRecord = {}
  for (const [name, value] of parameters) {
    if (!name.startsWith(`${key}.`)) continue
    const path = readPath(name.slice(key.length + 1))
    if (path) put(view, path, value)
  }
  return view
}

/** The parts of a view as they were read: a text, several texts, or parts again. */
export interface PlainRecord {
  [part: string]: string | string[] | PlainRecord
}

/** The query of an address with one view written into it, in place of what it held under that key; all else stays. */
export function writeView(search: string, key: string, view: PlainView): string {
  // Cut by hand: parsing and writing the parameters of others again could spell them differently.
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !nameOf(part).startsWith(`${key}.`))
  const own = new URLSearchParams(encodeView(key, view)).toString()
  const query = [...others, own].filter((part) => part !== '').join('&')
  return query && `?${query}`
}

const nameOf = (parameter: string): string => {
  const [entry] = new URLSearchParams(parameter)
  return entry?.[0] ?? ''
}

/** Deeper than any view is. */
const DEEPEST = 4

function readPath(name: string): string[] | null {
  const path = name.split('.')
  if (path.length > DEEPEST) return null
  try {
    return path.map(decodeURIComponent)
  } catch {
    return null
  }
}

function put(view: PlainRecord, path: readonly string[], value: string): void {
  let at = view
  for (const part of path.slice(0, -1)) {
    const known = Object.hasOwn(at, part) ? at[part] : undefined
    const inner = typeof known === 'object' && !Array.isArray(known) ? known : {}
    define(at, part, inner)
    at = inner
  }
  const last = path.at(-1)!
  const known = Object.hasOwn(at, last) ? at[last] : undefined
  if (known === undefined) define(at, last, value)
  else if (typeof known === 'string') define(at, last, [known, value])
  else if (Array.isArray(known)) known.push(value)
}

// Assigning to `__proto__` would not add a part.
function define(to: PlainRecord, part: string, value: PlainRecord[string]): void {
  Object.defineProperty(to, part, { value, writable: true, enumerable: true, configurable: true })
}

/** A dot inside a name must not look like the dot between names. */
const escape = (part: string): string => encodeURIComponent(part).replaceAll('.', '%2E')
