// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import { figure } from '../figures.ts'
import { ask, errorOf, fromOwnPage, handlerBefore } from './upstream.ts'

const PARTNER = 'https://partner.example'
const SITES = ['same-origin', 'same-site', 'cross-site', 'none', undefined] as const

/** Whether a write in JSON with the custom header is the page's own, for each `Origin` × `Sec-Fetch-Site` of `SITES`. */
const EXPECTED: readonly (readonly [string | undefined, string])[] = [
  ['https://host.example', 'yes no  no  no  yes'],
  // TLS ends before the server, or begins after the page was loaded.
  ['http://host.example', 'yes no  no  no  yes'],
  ['https://evil.example', 'no  no  no  no  no'],
  // A sandboxed frame, a file, a redirect across origins.
  ['null', 'no  no  no  no  no'],
  [undefined, 'yes no  no  no  no'],
  [PARTNER, 'yes yes yes yes yes'],
]

const DELETE = { method: 'DELETE' }
const allow = ['v4DeleteSegment'] as const

describe('writes from where they may come', () => {
  it('go through, and no others: 60 cases', async () => {
    const wrong: string[] = []
    let cases = 0
    for (const [origin, row] of EXPECTED)
      for (const [column, site] of SITES.entries())
        for (const isSimple of [false, true]) {
          const authorize = vi.fn(() => ({ project: 'acme' }))
          const { handler, sent } = handlerBefore(() => Response.json({}), {
            allow,
            origins: [PARTNER],
            authorize,
          })
          // What a form of another site can send, or what the page's own fetcher sends.
          const headers = isSimple
            ? { 'content-type': 'text/plain' }
            : { 'content-type': 'application/json', 'x-requested-with': 'qonversion-react' }
          const { status } = await ask(handler, '/segments/s1', {
            ...DELETE,
            headers: {
              ...headers,
              ...(origin && { origin }),
              ...(site && { 'sec-fetch-site': site }),
            },
          })
          const isOwn = !isSimple && row.split(/\s+/)[column] === 'yes'
          const went = [sent.length, authorize.mock.calls.length]
          if (status !== (isOwn ? 200 : 403) || String(went) !== (isOwn ? '1,1' : '0,0'))
            wrong.push(`${origin} ${site} ${isSimple ? 'simple' : 'JSON'}: ${status}`)
          cases++
        }
    expect(wrong).toEqual([])
    expect(cases).toBe(60)
    figure('writes by origin, site and form', cases, '0 cross-site writes, 0 false refusals')
  })

  it.each([
    ['content type', { ...fromOwnPage, 'content-type': 'application/jsonp' }, /application\/json/],
    ['form', { ...fromOwnPage, 'content-type': 'multipart/form-data' }, /application\/json/],
    ['header of its own', { ...fromOwnPage, 'x-requested-with': '' }, /x-requested-with/],
    [
      'word on where it comes from',
      { 'content-type': 'application/json', 'x-requested-with': 'x' },
      /Origin or Sec-Fetch-Site/,
    ],
    [
      'origin of this host',
      { ...fromOwnPage, origin: 'https://evil.example' },
      /origins of createHandler/,
    ],
    [
      'origin that ends as this host',
      { ...fromOwnPage, origin: 'https://evil-host.example' },
      /origins/,
    ],
    ['port of this host', { ...fromOwnPage, origin: 'https://host.example:8443' }, /origins/],
  ])('say what is missing: %s', async (_, headers, message) => {
    const { handler, sent } = handlerBefore(undefined, { allow })
    const error = await errorOf(await ask(handler, '/segments/s1', { ...DELETE, headers }))
    expect(error).toMatchObject({ status: 403, code: 'control_forbidden' })
    expect(error['message']).toMatch(message)
    expect(sent).toEqual([])
  })

  it('behind a proxy that changes the host go through once their origin is named', async () => {
    const inside = (origins: string[]) =>
      handlerBefore(() => Response.json({}), { allow, origins }).handler(
        new Request('http://10.0.0.5:3000/api/qonversion/segments/s1', {
          ...DELETE,
          headers: fromOwnPage,
        }),
      )
    expect((await inside([])).status).toBe(403)
    expect((await inside(['https://host.example'])).status).toBe(200)
  })

  it.each<[string, string, string | undefined, number]>([
    ['Next.js knows only where it listens', 'http://localhost:3000', 'host.example', 200],
    ['a trusted proxy said it for the address', 'https://host.example', '10.0.0.5:3000', 200],
    ['it is written with the port of https', 'http://localhost:3000', 'host.example:443', 200],
    ['it is another', 'http://localhost:3000', 'evil.example', 403],
    ['it is two', 'http://localhost:3000', 'evil.example, host.example', 403],
    ['nobody says it', 'http://localhost:3000', undefined, 403],
  ])('know the host that the browser asked: %s', async (_, address, host, status) => {
    const { handler } = handlerBefore(() => Response.json({}), { allow })
    const headers = { ...fromOwnPage, ...(host && { host }) }
    const request = new Request(`${address}/api/qonversion/segments/s1`, { ...DELETE, headers })
    expect((await handler(request)).status).toBe(status)
  })

  it('are not asked of reads: a link from elsewhere may open the page', async () => {
    const { handler } = handlerBefore()
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    expect((await ask(handler, '/analytics/cohorts', { headers })).status).toBe(200)
  })
})

describe('pages of other origins', () => {
  const cors = (response: Response) =>
    [...response.headers].filter(([name]) => name.startsWith('access-control-') || name === 'vary')
  const preflight = {
    method: 'OPTIONS',
    headers: {
      origin: PARTNER,
      'access-control-request-method': 'DELETE',
      'access-control-request-headers': 'content-type,x-csrf-token,x-requested-with',
    },
  }

  it('may read nothing unless they are named', async () => {
    const { handler } = handlerBefore()
    const read = await ask(handler, '/analytics/cohorts', { headers: { origin: PARTNER } })
    const asked = await ask(handler, '/segments/s1', preflight)
    expect([cors(read), cors(asked), asked.status]).toEqual([[], [], 404])
  })

  it('may read and ask beforehand once they are named, and only they', async () => {
    const { handler, sent } = handlerBefore(undefined, { origins: [PARTNER] })
    const read = await ask(handler, '/analytics/cohorts', { headers: { origin: PARTNER } })
    expect(Object.fromEntries(cors(read))).toEqual({
      vary: 'origin',
      'access-control-allow-origin': PARTNER,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'retry-after, x-qon-pagination-restarted',
    })
    const asked = await ask(handler, '/segments/s1', preflight)
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-headers')).toContain('x-csrf-token')
    const stranger = await ask(handler, '/analytics/cohorts', {
      headers: { origin: 'https://evil.example' },
    })
    expect(cors(stranger)).toEqual([['vary', 'origin']])
    expect(sent).toHaveLength(2)
  })

  it.each(['*', 'partner.example', 'https://partner.example/', 'null', 'file:///x'])(
    'are not named by %s',
    (origin) => expect(() => handlerBefore(undefined, { origins: [origin] })).toThrow(/origins/),
  )
})
