// @vitest-environment node
import { inspect } from 'node:util'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import {
  InputError,
  QonversionApiError,
  QonversionError,
  ResponseShapeError,
  TransportError,
} from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import { defineOperation } from '../../src/core/operation.ts'
import { getCohorts } from '../../src/resources/cohorts/operations.ts'
import { answering, ask, empty, failure, json } from './answering.ts'
import { createThing } from './things.ts'

const wrapped = () => Response.json({ payload: empty })
const unwrap = (raw: unknown) => (raw as { payload: unknown }).payload

describe('a good answer', () => {
  it('is returned as it came, with what this version does not know', async () => {
    const answer = { ...empty, mode: 'by_moons', newer: { than: 'us' } }
    expect(await ask(answering(() => Response.json(answer)))).toEqual(answer)
  })

  it('was asked for with path, method, headers and signal', async () => {
    const fetcher = vi.fn(answering(() => Response.json(empty)))
    await execute(getCohorts, { mode: 'by_days' }, { fetcher })
    expect(fetcher).toHaveBeenCalledExactlyOnceWith('/analytics/cohorts?mode=by_days', {
      method: 'GET',
      headers: { accept: 'application/json' },
      signal: expect.any(AbortSignal) as AbortSignal,
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
    const [path, init] = fetcher.mock.calls[0]!
    expect([path, init.body]).toEqual(['/things/a', '{"name":"b"}'])
    // What another site cannot send without being asked for, and never a key.
    expect(init.headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'x-requested-with': 'qonversion-react',
    })
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

  it.each([
    ['that is empty', () => json('')],
    ['that is cut off', () => json('{"object":')],
    ['of another layout', () => json('{"thing":{"id":"a"}}')],
  ])('to a write, %s, says that it was done, and not to do it again unseen', async (_, make) => {
    const sent = execute(createThing, { name: 'a' }, { fetcher: answering(make) })
    const error = await failure(sent)
    expect(error).toBeInstanceOf(ResponseShapeError)
    expect(error).toMatchObject({ mayBeDone: true })
    expect((error as Error).message).toContain(
      'It was answered as done: reload and look before you do it again.',
    )
    expect((error as Error).message).not.toContain('Nothing is shown')
  })

  it('to a read says that nothing is shown, whatever of it does not fit', async () => {
    for (const body of ['', '{"object":', '{"thing":1}']) {
      const error = await failure(ask(answering(() => json(body))))
      expect(error).toMatchObject({ mayBeDone: false })
      expect((error as Error).message).toContain('Nothing is shown rather than wrong numbers.')
    }
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

describe('errors', () => {
  it('have names that survive a minifier, and one base', () => {
    const info = { status: 500, type: '', code: '', message: '', details: [], retryAfter: null }
    const errors = [
      new InputError('v4Test', []),
      new QonversionApiError('v4Test', info),
      new ResponseShapeError({ id: 'v4Test', kind: 'read' }, []),
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
