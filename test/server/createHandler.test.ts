// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import { createHandler } from '../../src/server/createHandler.ts'
import type { AuthorizeQuestion, Decision } from '../../src/server/grant.ts'
import { empty } from '../core/answering.ts'
import { ask, errorOf, fromOwnPage, handlerBefore, KEY } from './upstream.ts'

describe('making a handler', () => {
  const make = (options: object) => () =>
    createHandler({ secretKey: KEY, authorize: () => null, ...options })

  it.each([
    ['without authorize', { authorize: undefined }, /needs authorize.*whoever reaches the address/],
    ['without a key', { secretKey: undefined }, /needs secretKey.*QONVERSION_SECRET_KEY/],
    ['with an empty key', { secretKey: '  ' }, /needs secretKey/],
    ['with a key of two lines', { secretKey: `${KEY}\nX: y` }, /one line of text/],
    ['with an operation that is none', { allow: ['reads', 'v4MakeCoffee'] }, /v4MakeCoffee/],
    ['with a section that is none', { allow: ['reads:coffee'] }, /reads:coffee/],
    ['with a path that is none', { basePath: 'api' }, /begin with a slash/],
    ['with no time at all', { timeout: 0 }, /timeout must be a number above 0/],
    ['with an upstream that is no address', { upstream: 'api.qonversion.io' }, /http\(s\) address/],
  ])('%s throws a sentence that says what to give, and no key', (_, options, message) => {
    expect(make(options)).toThrow(message)
    expect(make(options)).not.toThrow(/0123456789/)
  })

  it('asks the real API unless it is told otherwise, and lends no `this` to fetch', async () => {
    const urls: unknown[] = []
    const fetch = function (this: unknown, url: unknown) {
      urls.push(this, url)
      return Promise.resolve(Response.json(empty))
    } as typeof globalThis.fetch
    await ask(
      createHandler({ secretKey: KEY, authorize: () => ({ project: 'a' }), fetch }),
      '/analytics/cohorts',
    )
    expect(urls).toEqual([undefined, 'https://api.qonversion.io/v4/analytics/cohorts'])
  })

  it('takes a key with the line end of its file', async () => {
    const { handler, sent } = handlerBefore(undefined, { secretKey: `${KEY}\n` })
    await ask(handler)
    expect(sent[0]?.headers['authorization']).toBe(`Bearer ${KEY}`)
  })
})

describe('a question that is allowed', () => {
  it('goes up with the key and nothing else of the viewer’s headers, and its answer comes down', async () => {
    const { handler, sent } = handlerBefore()
    const response = await ask(handler, '/analytics/cohorts?filter[country][]=US&grouping=month', {
      headers: {
        cookie: 'session=1',
        authorization: 'Bearer viewer',
        'x-forwarded-for': '10.0.0.1',
        'idempotency-key': 'i1',
      },
    })
    expect(sent).toEqual([
      {
        url: 'https://api.qonversion.io/v4/analytics/cohorts?grouping=month&filter[country][]=US',
        method: 'GET',
        headers: { accept: 'application/json', authorization: `Bearer ${KEY}` },
        redirect: 'manual',
        body: undefined,
      },
    ])
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual(empty)
  })

  it('stands under the path it was given', async () => {
    const { handler, sent } = handlerBefore(undefined, { basePath: '/admin/q/' })
    const request = (path: string) => handler(new Request(`https://host.example${path}`))
    expect((await request('/admin/q/analytics/cohorts')).status).toBe(200)
    expect((await request('/admin/qx/analytics/cohorts')).status).toBe(404)
    expect((await request('/analytics/cohorts')).status).toBe(404)
    expect(sent).toHaveLength(1)
    expect(handler.basePath).toBe('/admin/q')
  })

  it('gets key and upstream of the project that was granted', async () => {
    const { handler, sent } = handlerBefore(undefined, {
      authorize: ({ request }) => ({ project: request.headers.get('x-project') ?? '' }),
      secretKey: async (project) => `sk_of_${project}`,
      upstream: (project) => `https://${project}.example/v4/`,
    })
    await ask(handler, '/analytics/cohorts', { headers: { 'x-project': 'zeta' } })
    expect(sent[0]).toMatchObject({
      url: 'https://zeta.example/v4/analytics/cohorts',
      headers: { authorization: 'Bearer sk_of_zeta' },
    })
  })

  it('is written anew from what was checked, whatever authorize does to it', async () => {
    const { handler, sent } = handlerBefore(undefined, {
      authorize: ({ input }) => {
        Object.assign(input, { grouping: 'day', currency: 'EUR' })
        return { project: 'acme' }
      },
    })
    await ask(handler)
    expect(sent[0]?.url).toMatch(/\/analytics\/cohorts\?grouping=month$/)
  })
})

