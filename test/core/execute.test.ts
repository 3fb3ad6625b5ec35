// @vitest-environment node
import { inspect } from 'node:util'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import {
  InputError,
  isAbort,
  QonversionApiError,
  QonversionError,
  ResponseShapeError,
  TransportError,
} from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import type { Fetcher } from '../../src/core/fetcher.ts'
import { defineOperation } from '../../src/core/operation.ts'
import { getCohorts } from '../../src/resources/cohorts/operations.ts'

/** The documented answer of an empty range, word for word. */
const empty = {
  object: 'analytics_cohorts',
  url: '/v4/analytics/cohorts',
  mode: 'by_renewals',
  grouping: 'week',
  cohort_from: 1768780800,
  cohort_to: 1776816000,
  currency: 'USD',
  period_labels: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12'],
  cohorts: [],
  total: null,
  max_values: { arpas: 0, arppu: 0, arpu: 0, payers: 0, revenue: 0, subscriptions: 0 },
}

const json = (text: string, status = 200, headers: Record<string, string> = {}) =>
  new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } })
const answering =
  (make: () => Response): Fetcher =>
  () =>
    Promise.resolve(make())
const failure = (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => {
      throw new Error('Expected a rejection.')
    },
    (error: unknown) => error,
  )
const wrapped = () => Response.json({ payload: empty })
const unwrap = (raw: unknown) => (raw as { payload: unknown }).payload
const ask = (fetcher: Fetcher) => execute(getCohorts, {}, { fetcher })

describe('a good answer', () => {
  it('is returned as it came, with what this version does not know', async () => {
    const answer = { ...empty, mode: 'by_moons', newer: { than: 'us' } }
    expect(await ask(answering(() => Response.json(answer)))).toEqual(answer)
  })

  it('was asked for with path, method, headers and signal', async () => {
    const fetcher = vi.fn(answering(() => Response.json(empty)))
    const { signal } = new AbortController()
    await execute(getCohorts, { mode: 'by_days' }, { fetcher, signal })
    expect(fetcher).toHaveBeenCalledExactlyOnceWith('/analytics/cohorts?mode=by_days', {
      method: 'GET',
      headers: { accept: 'application/json' },
      signal,
    })
  })

  it('of a write may be empty, and its body travels as JSON', async () => {
    const rename = defineOperation({
      id: 'v4RenameThing',
      resource: 'things',
      method: 'PATCH',
      path: '/things/{id}',
      kind: 'write',
      summary: 'Renames a thing.',
      input: () => v.strictObject({ id: v.string(), name: v.string() }),
      output: () => v.undefined(),
    })
    const fetcher = vi.fn(answering(() => new Response(null, { status: 204 })))
    expect(await execute(rename, { id: 'a', name: 'b' }, { fetcher })).toBeUndefined()
    expect(fetcher.mock.calls[0]).toMatchObject([
      '/things/a',
      { body: '{"name":"b"}', headers: { 'content-type': 'application/json' } },
    ])
  })
})

describe('an error answer', () => {
  it('carries type, code, message, field details, status, operation and wait', async () => {
    const body = {
      error: {
        type: 'request',
        code: 'invalid_data',
        message: 'The range is upside down.',
        details: [{ field: 'cohort_from', message: 'is after cohort_to' }],
      },
    }
    const error = await failure(
      ask(answering(() => json(JSON.stringify(body), 429, { 'retry-after': '7' }))),
    )
    expect(error).toBeInstanceOf(QonversionApiError)
    expect(error).toMatchObject({
      ...body.error,
      status: 429,
      operation: getCohorts.id,
      retryAfter: 7000,
    })
  })

  it('keeps the details that it can read', async () => {
    const good = { field: 'mode', message: 'is none' }
    const details = [good, null, 'mode', { field: 'mode' }, { field: 1, message: 'x' }]
    const error = { type: 'request', code: 'invalid_data', message: 'No.', details }
    const seen = await failure(ask(answering(() => Response.json({ error }, { status: 400 }))))
    expect(seen).toMatchObject({ code: 'invalid_data', details: [good] })
  })

  it.each([
    ['no body', () => new Response(null, { status: 503 }), 'internal'],
    ['an HTML page', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'internal'],
    ['cut JSON', () => json('{"error":{"ty', 400), 'request'],
    ['another envelope', () => json('{"message":"no"}', 404), 'request'],
    ['an envelope of nonsense', () => json('{"error":{"code":7}}', 500), 'internal'],
  ])('with %s still has status, type and a sentence', async (_, make, type) => {
    const error = await failure(ask(answering(make)))
    expect(error).toBeInstanceOf(QonversionApiError)
    expect(error).toMatchObject({ status: make().status, type, code: 'unknown_error', details: [] })
    expect((error as Error).message).toContain(`status ${make().status}`)
  })
})

