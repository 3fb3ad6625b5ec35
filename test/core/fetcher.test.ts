// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { createFetcher, holdsKey } from '../../src/core/fetcher.ts'

const init = () => ({
  method: 'GET',
  headers: { accept: 'application/json' },
  signal: new AbortController().signal,
})

describe('createFetcher', () => {
  it('asks the base address, with the host’s own headers beside ours', async () => {
    const fetch = vi.fn(async () => Response.json({}))
    const fetcher = createFetcher({
      baseUrl: '/api/qonversion/',
      headers: { 'x-csrf': 't' },
      fetch,
    })
    const given = init()
    await fetcher('/analytics/cohorts?mode=by_days', given)
    expect(fetch).toHaveBeenCalledWith('/api/qonversion/analytics/cohorts?mode=by_days', {
      ...given,
      headers: { accept: 'application/json', 'x-csrf': 't' },
    })
  })

  it('asks for changing headers before each request', async () => {
    const fetch = vi.fn(async (_url: string | URL | Request, _init?: RequestInit) =>
      Response.json({}),
    )
    let token = 0
    const headers = async () => ({ 'x-session': String(++token) })
    const fetcher = createFetcher({ baseUrl: 'https://host.example/api', headers, fetch })
    await fetcher('/a', init())
    await fetcher('/b', init())
    expect(fetch.mock.calls.map(([, sent]) => new Headers(sent?.headers).get('x-session'))).toEqual(
      ['1', '2'],
    )
  })

  it.each([
    ['a header', { headers: { authorization: 'Bearer sk_0123456789' } }],
    ['a sandbox key', { headers: { authorization: 'Bearer test_sk_0123456789' } }],
    ['the address', { baseUrl: 'https://host.example/?key=sk_0123456789' }],
  ])('refuses a key in %s, and does not repeat it', (_, options) => {
    const make = () => createFetcher({ baseUrl: '/api', ...options })
    expect(make).toThrow(/createHandler/)
    expect(make).not.toThrow(/0123456789/)
  })

  it('refuses a key in headers that it asks for', async () => {
    const fetch = vi.fn(async () => Response.json({}))
    const fetcher = createFetcher({
      baseUrl: '/api',
      headers: () => ({ authorization: 'sk_0123456789' }),
      fetch,
    })
    await expect(fetcher('/a', init())).rejects.toThrow(/createHandler/)
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('a fetcher of the API itself', () => {
  it.each([
    'https://api.qonversion.io/v4',
    'https://API.Qonversion.io',
    'https://api.qonversion.io.:443/v4',
    '//api.qonversion.io/v4',
    'https://user@api.qonversion.io',
  ])('is refused with the way to a handler: %s', (baseUrl) => {
    expect(() => createFetcher({ baseUrl })).toThrow(
      /createHandler.*README\.md#embed-it-in-60-seconds/,
    )
  })

  it.each([
    '/api/qonversion',
    'https://admin.example/api.qonversion.io',
    'https://qonversion.example',
  ])('is not taken for it: %s', (baseUrl) => expect(() => createFetcher({ baseUrl })).not.toThrow())

  it('is told of a guide that the package brings', () => {
    expect(readFileSync('README.md', 'utf8')).toContain('## Embed it in 60 seconds')
  })
})

describe('holdsKey', () => {
  it.each(['sk_0123456789', 'Bearer sk_sandbox_demo', 'test_sk_0123456789', '"sk_live_x"'])(
    'finds the key in %s',
    (text) => expect(holdsKey(text)).toBe(true),
  )

  it.each([
    'sk_SK',
    '/sk_SK/admin',
    'task_0123456789',
    'desk_0123456789',
    'acme:production:u7',
    '',
  ])('finds none in "%s"', (text) => expect(holdsKey(text)).toBe(false))
})
