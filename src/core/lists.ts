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
  })

/** One page of a list as the cache holds it. */
export interface Page<Row = unknown> {
  readonly data: readonly Row[]
  readonly has_more: boolean
  readonly next_cursor?: string | null | undefined
  readonly restarted?: boolean | undefined
}

/** Where a walk over a list stands: what the next page is asked by, and what must not happen again. */
export interface Walk {
  /** Input that names the page: `starting_after`, `page` or `offset`; empty for the first. */
  readonly input: Readonly<Record<string, string | number>>
  /** Cursors asked by since the last restart. */
  readonly seen: readonly string[]
  /** Pages in a row without rows. */
  readonly empty: number
  /** Restarts in a row. */
  readonly restarts: number
}

/** How the pages of a list follow each other, and what of its answers is the list's own. */
export interface Paging {
  readonly by: 'cursor' | 'page' | 'offset'
  /** Adds to an answer what only its headers say: that the list restarted. */
  readonly mark: (answer: unknown, response: Response) => unknown
  /** An answer without the rows that its issues lie in; null when one lies elsewhere, as the whole list is then in doubt. */
  readonly withoutBadRows: (
    answer: unknown,
    issues: readonly v.BaseIssue<unknown>[],
  ) => { readonly answer: unknown; readonly dropped: number } | null
}

/** The start of a list. */
export const FIRST_PAGE: Walk = { input: {}, seen: [], empty: 0, restarts: 0 }

/** Empty pages in a row that are still taken for filtered ones. */
const MOST_EMPTY = 20

/**
 * Checks a page against the walk that asked for it: throws `ListError` for a second restart in a row, a cursor that was
 * read before, or too many empty pages, so that no list is read without end.
 */
export function checkPage(operation: string, by: Paging['by'], page: Page, walk: Walk): void {
  if (page.restarted && walk.restarts > 0) throw new ListError(operation, 'restarts')
  if (page.has_more && page.data.length === 0 && walk.empty + 1 >= MOST_EMPTY)
    throw new ListError(operation, 'empty')
  const cursor = page.has_more && nextInput(by, page, walk)?.['starting_after']
  if (cursor && !page.restarted && walk.seen.includes(String(cursor)))
    throw new ListError(operation, 'circle')
}

/** Where the walk goes after a page; undefined at the end of the list. */
export function nextPage(by: Paging['by'], page: Page, walk: Walk): Walk | undefined {
  if (!page.has_more) return undefined
  const input = nextInput(by, page, walk)
  if (!input) return undefined
  const cursor = input['starting_after']
  const seen = page.restarted ? [] : walk.seen
  return {
    input,
    seen: cursor === undefined ? seen : [...seen, String(cursor)],
    empty: page.data.length === 0 ? walk.empty + 1 : 0,
    restarts: page.restarted ? walk.restarts + 1 : 0,
  }
}

function nextInput(by: Paging['by'], page: Page, walk: Walk): Walk['input'] | undefined {
  if (by === 'page') return { page: Number(walk.input['page'] ?? 1) + 1 }
  if (by === 'offset') return { offset: Number(walk.input['offset'] ?? 0) + page.data.length }
  const cursor = page.next_cursor ?? idOf(page.data.at(-1))
  return cursor ? { starting_after: cursor } : undefined
}

/**
 * The rows of pages in order, each once: what stands before a restart is dropped, because the list began again there, and
 * of two rows with one id the later reading counts, in the earlier place.
 */
export function rowsOf<Row>(pages: readonly Page<Row>[]): Row[] {
  const start = Math.max(
    0,
    pages.findLastIndex((page) => page.restarted),
  )
  const rows = new Map<string, Row>()
  for (const page of pages.slice(start))
    for (const row of page.data) rows.set(idOf(row) ?? canonical(row), row)
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
  const data = isPlain(answer) ? answer['data'] : undefined
  if (!Array.isArray(data) || ![...bad].every((row) => typeof row === 'number')) return null
  const rest = data.filter((_, index) => !bad.has(index))
  return { answer: { ...(answer as object), data: rest }, dropped: bad.size }
}

/** Pages that name the next one by a cursor, in `starting_after`. */
export const cursorPages: Paging = { by: 'cursor', mark, withoutBadRows }
/** Pages by number, from 1, in `page`. */
export const numberedPages: Paging = { by: 'page', mark, withoutBadRows }
/** Pages by the number of rows before them, in `offset`. */
export const offsetPages: Paging = { by: 'offset', mark, withoutBadRows }
