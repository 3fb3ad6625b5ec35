// @vitest-environment node
import {
  InfiniteQueryObserver,
  QueryClient,
  type InfiniteQueryObserverOptions,
} from '@tanstack/react-query'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { ListError, ResponseShapeError } from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import {
  cursorPages,
  numberedPages,
  offsetPages,
  type Page,
  type Paging,
  type Walk,
} from '../../src/core/lists.ts'
import { defineOperation } from '../../src/core/operation.ts'
import { infiniteQuery, type ListData } from '../../src/react/infiniteQuery.ts'
import type { OperationKey } from '../../src/react/operationQuery.ts'
import { figure, runs } from '../figures.ts'
import { json, listThings, type Thing } from './things.ts'

const SEED = 20_261_121

const paged = (pages: Paging) =>
  defineOperation({
    ...listThings,
    input: () =>
      v.strictObject({
        limit: v.optional(v.number()),
        starting_after: v.optional(v.string()),
        page: v.optional(v.number()),
        offset: v.optional(v.number()),
      }),
    pages,
  })

type Observed = InfiniteQueryObserverOptions<
  Page<Thing>,
  Error,
  ListData<Thing>,
  OperationKey,
  Walk
>

/** Reads a list to its end, as a person does who presses "more" while there is more. */
async function walk(pages: Paging, fetcher: Fetcher, most = 500) {
  const client = new QueryClient()
  const query = { ...infiniteQuery(paged(pages), {}, { fetcher, scope: 'acme' }), retry: false }
  const observer = new InfiniteQueryObserver(client, query as unknown as Observed)
  const seen: ListData<Thing>[] = []
  const stop = observer.subscribe(({ data }) => {
    if (data && data !== seen.at(-1)) seen.push(data)
  })
  await observer.refetch({ cancelRefetch: false })
  let result = observer.getCurrentResult()
  let requests = 1
  for (; result.hasNextPage && !result.error && requests < most; requests++)
    result = await observer.fetchNextPage()
  stop()
  const restarts = seen.filter(
    ({ restarted }, at) => restarted && !(seen[at - 1]?.restarted ?? false),
  )
  return { ids: result.data?.rows.map(({ id }) => id) ?? [], ...result, requests, restarts }
}

const rowsFrom = (count: number, first = 0): Thing[] =>
  Array.from({ length: count }, (_, index) => ({ id: `t${first + index}`, name: 'a thing' }))

/** Answers with one page after another, whatever is asked. */
const script = (...answers: [object, Record<string, string>?][]) =>
  vi.fn<Fetcher>(async () => {
    const [body, headers] = answers.length > 1 ? answers.shift()! : answers[0]!
    return json(body, 200, headers)
  })
const RESTARTED = { 'x-qon-pagination-restarted': 'true' }

