// @vitest-environment node
import { describe, expect, test } from 'vitest'
import {
  changeLtvView,
  initialLtvView,
  ltvQuestion,
  readLtvView,
  viewCosts,
  type LtvView,
} from '../../../src/resources/ltv/ltvView.model.ts'
import { decodeView, encodeView } from '../../../src/ui/viewAddress.ts'
import { at, noon } from './answers.ts'

const first = initialLtvView()

describe('the question of a view', () => {
  test('is explicit, of whole UTC days, and net unless gross is asked for', () => {
    // At noon of 15 January 2026 the last 6 complete months are July to December.
    expect(ltvQuestion(first, noon)).toEqual({
      mode: 'by_days',
      revenue_type: 'net',
      currency: 'USD',
      environment: 1,
      cohort_from: at('2025-07-01'),
      cohort_to: at('2026-01-01'),
    })
  })

  test('holds the last day of two chosen ones, a split and filters', () => {
    const view = initialLtvView({
      range: { from: '2025-12-24', through: '2025-12-31' },
      split: 'country',
      filters: { store: ['ios', 'android'], country: [] },
    })
    expect(ltvQuestion(view, noon)).toMatchObject({
      cohort_from: at('2025-12-24'),
      cohort_to: at('2026-01-01'),
      segment: 'country',
      filter: { store: ['ios', 'android'] },
    })
  })
})

describe('a stored view', () => {
  const chosen: LtvView = {
    measure: 'arppu',
    mode: 'by_renewals',
    revenueType: 'gross',
    currency: 'EUR',
    environment: 0,
    range: { last: 12, unit: 'week', current: true },
    filters: { country: ['DE', 'US'] },
    split: 'campaign',
    costs: { perPayer: 12.5 },
    segmentCosts: { perPayer: { 'a.b=c': 3 } },
    allAges: true,
  }

  test('comes back from an address as it was', () => {
    expect(readLtvView(decodeView('ltv', encodeView('ltv', chosen)), first)).toEqual(chosen)
  })

  test('without a cost comes back without, also where the host begins with one', () => {
    const host = initialLtvView({ costs: { perInstall: 5 } })
    const cleared = changeLtvView(host, { costs: {} })
    expect(readLtvView(decodeView('ltv', encodeView('ltv', cleared)), host).costs).toEqual({})
  })

  test('is read part by part: what is broken is as at first', () => {
    const stored = {
      measure: 'profit',
      currency: 'euro',
      range: { from: '2026-02-30', through: '2026-03-01' },
      costs: { perInstall: '-1', perPayer: '7', perCow: 3 },
      mode: 'by_renewals',
      environment: '0',
    }
    const read = { ...first, mode: 'by_renewals', environment: 0, costs: { perPayer: 7 } }
    expect(readLtvView(stored, first)).toEqual(read)
  })
})

describe('costs of a view', () => {
  const typed = initialLtvView({
    costs: { perInstall: 4 },
    segmentCosts: { perInstall: { US: 6 } },
  })

  test('are put away with their currency, those of segments with their split', () => {
    expect(changeLtvView(typed, { currency: 'EUR' })).toMatchObject({ costs: {}, segmentCosts: {} })
    const split = changeLtvView(typed, { split: 'country' })
    expect(split).toMatchObject({ costs: { perInstall: 4 }, segmentCosts: {} })
    expect(changeLtvView(typed, { mode: 'by_renewals' }).costs).toEqual({ perInstall: 4 })
  })

  test('are those of the measure’s own base', () => {
    expect(viewCosts(typed, undefined)).toMatchObject({ per: 'install', rate: 4, currency: 'USD' })
    expect(viewCosts({ ...typed, measure: 'arppu' }, undefined)).toBeUndefined()
    expect(
      viewCosts({ ...typed, measure: 'revenue' }, { currency: 'USD', rate: 1 }),
    ).toBeUndefined()
  })

  test('are the host’s where nobody wrote one, in whatever currency; mixed only in the same', () => {
    const host = { currency: 'USD', rate: 2, segmentRates: { US: 1, DE: 3 } }
    expect(viewCosts(first, { ...host, currency: 'EUR' })).toMatchObject({
      currency: 'EUR',
      rate: 2,
    })
    expect(viewCosts(typed, host)).toMatchObject({ rate: 4, segmentRates: { US: 6, DE: 3 } })
    expect(viewCosts(typed, { ...host, currency: 'EUR' })).toMatchObject({
      currency: 'USD',
      segmentRates: { US: 6 },
    })
  })
})
