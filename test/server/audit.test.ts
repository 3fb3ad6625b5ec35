// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import type { AuditEntry } from '../../src/server/audit.ts'
import type { HandlerOptions } from '../../src/server/options.ts'
import { ask, errorOf, fromOwnPage, handlerBefore, KEY } from './upstream.ts'

async function entryOf(
  options: Partial<HandlerOptions>,
  path?: string,
  init?: RequestInit,
  answer?: () => Response,
) {
  const entries: AuditEntry[] = []
  const { handler } = handlerBefore(answer, { audit: (entry) => entries.push(entry), ...options })
  await ask(handler, path, init)
  expect(entries).toHaveLength(1)
  return entries[0]!
}

describe('the record of a request', () => {
  it('says who did what, with what outcome and how long it took', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValueOnce(1_000).mockReturnValueOnce(1_012.5)
    const authorize = () => ({ project: 'acme', viewer: 'ada' })
    expect(await entryOf({ authorize })).toEqual({
      operation: 'v4GetCohortAnalyticsData',
      input: { grouping: 'month' },
      project: 'acme',
      viewer: 'ada',
      status: 200,
      code: null,
      duration: 12.5,
    })
    now.mockRestore()
  })

  it('says who was refused, where the host knows', async () => {
    const denied = { status: 403, code: 'control_forbidden', project: null }
    const authorize = () => ({ deny: 'No.', viewer: 'eve' })
    expect(await entryOf({ authorize })).toMatchObject({ ...denied, viewer: 'eve' })
    expect(await entryOf({ authorize: () => false })).toMatchObject({ ...denied, viewer: null })
    const byPolicy = () => ({ project: 'acme', viewer: 'ada', allow: () => 'No.' })
    expect(await entryOf({ authorize: byPolicy })).toMatchObject({
      ...denied,
      project: 'acme',
      viewer: 'ada',
    })
  })

  it('is made of what matches nothing, fits nothing or fails as well', async () => {
    const nothing = { operation: null, input: null, project: null, viewer: null }
    expect(await entryOf({}, '/nowhere')).toMatchObject({
      ...nothing,
      status: 404,
      code: 'not_found',
    })
    expect(await entryOf({}, '/analytics/cohorts?mode=x')).toMatchObject({
      operation: 'v4GetCohortAnalyticsData',
      input: null,
      status: 400,
    })
    expect(await entryOf({}, undefined, undefined, () => new Response('x'))).toMatchObject({
      status: 502,
      code: 'network_error',
      project: 'acme',
    })
    expect(
      await entryOf({}, undefined, undefined, () => Response.json({}, { status: 409 })),
    ).toMatchObject({ status: 409, code: null })
  })

  it('holds the input as it was checked, without keys, and masked as answers are', async () => {
    const allow = ['v4SetCustomerProperties'] as const
    const authorize: HandlerOptions['authorize'] = ({ input }) => {
      Object.assign(input, { customer_id: 'forged' })
      return { project: 'acme', maskFields: ['_q_email'] }
    }
    const properties = [
      { key: '_q_email', value: 'ada@example.com' },
      { key: 'note', value: `my key is ${KEY}` },
      { key: 'api_key', value: 'CANARY' },
    ]
    const init = { method: 'POST', headers: fromOwnPage, body: JSON.stringify({ properties }) }
    const { input } = await entryOf({ allow, authorize }, '/customers/c1/properties', init)
    expect(input).toEqual({
      customer_id: 'c1',
      properties: [
        { key: '_q_email', value: '•••' },
        { key: 'note', value: 'my key is [removed]' },
        { key: 'api_key' },
      ],
    })
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('the disk is full')
      },
    ],
    ['rejects', () => Promise.reject(new Error('the disk is full'))],
  ])('that %s changes no answer, and its failure is told', async (_, audit) => {
    const { handler, failures } = handlerBefore(undefined, { audit })
    expect((await ask(handler)).status).toBe(200)
    await vi.waitFor(() =>
      expect(failures).toMatchObject([{ error: { message: 'the disk is full' } }]),
    )
  })

  it('is not waited for', async () => {
    const { handler } = handlerBefore(undefined, { audit: () => new Promise(() => undefined) })
    expect((await ask(handler)).status).toBe(200)
  })

  it('of a client that left says 499', async () => {
    const leaving = new AbortController()
    const authorize = () => {
      leaving.abort()
      return { project: 'acme' }
    }
    const init = { signal: leaving.signal }
    expect(await entryOf({ authorize }, undefined, init)).toMatchObject({
      status: 499,
      code: 'aborted',
    })
  })
})

describe('what onError is told', () => {
  it('keeps name, code and causes of an error, and nothing else that it carried', async () => {
    const cause = Object.assign(new TypeError('no route'), { code: 'EHOSTUNREACH' })
    const reason = Object.assign(new RangeError('failed', { cause }), {
      config: { headers: { authorization: `Bearer ${KEY}` } },
    })
    const { handler, failures } = handlerBefore(() => Promise.reject(reason))
    expect((await errorOf(await ask(handler))).status).toBe(502)
    const { error } = failures[0] as { error: Error & { config?: unknown } }
    expect(error).toMatchObject({
      name: 'RangeError',
      message: 'failed',
      cause: { name: 'TypeError', message: 'no route', code: 'EHOSTUNREACH' },
    })
    expect(error.config).toBeUndefined()
    expect(error.stack).toBe(reason.stack)
  })
})