describe('a walk over a list', () => {
  it('names the next page by its cursor, its number or the rows before it', async () => {
    const asked = async (pages: Paging, extra: object = {}) => {
      const fetcher = script(
        [{ data: rowsFrom(2), has_more: true, ...extra }],
        [{ data: rowsFrom(1, 2), has_more: false }],
      )
      expect((await walk(pages, fetcher)).ids).toEqual(['t0', 't1', 't2'])
      return fetcher.mock.calls.map(([path]) => path)
    }
    expect(await asked(cursorPages)).toEqual(['/things', '/things?starting_after=t1'])
    expect(await asked(cursorPages, { next_cursor: 'opaque' })).toEqual([
      '/things',
      '/things?starting_after=opaque',
    ])
    expect(await asked(numberedPages)).toEqual(['/things', '/things?page=2'])
    expect(await asked(offsetPages)).toEqual(['/things', '/things?offset=2'])
  })

  it('goes on after rows that were set aside, and says how many are missing', async () => {
    const bad = { id: 't2', name: 7 }
    for (const [pages, path] of [
      [cursorPages, '/things?starting_after=t2'],
      [offsetPages, '/things?offset=3'],
    ] as const) {
      const fetcher = script(
        [{ data: [...rowsFrom(2), bad], has_more: true }],
        [{ data: rowsFrom(1, 3), has_more: false }],
      )
      const { ids, data } = await walk(pages, fetcher)
      expect(fetcher.mock.calls[1]?.[0]).toBe(path)
      expect(ids).toEqual(['t0', 't1', 't3'])
      expect(data?.setAside).toBe(1)
    }
  })

  it('drops what was read when the server restarts it, and says so once', async () => {
    const { ids, error, restarts } = await walk(
      cursorPages,
      script(
        [{ data: rowsFrom(2), has_more: true }],
        [{ data: rowsFrom(2, 10), has_more: true }, RESTARTED],
        [{ data: rowsFrom(2, 12), has_more: false }],
      ),
    )
    expect(error).toBeNull()
    expect(ids).toEqual(['t10', 't11', 't12', 't13'])
    expect(restarts).toHaveLength(1)
  })

  it.each<[ListError['reason'], Paging, [object, Record<string, string>?][]]>([
    ['restarts', cursorPages, [[{ data: rowsFrom(2), has_more: true }, RESTARTED]]],
    ['circle', cursorPages, [[{ data: rowsFrom(2), has_more: true }]]],
    ['lost', cursorPages, [[{ data: [], has_more: true }]]],
    ['empty', numberedPages, [[{ data: [], has_more: true }]]],
    ['empty', numberedPages, [[{ data: rowsFrom(2), has_more: true }]]],
    ['empty', offsetPages, [[{ data: rowsFrom(2), has_more: true }]]],
  ])('ends with an error of reason %s in %o', async (reason, pages, answers) => {
    const { error, requests } = await walk(pages, script(...answers))
    expect(error).toBeInstanceOf(ListError)
    expect(error).toMatchObject({ reason, operation: 'v4ListThings' })
    expect(requests).toBeLessThanOrEqual(22)
  })

  it('sees a cursor that comes back after others, A-B-A', async () => {
    const { error, requests } = await walk(
      cursorPages,
      script(
        [{ data: rowsFrom(1, 0), has_more: true, next_cursor: 'A' }],
        [{ data: rowsFrom(1, 1), has_more: true, next_cursor: 'B' }],
        [{ data: rowsFrom(1, 2), has_more: true, next_cursor: 'A' }],
      ),
    )
    expect(error).toMatchObject({ reason: 'circle' })
    expect(requests).toBe(3)
  })

  it.each([
    ['number', numberedPages],
    ['offset', offsetPages],
  ] as const)(
    'sees that a server which ignores the page by %s sends the same two in turn',
    async (_, by) => {
      let sent = 0
      const fetcher: Fetcher = async () => json({ data: rowsFrom(1, sent++ % 2), has_more: true })
      const { error, requests } = await walk(by, fetcher)
      expect(error).toBeInstanceOf(ListError)
      expect(requests).toBeLessThanOrEqual(24)
    },
  )

  it('says what to do where the API counts no further, and asks nothing', async () => {
    let sent = 0
    const fetcher: Fetcher = async (path) => {
      sent++
      const offset = Number(/offset=(\d+)/.exec(path)?.[1] ?? 0)
      return json({ data: rowsFrom(5_000, offset), has_more: true })
    }
    const { error, data } = await walk(offsetPages, fetcher)
    expect(error).toMatchObject({ reason: 'long' })
    expect(error?.message).toMatch(/100,000 rows.*narrow it by a filter/)
    expect(sent).toBe(21)
    expect(data?.rows).toHaveLength(105_000)
  })
})

describe('one page', () => {
  const read = (data: unknown[], onDrift = vi.fn()) => {
    const run = execute(
      listThings,
      {},
      { fetcher: async () => json({ data, has_more: false }), onDrift },
    )
    return { run, onDrift }
  }

  it('of 100 rows with one that does not fit has 99, and says which kind', async () => {
    const { run, onDrift } = read([...rowsFrom(99), { id: 'person@example.com', name: null }])
    expect((await run).data).toHaveLength(99)
    expect(onDrift).toHaveBeenCalledExactlyOnceWith({
      operation: 'v4ListThings',
      rows: 1,
      problems: [{ path: 'data.99.name', message: 'Invalid type: Expected string' }],
    })
  })

  it('is whole though the host’s log of it fails', async () => {
    const { run } = read(
      [...rowsFrom(9), { id: 'x', name: null }],
      vi.fn(() => {
        throw new RangeError('the log is full')
      }),
    )
    expect((await run).data).toHaveLength(9)
  })

  it('in which no row fits is another layout, not an empty list', async () => {
    const { run, onDrift } = read([{ uid: 1 }, { uid: 2 }])
    await expect(run).rejects.toBeInstanceOf(ResponseShapeError)
    expect(onDrift).not.toHaveBeenCalled()
  })

  it('says that it restarted whatever an adapter makes of its body', async () => {
    const fetcher: Fetcher = async () =>
      json({ payload: { data: rowsFrom(1), has_more: false } }, 200, RESTARTED)
    const adapters = { [listThings.id]: (raw: unknown) => (raw as { payload: unknown }).payload }
    expect(await execute(listThings, {}, { fetcher, adapters })).toMatchObject({ restarted: true })
  })
})

