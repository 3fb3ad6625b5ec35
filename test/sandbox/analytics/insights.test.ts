// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import { getInsights } from '../../../src/resources/insights/operations.ts'
import type { InsightsInput } from '../../../src/resources/insights/types.ts'
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
