// @vitest-environment node
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operations } from '../../src/resources/all.ts'
import { contract } from '../contract/contract.ts'
import { figure, runs } from '../figures.ts'
import { handlerBefore, type Sent } from './upstream.ts'

const BASE = 'https://host.example/api/qonversion'
const HOST = 'api.qonversion.io'

/** What a hostile client puts into an address. */
const HOSTILE = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',

  'https://evil.example/',
  'http:evil.example',
  '@evil.example/',
  ':80@evil.example',
  '.evil.example',

  '/../users',
  '/../../v4/users',
  '/..\\users',
  '/./users',
  '/.../users',
  '..;/users',
  '/;/users',

  '%2e%2e/users',
  '%2e%2e%2fusers',
  '..%2fusers',
  '..%5cusers',
  '%2e%2e%5cusers',
  '.%2e/users',

  '%252e%252e%252fusers',
  '..%252fusers',
  '%25252e%25252e%25252f',
  '%c0%ae%c0%ae/users',
  '%u002e%u002e',

  '%00',
  'x%00/../users',
  '%0d%0aHost:%20evil.example',
  '%0a',
  '%09',
  '%7f',
  '\u0000',
  '%ff%fe',

  '?_method=DELETE',
  '?url=//evil.example',
  '#/../users',
  '%3f_method=DELETE',
  '%23',
  '?%00',
  '?a[b][c]=d',

  'x'.repeat(5_000),
  '/'.repeat(500),
  '%2e%2e%2f'.repeat(200),
  '../'.repeat(50),
  'а%cc%81',
  '%F0%9F%98%80',

  '%',
  '%2',
  '%zz',
  '*',
]
const PLACES = ['', '/analytics/cohorts', '/customers/', '/customers/c1/permissions/']

/** Paths of the published contract that the package serves, as patterns of one segment for each name. */
const TABLE = operations.map(({ id }) => {
  const { method, path } = contract.get(id)!
  return { method, pattern: new RegExp(`^/v4${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }
})

/** True for a call to the API's own host, of a published operation, and with no way to another hidden in it. */
function isOnTheTable({ url, method }: Sent): boolean {
  const { host, protocol, pathname, username, hash } = new URL(url)
  if (host !== HOST || protocol !== 'https:' || username || hash) return false
  let text = pathname
  for (let round = 0; round < 5; round++) {
    if (/(?:^|[/\\])\.\.?(?:[/\\]|$)/.test(text)) return false
    if (Array.from(text).some((letter) => letter < ' ' || letter === '\u007f')) return false
    text = unescape(text)
  }
  return TABLE.some((row) => row.method === method && row.pattern.test(pathname))
}

/** Sends a path as it stands: what `Request` will not take, a server of Node still may. */
async function send(path: string, method = 'GET') {
  const { handler, sent } = handlerBefore(undefined, {
    allow: ['reads', ...operations.map(({ id }) => id)],
  })
  const url = `${BASE}${path}`
  let request: Request
  try {
    request = new Request(url, { method })
  } catch {
    request = Object.create(new Request(BASE, { method }), {
      url: { value: url },
      method: { value: method },
      signal: { value: new AbortController().signal },
      headers: { value: new Headers() },
      body: { value: null },
    }) as Request
  }
  const { status } = await handler(request)
  return { status, sent }
}

describe('hostile paths', () => {
  it.each(['a%2Fpermissions', 'a%5Cpermissions', 'a%252Fpermissions', '..%3B', '.%3Bx'])(
    'are no id: %s, which a server that decodes first takes for another resource',
    async (id) => {
      const { status, sent } = await send(`/customers/${id}`)
      expect([status, sent]).toEqual([400, []])
    },
  )

  it('made by hand reach no host and no resource but what the table has', async () => {
    const paths = PLACES.flatMap((place) => HOSTILE.map((hostile) => `${place}${hostile}`))
    expect(paths.length).toBeGreaterThanOrEqual(200)
    const off: string[] = []
    let went = 0
    for (const path of paths) {
      const { status, sent } = await send(path)
      went += sent.length
      if (sent.some((call) => !isOnTheTable(call)) || (sent.length === 0 && status < 400))
        off.push(path)
    }
    expect(off).toEqual([])
    // A few are odd names of customers, and asked for as such: a check of nothing would prove nothing.
    expect(went).toBeGreaterThan(3)
    figure('hostile paths made by hand', paths.length, `0 calls off the table, ${went} on it`)
  })

  it('made by chance reach no host and no resource but what the table has', async () => {
    const piece = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('customers', 'segments', 'analytics', 'cohorts', 'c1'),
      },
      { weight: 2, arbitrary: fc.constantFrom('/', '\\', '%2f', '.', '..', '?', '&', '@', ':') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.webPath() },
    )
    const path = fc
      .tuple(fc.constantFrom(...PLACES), fc.array(piece, { minLength: 1, maxLength: 6 }))
      .map(([place, pieces]) => place + pieces.join(''))
    const method = fc.constantFrom('GET', 'DELETE')
    const count = runs(5_000)
    let went = 0
    await fc.assert(
      fc.asyncProperty(path, method, async (hostile, how) => {
        const { sent } = await send(hostile, how)
        went += sent.length
        expect(sent.filter((call) => !isOnTheTable(call))).toEqual([])
      }),
      { seed: 31, numRuns: count },
    )
    expect(went).toBeGreaterThan(0)
    figure('hostile paths made by chance', count, `0 calls off the table, ${went} on it`, 31)
  })
})
