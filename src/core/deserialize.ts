import { InputError, type FieldProblem } from './errors.ts'
import { checkInput } from './input.ts'
import type { Operation, Schema } from './operation.ts'
import { pathNames } from './serialize.ts'

const NOT_A_PARAMETER = 'is not a parameter of this operation'

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
  const inPath = new Set(pathNames(operation))
  const inQuery = (name: string) =>
    !inPath.has(name) && (operation.method === 'GET' || !!operation.query?.includes(name))
  const values = Object.create(null) as Record<string, unknown>
  for (const [name, text] of Object.entries(segments)) values[name] = coerce(schemas[name], text)
  const query = new Map<string, string[]>()
  for (const [name, text] of new URLSearchParams(search))
    query.set(name, [...(query.get(name) ?? []), text])
  for (const [name, texts] of query) {
    const known = inQuery(name.split('[', 1)[0]!)
    const problem = known ? place(values, schemas, name, texts) : NOT_A_PARAMETER
    if (problem) problems.push({ field: name, message: problem })
  }
  for (const [name, value] of Object.entries(body ? readBody(body, problems) : {})) {
    // A body must not overrule what the address says.
    if (inPath.has(name) || inQuery(name)) problems.push({ field: name, message: NOT_A_PARAMETER })
    else values[name] = value
  }
  if (problems.length > 0) throw new InputError(operation.id, problems)
  return checkInput(operation, { ...values })
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
    const text = decode(given[index]!)
    if (text === null) return null
    if (part.startsWith('{')) {
      if (text === '') return null
      found[part.slice(1, -1)] = text
    } else if (part !== given[index]) return null
  }
  return found
}

function place(
  values: Record<string, unknown>,
  schemas: Record<string, Schema>,
  name: string,
  texts: string[],
): string | null {
  const [, root = '', brackets = ''] = /^([^[\]]*)((?:\[[^[\]]*\])*)$/.exec(name) ?? []
  const keys = [...brackets.matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1]!)
  const isList = keys.at(-1) === ''
  if (isList) keys.pop()
  if (!root || keys.includes('')) return NOT_A_PARAMETER
  let schema: Schema | undefined = schemas[root]
  let target = values
  for (const [index, key] of [root, ...keys].entries()) {
    if (index > 0) schema = schema && childOf(schema, key)
    if (schema === undefined) return NOT_A_PARAMETER
    if (index === keys.length) {
      const items = itemOf(schema)
      if (items === undefined && (isList || texts.length > 1)) return 'must be given once'
      target[key] = items ? texts.map((text) => coerce(items, text)) : coerce(schema, texts[0]!)
    } else {
      target[key] ??= Object.create(null) as unknown
      target = target[key] as Record<string, unknown>
    }
  }
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
