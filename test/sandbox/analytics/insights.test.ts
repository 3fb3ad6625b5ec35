// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import { getInsights } from '../../../src/resources/insights/operations.ts'
import type { InsightsInput } from '../../../src/resources/insights/types.ts'
import type { Figure } from '../../../src/sandbox/insights/figures.ts'
import { logRow, orderLog } from '../../../src/sandbox/log.ts'
import { createSandboxOver } from '../../../src/sandbox/sandbox.ts'
import { createFixedWorld } from '../../../src/sandbox/worlds.ts'
import { writeInsights } from '../../../src/sandbox/insights/write.ts'
import { analyticsOf, DAY, now, NOW } from './world.ts'

describe('insights', () => {
  const open = () => {
    const clock = { now: NOW }
    const business = createSandbox({ seed: 5, now: () => clock.now, customers: 3000 })
    const ask = (input: InsightsInput = {}) =>
      execute(getInsights, input, { fetcher: business.fetcher })
    return { clock, business, ask }
  }

  it('are written from the figures that the charts show', async () => {
    const { ask, business } = open()
    const { summary, insights, period_days } = await ask({ period: 90 })
    const charts = analyticsOf(business)
    const mrr = await charts.chart('mrr', { from: now - 90 * DAY, to: now })
    const [value, before] = [mrr.series[0]!.total!, mrr.series[0]!.totalPrev!]
    const words = (amount: number) => `USD ${Math.round(amount).toLocaleString('en-US')}`
    expect(period_days).toBe(90)
    expect(summary).toContain(
      `MRR ${words(value)} (+${((100 * value) / before - 100).toFixed(1)}%)`,
    )
    const told = insights.find(({ metric }) => metric === 'mrr')!
    expect(told.body).toBe(`MRR: ${words(value)} now, ${words(before)} 90 days ago.`)
    expect(told.type).toBe('positive')
    expect(told.action).toBeTruthy()
  })

  it('are kept: the first is written, the next one the same; force writes again', async () => {
    const { ask } = open()
    const first = await ask()
    expect(first).toMatchObject({ is_cached: false, is_stale: false })
    expect(await ask()).toEqual({ ...first, is_cached: true })
    expect(await ask({ cached_only: true })).toEqual({ ...first, is_cached: true })
    expect(await ask({ force: true })).toMatchObject({ is_cached: false })
    expect((await ask({ period: 7 })).is_cached).toBe(false)
  })

  it('are not written for a request that wants only what is kept', async () => {
    const { ask } = open()
    const nothing = { health: null, insights: [], is_cached: false }
    expect(await ask({ cached_only: true })).toMatchObject(nothing)
    expect(await ask({ cached_only: true })).toMatchObject(nothing)
  })

  it('of an earlier day are shown once more as stale while new ones are made', async () => {
    const { ask, clock } = open()
    const old = await ask()
    clock.now = new Date(NOW.getTime() + DAY * 1000)
    expect(await ask()).toEqual({ ...old, is_cached: true, is_stale: true })
    const fresh = await ask()
    expect(fresh).toMatchObject({ is_cached: true, is_stale: false })
    expect(fresh.generated_at).toBe('2026-03-01T13:37:21+00:00')
  })
})

