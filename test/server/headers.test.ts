// @vitest-environment node
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operations } from '../../src/resources/all.ts'
import { contract } from '../contract/contract.ts'
import { figure, runs } from '../figures.ts'
import { askWire, fromOwnPage, handlerBefore, KEY, samples } from './upstream.ts'

const everything = operations.map(({ id }) => id)

/** Names that a client or an upstream might smuggle something in. */
const NAMES = [
  'authorization',
  'cookie',
  'set-cookie',
  'proxy-authorization',
  'x-api-key',
  'origin-agent-cluster',

  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'x-real-ip',
  'via',
  'x-middleware-subrequest',
  'x-original-url',
  'x-rewrite-url',
  'x-http-method-override',

  'connection',
  'keep-alive',
  'te',
  'trailer',
  'upgrade',
  'proxy-connection',
  'range',
  'if-none-match',

  'content-encoding',
  'accept-encoding',
  'location',
  'refresh',
  'link',
  'server',
  'x-powered-by',

  'access-control-allow-origin',
  'clear-site-data',
  'content-security-policy',
  'etag',
  'age',
  'pragma',

  'accept',
  'idempotency-key',
  'retry-after',
  'cache-control',
  'x-qon-pagination-restarted',
  'x-user',
]
const UP = new Set(['accept', 'authorization', 'content-type', 'idempotency-key'])
const DOWN = new Set([
  'cache-control',
  'content-type',
  'retry-after',
  'x-content-type-options',
  'x-qon-pagination-restarted',
])

const name = fc.oneof(fc.constantFrom(...NAMES), fc.stringMatching(/^x-[a-z0-9-]{1,12}$/))
const value = fc.oneof(
  fc.stringMatching(/^[\x21-\x7e]{1,30}$/),
  fc.constantFrom(
    'Bearer sk_of_the_viewer',
    'close, authorization',
    '127.0.0.1',
    'gzip',
    '5',
    'true',
  ),
)
const headers = fc.dictionary(name, value, { maxKeys: 12, noNullPrototype: true })

describe('headers', () => {
  it('pass up and down by name only, whatever set arrives', async () => {
    const count = runs(500)
    let writes = 0
    await fc.assert(
      fc.asyncProperty(
        headers,
        headers,
        fc.constantFrom(...samples),
        async (asked, answered, { operation, wire }) => {
          const { handler, sent } = handlerBefore(
            () => Response.json({}, { headers: new Headers(Object.entries(answered)) }),
            {
              allow: ['reads', ...everything, 'secret_key'],
              authorize: () => ({ project: 'acme', secrets: ['secret_key'] }),
            },
          )
          const response = await askWire(handler, wire, { ...asked, ...fromOwnPage })
          expect(response.status).toBe(200)
          const [up] = sent
          expect(Object.keys(up!.headers).filter((key) => !UP.has(key))).toEqual([])
          expect(up!.headers['authorization']).toBe(`Bearer ${KEY}`)
          expect(up!.headers['accept']).toBe('application/json')
          expect([...response.headers.keys()].filter((key) => !DOWN.has(key))).toEqual([])
          expect(response.headers.get('cache-control')).toBe('private, no-store')
          expect(response.headers.get('content-type')).toBe('application/json')
          writes += operation.kind === 'write' ? 1 : 0
        },
      ),
      { seed: 32, numRuns: count },
    )
    expect(writes).toBeGreaterThan(0)
    figure('header sets in both directions', count, '0 names outside the lists', 32)
  })
})

describe('a method that is overridden', () => {
  const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
  type Spelling = (wanted: string) => {
    headers?: Record<string, string>
    query?: string
    field?: Record<string, string>
  }
  const SPELLINGS: Record<string, Spelling> = {
    'X-HTTP-Method-Override': (wanted) => ({ headers: { 'x-http-method-override': wanted } }),
    'X-HTTP-Method': (wanted) => ({ headers: { 'x-http-method': wanted } }),
    'X-Method-Override': (wanted) => ({ headers: { 'x-method-override': wanted } }),
    '_method in the query': (wanted) => ({ query: `_method=${wanted}` }),
    '_method in the body': (wanted) => ({ field: { _method: wanted } }),
  }

  it.each(Object.keys(SPELLINGS))('by %s stays what it was, or goes nowhere', async (spelling) => {
    const { handler, sent } = handlerBefore(() => Response.json({}), {
      allow: ['reads', ...everything, 'secret_key'],
      authorize: () => ({ project: 'acme', secrets: ['secret_key'] }),
    })
    let cases = 0
    for (const { operation, wire } of samples)
      for (const wanted of METHODS.filter((method) => method !== operation.method)) {
        sent.length = 0
        const { headers: extra = {}, query, field } = SPELLINGS[spelling]!(wanted)
        const mark = wire.path.includes('?') ? '&' : '?'
        const path = query ? `${wire.path}${mark}${query}` : wire.path
        const body = field
          ? JSON.stringify({ ...(JSON.parse(wire.body ?? '{}') as object), ...field })
          : wire.body
        const isBodiless = operation.method === 'GET'
        await askWire(
          handler,
          { method: operation.method, path, ...(!isBodiless && body !== undefined && { body }) },
          extra,
        )
        const upgraded = sent.filter(({ method }) => method !== contract.get(operation.id)!.method)
        expect(upgraded).toEqual([])
        // A header is ignored; a parameter that the operation does not have is refused.
        if (spelling.startsWith('X-')) expect(sent).toHaveLength(1)
        else if (!(field && isBodiless)) expect(sent).toEqual([])
        cases++
      }
    expect(cases).toBe(samples.length * 4)
    figure(`method overridden by ${spelling}`, cases, '0 upgraded')
  })
})