describe('who may ask', () => {
  const decide = async (decision: () => Decision | Promise<Decision>) => {
    const { handler, sent, failures } = handlerBefore(undefined, { authorize: decision })
    const response = await ask(handler)
    return { error: await errorOf(response), sent: sent.length, failures }
  }
  const forbidden = { status: 403, type: 'request', code: 'control_forbidden' }
  const unsure = { status: 500, type: 'internal', code: 'handler_failed' }

  it('is asked with the operation, its checked input and the viewer’s request', async () => {
    const authorize = vi.fn((_question: AuthorizeQuestion): Decision => ({ project: 'acme' }))
    const { handler } = handlerBefore(undefined, { authorize })
    await ask(handler, '/analytics/cohorts?environment=1', { headers: { cookie: 'session=1' } })
    const [question] = authorize.mock.calls[0]!
    expect(question.operation).toMatchObject({
      id: 'v4GetCohortAnalyticsData',
      resource: 'cohorts',
      kind: 'read',
    })
    expect(question.input).toEqual({ environment: 1 })
    expect(question.request.headers.get('cookie')).toBe('session=1')
  })

  it.each<[string, Decision]>([
    ['false', false],
    ['null', null],
    ['nothing', undefined as unknown as null],
  ])('%s denies as the API would', async (_, decision) => {
    expect(await decide(() => decision)).toMatchObject({ error: forbidden, sent: 0, failures: [] })
  })

  it('a sentence denies with it', async () => {
    const message = 'Only finance sees revenue.'
    const result = await decide(async () => ({ deny: message }))
    expect(result).toMatchObject({ error: { ...forbidden, message }, sent: 0 })
  })

  it('an empty sentence denies with a plain one', async () => {
    const { error } = await decide(() => ({ deny: '' }))
    expect(error).toMatchObject(forbidden)
    expect(error['message']).toMatch(/You may not see/)
  })

  it.each([
    ['a bare session', true],
    ['a project without a name', { project: '' }],
    ['an unknown object', { ok: true }],
    ['a name alone', 'acme'],
  ])('%s is no grant: nothing is sent and the host is told', async (_, decision) => {
    const result = await decide(() => decision as Decision)
    expect(result).toMatchObject({ error: unsure, sent: 0 })
    expect(String((result.failures[0] as { error: unknown }).error)).toContain('{ project:')
  })

  it('a failure denies, and only the host reads why', async () => {
    const error = new Error('session store at 10.0.0.7 is down')
    const result = await decide(() => Promise.reject(error))
    expect(result).toMatchObject({ error: unsure, sent: 0 })
    expect(result.error['message']).not.toContain('10.0.0.7')
    expect(result.failures).toEqual([{ error, operation: 'v4GetCohortAnalyticsData' }])
  })
})

describe('what may be asked', () => {
  it.each([
    ['an unknown path', 'GET', '/analytics/secrets'],
    ['another method', 'DELETE', '/analytics/cohorts'],
    ['the path itself', 'GET', ''],
    ['a doubled slash', 'GET', '//analytics/cohorts'],
    ['another host', 'GET', '//evil.example/analytics/cohorts'],
    ['a way up', 'GET', '/../../v4/users'],
    ['an encoded way up', 'GET', '/analytics/cohorts/%2e%2e%2fusers'],
    ['an encoded name', 'GET', '/analytics/%63ohorts'],
    ['a final slash', 'GET', '/analytics/cohorts/'],
    ['a read by HEAD', 'HEAD', '/analytics/cohorts'],
  ])('is not %s', async (_, method, path) => {
    const { handler, sent } = handlerBefore()
    const response = await ask(handler, path, { method })
    expect(response.status).toBe(404)
    expect(sent).toEqual([])
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(await errorOf(response)).toMatchObject({ type: 'request', code: 'not_found' })
  })

  it('is not what allow leaves out, whoever asks', async () => {
    const authorize = vi.fn(() => ({ project: 'acme' }))
    const { handler, sent } = handlerBefore(undefined, {
      allow: ['v4GetCohortAnalyticsMetadata'],
      authorize,
    })
    const response = await ask(handler)
    expect(await errorOf(response)).toMatchObject({ status: 403, code: 'control_forbidden' })
    expect((await ask(handler, '/analytics/cohorts/meta')).status).toBe(200)
    expect(authorize).toHaveBeenCalledOnce()
    expect(sent).toHaveLength(1)
  })

  it('is the reads of a section, and a write by its id, where allow names them', async () => {
    const { handler } = handlerBefore(() => Response.json({}), {
      allow: ['reads:cohorts', 'v4DeleteSegment'],
    })
    const statusOf = async (path: string, init: RequestInit = {}) =>
      (await ask(handler, path, { headers: fromOwnPage, ...init })).status
    expect(await statusOf('/analytics/cohorts')).toBe(200)
    expect(await statusOf('/analytics/cohorts/meta')).toBe(200)
    expect(await statusOf('/segments/s1')).toBe(403)
    expect(await statusOf('/segments/s1', { method: 'DELETE' })).toBe(200)
    expect(await statusOf('/products/p1', { method: 'DELETE' })).toBe(403)
  })

  it('is not an input that does not fit: each field is named, and authorize is not asked', async () => {
    const authorize = vi.fn(() => ({ project: 'acme' }))
    const { handler, sent } = handlerBefore(undefined, { authorize })
    const response = await ask(handler, '/analytics/cohorts?mode=by_moons&currency=usd')
    const error = await errorOf(response)
    expect(error).toMatchObject({ status: 400, type: 'request', code: 'invalid_data' })
    expect((error['details'] as { field: string }[]).map(({ field }) => field)).toEqual([
      'mode',
      'currency',
    ])
    expect(authorize).not.toHaveBeenCalled()
    expect(sent).toEqual([])
  })
})
