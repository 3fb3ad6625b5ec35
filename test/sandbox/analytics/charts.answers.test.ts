// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import { getChartMeta } from '../../../src/resources/charts/operations.ts'
import type { ChartCode } from '../../../src/resources/charts/types.ts'
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
