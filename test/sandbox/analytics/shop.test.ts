// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import { createSandbox, parseTransactions } from '../../../src/entries/sandbox.ts'
import { getChart } from '../../../src/resources/charts/operations.ts'
import { getCurrencies } from '../../../src/resources/currencies/operations.ts'
import { getLtv } from '../../../src/resources/ltv/operations.ts'
import { at } from '../ask.ts'
import { analyticsOf, totalOf } from './world.ts'

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
