import { contract, readSchema } from './contract.ts'

/** A way into an answer; `*` is any item of a list. */
export type Place = readonly string[]

/** Every place of an operation's answer that the contract marks `x-unverified`; the answer as a whole is the empty way. */
export function unverifiedIn(id: string): Place[] {
  const { isUnverified, answer } = contract.get(id)!
  if (answer === undefined) return []
  const below = placesOf(answer, [])
  return isUnverified && below[0]?.length !== 0 ? [[], ...below] : below
}

function placesOf(raw: unknown, at: Place): Place[] {
  const { isUnverified, properties = {}, items } = readSchema(raw)
  return [
    ...(isUnverified ? [at] : []),
    ...Object.entries(properties).flatMap(([name, field]) => placesOf(field, [...at, name])),
    ...(items === undefined ? [] : placesOf(items, [...at, '*'])),
  ]
}

/** An answer that differs in one place. */
export interface Changed {
  readonly what: 'missing' | 'null' | 'another type' | 'another word' | 'an unknown field'
  readonly at: readonly (string | number)[]
  readonly body: unknown
}

/** The answer changed in each field at or below a place, one at a time and in each way, in the first item of every list. */
export function changesOf(body: unknown, place: Place): Changed[] {
  const at = locate(body, place)
  return at === null ? [] : fieldsBelow(body, at).flatMap((field) => changesAt(body, field))
}

type Path = Changed['at']

const get = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)?.[key], value)

/** The first way that leads somewhere. */
function locate(body: unknown, [name, ...rest]: Place): Path | null {
  if (name === undefined) return body === undefined ? null : []
  if (name !== '*') {
    const below = locate((body as Record<string, unknown> | undefined)?.[name], rest)
    return below && [name, ...below]
  }
  for (const [index, item] of (Array.isArray(body) ? body : []).entries()) {
    const below = locate(item, rest)
    if (below) return [index, ...below]
  }
  return null
}

function fieldsBelow(body: unknown, at: Path): Path[] {
  const value = get(body, at)
  if (Array.isArray(value)) return [at, ...(value.length > 0 ? fieldsBelow(body, [...at, 0]) : [])]
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.keys(value).flatMap((name) => fieldsBelow(body, [...at, name]))]
}

function changesAt(body: unknown, at: Path): Changed[] {
  const value = get(body, at)
  const isField = typeof at.at(-1) === 'string'
  const to = (what: Changed['what'], other: unknown): Changed => ({
    what,
    at,
    body: put(body, at, other),
  })
  return [
    ...(isField ? [to('missing', undefined), to('null', null)] : []),
    ...(isField ? [to('another type', otherThan(value))] : []),
    ...(typeof value === 'string' ? [to('another word', `${value}_newer`)] : []),
    ...(typeof value === 'object' && value !== null && !Array.isArray(value)
      ? [to('an unknown field', { ...value, unheard_of: { a: [1] } })]
      : []),
  ]
}

const otherThan = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? 'in words' : { in: 'another form' }

/** What stands where a value of another type was put, as JSON. */
export const OTHER: ReadonlySet<string> = new Set(['"in words"', '"another form"'])

function put(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === key ? put(item, rest, other) : item))
  const { [key]: inner, ...others } = value as Record<string, unknown>
  const changed = put(inner, rest, other)
  return changed === undefined ? others : { ...others, [key]: changed }
}

/** Every text, number and switch in a value, as JSON. */
export function leavesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null)
    return value === null || value === undefined ? [] : [JSON.stringify(value)]
  return Object.values(value).flatMap(leavesOf)
}
