// @vitest-environment node
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { toJsonSchema, type JsonSchema } from '../../scripts/jsonSchema.ts'
import { generate, type Manifest } from '../../scripts/manifest.ts'
import type { Schema } from '../../src/core/operation.ts'
import { operations } from '../../src/resources/all.ts'
import { fits } from '../contract/validator.ts'
import { inputOf } from '../core/inputs.ts'
import { figure, runs } from '../figures.ts'

const written = (path: string) => readFileSync(path, 'utf8')
const generated = await generate()
const manifest = JSON.parse(written('operations.json')) as Manifest
const entry = (id: string) => manifest.operations.find((operation) => operation.id === id)

describe('operations.json', () => {
  it('is what the definitions say: `node scripts/manifest.ts` writes it anew', () => {
    expect(manifest).toEqual(JSON.parse(generated.get('operations.json')!))
  })

  it('has every operation once', () => {
    const ids = manifest.operations.map(({ id }) => id)
    expect(ids.toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
  })

  it('says how to call a read, and how its pages follow', () => {
    expect(entry('v4ListEventLogs')).toMatchObject({
      method: 'GET',
      path: '/event-logs',
      kind: 'read',
      pages: 'offset',
      invalidates: [],
      input: {
        type: 'object',
        additionalProperties: false,
        properties: {
          limit: { type: 'integer', minimum: 1, maximum: 100 },
          sort_order: { enum: ['asc', 'desc'] },
          filter: { properties: { target_id: { type: 'string' } } },
        },
      },
    })
  })

  it('says what a write needs and makes stale, and whether it can be repeated', () => {
    expect(entry('v4CreateExport')).toMatchObject({
      kind: 'write',
      idempotent: false,
      pages: null,
      invalidates: ['exports'],
      input: { required: ['resource'] },
    })
    expect(entry('v4CreateSegment')).toMatchObject({ idempotent: true })
  })
})

describe('the reference page', () => {
  it('is what the definitions say: `node scripts/manifest.ts` writes it anew', () => {
    expect(written('stories/guides/Reference.mdx')).toBe(
      generated.get('stories/guides/Reference.mdx'),
    )
  })

  it('has a row for every operation', () => {
    const page = written('stories/guides/Reference.mdx')
    expect(operations.filter(({ id }) => page.split(`| \`${id}\` |`).length !== 2)).toEqual([])
  })
})

describe('a JSON Schema', () => {
  const schemaOf = (id: string) => entry(id)!.input
  /** Holds words for a check that no keyword says: there, and only there, our own check is the stricter one. */
  const isLaxer = (schema: object) => JSON.stringify(schema).includes('"description":')
  const isObject = (schema: JsonSchema, name: string) =>
    (schema['properties'] as Record<string, JsonSchema> | undefined)?.[name]?.['type'] === 'object'
  type Fields = Schema & { readonly entries?: object; readonly options?: readonly Fields[] }
  const namesOf = ({ entries = {}, options = [] }: Fields): string[] => [
    ...new Set([...Object.keys(entries), ...options.flatMap(namesOf)]),
  ]
  const changed = fc.constantFrom<unknown>(
    null,
    '',
    'x',
    -1,
    1.5,
    1e9,
    true,
    [],
    ['x'],
    {},
    { x: 1 },
  )

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    'accepts and refuses what %s does',
    (id, operation) => {
      const schema = schemaOf(id)
      const count = runs(2000)
      fc.assert(
        fc.property(inputOf(operation), fc.nat(), changed, (input, at, value) => {
          expect(fits(schema, input)).toBe(true)
          const names = namesOf(operation.input())
          const name = [...names, 'nonsense'][at % (names.length + 1)]!
          // Our check reads an empty list as an object without entries, which says nothing.
          fc.pre(!(Array.isArray(value) && value.length === 0 && isObject(schema, name)))
          const other = { ...input, [name]: value }
          const isOurs = v.is(operation.input(), other)
          if (isOurs || !isLaxer(schema))
            expect([other, fits(schema, other)]).toEqual([other, isOurs])
        }),
        { seed: 20261121, numRuns: count },
      )
      figure(`manifest schema against our own check: ${id}`, count, '0 differences', 20261121)
    },
  )

  it.each([
    ['a limit', v.pipe(v.string(), v.email()), /does not know limits of type email/],
    ['a kind', v.object({ when: v.date() }), /does not know schemas of type/],
  ])('is refused for %s that it could not hold', (_, schema, message) => {
    expect(() => toJsonSchema(schema)).toThrow(message)
  })

  it('holds in words what it cannot hold in a keyword', () => {
    const even = v.pipe(
      v.number(),
      v.check((n) => n % 2 === 0, 'must be even'),
    )
    expect(toJsonSchema(even)).toEqual({ type: 'number', description: 'must be even' })
  })
})
