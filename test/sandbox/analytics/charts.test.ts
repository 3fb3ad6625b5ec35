// @vitest-environment node
import { afterAll, describe, expect } from 'vitest'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import type { ChartAnswer, ChartCode } from '../../../src/resources/charts/types.ts'
import { at } from '../ask.ts'
import { SEEDS } from '../seeds.ts'
import {
  analyticsOf,
  ATTRIBUTES,
  countEqualities,
  DAY,
  expectSame,
  NOW,
  openAnalytics,
  range,
  startsOf,
  sum,
  totalBefore,
  totalOf,
  valuesOf,
} from './world.ts'

const FLOWS: readonly ChartCode[] = [
  'sales',
  'proceeds',
  'refunds',
  'mrr-movement',
  'arr-movement',
  'paid-subscriptions-movement',
  'trials-movement',
  'new-subscriptions',
  'subscriptions-overview',
  'free-trials',
  'users-overview',
]
const STOCKS: readonly ChartCode[] = ['mrr', 'arr', 'active-subscriptions', 'active-trials']
const SHARES: readonly ChartCode[] = [
  'refund-rate',
  'trial-to-paid',
  'user-to-trial',
  'user-to-paid',
  'trial-cancellation',
  'subscription-cancellation',
]
const AVERAGES: readonly ChartCode[] = ['arpu', 'arppu']
const ALL = [...FLOWS, ...STOCKS, ...SHARES, ...AVERAGES]

const { equality, report } = countEqualities()

describe.each(SEEDS)('charts against each other, those of seed %i', (seed) => {
  const { chart, rate, close } = openAnalytics(seed)
  afterAll(() => close())

  equality(
    'totals of the range before = totals of the chart over that range, for every chart',
    async () => {
      for (const code of ALL) {
        const answer = await chart(code, range)
        const before = await chart(code, {
          from: range.from - (range.to - range.from),
          to: range.from,
        })
        for (const [line, { totalPrev, totalPrevWeight, label }] of answer.series.entries()) {
          expectSame(totalPrev!, before.series[line]!.total!, `${code}, ${label}`)
          expect(totalPrevWeight).toBe(before.series[line]!.totalWeight)
        }
      }
    },
  )

  equality(
    'a total is the sum of a flow, the last point of a stock, the weighted mean of a share',
    async () => {
      for (const code of FLOWS) {
        const answer = await chart(code, range)
        expectSame(totalOf(answer), sum(valuesOf(answer)), code)
      }
      for (const code of STOCKS) {
        const answer = await chart(code, range)
        expect(totalOf(answer), code).toBeGreaterThan(0)
        expectSame(totalOf(answer), valuesOf(answer).at(-1)!, code)
      }
      for (const code of SHARES) {
        const months = await Promise.all(
          [at('2025-11-01'), at('2025-12-01'), at('2026-01-01')].map(
            async (from, month, starts) => {
              const { series } = await chart(code, { from, to: starts[month + 1] ?? range.to })
              return { total: Number(series[0]!.total), weight: Number(series[0]!.totalWeight) }
            },
          ),
        )
        const weight = sum(months.map((month) => month.weight))
        const mean = sum(months.map((month) => month.total * month.weight)) / weight
        expectSame((await rate(code)).total, mean, code)
      }
    },
  )

  equality('segments add up to the whole, whatever the split', async () => {
    for (const segmentation of ATTRIBUTES)
      for (const code of [...FLOWS, ...STOCKS]) {
        const split = await chart(code, { ...range, segmentation, max_series: 500 })
        const whole = await chart(code, range)
        expectSame(totalOf(split), totalOf(whole), `${code} by ${segmentation}`)
        expectSame(split.summarySeries!.total!, totalOf(whole), `${code}, summary`)
        for (const [bucket, value] of valuesOf(whole).entries())
          expectSame(valuesOf(split)[bucket]!, value, `${code} by ${segmentation}, ${bucket}`)
      }
  })

  equality('weights of the segments of a share add up to the whole’s', async () => {
    for (const code of SHARES) {
      const split = await chart(code, { ...range, segmentation: 'country', max_series: 500 })
      const weights = split.series.map(({ totalWeight }) => Number(totalWeight))
      expect(sum(weights), code).toBe((await rate(code)).weight)
      const counted = split.series.map((line) => (line.total! * line.totalWeight!) / 100)
      expectSame(sum(counted), ((await rate(code)).total * sum(weights)) / 100, code)
    }
  })

  equality('a filter by one value = that value’s segment', async () => {
    for (const code of ['sales', 'mrr', 'trial-to-paid'] as const) {
      const split = await chart(code, { ...range, segmentation: 'country' })
      const filtered = await chart(code, { ...range, filter: { country: ['US'] } })
      const segment = split.series.find(({ label }) => label === 'United States')!
      expectSame(filtered.series[0]!.total!, segment.total!, code)
      expectSame(filtered.series[0]!.totalPrev!, segment.totalPrev!, code)
    }
  })

  equality('movements add up to the change of what they move', async () => {
    const pairs: readonly (readonly [ChartCode, ChartCode])[] = [
      ['paid-subscriptions-movement', 'active-subscriptions'],
      ['trials-movement', 'active-trials'],
      ['mrr-movement', 'mrr'],
      ['arr-movement', 'arr'],
    ]
    for (const [movement, stock] of pairs) {
      const held = await chart(stock, range)
      const change = totalOf(held) - totalBefore(held)
      expectSame(totalOf(await chart(movement, range)), change, movement)
    }
  })

  equality('ARR = 12 MRR, in every bucket', async () => {
    const [mrr, arr] = [await chart('mrr', range), await chart('arr', range)]
    for (const [bucket, value] of valuesOf(mrr).entries())
      expectSame(valuesOf(arr)[bucket]!, 12 * value, `ARR ${bucket}`)
  })

  equality('an alias answers as the chart it stands for', async () => {
    const lines = ({ series, measure }: ChartAnswer) => ({ series, measure })
    expect(lines(await chart('user-to-trial-conversion', range))).toEqual(
      lines(await chart('user-to-trial', range)),
    )
    expect(lines(await chart('subscription-cancellation-rate', range))).toEqual(
      lines(await chart('subscription-cancellation', range)),
    )
  })

  equality('the hours of a day add up to the day', async () => {
    const day = { from: range.to - DAY, to: range.to }
    for (const code of FLOWS) {
      const hours = await chart(code, { ...day, unit: 'hour' })
      expect(startsOf(hours)).toHaveLength(24)
      expectSame(sum(valuesOf(hours)), valuesOf(await chart(code, day))[0]!, code)
    }
  })

  equality('the past stays as it was when the clock moves on', async () => {
    const clock = { now: NOW }
    const moving = createSandbox({ seed, now: () => clock.now, customers: 800 })
    const ask = analyticsOf(moving)
    const before = await Promise.all([...FLOWS, ...STOCKS].map((code) => ask.chart(code, range)))
    clock.now = new Date(NOW.getTime() + 40 * DAY * 1000)
    expect(await Promise.all([...FLOWS, ...STOCKS].map((code) => ask.chart(code, range)))).toEqual(
      before,
    )
  })
})

report('charts', { all: 10, sql: 0 })
