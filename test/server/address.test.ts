// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import { Refusal } from '../../src/server/answers.ts'
import { askUpstream } from '../../src/server/upstream.ts'

/** What would become of a path that the checks before had let pass. */
async function askAt(address: string, path: string) {
  const fetch = vi.fn(async (_url: string | URL | Request) => Response.json({}))
  const asked = askUpstream({
    wire: { method: 'GET', path },
    address,
    key: 'sk_0123456789',
    fetch,
    idempotencyKey: null,
    signal: new AbortController().signal,
    rules: { keep: [], masks: [] },
  })
  const outcome = await asked.catch((reason: unknown) => reason)
  return { outcome, urls: fetch.mock.calls.map(([url]) => url) }
}

describe('the address that is asked at last', () => {
  it.each([
    ['https://api.qonversion.io', '@evil.example/users'],
    ['https://api.qonversion.io', '.evil.example/users'],
    ['https://api.qonversion.io', ':8443/users'],
    ['https://api.qonversion.io/v4', '/../users'],
    ['https://api.qonversion.io/v4', '/customers/%2e%2e/users'],
    ['https://api.qonversion.io/v4', '/customers/..'],
    ['https://api.qonversion.io/v4', '/customers\\..\\users'],
    ['https://api.qonversion.io/v4', '/customers#/users'],
    ['https://api.qonversion.io/v4', '/cust\tomers'],
  ])('is refused when %s%s turns out to be another', async (address, path) => {
    const { outcome, urls } = await askAt(address, path)
    expect(urls).toEqual([])
    expect(outcome).toBeInstanceOf(Refusal)
    expect((outcome as Refusal).answer).toMatchObject({ status: 502, code: 'network_error' })
  })

  it('is asked as it was checked, below the path of the upstream', async () => {
    const { urls } = await askAt('https://proxy.example/q/v4', '/customers/a%2Fb?x[]=1&y=%26')
    expect(urls).toEqual(['https://proxy.example/q/v4/customers/a%2Fb?x[]=1&y=%26'])
  })
})
