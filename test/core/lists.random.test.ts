// @vitest-environment node
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { ListError } from '../../src/core/errors.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { cursorPages, numberedPages, offsetPages, type Paging } from '../../src/core/lists.ts'
import { figure, runs } from '../figures.ts'
import { json } from './things.ts'
import { RESTARTED, rowsFrom, walk } from './walk.ts'

const SEED = 20_261_121

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