describe('an answer that cannot be used', () => {
  it.each([
    ['empty', () => json('')],
    [
      'an HTML page',
      () => new Response('<p>Sign in</p>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['of no type', () => new Response(new TextEncoder().encode('{}'))],
    ['not JSON', () => json('{"object":')],
  ])('because it is %s says so and points at the address', async (_, make) => {
    const error = await failure(ask(answering(make)))
    expect(error).toBeInstanceOf(ResponseShapeError)
    expect((error as Error).message).toMatch(/cannot be read.*fetcher's address/)
    expect((error as Error).message).not.toContain('adapters')
  })

  it('because it was cut anywhere is never half an answer', async () => {
    const text = JSON.stringify(empty)
    const errors = await Promise.all(
      Array.from({ length: text.length }, (_, at) =>
        failure(ask(answering(() => json(text.slice(0, at))))),
      ),
    )
    expect(errors.filter((error) => !(error instanceof ResponseShapeError))).toEqual([])
  })

  it('because of its layout names operation, paths, keys and the line to write, and no value', async () => {
    const secret = 'person@example.com'
    const answer = {
      ...empty,
      currency: 99_887_766,
      cohorts: [{ label: secret }],
      mode: { secret },
    }
    const error = (await failure(ask(answering(() => Response.json(answer))))) as ResponseShapeError
    expect(error).toBeInstanceOf(ResponseShapeError)
    expect(error.problems.map((problem) => problem.path)).toEqual([
      'mode',
      'currency',
      'cohorts.0.cohort_start',
      'cohorts.0.users',
      'cohorts.0.periods',
    ])
    expect(error.keys).toEqual(Object.keys(answer))
    expect(error.message).toContain(`adapters={{ ${getCohorts.id}: (raw) => documentedLayout }}`)
    expect(inspect(error) + JSON.stringify(error)).not.toMatch(/person@example|99887766/)
  })

  it('keeps the words of a broken body out of the error', async () => {
    const error = await failure(ask(answering(() => json('person@example.com'))))
    expect(inspect(error) + JSON.stringify(error)).not.toContain('person')
  })
})

describe('adapters', () => {
  it('mend a layout that this version does not know', async () => {
    const adapters = { [getCohorts.id]: unwrap }
    expect(await execute(getCohorts, {}, { fetcher: answering(wrapped), adapters })).toEqual(empty)
  })

  it('run before the operation’s own reader', async () => {
    const order: string[] = []
    const step = (name: string) => (raw: unknown) => {
      order.push(name)
      return raw
    }
    await execute(
      { ...getCohorts, adapt: step('operation') },
      {},
      {
        fetcher: answering(() => Response.json(empty)),
        adapters: { [getCohorts.id]: step('host') },
      },
    )
    expect(order).toEqual(['host', 'operation'])
  })

  it('that fail are named, with their own error as the cause and not its words', async () => {
    const cause = new TypeError('cannot read person@example.com')
    const adapters = {
      [getCohorts.id]: () => {
        throw cause
      },
    }
    const run = execute(getCohorts, {}, { fetcher: answering(wrapped), adapters })
    const error = (await failure(run)) as ResponseShapeError
    expect(error).toBeInstanceOf(ResponseShapeError)
    expect(error.message).toMatch(/its adapter failed with TypeError/)
    expect(error.message).not.toContain('person')
    expect(error.cause).toBe(cause)
    expect(error.keys).toEqual(['payload'])
  })
})

describe('no answer', () => {
  it('is a TransportError with the cause', async () => {
    const cause = new TypeError('fetch failed')
    const error = await failure(ask(() => Promise.reject(cause)))
    expect(error).toBeInstanceOf(TransportError)
    expect(error).toMatchObject({ name: 'TransportError', operation: getCohorts.id, cause })
  })

  it('is one too when the body breaks off, or the fetcher gives up by itself', async () => {
    const broken = new ReadableStream({
      pull: (stream) => stream.error(new Error('socket closed')),
    })
    const body = () => new Response(broken, { headers: { 'content-type': 'application/json' } })
    expect(await failure(ask(answering(body)))).toBeInstanceOf(TransportError)
    const tooSlow = new DOMException('Too slow.', 'AbortError')
    expect(await failure(ask(() => Promise.reject(tooSlow)))).toBeInstanceOf(TransportError)
  })

  it('is asked for only with an input that fits', async () => {
    const fetcher = vi.fn(answering(() => Response.json(empty)))
    const run = execute(getCohorts, { currency: 'usd' }, { fetcher })
    expect(await failure(run)).toBeInstanceOf(InputError)
    expect(fetcher).not.toHaveBeenCalled()
  })
})

/** A fetcher's promise that ends as `fetch` does when it is told to stop. */
const until = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error))
  })

