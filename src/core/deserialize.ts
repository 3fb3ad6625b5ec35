import { InputError, type FieldProblem } from './errors.ts'
import { checkInput } from './input.ts'
import { pathNames, placeOf, type Operation, type Schema } from './operation.ts'

const NOT_A_PARAMETER = 'is not a parameter of this operation'
const GIVEN_TWICE = 'must be given once, in one way'
/** Characters from which the first fault is enough: to look for all of a hundred thousand takes a server a second. */
const LONG_BODY = 16_384

/**
 * Reads a request back into the input it was written from, the inverse of `toRequest`; what the handler and the sandbox
 * trust is only what comes out here. Returns null when method or path are another operation's; throws `InputError` when
 * they fit and the rest does not.
 */
export function fromRequest(
  operation: Operation,
  method: string,
  url: string,
  body?: string,
): Record<string, unknown> | null {
  if (method !== operation.method) return null
  const [path, search] = splitOnce(url, '?')
  const segments = matchPath(operation, path)
  if (segments === null) return null
  const problems: FieldProblem[] = []
  const schemas = entriesOf(operation.input())
  const values = Object.create(null) as Record<string, unknown>
  for (const [name, text] of Object.entries(segments)) values[name] = coerce(schemas[name], text)
  const query = new Map<string, string[]>()
  for (const [name, text] of new URLSearchParams(search)) {
    const texts = query.get(name)
    if (texts) texts.push(text)
    else query.set(name, [text])
  }
  for (const [name, texts] of query) {
    const isKnown = placeOf(operation, name.split('[', 1)[0]!) === 'query'
    const problem = isKnown ? place(values, schemas, name, texts) : NOT_A_PARAMETER
    if (problem) problems.push({ field: name, message: problem })
  }
  for (const [name, value] of Object.entries(body ? readBody(body, problems) : {})) {
    // A body must not overrule what the address says.
    if (placeOf(operation, name) === 'body') values[name] = value
    else problems.push({ field: name, message: NOT_A_PARAMETER })
  }
  if (problems.length > 0) throw new InputError(operation.id, problems)
  return checkInput(operation, { ...values }, { abortEarly: (body?.length ?? 0) > LONG_BODY })
}

/** The operation whose method and path a request has, the most literal path first; null when none has. */
export function matchOperation<Op extends Operation>(
  operations: readonly Op[],
  method: string,
  url: string,
): Op | null {
  const path = url.split('?', 1)[0]!
  const fitting = operations.filter((op) => op.method === method && matchPath(op, path) !== null)
  return fitting.toSorted((a, b) => pathNames(a).length - pathNames(b).length)[0] ?? null
}

function matchPath(operation: Operation, path: string): Record<string, string> | null {
  const wanted = operation.path.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const found: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    if (part === given[index]) continue
    const text = part.startsWith('{') ? decode(given[index]!) : null
    if (!text) return null
    found[part.slice(1, -1)] = text
  }
  return found
}

/** Puts one query parameter where its name says, `filter[country][]` under `filter` and `country`; returns what is wrong with it. */
function place(
  values: Record<string, unknown>,
  schemas: Record<string, Schema>,
  name: string,
  texts: string[],
): string | null {
  const [, root = '', brackets = ''] = /^([^[\]]*)((?:\[[^[\]]*\])*)$/.exec(name) ?? []
  const keys = [root, ...[...brackets.matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1]!)]
  const isList = keys.length > 1 && keys.at(-1) === ''
  if (isList) keys.pop()
  const last = keys.pop()!
  let schema: Schema | undefined = Object.hasOwn(schemas, root) ? schemas[root] : undefined
  let target = values
  for (const [index, key] of keys.entries()) {
    target[key] ??= Object.create(null) as unknown
    if (typeof target[key] !== 'object') return GIVEN_TWICE
    target = target[key] as Record<string, unknown>
    schema = schema && childOf(schema, keys[index + 1] ?? last)
  }
  if (!schema || last === '') return NOT_A_PARAMETER
  const items = itemOf(schema)
  if (target[last] !== undefined || (!items && (isList || texts.length > 1))) return GIVEN_TWICE
  target[last] = items ? texts.map((text) => coerce(items, text)) : coerce(schema, texts[0]!)
  return null
}

function readBody(body: string, problems: FieldProblem[]): object {
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed
  } catch {
    // Said below, in one sentence for both cases.
  }
  problems.push({ field: 'body', message: 'must be one JSON object' })
  return {}
}

/** Text of the wire to the type its schema wants; what does not convert stays text, for the schema to refuse in its words. */
function coerce(schema: Schema | undefined, text: string): unknown {
  const type = schema && inner(schema).type
  if (type === 'number') return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  const options = (schema && (inner(schema) as { options?: unknown[] }).options) ?? []
  const option = options.find((value) => typeof value === 'number' && String(value) === text)
  return option ?? text
}

// The schema library keeps its structure in plain fields; these four are all that is read of it.
interface Introspected extends Schema {
  wrapped?: Schema
  entries?: Record<string, Schema>
  item?: Schema
  value?: Schema
}
function inner(schema: Schema): Introspected {
  const { wrapped } = schema as Introspected
  return wrapped ? inner(wrapped) : schema
}
const entriesOf = (schema: Schema): Record<string, Schema> => inner(schema).entries ?? {}
const itemOf = (schema: Schema): Schema | undefined => inner(schema).item
function childOf(schema: Schema, key: string): Schema | undefined {
  const { entries, value } = inner(schema)
  return entries ? (Object.hasOwn(entries, key) ? entries[key] : undefined) : value
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
