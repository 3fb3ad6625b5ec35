// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Decision } from '../../src/server/grant.ts'
import type { HandlerOptions } from '../../src/server/options.ts'
import { empty } from '../core/answering.ts'
import { ask, errorOf, fromOwnPage, handlerBefore } from './upstream.ts'

const never = <T>() => new Promise<T>(() => undefined)

/** A body that brings its pieces and then neither more nor an end. */
function stalling(...pieces: string[]) {
  const state = { taken: 0, isCancelled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(stream) {
        const piece = pieces[state.taken++]
        if (piece === undefined) return never()
        stream.enqueue(new TextEncoder().encode(piece))
        return undefined
      },
      cancel() {
        state.isCancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, state }
}

const write = (body: BodyInit, headers: Record<string, string> = {}): RequestInit =>
  ({ method: 'POST', headers: { ...fromOwnPage, ...headers }, body, duplex: 'half' }) as RequestInit

describe('a body', () => {
  const allow = ['v4SetCustomerProperties'] as const
  const path = '/customers/c1/properties'
  const json = JSON.stringify({ properties: [{ key: 'name', value: 'ü'.repeat(400) }] })
  const bytes = new TextEncoder().encode(json).byteLength

  it('may be as long as the limit, counted in bytes, and not one longer', async () => {
    const at = async (maxBodyBytes: number) => {
      const { handler, sent } = handlerBefore(() => Response.json({}), { allow, maxBodyBytes })
      return [(await ask(handler, path, write(json))).status, sent.length]
    }
    expect(bytes).toBeGreaterThan(json.length)
    expect(await at(bytes)).toEqual([200, 1])
    expect(await at(bytes - 1)).toEqual([413, 0])
  })

  it('that announces too much is 413 before any of it is read', async () => {
    const { body, state } = stalling('{')
    const { handler } = handlerBefore(undefined, { allow })
    const init = write(body, { 'content-length': '262145' })
    const error = await errorOf(await ask(handler, path, init))
    expect(error).toMatchObject({ status: 413, type: 'request', code: 'body_too_large' })
    expect(error['message']).toMatch(/262144 bytes.*maxBodyBytes/)
    expect(state.taken).toBe(0)
  })

  it('that grows too long is 413 where it does, without the rest', async () => {
    const piece = 'x'.repeat(100_000)
    const { body, state } = stalling(piece, piece, piece, piece, piece, piece)
    const { handler } = handlerBefore(undefined, { allow })
    // A length that lies is no way around it.
    const init = write(body, { 'content-length': '10' })
    expect((await ask(handler, path, init)).status).toBe(413)
    expect(state.taken).toBe(3)
    await vi.waitFor(() => expect(state.isCancelled).toBe(true))
  })

  it('is not read at all for who may not', async () => {
    const { body, state } = stalling('{')
    const { handler } = handlerBefore(undefined, { allow: ['reads'] })
    expect((await ask(handler, path, write(body))).status).toBe(403)
    expect(state.taken).toBe(0)
  })
})

describe('what is wrong with a request', () => {
  it.each([
    ['20 of its faults, so that no answer outgrows its question', 7_000, 20],
    ['the first, where to look for all would keep the server busy', 50_000, 1],
  ])('is said with at most %s', async (_, length, faults) => {
    const { handler } = handlerBefore(undefined, { allow: ['v4CreateSegment'] })
    const body = JSON.stringify({ name: 'x', conditions: Array.from({ length }, () => 1) })
    const response = await ask(handler, '/segments', write(body))
    const text = await response.clone().text()
    expect((await errorOf(response))['details']).toHaveLength(faults)
    expect(text.length).toBeLessThan(body.length)
  })
})

describe('the deadline', () => {
  afterEach(() => vi.useRealTimers())

  const stalls: [
    string,
    () => { options: Partial<HandlerOptions>; init?: RequestInit; path?: string },
  ][] = [
    [
      'the body of the request',
      () => ({
        options: { allow: ['v4CreateSegment'] },
        path: '/segments',
        init: write(stalling('{').body),
      }),
    ],
    ['authorize', () => ({ options: { authorize: () => never<Decision>() } })],
    ['secretKey', () => ({ options: { secretKey: () => never<string>() } })],
    ['the connection', () => ({ options: { fetch: () => never<Response>() } })],
    [
      'the answer',
      () => ({ options: { fetch: async () => new Response(stalling('{"object":').body) } }),
    ],
  ]

  it.each(stalls)('of 25 seconds ends a wait for %s', async (_, make) => {
    vi.useFakeTimers()
    const { options, path, init } = make()
    const { handler, failures } = handlerBefore(undefined, options)
    let response: Response | undefined
    void ask(handler, path, init).then((answer) => (response = answer))
    await vi.advanceTimersByTimeAsync(24_999)
    expect(response).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(await errorOf(response!)).toMatchObject({
      status: 504,
      type: 'internal',
      code: 'timeout',
    })
    expect(failures).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends the upstream call, and covers the wait for a turn', async () => {
    vi.useFakeTimers()
    const signals: AbortSignal[] = []
    const { handler } = handlerBefore(
      (_url, { signal }) => {
        signals.push(signal!)
        return never()
      },
      { timeout: 1_000, concurrency: { perProject: 1 } },
    )
    const both = Promise.all([ask(handler), ask(handler)])
    await vi.advanceTimersByTimeAsync(1_000)
    expect((await both).map(({ status }) => status)).toEqual([504, 504])
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  })

  it('leaves an answer in time alone', async () => {
    vi.useFakeTimers()
    const { handler } = handlerBefore()
    expect((await ask(handler)).status).toBe(200)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('calls at once', () => {
  /** An upstream that holds every call until it is let go, and a handler before it whose viewer is in the cookie. */
  function held(concurrency: HandlerOptions['concurrency']) {
    const open: { viewer: string; answer: () => void }[] = []
    const { handler } = handlerBefore(
      (url) =>
        new Promise<Response>((resolve) => {
          const viewer = new URL(url).searchParams.get('currency')!
          open.push({ viewer, answer: () => resolve(Response.json(empty)) })
        }),
      {
        ...(concurrency && { concurrency }),
        authorize: ({ input }) => ({ project: 'acme', viewer: String(input['currency']) }),
      },
    )
    const viewers = () => open.map(({ viewer }) => viewer).join(' ')
    /** A currency stands for the viewer: what is asked says who asks. */
    const askAs = (viewer: string, signal?: AbortSignal) =>
      ask(handler, `/analytics/cohorts?currency=${viewer}`, signal ? { signal } : {})
    /** Answers so many calls, each as soon as there is one, the oldest first. */
    const letGo = async (count = 1) => {
      for (let done = 0; done < count; done++) {
        await vi.waitFor(() => expect(open).not.toEqual([]))
        open.shift()!.answer()
      }
    }
    return { askAs, viewers, letGo, open }
  }

  it('are limited by viewer, and who asks for much does not keep the others waiting', async () => {
    const { askAs, viewers, letGo, open } = held({ perGrant: 2, perProject: 3 })
    const all = ['AAA', 'AAA', 'AAA', 'AAA', 'BBB', 'BBB', 'CCC'].map((viewer) => askAs(viewer))
    await vi.waitFor(() => expect(open).toHaveLength(3))
    expect(viewers()).toBe('AAA AAA BBB')
    await letGo()
    // Those who had none are served before who had two.
    await vi.waitFor(() => expect(viewers()).toBe('AAA BBB CCC'))
    await letGo()
    await vi.waitFor(() => expect(viewers()).toBe('BBB CCC AAA'))
    await letGo(5)
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array(7).fill(200))
  })

  it('leave the line when their client leaves', async () => {
    const { askAs, viewers, letGo, open } = held({ perGrant: 1 })
    const leaving = new AbortController()
    const first = askAs('AAA')
    await vi.waitFor(() => expect(open).toHaveLength(1))
    const second = askAs('AAA', leaving.signal)
    const third = askAs('AAA')
    leaving.abort()
    expect((await second).status).toBe(499)
    await letGo(2)
    expect(viewers()).toBe('')
    expect([(await first).status, (await third).status, open.length]).toEqual([200, 200, 0])
  })

  it('are 429 with a time to wait when too many of one viewer wait already', async () => {
    const { askAs, letGo, open } = held({ perGrant: 1, waiting: 1 })
    const first = askAs('AAA')
    await vi.waitFor(() => expect(open).toHaveLength(1))
    const second = askAs('AAA')
    const third = await askAs('AAA')
    const other = askAs('BBB')
    expect(third.headers.get('retry-after')).toBe('5')
    expect(await errorOf(third)).toMatchObject({ status: 429, code: 'too_many_requests' })
    await vi.waitFor(() => expect(open).toHaveLength(2))
    await letGo(3)
    expect((await Promise.all([first, second, other])).map(({ status }) => status)).toEqual([
      200, 200, 200,
    ])
  })

  it.each([{ perGrant: 0 }, { perProject: -1 }, { perGrant: Number.NaN }])(
    'cannot be %o',
    (concurrency) =>
      expect(() => handlerBefore(undefined, { concurrency })).toThrow(/number above 0/),
  )
})
