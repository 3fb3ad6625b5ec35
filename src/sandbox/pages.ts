import { Reply } from './reply.ts'
import type { Resource } from './store.ts'

const LIMIT = 20

/** The API's list envelope. */
export interface ListAnswer<Row> {
  readonly object: 'list'
  readonly url: string
  readonly data: readonly Row[]
  readonly has_more: boolean
  readonly next_cursor?: string
}

/** All rows in one page. */
export const wholeList = <Row>(url: string, data: readonly Row[]): ListAnswer<Row> => ({
  object: 'list',
  url,
  data,
  has_more: false,
})

/**
 * One page after the row whose id is `starting_after`. A cursor that no row has restarts the list at the first row and
 * says so in `X-Qon-Pagination-Restarted`, as the API does.
 */
export function cursorPage(
  url: string,
  rows: readonly Resource[],
  input: Readonly<Record<string, unknown>>,
): Reply {
  const cursor = input['starting_after'] as string | undefined
  const found = cursor === undefined ? -1 : rows.findIndex((row) => row.id === cursor)
  const page = slice(url, rows, found + 1, limitOf(input))
  const last = page.data.at(-1)
  const body = page.has_more && last ? { ...page, next_cursor: last.id } : page
  const restarted = cursor !== undefined && found < 0
  return new Reply(200, body, restarted ? { 'x-qon-pagination-restarted': 'true' } : {})
}

/** One page by its number, from 1. */
export const numberedPage = <Row>(
  url: string,
  rows: readonly Row[],
  input: Readonly<Record<string, unknown>>,
): ListAnswer<Row> =>
  slice(
    url,
    rows,
    (((input['page'] as number | undefined) ?? 1) - 1) * limitOf(input),
    limitOf(input),
  )

/** One page by the number of rows before it. */
export const offsetPage = <Row>(
  url: string,
  rows: readonly Row[],
  input: Readonly<Record<string, unknown>>,
): ListAnswer<Row> => slice(url, rows, (input['offset'] as number | undefined) ?? 0, limitOf(input))

const limitOf = (input: Readonly<Record<string, unknown>>): number =>
  (input['limit'] as number | undefined) ?? LIMIT

function slice<Row>(
  url: string,
  rows: readonly Row[],
  start: number,
  limit: number,
): ListAnswer<Row> {
  const data = rows.slice(start, start + limit)
  return { object: 'list', url, data, has_more: start + limit < rows.length }
}
