// @vitest-environment node
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { getCohortsMeta } from '../../src/resources/cohorts/operations.ts'
import type { CohortsInput } from '../../src/resources/cohorts/types.ts'
import { askCohorts, at, send } from './ask.ts'

const now = new Date('2026-04-22T00:00:00Z')
const sandbox = createSandbox({ seed: 1, now, customers: 2000 })
const KEY = { authorization: 'Bearer sk_sandbox_demo' }
const get = (path: string, headers: Record<string, string> = KEY) =>
  sandbox.handle(new Request(`http://sandbox.test${path}`, { headers }))

interface ErrorBody {
  error: {
    type: string
    code: string
    message: string
    details?: { field: string; message: string }[]
  }
}
const errorOf = async (response: Response) => ((await response.json()) as ErrorBody).error

describe('handle', () => {
  it('answers JSON to a request with the key', async () => {
    const response = await get('/v4/analytics/cohorts?mode=by_days')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await response.json()).toMatchObject({ object: 'analytics_cohorts', mode: 'by_days' })
  })

  it.each([
    ['no key', {}],
    ['a wrong key', { authorization: 'Bearer sk_sandbox_other' }],
    ['the key without its scheme', { authorization: 'sk_sandbox_demo' }],
    ['the key of another scheme', { authorization: 'Basic sk_sandbox_demo' }],
  ])('refuses %s', async (_, headers) => {
    const response = await get('/v4/analytics/cohorts', headers)
    expect(response.status).toBe(401)
    const error = await errorOf(response)
    expect(error).toMatchObject({ type: 'request', code: 'control_unauthorized' })
    expect(error).not.toHaveProperty('details')
  })

  it('takes another key when created with one', async () => {
    const other = createSandbox({ seed: 1, now, customers: 10, secretKey: 'sk_shop' })
    const ask = (key: string) =>
      other.handle(
        new Request('http://sandbox.test/v4/analytics/cohorts/meta', {
          headers: { authorization: `Bearer ${key}` },
        }),
      )
    expect((await ask('sk_shop')).status).toBe(200)
    expect((await ask('sk_sandbox_demo')).status).toBe(401)
  })

  it.each(['/v4/analytics/nothing', '/v4', '/analytics/cohorts', '/v3/analytics/cohorts'])(
    'knows nothing at %s',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await errorOf(response)).toMatchObject({ type: 'request', code: 'not_found' })
    },
  )

  it('knows nothing at a known path with another method', async () => {
    const request = new Request('http://sandbox.test/v4/analytics/cohorts', {
      method: 'POST',
      headers: KEY,
      body: '{}',
    })
    expect((await sandbox.handle(request)).status).toBe(404)
  })
})

describe('bad parameters', () => {
  const refused = async (query: string) => {
    const response = await get(`/v4/analytics/cohorts?${query}`)
    expect(response.status).toBe(400)
    const error = await errorOf(response)
    expect(error).toMatchObject({ type: 'request', code: 'invalid_data' })
    return error.details
  }

  it.each([
    ['mode=by_weeks', 'mode', /by_renewals.*by_days/],
    ['grouping=decade', 'grouping', /"day".*"year"/],
    ['environment=2', 'environment', /0.*1/],
    ['cohort_definition=everyone', 'cohort_definition', /new_customers/],
    ['revenue_type=brutto', 'revenue_type', /gross/],
    ['cohort_from=yesterday', 'cohort_from', /number/],
    ['cohort_from=1.5', 'cohort_from', /integer/],
    ['cohort_from=1700000000000', 'cohort_from', /Unix seconds.*another unit/],
    ['cohort_to=-1', 'cohort_to', /Unix seconds/],
    ['currency=usd', 'currency', /ISO 4217/],
    ['currency=XXX', 'currency', /cannot be XXX: there are rates for USD, EUR/],
    [
      'filter[planet][]=mars',
      'filter.planet',
      /no attribute of this project: it has country, store/,
    ],
    ['group_by=planet', 'group_by', /no attribute of this project: it has country, store/],
    ['cohort_from=1750000000&cohort_to=1740000000', 'cohort_from', /must lie before cohort_to/],
    ['cohort_from=1750000000&cohort_to=1750000000', 'cohort_from', /must lie before cohort_to/],
    ['cohort_from=1900000000', 'cohort_from', /before cohort_to, which is the end of today/],
    ['cohort_to=1700000000', 'cohort_to', /default of cohort_from, 90 days before now/],
    ['limit=10', 'limit', /not a parameter/],
  ])('%s', async (query, field, message) => {
    expect(await refused(query)).toEqual([{ field, message: expect.stringMatching(message) }])
  })

  it('are all named at once', async () => {
    const details = await refused('currency=XXX&group_by=planet&filter[planet][]=mars')
    expect(details?.map(({ field }) => field).toSorted()).toEqual([
      'currency',
      'filter.planet',
      'group_by',
    ])
  })

  it('do not include a filter value that nobody has: that is an empty table', async () => {
    const answer = await askCohorts(sandbox, { filter: { country: ['ZZ'] } })
    expect(answer.cohorts).toEqual([])
  })
})

describe('the fetcher', () => {
  it('answers in process and without a key', async () => {
    expect((await send(sandbox, '/analytics/cohorts')).status).toBe(200)
  })

  it('gives what handle gives', async () => {
    const path = '/analytics/cohorts?grouping=month&group_by=store'
    const [inProcess, served] = [await send(sandbox, path), await get(`/v4${path}`)]
    expect(await inProcess.json()).toEqual(await served.json())
  })

  it.each([
    ['before the request', () => AbortSignal.abort()],
    [
      'while it is under way',
      () => {
        const controller = new AbortController()
        queueMicrotask(() => controller.abort())
        return controller.signal
      },
    ],
  ])('rejects when aborted %s', async (_, signal) => {
    await expect(send(sandbox, '/analytics/cohorts', signal())).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})

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
    const response = await get(
      `/v4/analytics/cohorts?cohort_from=${empty.cohort_from}&cohort_to=${empty.cohort_to}`,
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
    const response = await get('/v4/analytics/cohorts/meta')
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
    expect((await get('/v4/analytics/cohorts/meta?mode=by_days')).status).toBe(400)
  })
})

describe('createSandbox', () => {
  it('answers from the start again after a reset', async () => {
    const before = await askCohorts(sandbox, {})
    const log = sandbox.log()
    sandbox.reset()
    expect(sandbox.log()).toEqual(log)
    expect(await askCohorts(sandbox, {})).toEqual(before)
  })

  it.each([
    ['seed', { seed: 1.5, now }, /seed is 1\.5\. Give a whole number/],
    ['customers', { seed: 1, now, customers: 0 }, /customers is 0\. Give a whole number from 1 on/],
    ['now', { seed: 1, now: new Date('never') }, /now is no valid date/],
  ])('refuses a bad %s', (_, options, message) => {
    expect(() => createSandbox(options)).toThrow(message)
  })
})
