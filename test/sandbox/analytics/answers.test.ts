// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import { createSandbox, parseTransactions } from '../../../src/entries/sandbox.ts'
import { getCard } from '../../../src/resources/cards/operations.ts'
import { getChart, getChartMeta } from '../../../src/resources/charts/operations.ts'
import type { ChartCode } from '../../../src/resources/charts/types.ts'
import { getCurrencies } from '../../../src/resources/currencies/operations.ts'
import { getInsights } from '../../../src/resources/insights/operations.ts'
import type { InsightsInput } from '../../../src/resources/insights/types.ts'
import { getLtv, getLtvMeta, getLtvTrialConversion } from '../../../src/resources/ltv/operations.ts'
import { contract, readSchema } from '../../contract/contract.ts'
import { at, send } from '../ask.ts'
import { analyticsOf, DAY, now, NOW, startsOf, totalOf, valuesOf } from './world.ts'

const sandbox = createSandbox({ seed: 5, now: NOW, customers: 600 })
const { fetcher, chart, ltv } = analyticsOf(sandbox)

const refused = async (path: string) => {
  const response = await send(sandbox, path)
  const { error } = (await response.json()) as {
    error: { code: string; details?: { field: string }[] }
  }
  return [response.status, error.code, ...(error.details ?? []).map(({ field }) => field)]
}

const documented = contract.get('v4GetAnalyticsChartData')!
const CODES = readSchema(documented.parameters.find(({ name }) => name === 'chart_code')!.schema)
  .values as ChartCode[]

describe('charts', () => {
  it('are answered for all 25 documented codes, with meta', async () => {
    expect(CODES).toHaveLength(25)
    for (const chart_code of CODES) {
      const { code, series, url } = await chart(chart_code)
      expect([code, url]).toEqual([chart_code, `/v4/analytics/charts/${chart_code}`])
      expect(series.length).toBeGreaterThan(0)
      const meta = await execute(getChartMeta, { chart_code }, { fetcher })
      expect(meta).toMatchObject({ code: chart_code, isAvailable: true })
      expect(meta.types).toContain(meta.type_default)
      expect(meta.segmentations.map((split) => split.code)).toEqual(
        meta.filter_conditions.map(({ attribute }) => attribute),
      )
    }
  })

  it.each([
    'cohort-revenue',
    'cohort-active-subscriptions',
    'experiment-new-users',
    'experiment-users-to-trials',
    'experiment-users-to-paid',
    'refund-keeper',
    'events',
    'nonsense',
  ])('%s is a 404, as its meta is', async (code) => {
    expect(await refused(`/analytics/charts/${code}`)).toEqual([404, 'not_found'])
    expect(await refused(`/analytics/charts/${code}/meta`)).toEqual([404, 'not_found'])
  })

  it('span the last seven days in days, counted from the moment of the start', async () => {
    const answer = await chart('sales')
    expect(answer).toMatchObject({
      from: now - 7 * DAY,
      to: now,
      unit: 'day',
      environment: 1,
      currency: 'USD',
      maxSeries: 50,
    })
    expect(startsOf(answer)).toEqual([0, 1, 2, 3, 4, 5, 6].map((day) => now - (7 - day) * DAY))
  })

  it('bucket by weeks of seven days and by months of the calendar', async () => {
    const from = at('2025-11-30')
    const weeks = await chart('sales', { from, to: at('2025-12-20'), unit: 'week' })
    expect(startsOf(weeks)).toEqual(['2025-11-30', '2025-12-07', '2025-12-14'].map(at))
    const months = await chart('sales', {
      from: at('2025-10-31'),
      to: at('2026-02-01'),
      unit: 'month',
    })
    expect(startsOf(months)).toEqual(
      ['2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31'].map(at),
    )
  })

  it('have no point that has not begun', async () => {
    const answer = await chart('mrr', { from: at('2026-02-27'), to: at('2026-03-05') })
    expect(startsOf(answer)).toEqual(['2026-02-27', '2026-02-28'].map(at))
    const future = await chart('mrr', { from: at('2026-03-01'), to: at('2026-03-05') })
    expect(startsOf(future)).toEqual([])
    expect(totalOf(future)).toBe(valuesOf(answer).at(-1))
  })

  it('name a currency only where they show money', async () => {
    expect((await chart('arppu', { currency: 'JPY' })).currency).toBe('JPY')
    expect((await chart('free-trials', { currency: 'JPY' })).currency).toBeUndefined()
  })

  it('fall back to dollars where a rate is missing, and say so', async () => {
    const day = Math.floor(now / DAY) * DAY
    const range = { from: day - 60 * DAY, to: day }
    const [kronor, dollars] = [
      await chart('sales', { ...range, currency: 'SEK' }),
      await chart('sales', { ...range, currency: 'USD' }),
    ]
    expect(kronor).toEqual(dollars)
    expect(kronor.currency).toBe('USD')
    expect((await ltv({ cohort_from: at('2024-09-01'), currency: 'SEK' })).currency).toBe('USD')
  })

  it('keep the largest segments, and the whole beside them', async () => {
    const split = { segmentation: 'country', from: at('2025-11-01'), to: at('2026-02-01') }
    const all = await chart('sales', split)
    const totals = all.series.map(({ total }) => total!)
    expect(totals).toEqual(totals.toSorted((a, b) => b - a))
    const two = await chart('sales', { ...split, max_series: 2 })
    expect(two.series).toEqual(all.series.slice(0, 2))
    expect(two.summarySeries).toEqual(all.summarySeries)
    expect((await chart('sales', { ...split, max_series: 0 })).series).toEqual([])
  })

  it('answer the test environment by itself', async () => {
    const year = { from: at('2025-03-01'), to: now }
    const testers = await chart('users-overview', { ...year, environment: 0 })
    const customers = await chart('users-overview', year)
    expect(testers.environment).toBe(0)
    expect(totalOf(testers)).toBeGreaterThan(0)
    expect(totalOf(testers)).toBeLessThan(26)
    expect(totalOf(customers)).toBeGreaterThan(300)
  })

  it.each([
    ['an unknown split', '/analytics/charts/mrr?segmentation=planet', 'segmentation'],
    ['an unknown filter', '/analytics/charts/mrr?filter[planet][]=x', 'filter.planet'],
    ['a range that ends before it begins', '/analytics/charts/mrr?from=200&to=100', 'from'],
    ['milliseconds', `/analytics/charts/mrr?from=${now * 1000}`, 'from'],
    ['more points than anyone draws', '/analytics/charts/mrr?unit=hour&from=0', 'unit'],
    ['a currency without rates', '/analytics/charts/mrr?currency=CHF', 'currency'],
    ['a curve by an unknown attribute', '/analytics/ltv?segment=planet', 'segment'],
    ['an empty range of cohorts', `/analytics/ltv?cohort_from=200&cohort_to=100`, 'cohort_from'],
    ['a period over a year', '/analytics/insights?period=366', 'period'],
  ])('%s is a 400 that names the field', async (_, path, field) => {
    expect(await refused(path)).toEqual([400, 'invalid_data', field])
  })
})

