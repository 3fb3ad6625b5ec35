// @vitest-environment node
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { getCohortsMeta } from '../../src/resources/cohorts/operations.ts'
import type { CohortsInput } from '../../src/resources/cohorts/types.ts'
import { askCohorts, at, send } from './ask.ts'

const now = new Date('2026-04-22T00:00:00Z')
const sandbox = createSandbox({ seed: 1, now, customers: 2000 })

describe('ranges', () => {
  it('snaps the default range as the documented answer does', async () => {
    const answer = await askCohorts(sandbox, {})
    expect([answer.cohort_from, answer.cohort_to]).toEqual([1768780800, 1776816000])
    expect(answer.cohorts[0]!.label).toBe('2026-01-19')
  })

  it('snaps an uneven range outwards: down to the grouping, up to midnight', async () => {
    const answer = await askCohorts(sandbox, {
      grouping: 'quarter',
      cohort_from: at('2025-08-19T13:00:01Z'),
      cohort_to: at('2026-02-03T00:00:01Z'),
    })
    expect([answer.cohort_from, answer.cohort_to]).toEqual([at('2025-07-01'), at('2026-02-04')])
    const last = answer.cohorts.at(-1)!
    expect([last.cohort_start, last.cohort_end]).toEqual([at('2026-01-01'), at('2026-04-01')])
  })
})

describe('an answer without rows', () => {
  const empty = { cohort_from: at('2010-01-04'), cohort_to: at('2010-03-01') }

  it('is the documented empty answer by renewals', async () => {
    const response = await send(
      sandbox,
      `/analytics/cohorts?cohort_from=${empty.cohort_from}&cohort_to=${empty.cohort_to}`,
    )
    // Field for field the example of the API's page, with this range in it.
    expect(await response.text()).toBe(
      JSON.stringify({
        object: 'analytics_cohorts',
        url: '/v4/analytics/cohorts',
        mode: 'by_renewals',
        grouping: 'week',
        cohort_from: empty.cohort_from,
        cohort_to: empty.cohort_to,
        currency: 'USD',
        period_labels: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12'],
        cohorts: [],
        total: null,
        max_values: { arpas: 0, arppu: 0, arpu: 0, payers: 0, revenue: 0, subscriptions: 0 },
      }),
    )
  })

  it('has twelve period starts by days', async () => {
    const answer = await askCohorts(sandbox, { ...empty, mode: 'by_days', grouping: 'month' })
    expect(answer.period_labels).toHaveLength(12)
    expect(answer.period_labels.slice(0, 2)).toEqual(['2010-01-01', '2010-02-01'])
    expect(answer.total).toBeNull()
  })

  it('has no segments either', async () => {
    const answer = await askCohorts(sandbox, { ...empty, group_by: 'country' })
    expect([answer.group_by, answer.segments]).toEqual(['country', []])
  })
})

describe('segments', () => {
  it('are there only when asked for, one per value with members, and add up', async () => {
    expect(await askCohorts(sandbox, {})).not.toHaveProperty('segments')
    const answer = await askCohorts(sandbox, { group_by: 'store', grouping: 'month' })
    expect(answer.segments!.map(({ value, label }) => [value, label])).toEqual([
      ['app_store', 'App Store'],
      ['play_store', 'Google Play'],
      ['stripe', 'Stripe'],
    ])
    const users = answer.segments!.reduce((sum, segment) => sum + segment.total!.users, 0)
    expect(users).toBe(answer.total!.users)
  })
})

describe('environment', () => {
  it('0 holds the test customers, 1 all others', async () => {
    const range = {
      cohort_from: at('2024-10-01'),
      cohort_to: at('2026-04-22'),
      grouping: 'year',
    } as const
    const users = async (environment: 0 | 1) =>
      (await askCohorts(sandbox, { ...range, environment })).total!.users
    expect([await users(0), await users(1)]).toEqual([25, 2000])
    expect((await askCohorts(sandbox, range)).total!.users).toBe(2000)
  })
})

describe('currency', () => {
  // The one date without a rate for Swedish kronor: 45 days before 22 April 2026.
  const gap = '2026-03-08'

  it('falls back to US dollars where a rate is missing, as the API does', async () => {
    expect(sandbox.rates().some(({ date, currency }) => date === gap && currency === 'SEK')).toBe(
      false,
    )
    const dollars = await askCohorts(sandbox, {})
    expect(await askCohorts(sandbox, { currency: 'SEK' })).toEqual(dollars)
  })

  it('converts as asked where no missing rate is needed', async () => {
    const range = { cohort_from: at('2026-03-09'), cohort_to: at('2026-04-01') }
    const answer = await askCohorts(sandbox, { ...range, currency: 'SEK' })
    expect(answer.currency).toBe('SEK')
    expect(answer.max_values.revenue).toBeGreaterThan(0)
  })

  it('takes a table of rates of the host', async () => {
    const rates = sandbox
      .rates()
      .map(({ date, currency, usd }) => ({ date, currency, usd: usd * 2 }))
    const doubled = createSandbox({ seed: 1, now, customers: 2000, rates })
    const question: CohortsInput = {
      filter: { country: ['JP'] },
      grouping: 'year',
      mode: 'by_days',
    }
    const [once, twice] = [await askCohorts(sandbox, question), await askCohorts(doubled, question)]
    expect(once.total!.periods[0]!.revenue).toBeGreaterThan(0)
    expect(twice.total!.periods[0]!.revenue).toBeCloseTo(2 * once.total!.periods[0]!.revenue!, 2)
  })

  it.each([
    ['a date that is none', { date: 'today', currency: 'EUR', usd: 1 }],
    ['a rate of zero', { date: '2026-01-01', currency: 'EUR', usd: 0 }],
    ['a currency that is none', { date: '2026-01-01', currency: 'euro', usd: 1 }],
  ])('refuses a table with %s', (_, row) => {
    expect(() => createSandbox({ seed: 1, now, rates: [row] })).toThrow(
      /cannot be read\. Give \{ date/,
    )
  })
})

describe('meta', () => {
  it('lists what may be asked for, in the layout of the operation', async () => {
    const response = await send(sandbox, '/analytics/cohorts/meta')
    const meta = v.parse(getCohortsMeta.output(), await response.json())
    const codes = (items: { code: string }[]) => items.map(({ code }) => code)
    expect(codes(meta.modes)).toEqual(['by_renewals', 'by_days'])
    expect(codes(meta.groupings)).toEqual(['day', 'week', 'month', 'quarter', 'year'])
    expect(codes(meta.cohort_definitions)).toEqual([
      'new_customers',
      'initial_conversions',
      'new_paying',
    ])
    expect(codes(meta.metrics)).toEqual([
      'revenue',
      'subscriptions',
      'payers',
      'arpu',
      'arppu',
      'arpas',
    ])
    const attributes = meta.filter_conditions.map(({ attribute }) => attribute)
    expect(attributes).toEqual(['country', 'store', 'campaign', 'product'])
    expect(meta.filter_conditions[0]).toMatchObject({
      type: 'list',
      multiple: true,
      label: 'Country',
    })
    expect(meta.filter_conditions[0]!.values).toContainEqual({ code: 'US', label: 'United States' })
  })

  it('takes no parameters', async () => {
    expect((await send(sandbox, '/analytics/cohorts/meta?mode=by_days')).status).toBe(400)
  })
})
