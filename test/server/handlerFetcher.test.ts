// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isAbort, QonversionApiError } from '../../src/core/errors.ts'
import { execute } from '../../src/core/execute.ts'
import { getCohorts } from '../../src/resources/cohorts/operations.ts'
import { handlerFetcher } from '../../src/server/handlerFetcher.ts'
import { empty } from '../core/answering.ts'
import { handlerBefore, KEY } from './upstream.ts'

const viewer = (headers: Record<string, string> = {}) =>
  new Request('https://host.example/admin/cohorts?tab=1', { headers })

describe('a fetcher of the handler, in process', () => {
  it('asks for the page’s viewer, and returns what the operation documents', async () => {
    const { handler, sent } = handlerBefore(undefined, {
      basePath: '/q',
      authorize: ({ request }) =>
        request.headers.get('cookie') === 'session=7' && { project: 'acme' },
    })
    const fetcher = handlerFetcher(handler, viewer({ cookie: 'session=7' }))
    const input = { grouping: 'month', filter: { 'a&b': ['x y', '100%'] } } as const
    expect(
      await execute(getCohorts, { ...input, filter: { 'a&b': ['x y', '100%'] } }, { fetcher }),
    ).toEqual(empty)
    expect(sent).toMatchObject([
      {
        url: 'https://api.qonversion.io/v4/analytics/cohorts?grouping=month&filter[a%26b][]=x%20y&filter[a%26b][]=100%25',
        headers: { authorization: `Bearer ${KEY}` },
      },
    ])
  })

  it('is denied as the browser would be', async () => {
    const { handler } = handlerBefore(undefined, { authorize: () => false })
    const run = execute(getCohorts, {}, { fetcher: handlerFetcher(handler, viewer()) })
    const error = await run.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(QonversionApiError)
    expect(error).toMatchObject({ status: 403, code: 'control_forbidden' })
  })

  it('passes an abort on to the upstream', async () => {
    const controller = new AbortController()
    const { handler } = handlerBefore(
      (_url, { signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error))
          controller.abort()
        }),
    )
    const fetcher = handlerFetcher(handler, viewer())
    const run = execute(getCohorts, {}, { fetcher, signal: controller.signal })
    expect(isAbort(await run.catch((reason: unknown) => reason))).toBe(true)
  })

  it('leaves behind what described the body of the page’s own request', async () => {
    let seen = new Headers()
    const { handler } = handlerBefore(undefined, {
      authorize: ({ request }) => {
        seen = request.headers
        return { project: 'acme' }
      },
    })
    const headers = new Headers({
      'content-type': 'text/plain',
      'content-length': '12',
      'x-user': '7',
    })
    const fetcher = handlerFetcher(handler, { url: 'https://host.example/', headers })
    await execute(getCohorts, {}, { fetcher })
    expect(Object.fromEntries(seen)).toEqual({ accept: 'application/json', 'x-user': '7' })
  })
})

describe('the door for browsers', () => {
  it('throws at its import and says where the key belongs', async () => {
    await expect(import('../../src/entries/server.browser.ts')).rejects.toThrow(
      /Secret Key.*only in code that runs on the server.*createFetcher/,
    )
  })

  it('has every name of the real one, so that a bundler finds them and the sentence is read', async () => {
    const source = readFileSync('src/entries/server.browser.ts', 'utf8')
    const names = [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => name!)
    const door = await import('../../src/entries/server.ts')
    expect(names.toSorted()).toEqual(Object.keys(door).toSorted())
  })
})
