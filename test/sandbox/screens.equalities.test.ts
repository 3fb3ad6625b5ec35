// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { getChart } from '../../src/resources/charts/operations.ts'
import {
  getExperimentsSummary,
  listExperiments,
} from '../../src/resources/experiments/operations.ts'
import { listRemoteConfigurations } from '../../src/resources/remote-configurations/operations.ts'
import {
  getScreenAnalytics,
  getScreensAnalyticsOverview,
  listScreens,
} from '../../src/resources/screens/operations.ts'
import type { ScreenKpi } from '../../src/resources/screens/types.ts'
import { figure } from '../figures.ts'
import { at } from './ask.ts'
import { createOracle } from './oracle/oracle.ts'
import { SEEDS } from './seeds.ts'

const NOW = new Date('2026-02-28T13:37:21Z')
/** Ranges of any length and edge: the documented default, whole months, everything, a day and a half by the hour. */
const RANGES = [
  { from: at('2026-02-21T13:37:21Z'), to: at('2026-02-28T13:37:21Z'), unit: 'day', environment: 1 },
  { from: at('2025-06-01'), to: at('2026-01-01'), unit: 'month', environment: 1 },
  { from: at('2024-01-01'), to: at('2026-03-01'), unit: 'week', environment: 1 },
  {
    from: at('2025-12-24T06:00:01Z'),
    to: at('2025-12-25T18:00:01Z'),
    unit: 'hour',
    environment: 1,
  },
  { from: at('2024-06-01'), to: at('2026-02-28'), unit: 'month', environment: 0 },
] as const
type Range = (typeof RANGES)[number]

const sql = readFileSync(new URL('screens.sql', import.meta.url), 'utf8')

