import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Operation } from '../src/core/operation.ts'
import { ROOT } from './ensure.mjs'

/** An operation with the names by which it is used. */
export interface Described {
  readonly operation: Operation
  /** Name of the definition, for example `getCohorts`. */
  readonly name: string
  /** Every hook over it, in the order they are written. */
  readonly hooks: readonly string[]
  /** The query factories of a read: of one answer, then of a list that is read page by page. */
  readonly queries: readonly string[]
}

const PAGED_BY = { cursor: 'starting_after', page: 'page', offset: 'offset' } as const

/** How a list is paged; null for what is no list, or one that has no parameter for it: all of it is one page. */
export function pagesOf({ pages, input }: Operation): 'cursor' | 'page' | 'offset' | null {
  const { entries = {} } = input() as { readonly entries?: object }
  return pages && PAGED_BY[pages.by] in entries ? pages.by : null
}

const RESOURCES = join(ROOT, 'src/resources')

/** Every operation with its hooks and query, read from the source of each room: a hook does not say at run time what it asks. */
export async function readRooms(): Promise<Described[]> {
  const rooms = readdirSync(RESOURCES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
  return (await Promise.all(rooms.map(readRoom))).flat()
}

async function readRoom(room: string): Promise<Described[]> {
  const module = (await import(join(RESOURCES, room, 'operations.ts'))) as Record<string, Operation>
  const hooks = readdirSync(join(RESOURCES, room)).filter((file) =>
    /^(h|secretH)ooks\.ts$/.test(file),
  )
  const used = [...hooks.flatMap((file) => matches(room, file, HOOK)), ...composed(room)]
  const queries = matches(room, 'queries.ts', QUERY)
  // By address: runtimes disagree on the order of a module's exports.
  const address = ([, { path, method }]: [string, Operation]) => `${path} ${method}`
  const ordered = Object.entries(module).toSorted((a, b) => (address(a) < address(b) ? -1 : 1))
  return ordered.map(([name, operation]) => ({
    operation,
    name,
    hooks: used.filter(([, of]) => of === name).map(([hook]) => hook),
    queries: queries.filter(([, of]) => of === name).map(([query]) => query),
  }))
}

const HOOK = /export const (use\w+)\b[^=]*=\s*(?:\/\*.*?\*\/)?\s*create\w+Hook\(\s*(\w+)/g
const QUERY = /export const (\w+Query)\b[\s\S]*?\b(?:operation|infinite)Query\(\s*(\w+)/g

const matches = (room: string, file: string, pattern: RegExp): [name: string, of: string][] =>
  [...readFileSync(join(RESOURCES, room, file), 'utf8').matchAll(pattern)].map((match) => [
    match[1]!,
    match[2]!,
  ])

/** Hooks in files of their own that build on one of the room's: they are over its operation too. */
function composed(room: string): [name: string, of: string][] {
  const own = new Map(matches(room, 'hooks.ts', HOOK))
  return readdirSync(join(RESOURCES, room))
    .filter((file) => /^use\w+\.ts$/.test(file))
    .flatMap((file) =>
      matches(room, file, /import \{ (use\w+) \} from '\.\/(hooks)\.ts'/g).flatMap(([base]) => {
        const of = own.get(base)
        return of === undefined ? [] : [[file.slice(0, -3), of] as [string, string]]
      }),
    )
}
