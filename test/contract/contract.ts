import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A schema of the contract with references followed, `allOf` merged and null told apart. */
export interface ContractSchema {
  readonly types: readonly string[]
  readonly isNullable: boolean
  readonly values?: readonly unknown[]
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required: readonly string[]
  readonly items?: unknown
  /** `pattern`, `minimum`, `maximum`, `minLength`, `maxLength`, `minItems`, `maxItems`, where they are given. */
  readonly limits: Readonly<Record<string, unknown>>
  readonly examples: readonly unknown[]
  /** No public page shows this shape, so that a reader must accept what differs. */
  readonly isUnverified: boolean
}

/** One parameter of the query or the path. */
export interface ContractParameter {
  readonly name: string
  readonly in: string
  readonly isRequired: boolean
  readonly schema: unknown
  readonly examples: readonly unknown[]
}

/** One operation of the contract. */
export interface ContractOperation {
  readonly method: string
  readonly path: string
  /** Takes an `Idempotency-Key`, for sure. */
  readonly takesKey: boolean
  /** It says so, or a field of its body or answer does, or can be written and not read. */
  readonly isSecret: boolean
  /** How a list is paged; null for what is no list, or one page. */
  readonly pages: unknown
  readonly parameters: readonly ContractParameter[]
  readonly body?: unknown
  readonly answer?: unknown
  /** No public page shows this answer: the operation or its good response is marked. */
  readonly isUnverified: boolean
  /** Statuses of refusals that no public page shows. */
  readonly unverifiedRefusals: readonly number[]
  readonly bodyExamples: readonly unknown[]
  readonly answerExamples: readonly unknown[]
}

type Node = Record<string, unknown>
const root = parse(readFileSync('contract/openapi.yaml', 'utf8')) as Node

/** Every operation of the contract by its id. */
export const contract: ReadonlyMap<string, ContractOperation> = new Map(
  Object.entries(root['paths'] as Record<string, Node>).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => method !== 'parameters')
      .map(([method, raw]) => readOperation(method, path, item, raw as Node)),
  ),
)

function readOperation(
  method: string,
  path: string,
  item: Node,
  raw: Node,
): [string, ContractOperation] {
  const responses = follow(raw['responses'])
  const good = Object.keys(responses).find((status) => status.startsWith('2')) ?? ''
  const answer = media(responses[good])
  const body = media(raw['requestBody'])
  const parameters = [...list(item['parameters']), ...list(raw['parameters'])].map(follow)
  const operation = {
    method: method.toUpperCase(),
    path,
    takesKey: raw['x-idempotency-key'] === true,
    isSecret:
      raw['x-secret'] === true || holdsSecret(body['schema']) || holdsSecret(answer['schema']),
    pages: raw['x-pagination'] ?? null,
    parameters: parameters
      .filter((parameter) => parameter['in'] !== 'header')
      .map((parameter) => ({
        name: String(parameter['name']),
        in: String(parameter['in']),
        isRequired: parameter['required'] === true,
        schema: parameter['schema'],
        examples: examplesOf(parameter),
      })),
    body: body['schema'],
    answer: answer['schema'],
    isUnverified: isMarked(raw) || isMarked(follow(responses[good])),
    unverifiedRefusals: Object.keys(responses)
      .filter((status) => /^[45]/.test(status) && isMarked(follow(responses[status])))
      .map(Number),
    bodyExamples: examplesOf(body),
    answerExamples: examplesOf(answer),
  }
  return [String(raw['operationId']), operation]
}

/** Reads a schema wherever it stands: behind a reference, in `allOf`, beside null in `anyOf`. */
export function readSchema(raw: unknown): ContractSchema {
  const node = follow(raw)
  const parts = list(node['allOf']).map(readSchema)
  const choices = [...list(node['anyOf']), ...list(node['oneOf'])].map(readSchema)
  const real = choices.filter((choice) => choice.types.length > 0)
  const chosen = real.length === 1 ? real[0]! : eitherOf(real)
  const bases = chosen ? [...parts, chosen] : parts
  const own = list(node['type'] ?? []).map(String)
  const types = [...new Set([...own, ...bases.flatMap((base) => base.types)])]
  const values = (node['enum'] ?? ('const' in node ? [node['const']] : undefined)) as
    | unknown[]
    | undefined
  const limits = ['pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems']
  const properties = Object.assign({}, ...bases.map((base) => base.properties), node['properties'])
  const merged = bases.find((base) => base.values)?.values
  const items = node['items'] ?? bases.find((base) => base.items)?.items
  return {
    types: types.filter((type) => type !== 'null'),
    isNullable: types.includes('null') || [...parts, ...choices].some((part) => part.isNullable),
    ...((values ?? merged) && { values: values ?? merged! }),
    ...(Object.keys(properties as Node).length > 0 && { properties: properties as Node }),
    required: [...bases.flatMap((base) => base.required), ...list(node['required']).map(String)],
    ...(items !== undefined && { items }),
    limits: Object.assign(
      {},
      ...bases.map((base) => base.limits),
      Object.fromEntries(limits.filter((name) => name in node).map((name) => [name, node[name]])),
    ) as Node,
    examples: examplesOf(node),
    isUnverified: isMarked(node),
  }
}

function isMarked(node: Node): boolean {
  return node['x-unverified'] === true
}

/** Whether a schema has a secret at any depth; a field that says in words why it is one is the server's business alone. */
function holdsSecret(raw: unknown, above: readonly Node[] = []): boolean {
  const node = follow(raw)
  if (node['x-secret'] === true || node['writeOnly'] === true) return true
  if (above.length > 8) return false
  const below = [
    ...list(node['allOf']),
    ...list(node['anyOf']),
    ...list(node['oneOf']),
    ...list(node['items']),
    ...Object.values((node['properties'] ?? {}) as Node),
  ]
  return below.some((part) => holdsSecret(part, [...above, node]))
}

/** Several layouts of an object as one: every field of any of them, demanded where all demand it; null for anything else. */
function eitherOf(choices: readonly ContractSchema[]): ContractSchema | null {
  if (choices.length === 0 || choices.some(({ properties }) => !properties)) return null
  const [first, ...others] = choices as [ContractSchema, ...ContractSchema[]]
  return {
    types: first.types,
    isNullable: false,
    properties: Object.assign({}, ...choices.map(({ properties }) => properties)) as Node,
    required: first.required.filter((name) =>
      others.every(({ required }) => required.includes(name)),
    ),
    limits: {},
    examples: [],
    isUnverified: false,
  }
}

function media(raw: unknown): Node {
  const content = follow(raw)['content'] as Record<string, Node> | undefined
  return content?.['application/json'] ?? {}
}

function examplesOf(node: Node): unknown[] {
  const several = node['examples']
  const named = Array.isArray(several)
    ? several
    : Object.values((several ?? {}) as Record<string, Node>).map((example) => example['value'])
  return 'example' in node ? [node['example'], ...named] : named
}

function follow(raw: unknown): Node {
  const node = (raw ?? {}) as Node
  const reference = node['$ref']
  if (typeof reference !== 'string') return node
  const target = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Node)[key], root)
  return {
    ...follow(target),
    ...Object.fromEntries(Object.entries(node).filter(([k]) => k !== '$ref')),
  }
}

function list(value: unknown): unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}
