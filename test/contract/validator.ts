import Ajv from 'ajv'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** An answer as it came over HTTP. */
export interface HttpAnswer {
  readonly status: number
  readonly contentType: string | null
  readonly text: string
}

type Node = Readonly<Record<string, unknown>>

// Read by this file alone: the judge shares nothing with the code it judges, nor with the contract test's reader.
const root = parse(readFileSync('contract/openapi.yaml', 'utf8')) as Node

const responses = new Map<string, Node>(
  Object.values(root['paths'] as Record<string, Node>).flatMap((item) =>
    Object.values(item).flatMap((raw) => {
      const { operationId, responses: all } = raw as { operationId?: string; responses?: Node }
      return operationId && all ? [[operationId, all] as const] : []
    }),
  ),
)

/** Statuses that the contract documents for an operation, without those that any request may be answered with. */
export const documentedStatuses = (operation: string): number[] =>
  Object.keys(responses.get(operation) ?? {})
    .filter((status) => /^\d+$/.test(status))
    .map(Number)

/** What is wrong with an answer by the contract, judged by Ajv; empty when nothing is. An undocumented error is judged as `default`. */
export function answerProblems(operation: string, answer: HttpAnswer): string[] {
  const documented = responses.get(operation)
  const response = documented?.[answer.status] ?? (answer.status >= 400 && documented?.['default'])
  if (!response) return [`${operation}: status ${answer.status} is not documented`]
  const content = follow(response)['content'] as Record<string, Node> | undefined
  const schema = content?.['application/json']?.['schema']
  const where = `${operation} ${answer.status}`
  if (schema === undefined)
    return answer.text === '' ? [] : [`${where}: has a body where the contract has none`]
  if (!/^application\/json\b/.test(answer.contentType ?? ''))
    return [`${where}: is ${answer.contentType}, not JSON`]
  return schemaProblems(schema, JSON.parse(answer.text)).map((problem) => `${where}${problem}`)
}

/** True for what fits a plain JSON Schema, one that did not come from the contract. */
export const fits = (schema: object, value: unknown): boolean => ajv.validate(schema, value)

/** What is wrong with a value by a schema of the contract. */
export function schemaProblems(schema: unknown, value: unknown): string[] {
  const validate = compiled(schema)
  if (validate(value)) return []
  return (validate.errors ?? []).map((error) => {
    // Named `instancePath` since version 8.
    const at = error as { dataPath?: string; instancePath?: string }
    return `${at.instancePath ?? at.dataPath ?? ''} ${error.message ?? ''} ${JSON.stringify(error.params)}`
  })
}

const options = { allErrors: true, strict: false }
const ajv = new Ajv(options)
const known = new Map<unknown, ReturnType<typeof ajv.compile>>()

function compiled(schema: unknown) {
  const before = known.get(schema)
  if (before) return before
  const validate = ajv.compile(toSchema(schema) as object)
  known.set(schema, validate)
  return validate
}

/** Kept as they are: they say the same in every dialect of JSON Schema. */
const KEPT = new Set(
  'type enum const required pattern minimum maximum minLength maxLength minItems maxItems uniqueItems'.split(
    ' ',
  ),
)
/** Words about a schema, which judge nothing. */
const WORDS = new Set(
  'title description default example examples readOnly writeOnly deprecated externalDocs discriminator'.split(
    ' ',
  ),
)
const LISTS = new Set(['allOf', 'anyOf', 'oneOf'])
/** An instant with its zone, and a day; other formats (`int64`, `uri`) are words. */
const FORMATS: Readonly<Record<string, string>> = {
  'date-time': String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$`,
  date: String.raw`^\d{4}-\d{2}-\d{2}$`,
}

/** A schema of the contract as plain JSON Schema, references replaced by what they name. Throws at a keyword it does not know. */
function toSchema(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw
  const { $ref, ...node } = raw as Node
  const schema: Record<string, unknown> = {}
  for (const [keyword, value] of Object.entries(node)) {
    if (KEPT.has(keyword)) schema[keyword] = value
    else if (keyword === 'properties') schema[keyword] = mapValues(value as Node, toSchema)
    else if (keyword === 'items' || keyword === 'additionalProperties')
      schema[keyword] = toSchema(value)
    else if (LISTS.has(keyword)) schema[keyword] = (value as unknown[]).map(toSchema)
    else if (keyword === 'format') {
      const pattern = FORMATS[String(value)]
      if (pattern !== undefined) schema['pattern'] ??= pattern
    } else if (!WORDS.has(keyword) && !keyword.startsWith('x-'))
      throw new Error(`validator.ts does not know the keyword ${keyword}: teach it.`)
  }
  if ($ref === undefined) return schema
  const target = toSchema(follow({ $ref }))
  return Object.keys(schema).length > 0 ? { allOf: [target, schema] } : target
}

const mapValues = (node: Node, map: (value: unknown) => unknown): Node =>
  Object.fromEntries(Object.entries(node).map(([key, value]) => [key, map(value)]))

function follow(raw: unknown): Node {
  const node = raw as Node
  if (typeof node['$ref'] !== 'string') return node
  const path = node['$ref'].slice(2).split('/')
  return follow(path.reduce<unknown>((at, key) => (at as Node)[key], root))
}
