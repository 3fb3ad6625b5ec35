import type { Schema } from '../src/core/operation.ts'

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = { readonly [key: string]: unknown }

// The schema library keeps its structure in plain fields; this reads as much as inputs use of it, and throws at the rest.
interface Node extends Schema {
  readonly wrapped?: Node
  readonly entries?: Readonly<Record<string, Node>>
  readonly key?: Node
  readonly value?: Node
  readonly item?: Node
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  readonly pipe?: readonly Step[]
}
interface Step {
  readonly kind: string
  readonly type: string
  readonly requirement?: unknown
  readonly message?: unknown
}

/**
 * The JSON Schema of what a schema accepts. A check that JSON Schema cannot express stands in `description`, in its own
 * words. Throws at a kind it does not know, so that no limit is lost in silence.
 */
export function toJsonSchema(schema: Node): JsonSchema {
  const steps = (schema.pipe ?? []).filter(({ kind }) => kind !== 'schema')
  return Object.assign(structure(schema), ...limits(schema, steps)) as JsonSchema
}

function structure(schema: Node): JsonSchema {
  switch (schema.type) {
    case 'strict_object':
    case 'loose_object':
      return objectSchema(schema)
    case 'optional':
      return toJsonSchema(schema.wrapped!)
    case 'nullable':
      return { anyOf: [toJsonSchema(schema.wrapped!), { type: 'null' }] }
    case 'record':
      return {
        type: 'object',
        propertyNames: toJsonSchema(schema.key!),
        additionalProperties: toJsonSchema(schema.value!),
      }
    case 'array':
      return { type: 'array', items: toJsonSchema(schema.item!) }
    case 'union':
      return { anyOf: (schema.options as readonly Node[]).map(toJsonSchema) }
    case 'variant':
      // Agents want an object at the top, whichever of its layouts it has.
      return { type: 'object', anyOf: (schema.options as readonly Node[]).map(toJsonSchema) }
    case 'picklist':
      return { enum: schema.options }
    case 'literal':
      return { const: schema.literal }
    case 'string':
    case 'number':
    case 'boolean':
      return { type: schema.type }
    case 'unknown':
      return {}
    default:
      throw new Error(`jsonSchema.ts does not know schemas of type ${schema.type}: teach it.`)
  }
}

function objectSchema({ type, entries = {} }: Node): JsonSchema {
  const required = Object.keys(entries).filter((name) => entries[name]!.type !== 'optional')
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(entries).map(([name, entry]) => [name, toJsonSchema(entry)]),
    ),
    ...(required.length > 0 && { required }),
    ...(type === 'strict_object' && { additionalProperties: false }),
  }
}

function limits(schema: Node, steps: readonly Step[]): JsonSchema[] {
  const said = new Set<string>()
  const found = steps.map((step): JsonSchema => {
    const { type, requirement } = step
    const isList = schema.type === 'array'
    switch (type) {
      case 'integer':
        return { type: 'integer' }
      case 'min_value':
        return { minimum: requirement }
      case 'max_value':
        return { maximum: requirement }
      case 'min_length':
        return { [isList ? 'minItems' : 'minLength']: requirement }
      case 'max_length':
        return { [isList ? 'maxItems' : 'maxLength']: requirement }
      case 'non_empty':
        return { [isList ? 'minItems' : 'minLength']: 1 }
      case 'regex':
        return { pattern: (requirement as RegExp).source }
      case 'iso_timestamp':
        // Most validators take a format for a remark: the pattern is what refuses.
        return { format: 'date-time', pattern: (requirement as RegExp).source }
      case 'transform':
        return { readOnly: true }
      case 'check':
      case 'partial_check':
        said.add(String(step.message))
        return { description: [...said].join('; ') }
      default:
        throw new Error(`jsonSchema.ts does not know limits of type ${type}: teach it.`)
    }
  })
  return found
}
