// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { runDoctor } from '../../src/doctor/doctor.ts'
import { examine } from '../../src/doctor/examine.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { operations } from '../../src/resources/all.ts'
import {
  getProjectSettings,
  getStoreConfig,
} from '../../src/resources/project-settings/operations.ts'

const now = new Date('2026-04-22T09:00:00Z')
const KEY = 'sk_sandbox_demo'
const BASE = 'https://qonversion.test/v4'

interface Visit {
  readonly lines: readonly string[]
  readonly requests: readonly Request[]
  readonly bodies: readonly string[]
  readonly fits: boolean
}

/** Runs the doctor against a sandbox whose answers may be rewritten on the way. */
async function visit(
  rewrite: (path: string, body: unknown) => unknown = (_, body) => body,
  options: { table?: string } = {},
): Promise<Visit> {
  const sandbox = createSandbox({ seed: 3, now, customers: 2000, secretKey: KEY })
  const lines: string[] = []
  const requests: Request[] = []
  const bodies: string[] = []
  const fetch: typeof globalThis.fetch = async (address, init) => {
    const request = new Request(address, init)
    requests.push(request)
    const answer = await sandbox.handle(request)
    const body = rewrite(new URL(request.url).pathname, await answer.json())
    bodies.push(JSON.stringify(body))
    return Response.json(body, { status: answer.status })
  }
  const fits = await runDoctor({
    base: BASE,
    key: KEY,
    now: now.getTime() / 1000,
    print: (line) => lines.push(line),
    fetch,
    ...options,
  })
  return { lines, requests, bodies, fits }
}

const isCohorts = (path: string) => path.endsWith('/analytics/cohorts')

describe('the doctor over a healthy project', async () => {
  const healthy = await visit()

  test('calls every read operation once, and nothing else', () => {
    const reads = operations.filter(({ kind }) => kind === 'read').map(({ id }) => id)
    const named = healthy.lines.filter((line) => reads.some((id) => line.includes(` ${id}`)))
    expect(named.filter((line) => /^(fits|skipped)/.test(line))).toHaveLength(reads.length)
    expect(healthy.requests.every(({ method }) => method === 'GET')).toBe(true)
    expect(new Set(healthy.requests.map(({ url }) => url)).size).toBe(healthy.requests.length)
  })

  test('finds an id for every read that needs one', () =>
    expect(healthy.lines.filter((line) => line.startsWith('skipped'))).toEqual([]))

  test('finds every shape and identity to fit, and the basis of each ratio', () => {
    expect(healthy.lines.filter((line) => /^(UNKNOWN|REFUSED|FAILS|partly)/.test(line))).toEqual([])
    expect(healthy.lines).toContainEqual(expect.stringMatching(/^holds .*no more than the cohort/))
    expect(healthy.lines.filter((line) => line.startsWith('holds')).length).toBeGreaterThan(8)
    expect(healthy.lines).toContain(
      'Basis found: revenue: period, payers: period, subscriptions: period, arpu: period, arppu: period, arpas: period',
    )
    expect(healthy.fits).toBe(true)
  })

  test('sends the key to the address alone and prints it nowhere', () => {
    expect(healthy.requests.every(({ url }) => url.startsWith(`${BASE}/`))).toBe(true)
    expect(healthy.lines.join('\n')).not.toContain(KEY)
  })

  test('prints a sample that holds no value of an answer', () => {
    const sample = JSON.parse(healthy.lines.at(-2)!) as { answer: unknown }[]
    const values = leaves(sample.map(({ answer }) => answer))
    const kinds = /^(<[a-z ]+>|… \d+ more|analytics_[a-z_]+|by_days|month|usd|true|false|null)$/
    expect(values.length).toBeGreaterThan(20)
    expect(values.filter((value) => !kinds.test(value))).toEqual([])
  })
})

