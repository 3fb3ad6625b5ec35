// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { listEventLogs, listEvents } from '../../src/resources/events/operations.ts'
import type { EventLogEntry, EventLogsInput } from '../../src/resources/events/types.ts'
import { figure } from '../figures.ts'
import { at } from './ask.ts'
import { createOracle } from './oracle/oracle.ts'
import { purchase } from './purchase.ts'

const now = new Date('2026-04-22T09:30:00Z')
const sandbox = createSandbox({ seed: 1, now, customers: 20_000 })
const logs = (input: EventLogsInput, of = sandbox) =>
  execute(listEventLogs, input, { fetcher: of.fetcher })

async function all(input: EventLogsInput, of = sandbox): Promise<EventLogEntry[]> {
  const rows: EventLogEntry[] = []
  for (;;) {
    const page = await logs({ ...input, limit: 100, offset: rows.length }, of)
    rows.push(...page.data)
    if (!page.has_more) return rows
  }
}

const catalog = (of = sandbox) => execute(listEvents, {}, { fetcher: of.fetcher })
const seconds = (iso: string | undefined) => Date.parse(iso!) / 1000

describe('the catalog', () => {
  it('names every type that the log holds, trial_started by its documented id', async () => {
    const { data } = await catalog()
    const codes = new Set(data.map(({ code }) => code))
    expect(
      [...new Set(sandbox.log().map(({ type }) => type))].every((type) => codes.has(type)),
    ).toBe(true)
    expect(data.find(({ code }) => code === 'trial_started')).toMatchObject({
      id: '2',
      label: 'Trial Started',
    })
  })

  it('is purchases alone over a purchase log', async () => {
    const transactions = [purchase({ purchased_at: at('2026-04-22T01:00:00Z') })]
    const shop = createSandbox({ seed: 1, now, transactions })
    expect((await catalog(shop)).data.map(({ code }) => code)).toEqual(['purchase'])
    expect((await logs({}, shop)).data.map(({ target_id }) => target_id)).toEqual(
      Array(3).fill('app-main'),
    )
  })
})

describe('event logs', () => {
  it.each([1, 2, 3, 4, 5])('hold one entry per integration and event (seed %i)', async (seed) => {
    const business = createSandbox({ seed, now, customers: 4000 })
    const [from, to] = [at('2026-04-20'), at('2026-04-21')]
    const entries = await all({ from, to }, business)
    const oracle = createOracle(business.log(), business.rates(), now)
    const eventsOf = (start: number, end: number, condition: string) =>
      oracle
        .query(
          `SELECT event_id AS id FROM log WHERE environment = 1 AND at >= ${start} AND at < ${end} AND ${condition}`,
        )
        .map(({ id }) => Number(id))
    for (const [name, takes] of [
      ['Amplitude', '1'],
      ['Webhooks', '1'],
      ['AppsFlyer', 'price IS NOT NULL'],
    ] as const) {
      const delivered = entries
        .filter(({ integration_name }) => integration_name === name)
        .map(({ id }) => Number(id?.split('.').at(-1)))
      expect(new Set(delivered).size).toBe(delivered.length)
      // An event is delivered within five seconds: those at the edges may belong to the window beside.
      const surely = eventsOf(from, to - 5, takes)
      const possibly = new Set(eventsOf(from - 5, to, takes))
      expect(surely.length).toBeGreaterThan(10)
      expect(surely.filter((event) => !delivered.includes(event))).toEqual([])
      expect(delivered.filter((event) => !possibly.has(event))).toEqual([])
    }
    oracle.close()
    figure('event logs against SQL on the log', entries.length, '0 lacking, 0 too many', seed)
  })

  it('are those of the last 24 hours, the newest first', async () => {
    const { data, total_count } = await logs({ limit: 100 })
    expect(total_count).toBeGreaterThan(100)
    const times = data.map(({ created_at }) => seconds(created_at))
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    const rows = await all({})
    expect(rows).toHaveLength(total_count!)
    const end = now.getTime() / 1000
    expect(rows.every(({ created_at }) => seconds(created_at) >= end - 86_400)).toBe(true)
    expect(rows.every(({ updated_at }) => seconds(updated_at) <= end)).toBe(true)
  })

  it('come page by page without a gap or a row twice', async () => {
    const rows = await all({})
    const ids = new Set(rows.map(({ id }) => id))
    expect(ids.size).toBe(rows.length)
    const [middle] = (await logs({ limit: 1, offset: 57 })).data
    expect(middle).toEqual(rows[57])
    expect(await logs({ offset: rows.length })).toMatchObject({ data: [], has_more: false })
  })

  it('are any of the listed events, of any of the listed apps', async () => {
    const whole = await all({})
    const filter = { track_event_id: '2, 8', target_id: 'app-ios,app-web' }
    const kept = whole.filter(
      ({ track_event_id, target_id }) =>
        ['2', '8'].includes(String(track_event_id)) &&
        ['app-ios', 'app-web'].includes(String(target_id)),
    )
    expect(kept.length).toBeGreaterThan(0)
    expect(await all({ filter })).toEqual(kept)
  })

  it('are split in two by their outcome', async () => {
    const [good, bad] = [
      await all({ filter: { success: 'true' } }),
      await all({ filter: { success: 'false' } }),
    ]
    expect(good.length + bad.length).toBe((await logs({})).total_count)
    expect(good.every((entry) => entry.is_success === true && entry.failed_code === null)).toBe(
      true,
    )
    expect(bad.length).toBeGreaterThan(0)
    expect(bad.every((entry) => entry.is_success === false && entry.failed_code !== null)).toBe(
      true,
    )
  })

  it.each(['track_event_id', 'target_id', 'success', 'failed_code', 'updated_at'] as const)(
    'are sorted by %s both ways',
    async (sort_by) => {
      const key = (entry: EventLogEntry) =>
        sort_by === 'success'
          ? Number(entry.is_success)
          : sort_by === 'track_event_id'
            ? Number(entry.track_event_id)
            : (entry[sort_by] ?? '')
      const keys = async (sort_order: 'asc' | 'desc') =>
        (await all({ sort_by, sort_order })).map(key)
      const ascending = await keys('asc')
      expect(new Set(ascending).size).toBeGreaterThan(1)
      expect(ascending.every((k, i) => i === 0 || ascending[i - 1]! <= k)).toBe(true)
      expect(await keys('desc')).toEqual(ascending.toReversed())
    },
  )

  it.each([
    [{ from: at('2026-04-20'), to: at('2026-04-22') }, 'InputError', 'to'],
    [{ from: at('2026-04-22'), to: at('2026-04-21') }, 'InputError', 'to'],
    [{ from: at('2026-04-20') }, 'QonversionApiError', 'from'],
    [{ from: at('2026-05-20') }, 'QonversionApiError', 'from'],
    [{ filter: { target_id: 'a,'.repeat(50) } }, 'InputError', 'filter.target_id'],
  ])('refuse %j', async (input, name, field) => {
    await expect(logs(input)).rejects.toMatchObject({ name, details: [{ field }] })
  })
})