describe('what is written', () => {
  const figureOf = (given: Partial<Figure>): Figure => ({
    metric: 'sales',
    name: 'Sales',
    kind: 'money',
    value: 110,
    before: 100,
    change: 10,
    isStock: false,
    isNoise: false,
    isGoodWhenHigh: true,
    ...given,
  })
  const write = (...given: Partial<Figure>[]) =>
    writeInsights({ currency: 'EUR', figures: given.map(figureOf) }, 30)

  it('tells a fall from a rise, and a large one from a small', () => {
    const typeOf = (change: number) => write({ change }).insights[0]!.type
    expect([-30, -10, 10, 30].map(typeOf)).toEqual(['critical', 'tip', 'info', 'positive'])
  })

  it('takes a rise of what should be low for a fall', () => {
    const refunds = { metric: 'refund_rate', kind: 'percent', isGoodWhenHigh: false } as const
    expect(write({ ...refunds, change: 3 }).insights[0]!.type).toBe('critical')
    expect(write({ ...refunds, change: -3 }).insights[0]!.type).toBe('positive')
  })

  it('is about what moved most, first', () => {
    const { insights } = write({ change: 6 }, { metric: 'mrr', name: 'MRR', change: -40 })
    expect(insights.map(({ metric }) => metric)).toEqual(['mrr', 'sales'])
  })

  it('keeps silent about what chance brings, about small changes, and where nothing can be compared', () => {
    const { insights } = write({ change: 50, isNoise: true }, { change: 4.9 }, { change: null })
    expect(insights.map(({ title }) => title)).toEqual(['Nothing notable changed'])
  })

  it('scores from 0 to 10, lower is worse, and names the score', () => {
    const scored = (count: number, change: number) => {
      const { health, health_score } = write(...Array.from({ length: count }, () => ({ change })))
      return [health_score, health]
    }
    expect(scored(0, 0)).toEqual([7, 'healthy'])
    expect(scored(1, 6)).toEqual([8, 'healthy'])
    expect(scored(5, 30)).toEqual([10, 'healthy'])
    expect(scored(1, -30)).toEqual([5, 'watch'])
    expect(scored(2, -30)).toEqual([3, 'critical'])
    expect(scored(5, -30)).toEqual([0, 'critical'])
  })

  it('has the figures in plain digits', () => {
    const { insights, summary } = write({ value: 1_234_567.4, before: 999.5, change: 25.04 })
    expect(insights[0]).toMatchObject({
      title: 'Sales rose by 25.0%',
      body: 'Sales: EUR 1,234,567 in the last 30 days, EUR 1,000 in the 30 days before.',
    })
    expect(summary).toBe('Last 30 days against the 30 days before: Sales EUR 1,234,567 (+25.0%).')
  })
})

describe('what may be chance', () => {
  const week = (ago: number, index: number) => now - ago * 7 * DAY + index * 60
  /** Metrics told of a shop in which these many customers bought, and gave back, before and in the last seven days. */
  async function toldOf(before: { bought: number; gaveBack: number }, last: typeof before) {
    const rows = [before, last].flatMap(({ bought, gaveBack }, nth) =>
      Array.from({ length: bought }, (_, index) => {
        const customer_id = `${nth} ${index}`
        const money = { customer_id, price: 100, currency: 'USD', store: 'app_store' }
        const bill = logRow({ ...money, type: 'in_app_purchase', at: week(2 - nth, index) })
        const refund = logRow({ ...money, type: 'in_app_refunded', at: bill.at + 30 })
        return index < gaveBack ? [bill, refund] : [bill]
      }).flat(),
    )
    const ordered = orderLog(rows)
    for (const [index, row] of ordered.entries())
      if (row.type === 'in_app_refunded') row.refund_of = ordered[index - 1]!.event_id
    const world = createFixedWorld(ordered, null)
    const shop = createSandboxOver({ world, now: () => now, secretKey: 'sk_test' })
    const { insights } = await execute(getInsights, { period: 7 }, { fetcher: shop.fetcher })
    return insights.map(({ metric }) => metric)
  }
  const none = { gaveBack: 0 }

  it('is not told of counts: 8 after 2 is within two square roots of their sum, 9 after 2 is not', async () => {
    expect(await toldOf({ bought: 2, ...none }, { bought: 8, ...none })).not.toContain('new_users')
    expect(await toldOf({ bought: 2, ...none }, { bought: 9, ...none })).toContain('new_users')
  })

  it('is not told of shares: 3 of 40 after 1 of 40 is within two standard errors, 7 of 40 is not', async () => {
    const before = { bought: 40, gaveBack: 1 }
    expect(await toldOf(before, { bought: 40, gaveBack: 3 })).not.toContain('refund_rate')
    expect(await toldOf(before, { bought: 40, gaveBack: 7 })).toContain('refund_rate')
  })
})
