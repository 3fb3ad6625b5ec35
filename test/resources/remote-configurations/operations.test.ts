// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import type { Fetcher } from '../../../src/core/fetcher.ts'
import {
  changeRemoteConfigurationStatus,
  createRemoteConfiguration,
  getRemoteConfiguration,
  listRemoteConfigurations,
  replaceRemoteConfigurationPayload,
  setRemoteConfigurationPayloadMapping,
} from '../../../src/resources/remote-configurations/operations.ts'

/** A backend that answers anything with this. */
const answering = (body: unknown) => ({ fetcher: () => Promise.resolve(Response.json(body)) })
const silent = (status: number) => ({
  fetcher: () => Promise.resolve(new Response(null, { status })),
})
/** A backend that must not be asked. */
const deaf: { readonly fetcher: Fetcher } = {
  fetcher: () => Promise.reject(new Error('It was asked.')),
}
const row = {
  object: 'remote_configuration',
  id: '82a42dc2-76f6-46c2-b883-846acaf2070a',
  url: '/v4/remote-configurations/82a42dc2-76f6-46c2-b883-846acaf2070a',
  name: 'Onboarding copy',
  status: 'active',
  segment_percent: 100,
  segmentation_conditions: [],
}
const config_id = row.id
const envelope = (...data: unknown[]) => ({ object: 'list', url: '/v4', data, has_more: false })

describe('a configuration is read', () => {
  it.each(['inactive', 'paused', 'scheduled'])(
    'with the status %s, which is kept',
    async (status) => {
      const input = { config_id }
      expect(await execute(getRemoteConfiguration, input, answering({ ...row, status }))).toEqual({
        ...row,
        status,
      })
    },
  )

  it('with rules of another layout, as they came; numbers and switches are texts', async () => {
    const segmentation_conditions = [
      { metric: 'payments_count', comparator: 'gt', value: 2 },
      { metric: 'renewable', comparator: 'eq', value: true, negate: false },
      { attribute: 'country', operator: 'in', values: ['DE', 'FR'] },
      { metric: 'country', comparator: 'starts_with', value: 'D' },
    ]
    const { data } = await execute(
      listRemoteConfigurations,
      {},
      answering(envelope({ ...row, segmentation_conditions })),
    )
    expect(data[0]!.segmentation_conditions).toEqual([
      { metric: 'payments_count', comparator: 'gt', value: '2' },
      { metric: 'renewable', comparator: 'eq', value: 'true', negate: false },
      ...segmentation_conditions.slice(2),
    ])
  })

  it('in a list, whose rows that do not fit are set aside and named', async () => {
    const drifts: unknown[] = []
    const { data, set_aside } = await execute(
      listRemoteConfigurations,
      {},
      {
        ...answering(envelope(row, { ...row, id: 7 }, { ...row, segment_percent: '100' })),
        onDrift: (drift) => drifts.push(drift),
      },
    )
    expect([data, set_aside]).toEqual([[row], 2])
    expect(drifts).toMatchObject([
      { operation: 'v4ListRemoteConfigurations', rows: 2, problems: [{ path: 'data.1.id' }, {}] },
    ])
  })
})

describe('the answer of a write, whose body no page shows, is read', () => {
  const data = { title: 'Hello', steps: 2 }
  const replace = (options: { readonly fetcher: Fetcher }) =>
    execute(replaceRemoteConfigurationPayload, { config_id, data }, options)

  it.each([
    ['as documented for the read', { object: 'remote_config_payload', url: '/u', config_id, data }],
    ['as the whole configuration', { ...row, payload: data }],
    ['as the bare values', data],
  ])('%s', async (_, body) => {
    expect((await replace(answering(body)))?.data).toEqual(data)
  })

  it.each([202, 204])('as nothing at all: %i', async (status) => {
    expect(await replace(silent(status))).toBeUndefined()
    const set = { config_id, data: { title: 'String' } } as const
    expect(await execute(setRemoteConfigurationPayloadMapping, set, silent(status))).toBeUndefined()
  })

  it('and else is an error that says what did not fit', async () => {
    await expect(replace(answering(row))).rejects.toMatchObject({
      name: 'ResponseShapeError',
      problems: [{ path: 'data' }],
    })
    await expect(replace(answering([data]))).rejects.toMatchObject({ name: 'ResponseShapeError' })
  })

  it('with types that are newer than this version', async () => {
    const body = { object: 'payload_mapping', url: '/u', config_id, data: { when: 'Date' } }
    const set = { config_id, data: {} }
    const answer = await execute(setRemoteConfigurationPayloadMapping, set, answering(body))
    expect(answer?.data).toEqual({ when: 'Date' })
  })
})

