import * as v from 'valibot'
import { pagesOf } from '../../scripts/rooms.ts'
import { pathNames, placeOf, type Operation, type Schema } from '../../src/core/operation.ts'
import { contract, readSchema, type ContractOperation, type ContractSchema } from './contract.ts'

/** What an operation and the contract say differently, one sentence each; an example that does not pass is one. */
export function differences(operation: Operation): string[] {
  const documented = contract.get(operation.id)
  if (!documented) return ['id: is not in the contract']
  return [
    ...differ('method', operation.method, documented.method),
    ...differ('path', operation.path, documented.path),
    ...differ('Idempotency-Key', operation.idempotent ?? false, documented.takesKey),
    ...differ('secret', operation.secret ?? false, documented.isSecret),
    ...differ('pages', pagesOf(operation), documented.pages),
    ...compareParameters(operation, documented),
    ...compareBody(operation, documented),
    ...(operation.pages
      ? compareRows(operation.output(), documented.answer)
      : compareAnswer(documented.isUnverified)('answer', operation.output(), documented.answer)),
    ...failing('answer', operation.output(), documented.answerExamples),
  ]
}

function compareParameters(operation: Operation, documented: ContractOperation): string[] {
  const ours = new Map<string, { schema: Node; isRequired: boolean }>()
  for (const [name, schema] of Object.entries(entriesOf(operation.input())))
    if (placeOf(operation, name) !== 'body')
      for (const [flat, leaf] of flatten(name, schema, operation.plainLists))
        ours.set(flat, { schema: leaf, isRequired: schema.type !== 'optional' })
  const inPath = new Set(pathNames(operation))
  const theirs = new Set(documented.parameters.map((parameter) => parameter.name))
  return [
    ...[...ours.keys()]
      .filter((name) => !theirs.has(name))
      .map((name) => `${name}: is no parameter of the contract`),
    ...documented.parameters.flatMap(({ name, in: place, isRequired, schema, examples }) => {
      const own = ours.get(name)
      if (!own) return [`${name}: is not offered here`]
      return [
        ...differ(`${name} place`, inPath.has(name) ? 'path' : 'query', place),
        ...differ(`${name} required`, own.isRequired, isRequired),
        ...compareInput(name, own.schema, readSchema(schema)),
        ...failing(name, own.schema, [...examples, ...readSchema(schema).examples]),
      ]
    }),
  ]
}

function compareBody(operation: Operation, documented: ContractOperation): string[] {
  const entries = Object.entries(entriesOf(operation.input())).filter(
    ([name]) => placeOf(operation, name) === 'body',
  )
  if (documented.body === undefined)
    return entries.map(([name]) => `body ${name}: is no field of the contract`)
  const schema = { ...v.strictObject({}), entries: Object.fromEntries(entries) } as Node
  return compareFields('body', schema, readSchema(documented.body), compareInputOf)
}

const compareInputOf = (where: string, ours: Node, theirs: unknown) => [
  ...differ(`${where} null`, takesNull(ours), readSchema(theirs).isNullable),
  ...compareInput(where, bare(ours), readSchema(theirs)),
]

/** What we send: names, types, listed values and limits are the contract's, no laxer and no stricter. */
function compareInput(where: string, ours: Node, theirs: ContractSchema): string[] {
  const schema = bare(ours)
  return [
    ...differ(`${where} type`, typesOf(schema).join(), theirs.types.join()),
    ...differ(
      `${where} values`,
      sorted(schema.options),
      sorted(theirs.values?.filter((value) => value !== null)),
    ),
    ...differ(`${where} limits`, limitsOf(schema), inOrder(Object.entries(theirs.limits))),
    ...(schema.item && theirs.items
      ? compareInputOf(`${where} item`, schema.item, theirs.items)
      : []),
    ...(theirs.properties ? compareFields(where, schema, theirs, compareInputOf) : []),
  ]
}

/** A list: the envelope is one for all, `listOf`; what differs from list to list are the rows. */
function compareRows(ours: Node, raw: unknown): string[] {
  const { data } = readSchema(raw).properties ?? {}
  const rows = bare(ours).entries?.['data']
  if (!rows?.item || !data) return ['answer.data: is no list of rows here or in the contract']
  return compareAnswer(false)('answer.data', rows, data)
}

/**
 * What we read: every documented field is known, none is demanded that may be missing or null, every listed value passes. Of
 * a shape that nobody saw less may be demanded than it says.
 */
const compareAnswer =
  (isUnseen: boolean) =>
  (where: string, ours: Node, raw: unknown): string[] => {
    const theirs = readSchema(raw)
    const isLax = isUnseen || theirs.isUnverified
    const schema = bare(ours)
    const values = theirs.values ?? []
    return [
      ...values
        .filter((value) => !v.is(ours, value))
        .map((value) => `${where}: refuses the documented value ${String(value)}`),
      ...(theirs.isNullable && !v.is(ours, null) ? [`${where}: refuses the documented null`] : []),
      ...(typesOf(schema).some((type) => type !== 'unknown' && !compatible(type, theirs.types))
        ? [`${where} type: ${typesOf(schema).join()} here, ${theirs.types.join()} in the contract`]
        : []),
      ...failing(where, ours, theirs.examples),
      ...(theirs.properties
        ? compareFields(where, schema, theirs, compareAnswer(isLax), isLax)
        : []),
      ...(schema.item && theirs.items
        ? compareAnswer(isLax)(`${where}[]`, schema.item, theirs.items)
        : []),
    ]
  }

