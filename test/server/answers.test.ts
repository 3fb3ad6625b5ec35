// @vitest-environment node
import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { SECRET_FIELDS } from '../../src/server/secrets.ts'
import { empty } from '../core/answering.ts'
import { ask, errorOf, handlerBefore, KEY } from './upstream.ts'

const headersOf = (response: Response) => Object.fromEntries(response.headers)

describe('the answer that comes down', () => {
  it('brings listed headers only, and no cache keeps it', async () => {
    const { handler } = handlerBefore(() =>
      Response.json(empty, {
        headers: {
          'set-cookie': 'upstream=1',
          'x-request-id': 'r1',
          'cache-control': 'public, max-age=3600',
          'x-qon-pagination-restarted': 'true',
          'retry-after': '7',
        },
      }),
    )
    expect(headersOf(await ask(handler))).toEqual({
      'cache-control': 'private, no-store',
      'content-type': 'application/json',
      'retry-after': '7',
      'x-content-type-options': 'nosniff',
      'x-qon-pagination-restarted': 'true',
    })
  })

  it('tells the time to wait in seconds, by the clock of the upstream', async () => {
    const { handler } = handlerBefore(() =>
      Response.json(
        {},
        {
          status: 429,
          headers: {
            date: 'Sun, 06 Nov 1994 08:49:37 GMT',
            'retry-after': 'Sun, 06 Nov 1994 08:50:07 GMT',
          },
        },
      ),
    )
    expect((await ask(handler)).headers.get('retry-after')).toBe('30')
  })

  it('carries the API’s own error, word for word', async () => {
    const error = {
      type: 'request',
      code: 'invalid_data',
      message: 'The range is upside down.',
      details: [{ field: 'cohort_from', message: 'is after cohort_to' }],
    }
    const { handler, sent } = handlerBefore(() => Response.json({ error }, { status: 400 }))
    expect(await errorOf(await ask(handler))).toEqual({ status: 400, ...error })
    expect(sent).toHaveLength(1)
  })

  it.each([429, 500, 503])('is %i when the API says so, asked for once only', async (status) => {
    const { handler, sent } = handlerBefore(() => new Response('<h1>Busy</h1>', { status }))
    const response = await ask(handler)
    expect(await errorOf(response)).toMatchObject({ status, code: 'unknown_error' })
    expect(sent).toHaveLength(1)
  })

  it('may be empty', async () => {
    const { handler } = handlerBefore(() => new Response(null, { status: 204 }))
    const response = await ask(handler)
    expect([response.status, response.body]).toEqual([204, null])
  })
})

describe('when the upstream fails', () => {
  it.each<[string, () => Response | Promise<Response>, string]>([
    [
      'is not reached',
      () => Promise.reject(new TypeError('connect ECONNREFUSED 10.0.0.7')),
      'network_error',
    ],
    [
      'breaks off',
      () =>
        new Response(
          new ReadableStream({ pull: (body) => body.error(new Error('socket at 10.0.0.7')) }),
        ),
      'network_error',
    ],
    ['answers with a page', () => new Response('<h1>10.0.0.7</h1>'), 'network_error'],
    ['answers with half of JSON', () => new Response('{"object":"10.0.0.7'), 'network_error'],
    ['nests without end', () => new Response('['.repeat(1e5) + ']'.repeat(1e5)), 'network_error'],
    ['sends elsewhere', () => Response.redirect('https://10.0.0.7/'), 'network_error'],
    [
      'refuses the key',
      () => Response.json({ error: { message: KEY } }, { status: 401 }),
      'secret_key_refused',
    ],
  ])('that %s is 502 in the API’s shape, without its inner words', async (_, answer, code) => {
    const { handler, sent, failures } = handlerBefore(answer)
    const response = await ask(handler)
    const text = await response.clone().text()
    expect(await errorOf(response)).toMatchObject({ status: 502, type: 'internal', code })
    expect(text).not.toMatch(/10\.0\.0\.7|sk_test|stack|\bat /)
    expect(sent).toHaveLength(1)
    expect(failures).toMatchObject([{ operation: 'v4GetCohortAnalyticsData', project: 'acme' }])
  })

  it('a refused key is said to be the host’s to correct, not the viewer’s sign-in', async () => {
    const { handler } = handlerBefore(() => new Response(null, { status: 401 }))
    const { message } = await errorOf(await ask(handler))
    expect(message).toMatch(/Secret Key of this server.*not about your sign-in/)
  })

  it('a project without a key is 500, and only the host reads why', async () => {
    const { handler, sent, failures } = handlerBefore(undefined, { secretKey: () => '' })
    expect(await errorOf(await ask(handler))).toMatchObject({ status: 500, code: 'handler_failed' })
    expect(sent).toEqual([])
    expect(inspect(failures)).toContain('needs secretKey')
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('the log is full')
      },
    ],
    ['rejects', () => Promise.reject(new Error('the log is full'))],
  ])('an onError that %s changes no answer', async (_, onError) => {
    const { handler } = handlerBefore(() => new Response('no'))
    const { handler: logged } = handlerBefore(() => new Response('no'), {
      onError,
    })
    const expected = await errorOf(await ask(handler))
    expect(expected).toMatchObject({ status: 502 })
    // A rejection that nobody takes would fail this file.
    expect(await errorOf(await ask(logged))).toEqual(expected)
  })
})