interface Story {
  readonly by: Paging['by']
  readonly rows: number
  readonly limit: number
  readonly at: number
  readonly trouble:
    | 'none'
    | 'expiry'
    | 'expiry again'
    | 'circle'
    | 'empty pages'
    | 'only empty pages'
    | 'inserts'
    | 'deletions'
}

/** A server of a list with one kind of trouble, at the request number `at`. */
function troubled({ by, rows: count, limit, at, trouble }: Story) {
  let rows = rowsFrom(count)
  let request = 0
  let empties = 0
  const fetcher: Fetcher = async (path) => {
    const query = new URLSearchParams(path.split('?')[1])
    const isNow = ++request === at + 2
    if (trouble === 'inserts' && isNow) rows = [...rows, ...rowsFrom(3, 1000)]
    if (trouble === 'deletions' && isNow) rows = rows.filter((_, index) => index % 3 !== 1)
    const cursor = query.get('starting_after')
    // Cursors of pages that a filter left empty lie between two rows.
    const place = cursor?.split('+')[0]
    const isLost = trouble === 'expiry' ? isNow : trouble === 'expiry again' && request > at + 1
    const found = cursor === null || isLost ? -1 : rows.findIndex(({ id }) => id === place)
    const start = {
      cursor: found + 1,
      page: (Number(query.get('page') ?? 1) - 1) * limit,
      offset: Number(query.get('offset') ?? 0),
    }[by]
    const isEmpty =
      (trouble === 'only empty pages' && request > at) ||
      (trouble === 'empty pages' && request > at + 1 && empties < 19)
    if (isEmpty && by === 'cursor' && rows.length > 0) {
      empties++
      const after = `${rows[found]?.id ?? ''}+${empties}`
      return json({ data: [], has_more: true, next_cursor: after })
    }
    const data = rows.slice(start, start + limit)
    const has_more = start + limit < rows.length
    const next_cursor = trouble === 'circle' && request > at + 1 ? rows[0]?.id : data.at(-1)?.id
    const restarted = by === 'cursor' && cursor !== null && found < 0 && !cursor.startsWith('+')
    return json({ data, has_more, next_cursor }, 200, restarted ? RESTARTED : {})
  }
  return { fetcher, rows: () => rows }
}

it('2,000 random lists end, show no row twice and miss none that was there all the time', async () => {
  const count = runs(2_000)
  const seen = { rows: 0, errors: 0, restarts: 0, most: 0 }
  const story = fc.record<Story>({
    by: fc.constantFrom('cursor', 'cursor', 'cursor', 'page', 'offset'),
    rows: fc.nat({ max: 60 }),
    limit: fc.integer({ min: 1, max: 7 }),
    at: fc.nat({ max: 8 }),
    trouble: fc.constantFrom(
      'none',
      'expiry',
      'expiry again',
      'circle',
      'empty pages',
      'only empty pages',
      'inserts',
      'deletions',
    ),
  })
  const pagings = { cursor: cursorPages, page: numberedPages, offset: offsetPages }
  const play = async (told: Story) => {
    const before = rowsFrom(told.rows)
    const server = troubled(told)
    const { ids, error, requests, restarts } = await walk(pagings[told.by], server.fetcher)
    const pages = Math.ceil((told.rows + 3) / told.limit) + 1
    expect(requests).toBeLessThanOrEqual(2 * pages + 22)
    expect(new Set(ids).size).toBe(ids.length)
    expect(restarts.length).toBeLessThanOrEqual(1)
    if (error) {
      expect(error).toBeInstanceOf(ListError)
      expect(['expiry again', 'circle', 'only empty pages']).toContain(told.trouble)
    } else {
      const after = new Set(server.rows().map(({ id }) => id))
      const stayed = before.map(({ id }) => id).filter((id) => after.has(id))
      // Rows move up between numbered pages when others go: only a cursor holds its place.
      const isHeld = told.by === 'cursor' || told.trouble !== 'deletions'
      if (isHeld) expect(ids.filter((id) => stayed.includes(id))).toEqual(stayed)
    }
    seen.rows += ids.length
    seen.errors += error ? 1 : 0
    seen.restarts += restarts.length
    seen.most = Math.max(seen.most, requests)
  }
  await fc.assert(fc.asyncProperty(story, play), { numRuns: count, seed: SEED })
  // The stories do meet what they are about.
  expect(Math.min(seen.errors, seen.restarts)).toBeGreaterThan(count / 100)
  const { rows, errors, restarts, most } = seen
  figure(
    'random lists: endless / duplicate rows / missing rows',
    count,
    `0 / 0 / 0 (${rows} rows, ${errors} typed errors, ${restarts} restarts, at most ${most} requests)`,
    SEED,
  )
}, 120_000)
