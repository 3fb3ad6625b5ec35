// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import {
  getIntegrationsMeta,
  listIntegrations,
} from '../../../src/resources/integrations/operations.ts'

const answering = (body: unknown) => ({ fetcher: () => Promise.resolve(Response.json(body)) })

const row = {
  object: 'integration',
  id: 'gNl6hyM6',
  url: '/v4/integrations/gNl6hyM6',
  title: 'Amplitude — Production iOS',
  integration: 'Amplitude',
  target_platform: 'iOS',
  active: 1,
}

describe('the list of integrations, whose envelope no public page shows,', () => {
  it.each([
    [
      'in the list envelope',
      { object: 'list', url: '/v4/integrations', data: [row], has_more: false },
    ],
    ['as a bare list', [row]],
    ['under its own name', { integrations: [row] }],
  ])('is read %s', async (_, body) => {
    expect((await execute(listIntegrations, {}, answering(body))).data).toEqual([row])
  })

  it('keeps a state and a store that are newer than this version', async () => {
    const newer = { ...row, active: 3, target_platform: 'Amazon' }
    const { data } = await execute(listIntegrations, {}, answering([newer]))
    expect(data[0]).toMatchObject({ active: 3, target_platform: 'Amazon' })
  })

  it('sets a bad row aside and says what did not fit', async () => {
    const drifts: unknown[] = []
    const onDrift = (drift: unknown) => drifts.push(drift)
    const body = { data: [row, { ...row, id: 'b', active: 'yes' }] }
    const list = await execute(listIntegrations, {}, { ...answering(body), onDrift })
    expect([list.data.length, list.set_aside]).toEqual([1, 1])
    expect(drifts).toMatchObject([{ rows: 1, problems: [{ path: 'data.1.active' }] }])
  })
})

describe('the catalog of providers, whose envelope no public page shows,', () => {
  const amplitude = { slug: 'amplitude', allowedStores: ['iOS', 'Android', 'Stripe'] }
  const slack = { slug: 'slack', allowedStores: ['iOS'] }
  const groups = { analytics_marketing: [amplitude], server: [slack] }

  it.each([
    ['under the codes of categories', groups],
    ['under the codes of categories, one below', { categories: groups }],
    ['under the codes of categories, in data', { object: 'integrations_meta', data: groups }],
    [
      'as a list in data',
      {
        data: [
          { code: 'analytics_marketing', label: 'Analytics', integrations: [amplitude] },
          { code: 'server', label: 'Server', integrations: [slack] },
        ],
      },
    ],
  ])('is read %s', async (_, body) => {
    const { categories } = await execute(getIntegrationsMeta, {}, answering(body))
    expect(categories.map(({ code, integrations }) => [code, integrations])).toEqual([
      ['analytics_marketing', [amplitude]],
      ['server', [slack]],
    ])
  })

  it.each([
    ['a text', 'providers'],
    ['nothing known', { providers: 25 }],
    ['categories of another kind', { categories: ['server'] }],
  ])('is refused as %s, with a way to read it', async (_, body) => {
    const reading = execute(getIntegrationsMeta, {}, answering(body))
    await expect(reading).rejects.toThrow(/adapters=\{\{ v4GetIntegrationsMetadata/)
  })
})
