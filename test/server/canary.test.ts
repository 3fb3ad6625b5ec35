// @vitest-environment node
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HandlerOptions } from '../../src/server/options.ts'
import { figure } from '../figures.ts'
import { ask, fromOwnPage, handlerBefore, KEY } from './upstream.ts'

const BEARER = `Bearer ${KEY}`
const request = () => new Request('https://api.example', { headers: { authorization: BEARER } })

/** An error as clients of HTTP throw it: with everything that they know. */
const talkative = () =>
  Object.assign(new TypeError(`fetch with ${BEARER} failed`), {
    config: { headers: { authorization: BEARER } },
    request: request(),
    headers: new Headers({ authorization: BEARER }),
    [KEY]: KEY,
  })

class KeyError extends Error {
  readonly secret = KEY
  override readonly name = `KeyError of ${KEY}`
  override toString = () => KEY
  toJSON = (): string => KEY;
  [inspect.custom](): string {
    return KEY
  }
}

/** Everything that can go wrong around a request, with the key wherever it can be. */
const FAULTS: Record<
  string,
  Partial<HandlerOptions> & { answer?: () => Response | Promise<Response> }
> = {
  'fetch rejects with its request': { answer: () => Promise.reject(talkative()) },
  'fetch rejects with a text': { answer: () => Promise.reject(KEY) },
  'fetch rejects with an object': {
    answer: () => Promise.reject({ authorization: BEARER }),
  },
  'fetch rejects with causes': {
    answer: () => Promise.reject(new Error('a', { cause: new Error(KEY, { cause: talkative() }) })),
  },
  'fetch rejects with many errors': {
    answer: () => Promise.reject(new AggregateError([talkative()], `all failed: ${KEY}`)),
  },
  'fetch rejects with an error of its own kind': {
    answer: () => Promise.reject(new KeyError(KEY)),
  },
  'fetch throws': {
    fetch: () => {
      throw talkative()
    },
  },
  'the body breaks off': {
    answer: () => new Response(new ReadableStream({ pull: (body) => body.error(talkative()) })),
  },
  'the answer echoes it in texts': {
    answer: () => Response.json({ a: KEY, b: [`x${KEY}y`, { c: BEARER }] }),
  },
  'the answer echoes it in names': {
    answer: () => Response.json({ [KEY]: 1, a: [{ [`x-${KEY}`]: 2 }] }),
  },
  'the answer echoes it escaped': {
    answer: () => new Response(`{"a":"${KEY.replaceAll('s', '\\u0073')}"}`),
  },
  'the answer echoes it as secrets': {
    answer: () => Response.json({ secret_key: KEY, x: { apiKey: KEY } }),
  },
  'the answer is no JSON': { answer: () => new Response(`<p>${KEY}</p>`) },
  'the answer is cut': { answer: () => new Response(`{"a":"${KEY}`) },
  'the error quotes it': {
    answer: () =>
      Response.json(
        {
          error: { type: KEY, code: KEY, message: BEARER, details: [{ field: KEY, message: KEY }] },
        },
        { status: 422 },
      ),
  },
  'the error is a page': { answer: () => new Response(KEY, { status: 503, statusText: KEY }) },
  'the key is refused': {
    answer: () => Response.json({ error: { message: KEY } }, { status: 401 }),
  },
  'the answer leads elsewhere': {
    answer: () => Response.redirect(`https://x.example/?key=${KEY}`),
  },
  'headers quote it': {
    answer: () =>
      Response.json(
        {},
        {
          headers: {
            'retry-after': KEY,
            'x-qon-pagination-restarted': KEY,
            'set-cookie': KEY,
            'x-key': KEY,
          },
        },
      ),
  },
  'secretKey throws': {
    secretKey: () => {
      throw talkative()
    },
  },
  'secretKey rejects': { secretKey: () => Promise.reject(new KeyError(KEY)) },
  'secretKey gives two lines': { secretKey: () => `${KEY}\n${KEY}` },
  'upstream throws': {
    upstream: () => {
      throw talkative()
    },
  },
  'upstream is no address': { upstream: () => `${KEY}.example` },
  'upstream holds it': { upstream: () => `https://${KEY}@api.example/v4` },
  'authorize throws': {
    authorize: () => {
      throw talkative()
    },
  },
  'authorize denies with it': { authorize: () => ({ deny: `No, ${KEY}.` }) },
  'a policy denies with it': { authorize: () => ({ project: 'acme', allow: () => `No, ${KEY}.` }) },
  'a policy throws it': {
    authorize: () => ({
      project: 'acme',
      allow: () => {
        throw talkative()
      },
    }),
  },
  'audit throws it': {
    audit: () => {
      throw talkative()
    },
  },
}

const QUESTIONS: [string, RequestInit][] = [
  ['/analytics/cohorts?grouping=month', {}],
  // A viewer who pastes a key where it does not belong.
  [`/analytics/cohorts?mode=${KEY}`, {}],
  [`/customers?search=${KEY}`, {}],
  [
    '/customers/c1/properties',
    {
      method: 'POST',
      headers: fromOwnPage,
      body: JSON.stringify({ properties: [{ key: KEY, value: KEY }] }),
    },
  ],
  [`/${KEY}`, {}],
]

/** All that a log would make of a value, private parts included. */
const written = (value: unknown): string =>
  inspect(value, { depth: 12, showHidden: true, maxStringLength: null }) + JSON.stringify(value)

describe('the key', () => {
  const logged: unknown[] = []
  const onUnhandled = (reason: unknown) => logged.push(reason)
  beforeEach(() => {
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => logged.push(parts))
    process.on('unhandledRejection', onUnhandled)
  })
  afterEach(() => {
    process.off('unhandledRejection', onUnhandled)
    vi.restoreAllMocks()
  })

  it('is in nothing that a handler answers, throws, logs, records or tells, whatever fails', async () => {
    let cases = 0
    const hits: string[] = []
    const told: unknown[] = []
    for (const [fault, { answer, ...options }] of Object.entries(FAULTS))
      for (const [path, init] of QUESTIONS) {
        const records: unknown[] = []
        const { handler, failures } = handlerBefore(answer, {
          allow: ['reads', 'v4SetCustomerProperties'],
          audit: (entry) => records.push(entry),
          ...options,
        })
        const response = await ask(handler, path, init)
        const shown = [
          response.statusText,
          [...response.headers],
          await response.text(),
          failures,
          records,
          logged,
        ]
        told.push(...failures)
        if (written(shown).includes(KEY)) hits.push(`${fault}: ${init.method ?? 'GET'} ${path}`)
        cases++
      }
    expect(hits).toEqual([])
    expect(logged).toEqual([])
    // The faults did happen, and what was told of them is still of use.
    expect(told.length).toBeGreaterThan(40)
    expect(written(told)).toContain('[removed]')
    vi.restoreAllMocks()
    figure('canary key under faults', cases, '0 hits in answers, errors, records and logs')
  })

  it('would be found where this test looks', () => {
    for (const value of [talkative(), new Error('x', { cause: KEY }), request(), { a: [KEY] }])
      expect(written([value])).toContain(KEY)
  })
})

describe('the options', () => {
  it.each([
    ['key', { secretKey: `${KEY}\n${KEY}` }],
    ['upstream', { upstream: `https://${KEY}@api.example` }],
    ['origin', { origins: [`https://host.example/${KEY}`] }],
    ['host', { exportHosts: [`host.example/${KEY}`] }],
  ])('are refused without quoting them: %s', (_, options) => {
    let error: unknown
    try {
      handlerBefore(undefined, options)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(Error)
    expect(written(error)).not.toContain(KEY)
  })
})
