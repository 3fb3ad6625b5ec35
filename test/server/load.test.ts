// @vitest-environment node
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { serve, type Served } from '../../scripts/serve.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { createHandler } from '../../src/server/createHandler.ts'
import { figure, runs } from '../figures.ts'
import { ask } from './upstream.ts'

const secretKey = 'sk_sandbox_demo'
const ending: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end()
})

describe('clients that leave', () => {
  /** An upstream over HTTP that never ends an answer: every other one breaks off after its first bytes. */
  async function endless(): Promise<{ url: string; open: Set<object>; calls: () => number }> {
    const open = new Set<object>()
    let calls = 0
    const server: Server = createServer((_, response) => {
      open.add(response)
      response.on('close', () => open.delete(response))
      if (calls++ % 2 === 0) return
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"object":"analytics_cohorts",')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    ending.push(() => {
      server.closeAllConnections()
      server.close()
    })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v4`
    return { url, open, calls: () => calls }
  }

  it('leave no call open behind them, wherever they were', async () => {
    const { url, open, calls } = await endless()
    const failures: unknown[] = []
    const handler = createHandler({
      secretKey,
      upstream: url,
      authorize: () => ({ project: 'acme' }),
      onError: (error) => failures.push(error),
      concurrency: { perProject: 30 },
    })
    const WAVE = 50
    const count = runs(1_000)
    const statuses: number[] = []
    for (let wave = 0; wave < count / WAVE; wave++) {
      const clients = Array.from({ length: WAVE }, () => new AbortController())
      const answers = clients.map(({ signal }) => ask(handler, '/analytics/cohorts', { signal }))
      // 30 wait for an answer, or for the rest of one; 20 wait for their turn.
      await vi.waitFor(() => expect(open.size).toBe(30), { timeout: 20_000, interval: 5 })
      for (const client of clients) client.abort()
      statuses.push(...(await Promise.all(answers)).map(({ status }) => status))
      await vi.waitFor(() => expect(open.size).toBe(0), { timeout: 20_000, interval: 5 })
    }
    expect(statuses).toEqual(Array.from({ length: count }, () => 499))
    expect(calls()).toBe((count / WAVE) * 30)
    expect(failures).toEqual([])
    figure('clients that leave mid-request', count, `${open.size} open upstream calls afterwards`)
  })

  it('before they are heard cost nothing', async () => {
    const { url, calls } = await endless()
    const authorize = vi.fn(() => ({ project: 'acme' }))
    const handler = createHandler({ secretKey, upstream: url, authorize })
    const answer = await ask(handler, '/analytics/cohorts', { signal: AbortSignal.abort() })
    expect([answer.status, calls(), authorize.mock.calls.length]).toEqual([499, 0, 0])
  })
})

describe('many requests', () => {
  async function serving(handle: (request: Request) => Promise<Response>): Promise<Served> {
    const served = await serve(handle)
    ending.push(() => served.close())
    return served
  }

  it('64 at a time over HTTP to the sandbox are all answered as the sandbox answers', async () => {
    const now = new Date('2026-04-22T00:00:00Z')
    const sandbox = createSandbox({ seed: 1, now, customers: 300, secretKey })
    const upstream = await serving(sandbox.handle)
    const handler = createHandler({
      secretKey,
      upstream: `${upstream.url}/v4`,
      authorize: ({ request }) => ({
        project: 'acme',
        viewer: request.headers.get('x-user') ?? '',
      }),
    })
    const { url } = await serving(handler)
    const PATHS = [
      '/analytics/cohorts/meta',
      '/analytics/currencies',
      '/experiments',
      '/products?limit=5',
      '/segments/system',
      '/customers?limit=10&page=2',
    ]
    const signal = new AbortController().signal
    const expected = new Map<string, unknown>()
    for (const path of PATHS) {
      const direct = await sandbox.fetcher(path, { method: 'GET', headers: {}, signal })
      expected.set(path, await direct.json())
    }
    const count = runs(5_000)
    let next = 0
    const wrong: string[] = []
    const client = async (user: number) => {
      for (let turn = next++; turn < count; turn = next++) {
        const path = PATHS[turn % PATHS.length]!
        const headers = { 'x-user': String(user % 16) }
        const response = await fetch(`${url}/api/qonversion${path}`, { headers })
        const body: unknown = await response.json()
        if (!response.ok || JSON.stringify(body) !== JSON.stringify(expected.get(path)))
          wrong.push(`${path}: ${response.status}`)
      }
    }
    await Promise.all(Array.from({ length: 64 }, (_, user) => client(user)))
    expect(wrong).toEqual([])
    figure('requests through the handler to the sandbox, 64 at a time', count, '0 errors')
  })
})
