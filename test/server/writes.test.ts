// @vitest-environment node
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { defineOperation } from '../../src/core/operation.ts'
import { ask, errorOf, fromOwnPage, handlerBefore } from './upstream.ts'

// The rules of writes are shown with one that the API does not have.
vi.mock(import('../../src/resources/all.ts'), async (original) => {
  const rename = defineOperation({
    id: 'v4RenameThing',
    resource: 'things',
    method: 'PATCH',
    path: '/things/{id}',
    kind: 'write',
    summary: 'Renames a thing.',
    input: () => v.strictObject({ id: v.string(), name: v.string() }),
    output: () => v.unknown(),
  })
  return { operations: [...(await original()).operations, rename] as never }
})

const rename = {
  method: 'PATCH',
  body: '{"name":"b"}',
  headers: { ...fromOwnPage, 'idempotency-key': 'i1', cookie: 'c' },
}
const allow = ['reads', 'v4RenameThing'] as const

describe('a write', () => {
  it('is denied unless it is named', async () => {
    const { handler, sent } = handlerBefore()
    const error = await errorOf(await ask(handler, '/things/a', rename))
    expect(error).toMatchObject({ status: 403, code: 'control_forbidden' })
    expect(error['message']).toContain('v4RenameThing')
    expect(sent).toEqual([])
  })

  it('goes up once it is named, with its checked body and the key of the viewer’s intent', async () => {
    const { handler, sent } = handlerBefore(undefined, { allow })
    expect((await ask(handler, '/things/a%20b', rename)).status).toBe(200)
    expect(sent).toMatchObject([
      { url: 'https://api.qonversion.io/v4/things/a%20b', method: 'PATCH', body: '{"name":"b"}' },
    ])
    expect(Object.keys(sent[0]!.headers).toSorted()).toEqual([
      'accept',
      'authorization',
      'content-type',
      'idempotency-key',
    ])
  })

  it.each([
    ['as a form of another site can send it', { ...fromOwnPage, 'content-type': 'text/plain' }],
    ['from another site', { ...fromOwnPage, 'sec-fetch-site': 'cross-site' }],
  ])('is denied %s, before anyone is asked', async (_, headers) => {
    const authorize = vi.fn(() => ({ project: 'main' }))
    const { handler, sent } = handlerBefore(undefined, { allow, authorize })
    const answer = await ask(handler, '/things/a', { ...rename, headers })
    expect(answer.status).toBe(403)
    expect(authorize).not.toHaveBeenCalled()
    expect(sent).toEqual([])
  })

  it('is asked about before it is done', async () => {
    const authorize = vi.fn(() => false as const)
    const { handler, sent } = handlerBefore(undefined, { allow, authorize })
    expect((await ask(handler, '/things/a', rename)).status).toBe(403)
    expect(authorize).toHaveBeenCalledWith(
      expect.objectContaining({ input: { id: 'a', name: 'b' } }),
    )
    expect(sent).toEqual([])
  })

  it.each([
    ['an unknown field', '{"name":"b","owner":"x"}', 'owner'],
    ['a field of the address', '{"name":"b","id":"other"}', 'id'],
    ['no JSON', 'name=b', 'body'],
  ])('with %s is 400', async (_, body, field) => {
    const { handler, sent } = handlerBefore(undefined, { allow })
    const error = await errorOf(await ask(handler, '/things/a', { ...rename, body }))
    expect(error).toMatchObject({ status: 400, code: 'invalid_data' })
    expect((error['details'] as { field: string }[])[0]?.field).toBe(field)
    expect(sent).toEqual([])
  })

  it('whose body breaks off is 400', async () => {
    const { handler, sent } = handlerBefore(undefined, { allow })
    const body = new ReadableStream({ pull: (stream) => stream.error(new Error('gone')) })
    const broken = { ...rename, body, duplex: 'half' } as RequestInit
    expect((await ask(handler, '/things/a', broken)).status).toBe(400)
    expect(sent).toEqual([])
  })
})