describe('an abort', () => {
  it('of the viewer ends the upstream call, and is no failure of it', async () => {
    const controller = new AbortController()
    const { handler, failures } = handlerBefore(
      (_url, { signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error))
          controller.abort()
        }),
    )
    const response = await ask(handler, undefined, { signal: controller.signal })
    expect(response.status).toBe(499)
    expect(failures).toEqual([])
  })
})

describe('secrets', () => {
  const contract: unknown = parse(readFileSync('contract/openapi.yaml', 'utf8'))

  /** Names of the fields that the contract marks with a word, wherever it does. */
  function marked(mark: string, node = contract, name = '', found = new Set<string>()) {
    if (typeof node !== 'object' || node === null) return found
    if (mark in node) found.add(name)
    for (const [key, value] of Object.entries(node)) marked(mark, value, key, found)
    return found
  }

  it('are the fields that the contract marks, and no others', () => {
    const names = marked('x-secret')
    expect(names.size).toBeGreaterThan(0)
    expect([...SECRET_FIELDS].toSorted()).toEqual([...names].toSorted())
  })

  it('that can only be written are taken out whatever is allowed, and whether they are set is not', async () => {
    const names = [...marked('writeOnly'), 'client_secret', 'password', 'privateKey']
    expect(names.length).toBeGreaterThan(6)
    const { handler } = handlerBefore(
      () =>
        Response.json({
          ...Object.fromEntries(names.map((name) => [name, 'CANARY'])),
          ...Object.fromEntries(names.map((name) => [`has_${name}`, true])),
          has_secret_key: 'CANARY',
          pairs: names.map((key) => ({ key, value: 'CANARY' })),
        }),
      {
        allow: ['reads', ...SECRET_FIELDS],
        authorize: () => ({ project: 'p', secrets: [...SECRET_FIELDS] }),
      },
    )
    expect(await (await ask(handler)).json()).toEqual({
      ...Object.fromEntries(names.map((name) => [`has_${name}`, true])),
      pairs: names.map((key) => ({ key })),
    })
  })

  it('are taken out at every depth, in answers and in errors', async () => {
    const secrets = Object.fromEntries([...SECRET_FIELDS].map((name) => [name, 'CANARY']))
    const nested = { ...secrets, kept: 1, list: [{ ...secrets, kept: 2 }, [[secrets]]] }
    const clean = { kept: 1, list: [{ kept: 2 }, [[{}]]] }
    for (const status of [200, 400]) {
      const { handler } = handlerBefore(() =>
        Response.json({ error: nested, ...nested }, { status }),
      )
      expect(await (await ask(handler)).json()).toEqual({ error: clean, ...clean })
    }
  })

  it('are found under a name written with escapes', async () => {
    const { handler } = handlerBefore(() => new Response('{"secret\\u005fkey":"CANARY","kept":1}'))
    expect(await (await ask(handler)).json()).toEqual({ kept: 1 })
  })

  it('include the key itself, should an answer echo it under any name', async () => {
    const { handler } = handlerBefore(() =>
      Response.json({ error: { message: `No such token: Bearer ${KEY}.` } }, { status: 403 }),
    )
    expect((await errorOf(await ask(handler)))['message']).toBe('No such token: Bearer [removed].')
  })

  it('are in nothing that a handler shows, throws or tells, whatever fails', async () => {
    const faults: (() => Response | Promise<Response>)[] = [
      () => Response.json({ secret_key: KEY, a: [KEY] }),
      () => Response.json({ error: { code: KEY, message: KEY } }, { status: 500 }),
      () => new Response(KEY, { status: 502 }),
      () => new Response(`{"a":"${KEY}`),
      () => Response.json({ key: KEY }, { status: 401 }),
      () => Response.redirect(`https://x.example/?key=${KEY}`),
      () => Promise.reject(new TypeError('fetch failed')),
    ]
    for (const fault of faults) {
      const { handler, failures } = handlerBefore(fault)
      const response = await ask(handler)
      const shown = `${await response.text()}${inspect(headersOf(response))}${inspect(failures, { depth: 9 })}`
      expect(shown).not.toContain(KEY)
    }
  })
})
