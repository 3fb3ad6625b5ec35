// @vitest-environment node
import { afterAll, describe, expect } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import { getCard } from '../../../src/resources/cards/operations.ts'
import { getLtvTrialConversion } from '../../../src/resources/ltv/operations.ts'
import { askCohorts } from '../ask.ts'
import { SEEDS } from '../seeds.ts'
import {
  ATTRIBUTES,
  countEqualities,
  DAY,
  ever,
  expectSame,
  inRange,
  members,
  midnight,
  now,
  openAnalytics,
  range,
  sum,
  totalOf,
  valuesOf,
} from './world.ts'

const { equality, sqlEquality, report } = countEqualities()

describe.each(SEEDS)('tables, curves and cards against charts, those of seed %i', (seed) => {
  const { sandbox, fetcher, chart, ltv, one, money, count, rate, cohortTotal, close } =
    openAnalytics(seed)
  afterAll(() => close())

  sqlEquality(
    'gross cohort table of all dates = all raw charges = sales + refunds of all time',
    async () => {
      const everyone = { cohort_from: ever.from, cohort_to: ever.to }
      const table = await cohortTotal(everyone)
      const charged = money('gross', 'is_charge')
      expectSame(table, charged, 'table against raw charges')
      const sold = totalOf(await chart('sales', { ...ever, unit: 'month' }))
      const refunded = totalOf(await chart('refunds', { ...ever, unit: 'month' }))
      expectSame(sold + refunded, charged, 'sales + refunds against raw charges')
    },
  )

  equality('net cohort table of all dates = proceeds of all time', async () => {
    const table = await cohortTotal({
      cohort_from: ever.from,
      cohort_to: ever.to,
      revenue_type: 'net',
    })
    expectSame(table, totalOf(await chart('proceeds', { ...ever, unit: 'month' })), 'net')
  })

  sqlEquality(
    'bounded range: table − chart = later revenue of its members − in-range revenue of earlier ones',
    async () => {
      const table = await cohortTotal({ ...members, revenue_type: 'net' })
      const proceeds = totalOf(await chart('proceeds', range))
      const joined = `(SELECT at FROM joined WHERE definition = 'new_customers' AND joined.customer_id = dollars.customer_id)`
      const later = money(
        'net',
        `at >= ${range.to} AND ${joined} >= ${range.from} AND ${joined} < ${range.to}`,
      )
      const earlier = money('net', `${inRange} AND ${joined} < ${range.from}`)
      expect(later).not.toBe(0)
      expect(earlier).toBeGreaterThan(100)
      expectSame(table - proceeds, later - earlier, 'table − chart')
    },
  )

  equality(
    'lifetime value at every age = columns of the table so far, of the members that old',
    async () => {
      for (const revenue_type of ['gross', 'net'] as const) {
        const question = { ...members, mode: 'by_days', revenue_type } as const
        const { series, cohort_users } = await ltv(question)
        const { cohorts, total } = await askCohorts(sandbox, { ...question, grouping: 'day' })
        expect(cohort_users).toBe(total!.users)
        // The day that runs is in the table, open; a curve holds only days that are over.
        expect(series.map(({ period }) => period)).toEqual(
          Array.from({ length: (midnight - range.from) / DAY }, (_, age) => age),
        )
        for (const { period, revenue, users } of series) {
          const old = cohorts.filter((row) => row.periods.length - 1 > period)
          expect(users).toBe(sum(old.map((row) => row.users)))
          const columns = old.map((row) =>
            sum(row.periods.slice(0, period + 1).map((cell) => cell!.revenue!)),
          )
          expectSame(revenue!, sum(columns), `${revenue_type} at ${period}`)
        }
      }
    },
  )

  sqlEquality(
    'lifetime value at 7, 30 and 60 days = charges of the members that old, per user and per payer',
    async () => {
      const { series } = await ltv(members)
      for (const age of [7, 30, 60]) {
        const point = series[age]!
        // Instants are real numbers in SQL: their calendar day is the whole part.
        const dayOf = (instant: string) => `CAST(${instant} / ${DAY} AS INTEGER)`
        const member = `SELECT customer_id, ${dayOf('at')} AS day FROM joined WHERE definition = 'new_customers'
        AND ${inRange} AND ${dayOf('at')} + ${age} < ${midnight / DAY}
        AND customer_id IN (SELECT customer_id FROM customer WHERE environment = 1)`
        const users = one(`SELECT count(*) FROM (${member})`)
        const paid = `FROM (${member}) AS member JOIN dollars USING (customer_id)
        WHERE is_charge AND ${dayOf('dollars.at')} - day <= ${age}`
        const revenue = one(`SELECT sum(gross) ${paid}`)
        const payers = one(`SELECT count(DISTINCT customer_id) ${paid}`)
        expect(point.users).toBe(users)
        expectSame(point.revenue!, revenue, `revenue at ${age}`)
        expectSame(point.arpu!, revenue / users, `ARPU at ${age}`)
        expectSame(point.arppu!, revenue / payers, `ARPPU at ${age}`)
      }
    },
  )

  equality('by renewals = by days, once every payment of the members is in both', async () => {
    for (const revenue_type of ['gross', 'net'] as const) {
      const question = { ...members, revenue_type }
      const renewals = await ltv({ ...question, mode: 'by_renewals' })
      expectSame(
        renewals.series.at(-1)!.revenue!,
        await cohortTotal({ ...question, mode: 'by_days' }),
        `${revenue_type}: curve by renewals against table by days`,
      )
      expectSame(
        renewals.series.at(-1)!.revenue!,
        await cohortTotal({ ...question, mode: 'by_renewals' }),
        `${revenue_type}: curve against table by renewals`,
      )
    }
  })

  equality('segments of a curve add up to it: users, payers and revenue at every age', async () => {
    for (const segment of ATTRIBUTES) {
      const { segments, series, cohort_users, paying_users } = await ltv({
        ...members,
        segment,
      })
      expect(sum(segments.map((part) => part.cohort_users!))).toBe(cohort_users)
      expect(sum(segments.map((part) => part.paying_users!))).toBe(paying_users)
      for (const { period, revenue, users } of series) {
        const parts = segments.flatMap((part) => part.series.filter((p) => p.period === period))
        expect(sum(parts.map((part) => part.users!))).toBe(users)
        expectSame(sum(parts.map((part) => part.revenue!)), revenue!, `${segment} at ${period}`)
      }
    }
  })

  sqlEquality(
    'trial conversion = converted / started, a fraction, and the chart’s percent',
    async () => {
      const question = members
      const answer = await execute(getLtvTrialConversion, question, { fetcher })
      const started = count(inRange, 'trial')
      const converted = count(`converted AND ${inRange}`, 'trial')
      expect(answer).toMatchObject({ trials_started: started, trials_converted: converted })
      expect(answer.conversion_rate).toBe(converted / started)
      expectSame((await rate('trial-to-paid')).total, 100 * answer.conversion_rate!, 'chart')
    },
  )

  equality('today’s card = today’s bucket of the charts', async () => {
    const card = await execute(getCard, { card_code: 'realtime' }, { fetcher })
    const today = { from: midnight, to: midnight + DAY }
    const value = (code: string) => card.find((row) => row.code === code)!.value!
    expect(value('trials_count')).toBe(valuesOf(await chart('free-trials', today))[0])
    expect(value('subscriptions_count')).toBe(valuesOf(await chart('new-subscriptions', today))[0])
    expectSame(value('tracked_revenue'), valuesOf(await chart('sales', today))[0]!, 'revenue')
  })

  sqlEquality('the card beside it = yesterday until the same moment', async () => {
    const card = await execute(getCard, { card_code: 'realtime' }, { fetcher })
    for (const [days, field] of [
      [0, 'value'],
      [1, 'valuePrev'],
    ] as const) {
      const span = `at >= ${midnight - days * DAY} AND at < ${now - days * DAY}`
      const counts = [
        count(`type = 'trial_started' AND ${span}`),
        count(`type IN ('trial_converted', 'subscription_started') AND ${span}`),
        count(`type = 'in_app_purchase' AND ${span}`),
      ]
      expect(card.slice(0, 3).map((row) => row[field])).toEqual(counts)
      expectSame(card[3]![field]!, money('gross', span), field)
    }
  })
})

report('cohorts, lifetime value and cards', { all: 10, sql: 5 })
