import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Operation } from '../src/core/operation.ts'
import { ROOT } from './ensure.mjs'
import { toJsonSchema, type JsonSchema } from './jsonSchema.ts'
import { referencePage } from './reference.ts'
import { pagesOf, readRooms } from './rooms.ts'

/** What an agent, or an MCP server, needs to know of an operation in order to call it. */
export interface ManifestEntry {
  readonly id: string
  readonly description: string
  readonly resource: string
  readonly method: string
  /** Below `/v4`; `{name}` takes the input of that name. */
  readonly path: string
  readonly kind: 'read' | 'write'
  /** Takes an `Idempotency-Key`: sending it again with the same key has no second effect. */
  readonly idempotent: boolean
  /** Input or answer hold what must never reach a browser. */
  readonly secret: boolean
  /** How the pages of a list follow each other; null for one page, and for what is no list. */
  readonly pages: 'cursor' | 'page' | 'offset' | null
  /** Resources whose reads are stale after it. */
  readonly invalidates: readonly string[]
  readonly input: JsonSchema
}

/** The manifest, `operations.json` at the root of the project. */
export interface Manifest {
  /** Dialect of the inputs' schemas. */
  readonly dialect: string
  readonly operations: readonly ManifestEntry[]
}

/** Derives the manifest from the definitions. */
export const createManifest = (operations: readonly Operation[]): Manifest => ({
  dialect: 'https://json-schema.org/draft/2020-12/schema',
  operations: operations.map(entryOf),
})

function entryOf(operation: Operation): ManifestEntry {
  const { id, summary, resource, method, path, kind, invalidates } = operation
  return {
    id,
    description: summary,
    resource,
    method,
    path,
    kind,
    idempotent: operation.idempotent ?? false,
    secret: operation.secret ?? false,
    pages: pagesOf(operation),
    invalidates: kind === 'write' ? (invalidates ?? [resource]) : [],
    input: toJsonSchema(operation.input()),
  }
}

/** The generated files by their path below the root, as they should read but for white space. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const described = await readRooms()
  const manifest = createManifest(described.map(({ operation }) => operation))
  return new Map([
    ['operations.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['stories/guides/Reference.mdx', referencePage(described)],
  ])
}

if (import.meta.main) {
  for (const [path, text] of await generate()) writeFileSync(join(ROOT, path), text)
  execFileSync(join(ROOT, 'node_modules/.bin/oxfmt'), ['operations.json'], { cwd: ROOT })
}