describe('the realtime card', () => {
  it('has the four counters, and no others are published', async () => {
    const card = await execute(getCard, { card_code: 'realtime' }, { fetcher })
    expect(card.map(({ code }) => code)).toEqual([
      'trials_count',
      'subscriptions_count',
      'inapp_count',
      'tracked_revenue',
    ])
    expect(await refused('/analytics/cards/internal')).toEqual([404, 'not_found'])
  })

  it('ignores range, unit and split', async () => {
    const plain = await execute(getCard, { card_code: 'realtime' }, { fetcher })
    const ranged = {
      card_code: 'realtime',
      from: 0,
      to: 1,
      unit: 'month',
      segmentation: 'x',
    } as const
    expect(await execute(getCard, ranged, { fetcher })).toEqual(plain)
  })

  it('begins at zero at midnight', async () => {
    const early = createSandbox({ seed: 5, now: new Date('2026-02-28T00:00:00Z'), customers: 600 })
    const card = await execute(getCard, { card_code: 'realtime' }, { fetcher: early.fetcher })
    expect(card.flatMap(({ value, valuePrev }) => [value, valuePrev])).toEqual(Array(8).fill(0))
  })
})

describe('currencies', () => {
  it('are those with rates, dollars first', async () => {
    const { data } = await execute(getCurrencies, {}, { fetcher })
    const rated = new Set(sandbox.rates().map(({ currency }) => currency))
    expect(data[0]).toBe('USD')
    expect(new Set(data.slice(1))).toEqual(rated)
  })
})