/** Sends the first half of a body and breaks off when it is told to stop. */
const begun: Fetcher = (_path, { signal }) => {
  const body = new ReadableStream({
    start: (stream) => {
      stream.enqueue(new TextEncoder().encode('{"object":'))
      signal.addEventListener('abort', () => stream.error(new Error('socket closed')))
    },
  })
  return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }))
}

/** Starts a request, aborts it once the fetcher was asked, and returns what it rejects with. */
const aborted = (fetcher: Fetcher, reason?: unknown) => {
  const controller = new AbortController()
  const asked: Fetcher = (path, init) => {
    const answer = fetcher(path, init)
    controller.abort(reason)
    return answer
  }
  return failure(execute(getCohorts, {}, { signal: controller.signal, fetcher: asked }))
}

describe('an abort', () => {
  it.each<[string, Fetcher]>([
    ['with the signal’s own error', (_path, { signal }) => until(signal)],
    ['with something else', () => Promise.reject(new Error('canceled'))],
    ['with nothing', () => Promise.reject(undefined)],
    ['with an error answer', answering(() => json('{}', 500))],
    ['with a cut body', answering(() => json('{"obj'))],
  ])('is an AbortError when the fetcher then ends %s', async (_, fetcher) => {
    const error = await aborted(fetcher)
    expect(isAbort(error)).toBe(true)
    expect(error).not.toBeInstanceOf(QonversionError)
  })

  it('is one in the middle of the body', async () => {
    expect(isAbort(await aborted(begun))).toBe(true)
  })

  it('is one whatever reason was given', async () => {
    expect(isAbort(await aborted(() => Promise.reject(new Error('x')), 'the user left'))).toBe(true)
  })

  it('before the start sends nothing', async () => {
    const fetcher = vi.fn(answering(() => Response.json(empty)))
    const run = execute(getCohorts, {}, { fetcher, signal: AbortSignal.abort() })
    expect(isAbort(await failure(run))).toBe(true)
    expect(fetcher).not.toHaveBeenCalled()
  })
})

describe('errors', () => {
  it('have names that survive a minifier, and one base', () => {
    const info = { status: 500, type: '', code: '', message: '', details: [], retryAfter: null }
    const errors = [
      new InputError('v4Test', []),
      new QonversionApiError('v4Test', info),
      new ResponseShapeError('v4Test', []),
      new TransportError('v4Test', undefined),
    ]
    expect(errors.map((error) => error.name)).toEqual([
      'InputError',
      'QonversionApiError',
      'ResponseShapeError',
      'TransportError',
    ])
    expect(errors.every((error) => error instanceof QonversionError)).toBe(true)
  })
})