describe('before it is sent, refused with the field', () => {
  const refused = async (run: Promise<unknown>) =>
    run.then(
      () => 'sent',
      (error: { details?: readonly { field: string; message: string }[] }) => error.details?.[0],
    )
  const payload = (data: unknown) =>
    refused(
      execute(
        replaceRemoteConfigurationPayload,
        { config_id, data: data as Record<string, unknown> },
        deaf,
      ),
    )

  it('is a payload of more than 64 KiB, counted in bytes as it is sent', async () => {
    const around = JSON.stringify({ data: { text: '' } }).length
    // Two bytes each.
    const full = 'ü'.repeat((65_536 - around) / 2) + 'a'.repeat((65_536 - around) % 2)
    expect(await payload({ text: `${full}a` })).toEqual({
      field: 'data',
      message: expect.stringContaining('64 KiB'),
    })
    const options = answering({ object: 'x', url: '/u', config_id, data: {} })
    const input = { config_id, data: { text: full } }
    expect(await execute(replaceRemoteConfigurationPayload, input, options)).toBeDefined()
  })

  it.each([[[1, 2]], ['text'], [null], [7]])('is a payload that is no object: %j', async (data) => {
    expect(await payload(data)).toEqual({
      field: 'data',
      message: 'must be one object: a value for each key',
    })
  })

  it.each([
    ['a type that there is not', { data: { max: 'Integer' as 'Number' } }, 'data.max'],
    ['a list of types', { data: ['Number'] as never }, 'data'],
  ])('is %s', async (_, input, field) => {
    const run = execute(setRemoteConfigurationPayloadMapping, { config_id, ...input }, deaf)
    expect(await refused(run)).toMatchObject({ field })
  })

  it.each([
    ['no name', { name: '' }, 'name'],
    ['a name of 257 letters', { name: 'x'.repeat(257) }, 'name'],
    ['a share above 100 percent', { name: 'x', segment_percent: 100.5 }, 'segment_percent'],
    [
      'an unknown comparator',
      { name: 'x', segmentation_conditions: [{ comparator: 'like' as 'eq' }] },
      'segmentation_conditions.0.comparator',
    ],
    ['a key that is not known', { name: 'x', percent: 5 } as { name: string }, 'percent'],
  ])('is %s', async (_, input, field) => {
    expect(await refused(execute(createRemoteConfiguration, input, deaf))).toMatchObject({ field })
  })

  it('is a status that nothing can be given', async () => {
    const input = { config_id, status: 'paused' as 'active' }
    expect(await refused(execute(changeRemoteConfigurationStatus, input, deaf))).toMatchObject({
      field: 'status',
    })
  })
})

it('rules that were read can be sent again, with what this version does not know of them', async () => {
  let sent: unknown
  const fetcher: Fetcher = async (_, { body }) => {
    sent = JSON.parse(body!)
    return Response.json(row)
  }
  const segmentation_conditions = [{ attribute: 'country', operator: 'in', values: ['DE'] }]
  await execute(createRemoteConfiguration, { name: 'x', segmentation_conditions }, { fetcher })
  expect(sent).toEqual({ name: 'x', segmentation_conditions })
})
