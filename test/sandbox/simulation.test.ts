// @vitest-environment node
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createSandbox, type LogRow } from '../../src/entries/sandbox.ts'
import { FINGERPRINT, takeFingerprint } from './fingerprint.ts'

const now = new Date('2026-04-22T09:30:00Z')
const make = (seed: number, at: Date | (() => Date) = now) =>
  createSandbox({ seed, now: at, customers: 2000 })
const log = make(1).log()
const count = (matches: (row: LogRow) => boolean) => log.filter(matches).length

describe('determinism', () => {
  it('makes the same log and rates as ever for a seed', async () => {
    expect(await takeFingerprint()).toBe(FINGERPRINT)
  })

  it('makes another log for another seed', () => {
    expect(make(2).log()).not.toEqual(log)
    expect(make(1).log()).toEqual(log)
  })

  it('uses nothing that engines may compute differently, no clock and no built-in of Node', () => {
    const sources = globSync('src/sandbox/**/*.ts', {
      cwd: new URL('../..', import.meta.url).pathname,
    })
    expect(sources.length).toBeGreaterThan(15)
    const forbidden =
      /\bMath\.(?!floor\b|ceil\b|round\b|abs\b|min\b|max\b|imul\b|sqrt\b)\w+|\bIntl\b|\.toLocale\w+|\.localeCompare|Date\.now|new Date\(\)|performance\.|setTimeout|from 'node:|\bprocess\.\w|\bBuffer\b|[\w)\]] \*\* /
    const found = sources.flatMap((path) => {
      const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
      return text.match(forbidden)?.map((match) => `${path}: ${match}`) ?? []
    })
    expect(found).toEqual([])
  })
})

describe('the business', () => {
  it('has the customers asked for, all installed within 18 months before now', () => {
    const installs = log.filter((row) => row.type === 'install' && row.environment === 1)
    expect(installs).toHaveLength(2000)
    const [from, to] = [Date.parse('2024-10-22T09:30:00Z') / 1000, now.getTime() / 1000]
    expect(installs.every(({ at }) => at >= from && at < to)).toBe(true)
    const half = installs.filter(({ at }) => at < (from + to) / 2).length
    expect(half).toBeLessThan(2000 - half)
  })

  it('is ordered by time and numbered from 1', () => {
    expect(log.map((row) => row.event_id)).toEqual(log.map((_, index) => index + 1))
    expect(log.every((row, index) => index === 0 || row.at >= log[index - 1]!.at)).toBe(true)
  })

  it.each([
    'trial_started',
    'trial_converted',
    'trial_canceled',
    'trial_expired',
    'trial_billing_retry',
    'subscription_started',
    'subscription_renewed',
    'subscription_canceled',
    'subscription_billing_retry',
    'subscription_expired',
    'subscription_refunded',
    'subscription_upgraded',
    'subscription_downgraded',
    'subscription_product_changed',
    'in_app_purchase',
    'in_app_refunded',
  ])('knows %s', (type) => {
    expect(count((row) => row.type === type)).toBeGreaterThan(0)
  })

  it('has retries that recover and retries that do not', () => {
    const after = (retry: LogRow) =>
      log.find(
        (row) =>
          row.event_id > retry.event_id &&
          row.customer_id === retry.customer_id &&
          row.product_group === retry.product_group &&
          row.type !== 'subscription_refunded',
      )?.type
    const outcomes = new Set(
      log.filter((row) => row.type === 'subscription_billing_retry').map(after),
    )
    expect(outcomes).toEqual(new Set(['subscription_renewed', 'subscription_expired', undefined]))
  })

  it('charges weekly, monthly and yearly products in the currency of the country', () => {
    const products = new Set(log.map((row) => row.product_id))
    for (const product of ['premium_weekly', 'premium_monthly', 'premium_yearly'])
      expect(products).toContain(product)
    expect(new Set(log.flatMap((row) => row.currency ?? []))).toEqual(
      new Set(['USD', 'EUR', 'GBP', 'JPY', 'BRL', 'INR', 'CAD', 'AUD']),
    )
  })

  it('refunds charges whole, after they were made', () => {
    const refunds = log.filter((row) => row.refund_of !== null)
    expect(refunds.length).toBeGreaterThan(20)
    for (const refund of refunds) {
      const charge = log[refund.refund_of! - 1]!
      expect(charge.at).toBeLessThan(refund.at)
      const { customer_id, product_id, price, currency } = charge
      expect(refund).toMatchObject({ customer_id, product_id, price, currency })
    }
  })

  it('sells every customer first what was offered at install', () => {
    const offers = new Map<string, string | null>()
    const bought = new Map<string, string | null>()
    for (const row of log) {
      if (row.type === 'install') offers.set(row.customer_id, row.first_product)
      else if (!bought.has(row.customer_id)) bought.set(row.customer_id, row.product_id)
    }
    expect(bought.size).toBeGreaterThan(500)
    for (const [customer, product] of bought) expect(product).toBe(offers.get(customer))
  })

  it('has events in the first and the last second of a day, and on the last days of months', () => {
    const second = (at: number) => ((at % 86_400) + 86_400) % 86_400
    expect(count((row) => second(row.at) === 0)).toBeGreaterThan(5)
    expect(count((row) => second(row.at) === 86_399)).toBeGreaterThan(5)
    for (const day of [29, 30, 31])
      expect(count((row) => new Date(row.at * 1000).getUTCDate() === day)).toBeGreaterThan(20)
  })
})

describe('a clock that advances', () => {
  it('adds events and changes none', () => {
    let present = now
    const sandbox = make(1, () => present)
    const before = sandbox.log()
    present = new Date('2026-04-29T09:30:00Z')
    const later = sandbox.log()
    present = new Date('2026-08-01T00:00:00Z')
    const muchLater = sandbox.log()
    expect(before).toEqual(log)
    expect(later.slice(0, before.length)).toEqual(before)
    expect(muchLater.slice(0, later.length)).toEqual(later)
    expect(later.length).toBeGreaterThan(before.length)
    expect(muchLater.findLast((row) => row.type === 'install')!.at).toBeGreaterThan(
      Date.parse('2026-07-25') / 1000,
    )
    expect(muchLater.every((row) => row.at < present.getTime() / 1000)).toBe(true)
  })

  it('may also stand before the moment of creation', () => {
    let present = now
    const sandbox = make(1, () => present)
    present = new Date('2025-10-01T00:00:00Z')
    const earlier = sandbox.log()
    expect(earlier).toEqual(log.slice(0, earlier.length))
    expect(earlier.length).toBeLessThan(log.length)
  })
})
