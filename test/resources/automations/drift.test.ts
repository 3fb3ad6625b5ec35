// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import { getAutomation } from '../../../src/resources/automations/operations.ts'

const read = (data: unknown, status = 'active') =>
  execute(
    getAutomation,
    { automation_id: 'auto-abc123' },
    {
      fetcher: async () =>
        Response.json({
          object: 'automation',
          id: 'auto-abc123',
          url: '/v4/automations/auto-abc123',
          name: 'Welcome Flow',
          caption: '',
          status,
          data,
        }),
    },
  )

describe('an automation', () => {
  it.each(['unknown', 'archived'])('in the state %s is read as it is', async (status) => {
    expect((await read({}, status)).status).toBe(status)
  })

  it.each([
    ['nothing', {}],
    ['nulls', { platform: null, initiators: null, actions: null, segments: null, type: null }],
    ['what older pages have', { message: 'Hi', delay: 3 }],
    [
      'another platform and kind of start',
      {
        platform: 'Web',
        initiators: [{ uid: '2', type: 'timer' }],
        actions: { event: 'x' },
        type: 'timer',
      },
    ],
  ])('whose data is %s is read as it is', async (_, data) => {
    expect((await read(data)).data).toEqual(data)
  })

  it('whose data is no object says where it did not fit', async () => {
    await expect(read('welcome')).rejects.toThrow(/data: .*adapters=\{\{ v4GetAutomation/s)
  })
})
