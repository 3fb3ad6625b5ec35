// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/core/execute.ts'
import { createSandbox } from '../../src/entries/sandbox.ts'
import { listIntegrations } from '../../src/resources/integrations/operations.ts'
import { sendTestReport } from '../../src/resources/scheduled-reports/operations.ts'
import { handlerFetcher } from '../../src/server/handlerFetcher.ts'
import { ask, fromOwnPage, handlerBefore, KEY } from './upstream.ts'

const page = () => new Request('https://host.example/admin', { headers: fromOwnPage })

describe('through the handler', () => {
  it('the time left of a report’s own limit arrives', async () => {
    const now = new Date('2026-04-22T09:30:00Z')
    const sandbox = createSandbox({ seed: 1, now, customers: 20, secretKey: KEY })
    const { handler } = handlerBefore((url, init) => sandbox.handle(new Request(url, init)), {
      allow: ['reads', 'v4SendTestScheduledReport'],
    })
    const fetcher = handlerFetcher(handler, page())
    const test = () => execute(sendTestReport, { report_id: 'wbRlfw1x' }, { fetcher })
    expect(await test()).toBeUndefined()
    await expect(test()).rejects.toMatchObject({
      status: 429,
      code: 'too_many_requests',
      retryAfter: 60_000,
    })
  })

  it('credentials of an integration stay behind, wherever an answer has them', async () => {
    const SECRET = 'amp_live_4f5a'
    const row = {
      object: 'integration',
      id: 'a',
      url: '/v4/integrations/a',
      title: 'Amplitude',
      integration: 'Amplitude',
      target_platform: 'iOS',
      active: 1,
      api_key: SECRET,
      credentials: { access_token: SECRET },
    }
    const { handler } = handlerBefore(() => Response.json({ data: [row], api_key: SECRET }))
    const text = await (await ask(handler, '/integrations')).text()
    expect(text).not.toContain(SECRET)
    expect(text).toContain('Amplitude')
    const fetcher = handlerFetcher(handler, page())
    expect((await execute(listIntegrations, {}, { fetcher })).data[0]?.title).toBe('Amplitude')
  })
})
