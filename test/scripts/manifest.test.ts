// @vitest-environment node
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { toJsonSchema } from '../../scripts/jsonSchema.ts'
import { generate, type Manifest } from '../../scripts/manifest.ts'
import { operations } from '../../src/resources/all.ts'

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
