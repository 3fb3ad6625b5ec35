// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { askCohorts, send } from './ask.ts'

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
    [
      'cohort_from=1700000000000',
      'cohort_from',
      /Unix seconds \(not milliseconds\) .*, not 1700000000000$/,
    ],
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