describe.each(SEEDS)('screens and configurations of seed %i', (seed) => {
  const sandbox = createSandbox({ seed, now: NOW, customers: 800 })
  const { fetcher } = sandbox
  const oracle = createOracle(sandbox.log(), sandbox.rates(), NOW)
  for (const statement of sql.split(/;\n/).filter((text) => /\w/.test(text)))
    oracle.query(statement)
  const ids = async () => (await execute(listScreens, {}, { fetcher })).data.map(({ id }) => id)
  const screen = async (screen_id: string, range: Range) =>
    (await execute(getScreenAnalytics, { screen_id, ...range }, { fetcher })).data!.kpis!
  const overview = async (range: Range) =>
    (await execute(getScreensAnalyticsOverview, range, { fetcher })).data!.kpis!

  /** Figures by screen as SQL adds them up, of all with `''`. */
  const counted = (where: string, of: string) => {
    const rows = oracle.query(`
      SELECT ${of} AS screen,
        sum(type IN ('install', 'trial_started') OR direct) AS views, sum(type = 'trial_started') AS trials,
        sum(purchased) AS purchases, sum(direct) AS direct, sum(usd) AS revenue,
        sum(type LIKE '%\\_refunded' ESCAPE '\\') AS refunds, sum(type LIKE '%\\_canceled' ESCAPE '\\') AS cancels
      FROM shown WHERE ${where} GROUP BY 1`) as unknown as (Record<string, number> & {
      screen: string
    })[]
    const found = new Map(rows.map((row) => [row.screen, row]))
    return (id: string, name: string): number => found.get(id)?.[name] ?? 0
  }
  const within = ({ environment }: Range, from: number, to: number) =>
    `environment = ${environment} AND at >= ${from} AND at < ${to}`
  const inRange = (range: Range) => within(range, range.from, range.to)
  const before = (range: Range) => within(range, 2 * range.from - range.to, range.from)

  it('count views, trials, purchases and refunds as SQL does, before and in the range', async () => {
    let values = 0
    for (const range of RANGES) {
      const [now, then] = [counted(inRange(range), 'screen'), counted(before(range), 'screen')]
      for (const id of await ids()) {
        const kpis = await screen(id, range)
        for (const name of ['trials', 'purchases', 'refunds'] as const) {
          expect([id, name, kpis[name]!.value, kpis[name]!.prev]).toEqual([
            id,
            name,
            now(id, name),
            then(id, name),
          ])
          values += 2
        }
      }
    }
    figure('counts of screens = SQL on the log', values, 'equal', seed)
  })

  it('have brought what SQL adds up at the rates of the days', async () => {
    for (const range of RANGES) {
      const [now, then] = [counted(inRange(range), 'screen'), counted(before(range), 'screen')]
      for (const id of await ids()) {
        const { revenue } = await screen(id, range)
        expect(revenue!.value).toBeCloseTo(now(id, 'revenue'), 3)
        expect(revenue!.prev).toBeCloseTo(then(id, 'revenue'), 3)
      }
    }
    figure('revenue of screens = SQL on the log', RANGES.length * 12, 'equal', seed)
  })

  it('have rates of what SQL counts', async () => {
    const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
    for (const range of RANGES) {
      const now = counted(inRange(range), 'screen')
      for (const id of await ids()) {
        const { conversion_rate, cancel_rate } = await screen(id, range)
        const [trials, purchases] = [now(id, 'trials'), now(id, 'purchases')]
        expect(conversion_rate!.value).toBeCloseTo(share(purchases, trials + now(id, 'direct')), 5)
        expect(cancel_rate!.value).toBeCloseTo(share(now(id, 'cancels'), trials + purchases), 5)
      }
      const all = counted(inRange(range), "''")
      const { conversion, impressions } = await overview(range)
      expect(impressions!.value).toBe(all('', 'views'))
      expect(conversion!.value).toBeCloseTo(share(all('', 'purchases'), all('', 'views')), 5)
    }
    figure('rates of screens = SQL on the log', RANGES.length * 13, 'equal', seed)
  })

  it('add up to the overview, exactly', async () => {
    for (const range of RANGES) {
      const all = await overview(range)
      const each = await Promise.all((await ids()).map((id) => screen(id, range)))
      for (const name of ['trials', 'purchases', 'revenue'] as const)
        for (const read of [
          (kpi: ScreenKpi) => kpi.value!,
          (kpi: ScreenKpi) => kpi.prev!,
          ...all[name]!.sparkline!.map((_, index) => (kpi: ScreenKpi) => kpi.sparkline![index]!),
        ])
          // In millionths, which are whole.
          expect(Math.round(read(all[name]!) * 1e6)).toBe(
            each.reduce((sum, kpis) => sum + Math.round(read(kpis[name]!) * 1e6), 0),
          )
    }
    figure('sum of the screens = overview', RANGES.length * 3, 'exact', seed)
  })

  it('add up over their buckets to the value', async () => {
    for (const range of RANGES)
      for (const [name, kpi] of Object.entries(await overview(range)) as [string, ScreenKpi][]) {
        if (name === 'conversion') continue
        const sum = kpi.sparkline!.reduce<number>((total, value) => total + value!, 0)
        expect([name, sum]).toEqual([name, expect.closeTo(kpi.value!, 4)])
      }
    figure('sum of the buckets = value', RANGES.length * 5, 'equal', seed)
  })

  it('have together the sales and refunds of the charts, and their new trials', async () => {
    for (const range of RANGES) {
      const chart = async (chart_code: 'sales' | 'refunds' | 'free-trials') =>
        (await execute(getChart, { chart_code, ...range }, { fetcher })).series[0]!
      const { revenue, trials } = await overview(range)
      const [sales, refunds, free] = [
        await chart('sales'),
        await chart('refunds'),
        await chart('free-trials'),
      ]
      expect(revenue!.value).toBeCloseTo(sales.total! + refunds.total!, 3)
      expect(revenue!.prev).toBeCloseTo(sales.totalPrev! + refunds.totalPrev!, 3)
      expect(trials!.value).toBe(free.total)
    }
    figure('overview = sales + refunds of the charts', RANGES.length, 'equal', seed)
  })

  it('are served as SQL counts customers of a country, and of a running experiment', async () => {
    const served = sandbox
      .log()
      .filter(({ type }) => type === 'install')
      .map(({ customer_id: id }) => sandbox.served(id))
    const count = (name: string) =>
      served.filter((list) => list.some((config) => config.name === name)).length
    const german = `SELECT count(*) AS n FROM customer WHERE country = 'DE'`
    expect(count('Onboarding copy, Germany')).toBe(Number(oracle.query(german)[0]!['n']))
    expect(count('Onboarding copy') + count('Onboarding copy, Germany')).toBe(served.length)
    figure('served by country = SQL', 2, 'equal', seed)

    const { data } = await execute(listExperiments, {}, { fetcher })
    const { items } = await execute(
      getExperimentsSummary,
      { filter: { experiment_uid: data.map(({ id }) => id) } },
      { fetcher },
    )
    const configurations = await execute(listRemoteConfigurations, { limit: 100 }, { fetcher })
    const nameOf = new Map(configurations.data.map(({ id, name }) => [id, name]))
    let groups = 0
    for (const { status, groups: each } of items)
      for (const { metrics, remote_config_uid: id } of each) {
        expect(count(nameOf.get(id!)!)).toBe(status === 'active' ? metrics!.users : 0)
        groups++
      }
    figure('served by an experiment = users of its group', groups, 'equal', seed)
  })

  it('win back half of those whom SQL finds to have left', () => {
    const left = oracle.query(`
      SELECT customer_id FROM (
        SELECT customer_id, product_group, type,
          row_number() OVER (PARTITION BY customer_id, product_group ORDER BY event_id DESC) AS newest
        FROM event WHERE product_group IS NOT NULL AND type <> 'subscription_refunded')
      WHERE newest = 1 AND customer_id IN (SELECT customer_id FROM customer WHERE environment = 1)
      GROUP BY customer_id HAVING min(type LIKE '%\\_expired' ESCAPE '\\') = 1`)
    const gone = new Set(left.map((row) => String(row['customer_id'])))
    const offered = sandbox
      .log()
      .filter(({ type }) => type === 'install')
      .map(({ customer_id: id }) => id)
      .filter((id) => sandbox.served(id).some(({ name }) => name === 'Win back'))
    expect(offered.filter((id) => !gone.has(id))).toEqual([])
    const n = gone.size
    expect(Math.abs(offered.length - n / 2)).toBeLessThan(5 * Math.sqrt(n / 4))
    expect(n).toBeGreaterThan(30)
    figure('win back offered to half of those who left', n, String(offered.length), seed)
  })
})
