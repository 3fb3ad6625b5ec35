import * as fc from 'fast-check'
import { pathNames, type Operation, type Schema } from '../../src/core/operation.ts'

/** Any input that an operation's schema accepts and that says something: no `undefined`, no empty list. */
export function inputOf(operation: Operation): fc.Arbitrary<Record<string, unknown>> {
  return wholeOf(operation.input()).filter((input) =>
    pathNames(operation).every((name) => !NO_SEGMENT.has(String(input[name]))),
  )
}

/** An input as a whole: one object, or one of several that a field tells apart. */
const wholeOf = (schema: Node): fc.Arbitrary<Record<string, unknown>> =>
  schema.type === 'variant'
    ? fc
        .oneof(...(schema.options as unknown as readonly Node[]).map(objectOf))
        .filter((input) => passes(schema, input))
    : objectOf(schema)

/** What cannot stand between two slashes; refused by name, which is tested apart. */
const NO_SEGMENT = new Set(['', '.', '..'])

/** What the address bar, a CSV cell or a hostile client may hold. Half surrogate pairs are tested apart: no address carries them. */
const oddText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '+',
    '%',
    '%5B',
    '&a=b',
    '=',
    '?',
    '#',
    '/',
    '..',
    'ünï',
    '😀',
    '\'"<>',
    '\0',
    '\n',
  ),
)

/** What JSON can carry, without names that no request may use. */
const anyJson = fc
  .jsonValue({ maxDepth: 3 })
  // JSON knows no negative zero.
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
  .filter((value) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)))

// The schema library keeps its structure in plain fields; this reads as much as inputs use of it, and throws at the rest.
interface Node extends Schema {
  wrapped?: Node
  entries?: Record<string, Node>
  key?: Node
  value?: Node
  item?: Node
  options?: readonly (string | number)[]
  literal?: unknown
  pipe?: readonly { type: string; requirement?: unknown }[]
}

function valueOf(schema: Node): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'unknown':
      return anyJson
    case 'strict_object':
    case 'loose_object':
    case 'object':
      // An object without entries says nothing in a query, as an empty list there.
      return objectOf(schema).filter((value) => Object.keys(value).length > 0)
    case 'optional':
      return valueOf(schema.wrapped!)
    case 'nullable':
      return fc.option(valueOf(schema.wrapped!), { freq: 4 })
    case 'record':
      return fc.dictionary(textOf(schema.key!), valueOf(schema.value!), {
        minKeys: 1,
        maxKeys: 4,
        noNullPrototype: true,
      })
    case 'array':
      return fc
        .array(valueOf(schema.item!), { minLength: 1, maxLength: 5 })
        .filter((list) => passes(schema, list))
    case 'picklist':
      return fc.constantFrom(...schema.options!)
    case 'literal':
      return fc.constant(schema.literal)
    case 'boolean':
      return fc.boolean()
    case 'string':
      return textOf(schema)
    case 'number':
      return fc.oneof(fc.integer(), fc.maxSafeInteger()).filter((n) => passes(schema, n))
    default:
      throw new Error(
        `inputs.ts cannot make a value for a schema of type ${schema.type}: teach it.`,
      )
  }
}

function objectOf(schema: Node): fc.Arbitrary<Record<string, unknown>> {
  const entries = schema.entries!
  const values = Object.fromEntries(
    Object.entries(entries)
      .filter(([, entry]) => !isReadOnly(entry))
      .map(([key, entry]) => [key, valueOf(entry)]),
  )
  const requiredKeys = Object.keys(values).filter((key) => entries[key]!.type !== 'optional')
  return fc
    .record(values, { requiredKeys, noNullPrototype: true })
    .filter((value) => passes(schema, value))
}

/** What is taken and not sent says nothing. */
const isReadOnly = ({ wrapped }: Node): boolean =>
  wrapped?.pipe?.some(({ type }) => type === 'transform') ?? false

function textOf(schema: Node): fc.Arbitrary<string> {
  if (schema.pipe?.some((step) => step.type === 'iso_timestamp'))
    return fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })
      .map((date) => date.toISOString())
  const regex = schema.pipe?.find((step) => step.type === 'regex')?.requirement as
    | RegExp
    | undefined
  const text = regex ? fc.oneof(oddText, fc.stringMatching(regex)) : oddText
  return text.filter((value) => passes(schema, value) && !RESERVED.has(value))
}

const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])

const passes = (schema: Schema, value: unknown) =>
  schema['~run']({ value }, {}).issues === undefined
