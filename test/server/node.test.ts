// @vitest-environment node
import express from 'express'
import { Hono } from 'hono'
import { once } from 'node:events'
import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { serve } from '../../scripts/serve.ts'
import { execute } from '../../src/core/execute.ts'
import { createFetcher } from '../../src/core/fetcher.ts'
import { createSegment, listSegments } from '../../src/resources/segments/operations.ts'
import { createSandbox } from '../../src/sandbox/createSandbox.ts'
import { createHandler } from '../../src/server/createHandler.ts'
import type { HandlerOptions } from '../../src/server/options.ts'
import { toNodeHandler, type NodeHandlerOptions } from '../../src/server/node.ts'

const secretKey = 'sk_test_0123456789abcdef'
const BASE = '/api/qonversion'

const closing: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A handler before a sandbox of its own. */
function handlerOf(options: Partial<HandlerOptions> = {}) {
  const sandbox = createSandbox({ seed: 1, now: new Date('2026-11-21'), customers: 50, secretKey })
  return createHandler({
    secretKey,
    authorize: () => ({ project: 'acme' }),
    allow: ['reads', 'v4CreateSegment'],
    fetch: async (url, init) => sandbox.handle(new Request(url, init)),
    ...options,
  })
}

async function listen(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Options = Partial<HandlerOptions> & NodeHandlerOptions

const node = ({ trustProxy = false, ...options }: Options = {}) =>
  toNodeHandler(handlerOf(options), { trustProxy })

/** The ways hosts mount it; each resolves with its address. */
const mounts: Record<string, (options?: Options) => Promise<string>> = {
  'Node’s http': (options) => listen(node(options)),
  'Express below a mount point': (options) => listen(express().use(BASE, node(options))),
  'Express by a route': (options) => listen(express().all(`${BASE}/*path`, node(options))),
  'Express after express.json()': (options) =>
    listen(express().use(express.json()).use(BASE, node(options))),
  'Express after express.raw()': (options) =>
    listen(
      express()
        .use(express.raw({ type: '*/*' }))
        .use(BASE, node(options)),
    ),
  'Hono, which needs no adapter': async (options) => {
    const handler = handlerOf(options)
    const app = new Hono().all(`${BASE}/*`, (c) => handler(c.req.raw))
    const served = await serve(async (request) => app.fetch(request))
    closing.push(() => served.close())
    return served.url
  },
}

/** The page's own fetcher, with what a browser adds to each request. */
const fetcherOf = (origin: string) =>
  createFetcher({ baseUrl: `${origin}${BASE}`, headers: { origin } })

describe.each(Object.entries(mounts))('under %s', (_, mount) => {
  it('a read and a write get their answers', async () => {
    const fetcher = fetcherOf(await mount())
    const made = await execute(createSegment, { name: 'Zürich 🏔' }, { fetcher })
    expect(made).toMatchObject({ object: 'segment', name: 'Zürich 🏔' })
    const list = await execute(listSegments, { limit: 1 }, { fetcher })
    expect(list.data.map(({ name }) => name)).toEqual(['Zürich 🏔'])
  })

  it('an answer is for no cache', async () => {
    const response = await fetch(`${await mount()}${BASE}/analytics/cohorts/meta`)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  })

  it('a browser that asks for another origin’s page is answered', async () => {
    const origin = 'https://admin.example'
    const response = await fetch(`${await mount({ origins: [origin] })}${BASE}/segments`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe(origin)
  })

  it('the call upwards ends when the client leaves', async () => {
    let arrive: (signal: AbortSignal) => void
    const arrived = new Promise<AbortSignal>((resolve) => (arrive = resolve))
    const origin = await mount({
      fetch: (_url, { signal } = {}) => {
        arrive(signal!)
        return new Promise((_resolve, reject) =>
          signal!.addEventListener('abort', () => reject(new DOMException('left', 'AbortError'))),
        )
      },
    })
    const leave = new AbortController()
    const answer = fetch(`${origin}${BASE}/segments`, { signal: leave.signal })
    const signal = await arrived
    expect(signal.aborted).toBe(false)
    const ended = once(signal, 'abort')
    leave.abort()
    await expect(answer).rejects.toThrow()
    await ended
  })
})

describe('behind Node’s http', () => {
  /** Sends what `fetch` would never send. */
  const send = (url: string, headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const sent = httpRequest(url, { headers }, (response) => {
        response.resume()
        resolve(response.statusCode!)
      })
      sent.on('error', reject)
      sent.end()
    })

  it('a Host that is none is answered with 400', async () => {
    const origin = await listen(node())
    expect(await send(`${origin}${BASE}/segments`, { host: 'a b' })).toBe(400)
  })

  it.each([
    ['not believed without being told', false, 'http:', '127.0.0.1'],
    ['believed when told that there is one', true, 'https:', 'admin.example'],
  ])('a proxy’s word on the address is %s', async (_, trustProxy, protocol, hostname) => {
    const seen: URL[] = []
    const origin = await listen(
      node({
        trustProxy,
        authorize: ({ request }) => {
          seen.push(new URL(request.url))
          return { project: 'acme' }
        },
      }),
    )
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'admin.example' }
    expect(await send(`${origin}${BASE}/segments`, headers)).toBe(200)
    expect(seen[0]).toMatchObject({ protocol, hostname })
  })

  it.each([
    ['an absolute address', 'GET http://10.0.0.1/api/qonversion/segments HTTP/1.1'],
    ['a path of //host', 'GET //10.0.0.1/api/qonversion/segments HTTP/1.1'],
    ['a path that climbs', 'GET /api/qonversion/../../segments HTTP/1.1'],
    ['a backslash', 'GET /api/qonversion/\\\\10.0.0.1 HTTP/1.1'],
  ])('%s in the request line reaches no one', async (_, line) => {
    let calls = 0
    const fetch = async () => {
      calls += 1
      return Response.json({})
    }
    for (const mount of [mounts['Node’s http']!, mounts['Express below a mount point']!]) {
      const { hostname, port } = new URL(await mount({ fetch }))
      const socket = connect(Number(port), hostname)
      socket.write(`${line}\r\nhost: ${hostname}:${port}\r\nconnection: close\r\n\r\n`)
      const answer = await text(socket)
      expect(answer).toMatch(/^HTTP\/1\.1 (400|404) /)
    }
    expect(calls).toBe(0)
  })

  it.each(['/x', '/x?limit='])('a Host that moves %s to another path is refused', async (path) => {
    let calls = 0
    const fetch = async () => {
      calls++
      return Response.json({})
    }
    const { hostname, port } = new URL(await listen(node({ fetch })))
    const socket = connect(Number(port), hostname)
    const host = `host.example${BASE}/segments#`
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /)
    expect(calls).toBe(0)
  })

  it('a body without end is answered with 413', async () => {
    const origin = await listen(node({ maxBodyBytes: 1_000 }))
    const { hostname, port } = new URL(origin)
    const socket = connect(Number(port), hostname)
    const headers = [
      `POST ${BASE}/segments HTTP/1.1`,
      `host: ${hostname}:${port}`,
      `origin: ${origin}`,
      'content-type: application/json',
      'x-requested-with: a test',
      'transfer-encoding: chunked',
      'connection: close',
    ]
    socket.write(`${headers.join('\r\n')}\r\n\r\n`)
    // Written into a socket that may be closed any moment.
    socket.on('error', () => undefined)
    const chunk = `400\r\n${'x'.repeat(1_024)}\r\n`
    for (let sent = 0; sent < 100; sent++) socket.write(chunk)
    const [first] = (await once(socket, 'data')) as [Buffer]
    socket.destroy()
    expect(String(first)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('below a mount point a path of //host stays a path', async () => {
    const seen: string[] = []
    const listener = toNodeHandler(async ({ url }) => {
      seen.push(url)
      return new Response()
    })
    const origin = await listen(express().use('/a', listener))
    await send(`${origin}/a//evil.example/x`, {})
    expect(seen).toEqual([`${origin}/a//evil.example/x`])
  })

  it('a body that was read and not kept is a 500 that says what to do', async () => {
    const origin = await listen(
      express()
        .use((request, _response, next) => void request.resume().on('end', () => next()))
        .use(BASE, node()),
    )
    const asked = execute(createSegment, { name: 'A' }, { fetcher: fetcherOf(origin) })
    await expect(asked).rejects.toMatchObject({
      status: 500,
      code: 'handler_failed',
      message: expect.stringMatching(/read before qonversion-react got it.*express\.json/),
    })
  })
})
