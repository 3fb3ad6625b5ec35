// @vitest-environment node
import { afterAll, describe, expect } from 'vitest'
import type { ChartCode } from '../../../src/resources/charts/types.ts'
import { at } from '../ask.ts'
import { SEEDS } from '../seeds.ts'
import {
  countEqualities,
  expectSame,
  inRange,
  openAnalytics,
  range,
  startsOf,
  totalOf,
  valuesOf,
} from './world.ts'

const { sqlEquality, report } = countEqualities()

describe.each(SEEDS)('charts recomputed by SQL, those of seed %i', (seed) => {
  const { chart, all, one, money, count, rate, close } = openAnalytics(seed)
  afterAll(() => close())

  sqlEquality('sales = raw charges − refunds dated in the range', async () => {
    const expected =
      money('gross', `${inRange} AND is_charge`) + money('gross', `${inRange} AND NOT is_charge`)
    expect(expected).toBeGreaterThan(1000)
    expectSame(totalOf(await chart('sales', range)), expected, 'sales')
  })

  sqlEquality('every day of sales = that day’s charges − that day’s refunds', async () => {
    const answer = await chart('sales', range)
    const rows = all<{ day: string; gross: number }>(
      `SELECT date(at, 'unixepoch') AS day, sum(gross) AS gross FROM dollars WHERE environment = 1 AND ${inRange} GROUP BY day`,
    )
    const byDay = new Map(rows.map(({ day, gross }) => [at(day), gross]))
    expect(startsOf(answer)).toHaveLength(92)
    for (const [bucket, start] of startsOf(answer).entries())
      expectSame(valuesOf(answer)[bucket]!, byDay.get(start) ?? 0, `sales of ${start}`)
  })

  sqlEquality('proceeds = the same less commission', async () => {
    expectSame(totalOf(await chart('proceeds', range)), money('net', inRange), 'proceeds')
  })

  sqlEquality('refunds = what was given back in the range, by its own date', async () => {
    const given = -money('gross', `${inRange} AND NOT is_charge`)
    expect(given).toBeGreaterThan(0)
    expectSame(totalOf(await chart('refunds', range)), given, 'refunds')
  })

  sqlEquality('sales in euros = each entry at its own day’s rate', async () => {
    const euros = one(
      `SELECT sum(gross / usd) FROM dollars JOIN rate ON rate.currency = 'EUR' AND rate.date = date(at, 'unixepoch')
       WHERE environment = 1 AND ${inRange}`,
    )
    expectSame(totalOf(await chart('sales', { ...range, currency: 'EUR' })), euros, 'sales in EUR')
  })

  sqlEquality('the refund rate = refunds of the range / purchases of the range', async () => {
    const { total, weight } = await rate('refund-rate')
    const purchases = count(`is_charge AND ${inRange}`)
    expect(weight).toBe(purchases)
    expectSame(
      total,
      (100 * count(`type LIKE '%refunded' AND ${inRange}`)) / purchases,
      'refund rate',
    )
  })

  sqlEquality('ARPPU = sales / distinct payers, ARPU = sales / new users', async () => {
    const sales = money('gross', inRange)
    const payers = one(
      `SELECT count(DISTINCT customer_id) FROM live WHERE is_charge AND ${inRange}`,
    )
    const users = count(`type = 'install' AND ${inRange}`)
    expectSame((await rate('arppu')).total, sales / payers, 'ARPPU')
    expectSame((await rate('arpu')).total, sales / users, 'ARPU')
  })

  sqlEquality(
    'active subscriptions = those whose last event leaves them paid, at each month’s end',
    async () => {
      const answer = await chart('active-subscriptions', { ...range, unit: 'month' })
      const ends = [...startsOf(answer).slice(1), range.to]
      expect(ends).toHaveLength(3)
      for (const [bucket, end] of ends.entries()) {
        const last = `at < ${end} AND until >= ${end}`
        const on = count(`is_charge AND ${last}`, 'standing')
        const off = count(`type = 'subscription_canceled' AND ${last}`, 'standing')
        expect(answer.series.map(({ data }) => data[bucket]!.value)).toEqual([on, off])
        expect(on).toBeGreaterThan(20)
      }
    },
  )

  sqlEquality(
    'MRR = last prices of renewing subscriptions, a month of each, at each month’s end',
    async () => {
      const answer = await chart('mrr', { ...range, unit: 'month' })
      for (const [bucket, end] of [...startsOf(answer).slice(1), range.to].entries()) {
        const expected = one(
          `SELECT sum(price / iif(currency = 'JPY', 1.0, 100.0) * coalesce(usd, 1.0) * factor)
         FROM standing JOIN month_of USING (product_id)
         LEFT JOIN rate USING (currency) WHERE is_charge AND at < ${end} AND until >= ${end}
           AND (currency = 'USD' OR rate.date = date(at, 'unixepoch'))`,
        )
        expectSame(valuesOf(answer)[bucket]!, expected, `MRR at ${end}`)
        expect(expected).toBeGreaterThan(100)
      }
    },
  )

  sqlEquality(
    'active trials = trials neither over nor in billing retry, at each week’s end',
    async () => {
      const answer = await chart('active-trials', { ...range, unit: 'week' })
      for (const [bucket, end] of [...startsOf(answer).slice(1), range.to].entries()) {
        const last = `at < ${end} AND until >= ${end}`
        const expected = count(
          `type IN ('trial_started', 'trial_canceled') AND ${last}`,
          'standing',
        )
        expect(valuesOf(answer)[bucket]).toBe(expected)
      }
    },
  )

  sqlEquality(
    'new trials, subscriptions, charges and users = rows of the log, by day',
    async () => {
      const kinds: readonly (readonly [ChartCode, string])[] = [
        ['free-trials', `type = 'trial_started'`],
        ['new-subscriptions', `type IN ('trial_converted', 'subscription_started')`],
        ['subscriptions-overview', 'is_charge AND product_group IS NOT NULL'],
        ['users-overview', `type = 'install'`],
      ]
      for (const [code, where] of kinds) {
        const answer = await chart(code, range)
        const rows = all<{ day: string; n: number }>(
          `SELECT date(at, 'unixepoch') AS day, count(*) AS n FROM live WHERE ${where} AND ${inRange} GROUP BY day`,
        )
        const byDay = new Map(rows.map(({ day, n }) => [at(day), n]))
        expect(totalOf(answer)).toBeGreaterThan(0)
        expect(valuesOf(answer), code).toEqual(startsOf(answer).map((day) => byDay.get(day) ?? 0))
      }
    },
  )

  sqlEquality(
    'trial to paid and trial cancellation = shares of the trials that began in the range',
    async () => {
      const trials = count(inRange, 'trial')
      for (const [code, fate] of [
        ['trial-to-paid', 'converted'],
        ['trial-cancellation', 'canceled'],
      ] as const) {
        const { total, weight } = await rate(code)
        expect(weight).toBe(trials)
        expectSame(total, (100 * count(`${fate} AND ${inRange}`, 'trial')) / trials, code)
      }
    },
  )

  sqlEquality(
    'user to trial and user to paid = shares of the users who came in the range',
    async () => {
      const users = `SELECT customer_id FROM live WHERE type = 'install' AND ${inRange}`
      const size = count(`type = 'install' AND ${inRange}`)
      for (const [code, did] of [
        ['user-to-trial', `type = 'trial_started'`],
        ['user-to-paid', 'is_charge'],
      ] as const) {
        const { total, weight } = await rate(code)
        const doing = one(
          `SELECT count(DISTINCT customer_id) FROM live WHERE ${did} AND customer_id IN (${users})`,
        )
        expect(weight).toBe(size)
        expectSame(total, (100 * doing) / size, code)
      }
    },
  )

  sqlEquality(
    'subscription cancellation = share of the subscriptions that began in the range',
    async () => {
      const { total, weight } = await rate('subscription-cancellation')
      expect(weight).toBe(count(inRange, 'paid'))
      expectSame(total, (100 * count(`canceled AND ${inRange}`, 'paid')) / weight, 'cancellation')
    },
  )
})

report('charts by SQL', { all: 14, sql: 14 })