describe('the doctor says what is wrong', () => {
  test('with a shape that this package does not know', async () => {
    const { lines, fits } = await visit((path, body) => (isCohorts(path) ? { table: [] } : body))
    expect(lines.find((line) => line.includes('v4GetCohortAnalyticsData'))).toMatch(
      /^UNKNOWN .*object: .*grouping: /,
    )
    expect(lines).toContain('It could not be read.')
    expect(fits).toBe(false)
  })

  test('with figures that mean something else', async () => {
    const { lines, fits } = await visit((path, body) => {
      if (!isCohorts(path)) return body
      const answer = body as { total: { periods: ({ revenue: number } | null)[] } }
      answer.total.periods[0]!.revenue *= 2
      return answer
    })
    expect(lines.filter((line) => line.startsWith('FAILS'))).toEqual([
      expect.stringMatching(/total of a column.*first at total, column 1/),
    ])
    expect(fits).toBe(false)
  })

  test('with a lifetime value of money that the cohort table does not hold', async () => {
    const { lines } = await visit((path, body) => {
      if (!path.endsWith('/analytics/ltv')) return body
      const answer = body as { series: { revenue: number; arpu: number; arppu: number | null }[] }
      const series = answer.series.map((point) => ({
        ...point,
        revenue: point.revenue * 10,
        arpu: point.arpu * 10,
        arppu: point.arppu && point.arppu * 10,
      }))
      return { ...answer, series }
    })
    expect(lines.filter((line) => line.startsWith('FAILS'))).toEqual([
      expect.stringMatching(/all have reached is no more than the cohort table/),
    ])
    expect(lines.at(-1)).toMatch(/FAILS: .*issue/)
  })

  test('with a table that the dashboard exported', async () => {
    const sandbox = createSandbox({ seed: 3, now, customers: 2000 })
    // The payers of each month's installs in their first month, counted in the log.
    const month = (at: number) => new Date(at * 1000).toISOString().slice(0, 7)
    const log = sandbox.log().filter((event) => event.environment === 1)
    const joined = new Map(
      log.flatMap(({ type, customer_id, at }) =>
        type === 'install' ? [[customer_id, month(at)]] : [],
      ),
    )
    const exported = (more: number) =>
      ['Cohort,Month 0']
        .concat(
          ['2026-01', '2026-02', '2026-03'].map((cohort) => {
            const paid = log.filter(
              ({ customer_id, at, price, refund_of }) =>
                price !== null &&
                refund_of === null &&
                joined.get(customer_id) === cohort &&
                month(at) === cohort,
            )
            const payers = new Set(paid.map((event) => event.customer_id)).size
            return `${cohort}-01,${payers + more}`
          }),
        )
        .join('\n')
    const same = await visit(undefined, { table: exported(0) })
    expect(same.lines).toContain('  payers, absolute: 3 of 3 numbers equal')
    expect(same.fits).toBe(true)
    const other = await visit(undefined, { table: exported(1000) })
    expect(other.lines.at(-1)).toMatch(/^\nSome things do not fit\.\nDIFFERS: .*export/is)
    expect(other.fits).toBe(false)
  })

  test('with such a table that is none, before it asks anything', async () => {
    const fetch = () => Promise.reject(new Error('asked'))
    const given = { base: BASE, key: KEY, now: 0, print: () => {}, fetch }
    await expect(runDoctor({ ...given, table: 'hello' })).rejects.toThrow(/one line a cohort/)
  })

  test('with the way to the API, in the words of what failed', async () => {
    const lines: string[] = []
    const cause = new Error('connect ECONNREFUSED 127.0.0.1:1')
    const fits = await runDoctor({
      base: BASE,
      key: KEY,
      now: 0,
      print: (line) => lines.push(line),
      fetch: () => Promise.reject(new TypeError('fetch failed', { cause })),
    })
    expect(lines).toContain(
      'UNANSWERED v4ListProducts: fetch failed: connect ECONNREFUSED 127.0.0.1:1',
    )
    expect(lines).toContain('There is no answer to try them on.')
    expect(fits).toBe(false)
  })

  test('with the key or the address, before it asks anything', async () => {
    const wrong = { key: KEY, now: 0, print: () => {} }
    await expect(runDoctor({ ...wrong, base: 'http://qonversion.test/v4' })).rejects.toThrow(
      /https/,
    )
    await expect(runDoctor({ ...wrong, base: BASE, key: ' ' })).rejects.toThrow(
      /QONVERSION_SECRET_KEY/,
    )
  })

  test('with a key that the API does not know: once, and nothing more is asked', async () => {
    const { lines, asked, fits } = await refusing(() => 401)
    expect(asked).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith('REFUSED'))).toHaveLength(1)
    const said = lines.at(-1)!
    expect(said).toMatch(/does not know this key.*Set QONVERSION_SECRET_KEY to the whole/s)
    const reads = operations.filter(({ kind }) => kind === 'read').map(({ id }) => id)
    const named = reads.filter((id) => new RegExp(`\\b${id}\\b`).test(said))
    expect(named).toHaveLength(reads.length - 1)
    // The answer quoted the key.
    expect(lines.join('\n')).not.toContain(KEY)
    expect(fits).toBe(false)
  })

  test.each([401, 403])('with the right to one read that the key lacks (%i)', async (status) => {
    const { lines, asked, fits } = await refusing((path) =>
      path.endsWith('/analytics/ltv') ? status : null,
    )
    expect(asked.length).toBeGreaterThan(20)
    expect(lines.filter((line) => line.startsWith('REFUSED'))).toEqual([
      `REFUSED    v4GetLtvAnalyticsData: ${status} refused: The key [key] may not do this.`,
    ])
    // No shape is doubted where nothing was read.
    expect(lines.at(-1)).toMatch(/REFUSED: check that QONVERSION_SECRET_KEY/)
    expect(lines.at(-1)).not.toMatch(/adapter|UNANSWERED|FAILS/)
    expect(fits).toBe(false)
  })

  test('with the address: without its version it knows no list', async () => {
    const elsewhere = await refusing(() => 404)
    expect(elsewhere.lines.at(-1)).toMatch(/REFUSED: .*--base.*\/v4/)
    expect(elsewhere.lines.at(-1)).not.toMatch(/SECRET_KEY/)
  })
})

/** Runs the doctor against a sandbox that refuses what `refused` names, with that status. */
async function refusing(refused: (path: string) => number | null) {
  const sandbox = createSandbox({ seed: 3, now, customers: 2000, secretKey: KEY })
  const lines: string[] = []
  const asked: string[] = []
  const fits = await runDoctor({
    base: BASE,
    key: KEY,
    now: now.getTime() / 1000,
    print: (line) => lines.push(line),
    fetch(address, init) {
      const request = new Request(address, init)
      const { pathname } = new URL(request.url)
      asked.push(pathname)
      const status = refused(pathname)
      if (status === null) return sandbox.handle(request)
      const error = { type: 'request', code: 'refused', message: `The key ${KEY} may not do this.` }
      return Promise.resolve(Response.json({ error }, { status }))
    },
  })
  return { lines, asked, fits }
}

function leaves(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves)
  return [String(value)]
}

test('a store that the project does not sell in is no refusal', async () => {
  const [finding] = await examine(
    [getStoreConfig],
    async () => Response.json({}, { status: 404 }),
    0,
  )
  expect(finding).toMatchObject({ outcome: 'skipped', detail: 'the project does not sell there' })
  const [other] = await examine(
    [getProjectSettings],
    async () => Response.json({}, { status: 404 }),
    0,
  )
  expect(other).toMatchObject({ outcome: 'refused' })
})
