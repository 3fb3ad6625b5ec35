import { InputError } from './errors.ts'
import { checkInput } from './input.ts'
import { placeOf, type Method, type Operation } from './operation.ts'

/** An operation's request before a fetcher gives it an address. */
export interface WireRequest {
  readonly method: Method
  /** Leading slash, encoded, query included, without `/v4`. */
  readonly path: string
  /** JSON text; absent where the operation sends no body. */
  readonly body?: string
}

/**
 * Writes the request of an operation: path inputs into the template, then the query, the rest of a write into the JSON
 * body. Nested filters become `filter[country][]=US`. Throws `InputError` before anything is sent.
 */
export function toRequest(operation: Operation, input: unknown): WireRequest {
  const values = checkInput(operation, input)
  const query: string[] = []
  const body: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const place = placeOf(operation, name)
    if (place === 'query') appendQuery(operation, query, name, value)
    else if (place === 'body') body[name] = value
  }
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    pathSegment(operation, name, values[name]),
  )
  const request = {
    method: operation.method,
    path: query.length > 0 ? `${path}?${query.join('&')}` : path,
  }
  return Object.keys(body).length > 0 ? { ...request, body: JSON.stringify(body) } : request
}

function pathSegment(operation: Operation, name: string, value: unknown): string {
  // A dot segment would be folded by every URL parser on the way and address another resource.
  if (value === undefined || ['', '.', '..'].includes(value as string))
    throw new InputError(operation.id, [{ field: name, message: 'must name one path segment' }])
  return encode(operation, name, value)
}

function appendQuery(
  operation: Operation,
  query: string[],
  field: string,
  value: unknown,
  name = encode(operation, field, field),
): void {
  if (Array.isArray(value)) {
    // Inside brackets the API repeats `filter[country][]`; a bare list repeats its plain name.
    const isPlainList = !name.endsWith(']') || operation.plainLists?.includes(field)
    const repeated = isPlainList ? name : `${name}[]`
    for (const item of value) appendQuery(operation, query, field, item, repeated)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      appendQuery(
        operation,
        query,
        `${field}.${key}`,
        item,
        `${name}[${encode(operation, field, key)}]`,
      )
  } else query.push(`${name}=${encode(operation, field, value)}`)
}

function encode(operation: Operation, field: string, value: unknown): string {
  try {
    return encodeURIComponent(String(value))
  } catch {
    throw new InputError(operation.id, [
      { field, message: 'holds half of a surrogate pair, which no address can carry' },
    ])
  }
}