describe('lifetime value', () => {
  it('takes the last 90 days up to the midnight that comes, and says both', async () => {
    const answer = await ltv()
    expect(answer).toMatchObject({
      cohort_from: now - 90 * DAY,
      cohort_to: at('2026-03-01'),
      mode: 'by_days',
      revenue_type: 'gross',
      segment: null,
      segments: [],
      measure: 'usd',
    })
  })

  it('counts renewals from 1, of all customers, up to the last that one of them reached', async () => {
    const { series, cohort_users } = await ltv({ mode: 'by_renewals' })
    expect(series.map(({ period }) => period)).toEqual(series.map((_, index) => index + 1))
    expect(series.every(({ users }) => users === cohort_users)).toBe(true)
    const [last, before] = [series.at(-1)!, series.at(-2)!]
    expect(last.revenue).toBeGreaterThan(before.revenue!)
  })

  it('has no curve for customers of today', async () => {
    const { series, cohort_users } = await ltv({ cohort_from: at('2026-02-28') })
    expect(cohort_users).toBeGreaterThan(0)
    expect(series).toEqual([])
  })

  it('says 0 of 0 where no trial began', async () => {
    const nobody = { cohort_from: at('2020-01-01'), cohort_to: at('2020-02-01') }
    expect(await execute(getLtvTrialConversion, nobody, { fetcher })).toMatchObject({
      trials_started: 0,
      trials_converted: 0,
      conversion_rate: 0,
    })
  })

  it('lists modes and attributes', async () => {
    const { modes, segmentations, filter_conditions } = await execute(getLtvMeta, {}, { fetcher })
    expect(modes.map(({ code }) => code)).toEqual(['by_days', 'by_renewals'])
    expect(segmentations.map(({ code }) => code)).toEqual([
      'country',
      'store',
      'campaign',
      'product',
    ])
    expect(filter_conditions[1]!.values!.map(({ code }) => code)).toEqual([
      'app_store',
      'play_store',
      'stripe',
    ])
  })
})

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

describe('a plain purchase log', () => {
  const csv = `customer_id,purchased_at,price,country
ann,2026-01-05,10.00,US
bob,2026-01-05,20.00,DE
ann,2026-01-12,5.50,US`
  const shop = createSandbox({
    seed: 1,
    now: new Date('2026-01-13T00:00:00Z'),
    transactions: parseTransactions(csv),
  })
  const ask = analyticsOf(shop)
  const january = { from: at('2026-01-01'), to: at('2026-01-13') }

  it('has sales, payers and averages', async () => {
    expect(totalOf(await ask.chart('sales', january))).toBe(35.5)
    expect(totalOf(await ask.chart('proceeds', january))).toBe(35.5)
    expect(totalOf(await ask.chart('users-overview', january))).toBe(2)
    expect((await ask.chart('arppu', january)).series[0]).toMatchObject({
      total: 17.75,
      totalWeight: 2,
    })
    expect(totalOf(await ask.chart('user-to-paid', january))).toBe(100)
  })

  it('has no subscriptions, trials or recurring revenue: nothing is invented', async () => {
    for (const code of ['mrr', 'active-subscriptions', 'free-trials', 'refund-rate'] as const)
      expect(totalOf(await ask.chart(code, january)), code).toBe(0)
  })

  it('has a lifetime value by day and by purchase', async () => {
    const cohort = { cohort_from: january.from, cohort_to: january.to }
    const days = await ask.ltv(cohort)
    expect(days.series.map(({ revenue }) => revenue)).toEqual([30, 30, 30, 30, 30, 30, 30, 35.5])
    const renewals = await ask.ltv({ ...cohort, mode: 'by_renewals' })
    expect(renewals.series).toEqual([
      { period: 1, revenue: 30, arpu: 15, arppu: 15, users: 2 },
      { period: 2, revenue: 35.5, arpu: 17.75, arppu: 17.75, users: 2 },
    ])
  })

  it('is converted to nothing but its own currency', async () => {
    const { data } = await execute(getCurrencies, {}, { fetcher: shop.fetcher })
    expect(data).toEqual(['USD'])
    const asked = execute(getLtv, { currency: 'EUR' }, { fetcher: shop.fetcher })
    await expect(asked).rejects.toMatchObject({ status: 400, code: 'invalid_data' })
    const converted = execute(
      getChart,
      { chart_code: 'mrr', currency: 'EUR' },
      { fetcher: shop.fetcher },
    )
    await expect(converted).rejects.toMatchObject({ details: [{ field: 'currency' }] })
  })
})
