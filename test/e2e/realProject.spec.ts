import { expect, test } from '@playwright/test'
import { createApp } from '../../examples/admin/app.ts'
import type { PermissionsAnswer } from '../../src/core/permissions.ts'
import { openProjects } from '../../examples/admin/projects.ts'

const KEY = 'sk_live_of_the_host'

test.describe('with the key of a real project', () => {
  const { fetch } = globalThis
  test.afterEach(() => {
    globalThis.fetch = fetch
  })

  test('that project alone is shown, asked of the real API, and the key stays on the server', async () => {
    const asked: [url: string, authorization: string | null][] = []
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init)
      asked.push([request.url, request.headers.get('authorization')])
      return Response.json({ object: 'analytics_cohorts_meta', echoed: KEY })
    }
    const app = createApp(await openProjects({ secretKey: KEY }))
    const projects = await (await app.request('http://127.0.0.1/api/projects')).text()
    expect(JSON.parse(projects)).toMatchObject([{ id: 'qonversion', now: null }])
    const answer = await app.request('http://127.0.0.1/api/qonversion/analytics/cohorts/meta', {
      headers: { 'x-project': 'qonversion', 'x-role': 'analyst' },
    })
    expect(answer.status).toBe(200)
    expect(asked).toEqual([
      ['https://api.qonversion.io/v4/analytics/cohorts/meta', `Bearer ${KEY}`],
    ])
    expect(projects + (await answer.text())).not.toContain(KEY)
  })

  test('nobody changes it from a demonstration, not even an admin', async () => {
    const app = createApp(await openProjects({ secretKey: KEY }))
    const answer = await app.request('http://127.0.0.1/api/qonversion/_permissions', {
      headers: { 'x-project': 'qonversion', 'x-role': 'admin' },
    })
    const { allowed, denied } = (await answer.json()) as PermissionsAnswer
    expect(allowed).toContain('v4ListSegments')
    expect(allowed.filter((id) => /Create|Update|Delete/.test(id))).toEqual([])
    expect(denied['v4CreateSegment']).toMatch(/reads only/)
  })

  test('a purchase log beside it is refused in words', async () => {
    await expect(openProjects({ secretKey: KEY, transactions: 'log.csv' })).rejects.toThrow(
      /QONVERSION_SECRET_KEY.*--transactions/,
    )
  })
})
