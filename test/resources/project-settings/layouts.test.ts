// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute, type Drift } from '../../../src/core/execute.ts'
import {
  getStoreConfig,
  regenerateSecret,
} from '../../../src/resources/project-settings/operations.ts'

const answering = (body: unknown) => ({ fetcher: async () => Response.json(body) })
const KEY = 'test_sk_0123456789'

describe('the new Secret Key, whose answer no public page shows,', () => {
  it.each<[string, unknown]>([
    ['as documented here', { object: 'project_secret', secret_key: KEY }],
    ['in an envelope', { data: { secret_key: KEY } }],
    ['under another name', { object: 'project_secret', secret: KEY }],
    ['among the settings', { project: { project_name: 'My App', secretKey: KEY } }],
    ['alone', KEY],
  ])('is found %s', async (_, body) => {
    expect((await execute(regenerateSecret, {}, answering(body))).secret_key).toBe(KEY)
  })

  it('is no other text', async () => {
    const body = { object: 'project_secret', url: '/v4/project-settings/sk_', note: 'desk_lamp' }
    expect(await execute(regenerateSecret, {}, answering(body))).toEqual({
      object: 'project_secret',
    })
  })
})

describe('the settings of Google’s store, whose answer no public page shows,', () => {
  const read = async (body: unknown) => {
    const drifts: Drift[] = []
    const onDrift = (drift: Drift) => drifts.push(drift)
    const answer = await execute(
      getStoreConfig,
      { platform: 'google' },
      { ...answering(body), onDrift },
    )
    return { answer, paths: drifts.flatMap(({ problems }) => problems.map(({ path }) => path)) }
  }

  it('are read in an envelope, with what is missing or null', async () => {
    const body = { data: { platform: 'google', package_name: null } }
    expect(await read(body)).toEqual({ answer: body.data, paths: [] })
  })

  it('are read without what does not fit, which is told', async () => {
    const body = { platform: 'google', has_service_account_key: 'yes', package_name: ['a'] }
    expect(await read(body)).toEqual({
      answer: { platform: 'google' },
      paths: ['has_service_account_key', 'package_name'],
    })
  })
})
