// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import { createSandbox } from '../../../src/entries/sandbox.ts'
import { getCard } from '../../../src/resources/cards/operations.ts'
import { getCurrencies } from '../../../src/resources/currencies/operations.ts'
import { getLtvMeta, getLtvTrialConversion } from '../../../src/resources/ltv/operations.ts'
import { at, send } from '../ask.ts'
import { analyticsOf, DAY, now, NOW } from './world.ts'

const sandbox = createSandbox({ seed: 5, now: NOW, customers: 600 })
const { fetcher, ltv } = analyticsOf(sandbox)

describe('the realtime card', () => {
  it('has the four counters, and no others are published', async () => {
    const card = await execute(getCard, { card_code: 'realtime' }, { fetcher })
    expect(card.map(({ code }) => code)).toEqual([
      'trials_count',
      'subscriptions_count',
      'inapp_count',
      'tracked_revenue',
    ])
    expect((await send(sandbox, '/analytics/cards/internal')).status).toBe(404)
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
