import * as v from 'valibot'
import { canonical } from './canonical.ts'
import { ListError } from './errors.ts'
import type { Schema } from './operation.ts'
import { isPlain } from './plain.ts'

/** Schema of the API's list envelope around one kind of row. */
export const listOf = <Row extends Schema>(row: Row) =>
  v.looseObject({
    object: v.optional(v.string()),
    url: v.optional(v.string()),
    data: v.array(row),
    has_more: v.optional(v.boolean(), false),
    next_cursor: v.optional(v.nullable(v.string())),
    /** Ours, from `X-Qon-Pagination-Restarted`: the cursor was unknown and this is the first page again. */
    restarted: v.optional(v.boolean()),
    /** Ours: how many rows of this page were left out because they do not fit. */
    set_aside: v.optional(v.number()),
  })

/** One page of a list as the cache holds it. */
export interface Page<Row = unknown> {
  readonly data: readonly Row[]
  readonly has_more: boolean
  readonly next_cursor?: string | null | undefined
  readonly restarted?: boolean | undefined
  readonly set_aside?: number | undefined
}

/** Where a walk over a list stands: what the next page is asked by, and what must not happen again. Plain data, so that it hydrates. */
export interface Walk {
  /** Input that names the page: `starting_after`, `page` or `offset`; empty for the first. */
  readonly input: Readonly<Record<string, string | number>>
  /** Cursors asked by since the last restart. */
  readonly seen: readonly string[]
  /** How many cursors had been asked by when the list restarted last; 0 before. */
  readonly furthest: number
  /** Pages in a row that brought nothing new. */
  readonly idle: number
  /** The last rows of the pages before, the newest last. */
  readonly last?: readonly string[] | undefined
}

/** How the pages of a list follow each other, and what of its answers is the list's own. */
export interface Paging {
  readonly by: 'cursor' | 'page' | 'offset'
  /** Adds to an answer what only its headers say: that the list restarted. */
  readonly mark: (answer: unknown, response: Response) => unknown
  /**
   * An answer without the rows that its issues lie in, counted in `set_aside`; null when an issue lies elsewhere or in every
   * row, as the whole list is then in doubt.
   */
  readonly withoutBadRows: (
    answer: unknown,
    issues: readonly v.BaseIssue<unknown>[],
  ) => { readonly set_aside: number } | null
}

/** The start of a list. */
export const FIRST_PAGE: Walk = { input: {}, seen: [], furthest: 0, idle: 0 }

/** Pages in a row without a new row that are still taken for filtered ones. */
const MOST_IDLE = 20
/** The API counts no further. */
const LAST_OFFSET = 100_000

/**
 * Reads the page where a walk stands. Throws `ListError` where going on would never end or leave rows out: a second restart
 * that comes no later than the first, a cursor that was asked by before, too many pages without a new row, more rows
 * announced with no way to them, an offset beyond what the API counts.
 */
export async function readPage<Answer extends Page>(
  operation: string,
  by: Paging['by'],
  walk: Walk,
  read: (input: Walk['input']) => Promise<Answer>,
): Promise<Answer> {
  const fail = (reason: ListError['reason']) => {
    throw new ListError(operation, reason)
  }
  if (Number(walk.input['offset']) > LAST_OFFSET) fail('long')
  const page = await read(walk.input)
  if (page.restarted && walk.furthest > 0 && walk.seen.length <= walk.furthest) fail('restarts')
  if (!page.has_more) return page
  if (idleAfter(page, walk) >= MOST_IDLE) fail('empty')
  const next = nextInput(by, page, walk)
  if (!next) fail('lost')
  const cursor = next?.['starting_after']
  if (!page.restarted && walk.seen.includes(String(cursor))) fail('circle')
  return page
}

/** Where the walk goes after a page; undefined at the end of the list. */
export function nextPage(by: Paging['by'], page: Page, walk: Walk): Walk | undefined {
  const input = page.has_more ? nextInput(by, page, walk) : undefined
  if (!input) return undefined
  const cursor = input['starting_after']
  const seen = page.restarted ? [] : walk.seen
  return {
    input,
    seen: cursor === undefined ? seen : [...seen, String(cursor)],
    furthest: page.restarted ? walk.seen.length : walk.furthest,
    idle: idleAfter(page, walk),
    last: [...(walk.last ?? []), ...lastOf(page)].slice(-MOST_IDLE),
  }
}

function nextInput(by: Paging['by'], page: Page, walk: Walk): Walk['input'] | undefined {
  if (by === 'page') return { page: Number(walk.input['page'] ?? 1) + 1 }
  if (by === 'offset') {
    const rows = page.data.length + (page.set_aside ?? 0)
    return { offset: Number(walk.input['offset'] ?? 0) + rows }
  }
  const cursor = page.next_cursor ?? idOf(page.data.at(-1))
  return cursor ? { starting_after: cursor } : undefined
}

/** A server that does not heed where a page begins sends the same few for ever: they end with rows that ended one before. */
const idleAfter = (page: Page, walk: Walk): number =>
  lastOf(page).every((row) => walk.last?.includes(row)) ? walk.idle + 1 : 0

const lastOf = (page: Page): readonly string[] =>
  page.data.slice(-1).map((row) => idOf(row) ?? canonical(row))

/**
 * The rows of pages in order, each once: what stands before a restart is dropped, because the list began again there, and
 * of two rows with one id the later reading counts, in the earlier place. Rows without an id are all kept: two that say the
 * same may be two.
 */
export function rowsOf<Row>(pages: readonly Page<Row>[]): Row[] {
  const start = Math.max(
    0,
    pages.findLastIndex((page) => page.restarted),
  )
  const rows = new Map<unknown, Row>()
  for (const page of pages.slice(start))
    // A symbol is like no other.
    for (const row of page.data) rows.set(idOf(row) ?? Symbol('row'), row)
  return [...rows.values()]
}

function idOf(row: unknown): string | undefined {
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

const mark: Paging['mark'] = (answer, { headers }) => {
  const restarted = headers.get('x-qon-pagination-restarted') === 'true'
  return restarted && isPlain(answer) ? { ...answer, restarted } : answer
}

const withoutBadRows: Paging['withoutBadRows'] = (answer, issues) => {
  const bad = new Set(issues.map(({ path }) => path?.[0].key === 'data' && path[1]?.key))
  const data: unknown = isPlain(answer) ? answer['data'] : undefined
  // When no row fits, it is the layout that differs: an empty list would be a lie.
  if (!Array.isArray(data) || bad.size === data.length) return null
  if (![...bad].every((row) => typeof row === 'number')) return null
  return {
    ...(answer as object),
    data: data.filter((_, index) => !bad.has(index)),
    // The page goes on after its last row, whether that fits or not.
    next_cursor: (answer as Page).next_cursor ?? idOf(data.at(-1)),
    set_aside: bad.size,
  }
}

/** Pages that name the next one by a cursor, in `starting_after`. */
export const cursorPages: Paging = { by: 'cursor', mark, withoutBadRows }
/** Pages by number, from 1, in `page`. */
export const numberedPages: Paging = { by: 'page', mark: (answer) => answer, withoutBadRows }
/** Pages by the number of rows before them, in `offset`. */
export const offsetPages: Paging = { by: 'offset', mark: (answer) => answer, withoutBadRows }
