// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import { ListError, ResponseShapeError } from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import {
  cursorPages,
  numberedPages,
  offsetPages,
  rowsOf,
  type Paging,
} from '../../src/core/lists.ts'
import { json, listThings } from './things.ts'
import { RESTARTED, rowsFrom, walk } from './walk.ts'

/** Answers with one page after another, whatever is asked. */
const script = (...answers: [object, Record<string, string>?][]) =>
  vi.fn<Fetcher>(async () => {
    const [body, headers] = answers.length > 1 ? answers.shift()! : answers[0]!
    return json(body, 200, headers)
  })
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

  it('shows a row once by its id, the later reading; rows without one are all there', async () => {
    const pages = (row: object, later: object) =>
      rowsOf([
        { data: [row, { id: 'x' }], has_more: true },
        { data: [later], has_more: false },
      ])
    expect(pages({ id: 'a', name: 'old' }, { id: 'a', name: 'new' })).toEqual([
      { id: 'a', name: 'new' },
      { id: 'x' },
    ])
    const twins = { type: 'purchase', at: 1 }
    expect(pages(twins, { ...twins })).toEqual([twins, { id: 'x' }, twins])
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