function compareFields(
  where: string,
  ours: Node,
  theirs: ContractSchema,
  compare: (where: string, ours: Node, theirs: unknown) => string[],
  isLax = false,
): string[] {
  const entries = ours.entries ?? {}
  const properties = theirs.properties ?? {}
  return [
    ...Object.keys(entries)
      .filter((name) => !(name in properties))
      .map((name) => `${where}.${name}: is no field of the contract`),
    ...Object.entries(properties).flatMap(([name, property]) => {
      const own = entries[name]
      if (!own) return [`${where}.${name}: is not known here`]
      const isRequired = own.type !== 'optional'
      const demanded = differ(
        `${where}.${name} required`,
        isRequired,
        theirs.required.includes(name) && !(isLax && !isRequired),
      )
      return demanded.concat(compare(`${where}.${name}`, own, property))
    }),
  ]
}

// The schema library keeps its structure in plain fields; these are all that is read of it.
interface Node extends Schema {
  wrapped?: Node
  entries?: Record<string, Node>
  value?: Node
  item?: Node
  options?: readonly unknown[]
  literal?: unknown
  pipe?: readonly { type: string; requirement?: unknown }[]
}

/** The fields of an object; of several that one field tells apart, the fields of all and every value of that one. */
function entriesOf(schema: Node): Readonly<Record<string, Node>> {
  const { type, entries = {}, options = [] } = bare(schema)
  if (type !== 'variant') return entries
  const all: Record<string, Node> = {}
  for (const option of options as readonly Node[])
    for (const [name, entry] of Object.entries(entriesOf(option))) {
      const before = all[name]
      const values = before && [...(before.options ?? [before.literal]), entry.literal]
      all[name] = values ? { ...entry, type: 'picklist', options: values } : entry
    }
  return all
}

const bare = (schema: Node): Node => (schema.wrapped ? bare(schema.wrapped) : schema)
const takesNull = (schema: Node): boolean =>
  schema.type === 'nullable' || (schema.wrapped !== undefined && takesNull(schema.wrapped))

/** A nested input under the names it has in a query: `filter[<attribute>][]`, without `[]` for plain lists. */
function flatten(
  name: string,
  schema: Node,
  plainLists: readonly string[] = [],
  field = name,
): [string, Node][] {
  const { type, entries, value } = bare(schema)
  if (entries)
    return Object.entries(entries).flatMap(([key, entry]) =>
      flatten(`${name}[${key}]`, entry, plainLists, `${field}.${key}`),
    )
  if (type === 'record') return flatten(`${name}[<attribute>]`, value!, plainLists)
  const isMarked = type === 'array' && name.endsWith(']') && !plainLists.includes(field)
  return [[isMarked ? `${name}[]` : name, bare(schema)]]
}

function typesOf({ type, options, literal, pipe }: Node): string[] {
  if (type === 'picklist') return [...new Set(options!.map(typeName))]
  if (type === 'union') return [...new Set((options as readonly Node[]).flatMap(typesOf))]
  if (type === 'literal') return [typeName(literal)]
  if (type === 'number') return [pipe?.some((step) => step.type === 'integer') ? 'integer' : type]
  return [type.endsWith('object') || type === 'record' ? 'object' : type]
}
const typeName = (value: unknown) => (Number.isInteger(value) ? 'integer' : typeof value)

const compatible = (type: string, theirs: readonly string[]) =>
  theirs.length === 0 || theirs.includes(type) || (type === 'number' && theirs.includes('integer'))

const LIMITS: Record<string, [string, (requirement: unknown) => unknown]> = {
  regex: ['pattern', (pattern) => (pattern as RegExp).source],
  min_value: ['minimum', (value) => value],
  max_value: ['maximum', (value) => value],
  min_length: ['minLength', (value) => value],
  max_length: ['maxLength', (value) => value],
  non_empty: ['minLength', () => 1],
}
function limitsOf({ type: kind, pipe = [] }: Node): string {
  const steps = pipe.flatMap(({ type, requirement }) => {
    const limit = LIMITS[type]
    if (!limit) return []
    const name = kind === 'array' ? limit[0].replace('Length', 'Items') : limit[0]
    return [[name, limit[1](requirement)] as const]
  })
  return inOrder(steps)
}
const inOrder = (entries: readonly (readonly [string, unknown])[]): string =>
  JSON.stringify(Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))))

const sorted = (values: readonly unknown[] = []) => JSON.stringify(values.map(String).toSorted())

const differ = (where: string, ours: unknown, theirs: unknown): string[] =>
  ours === theirs ? [] : [`${where}: ${String(ours)} here, ${String(theirs)} in the contract`]

const failing = (where: string, schema: Node, examples: readonly unknown[]): string[] =>
  examples
    .filter((example) => !v.is(schema, example))
    .map((example) => `${where}: refuses the documented example ${JSON.stringify(example)}`)
