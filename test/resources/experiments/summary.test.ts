// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import {
  getExperimentsSummary,
  listExperiments,
} from '../../../src/resources/experiments/operations.ts'

const answering = (body: unknown) => async () => Response.json(body)
const summary = (body: unknown) =>
  execute(
    getExperimentsSummary,
    { filter: { experiment_uid: ['a'] } },
    { fetcher: answering(body) },
  )

describe('a summary', () => {
  it('without results says so by null, never by 0', async () => {
    const { items } = await summary({ items: [{ uid: 'a', groups: [{ uid: 'g', control: 1 }] }] })
    expect(items[0]?.groups[0]?.metrics).toBeNull()
    const known = await summary({
      items: [{ uid: 'a', groups: [{ uid: 'g', metrics: { users: 10, churn: 3 } }] }],
    })
    expect(known.items[0]?.groups[0]?.metrics).toMatchObject({ users: 10, sales: null, churn: 3 })
  })

  it('in the envelope of the other lists is read too', async () => {
    expect(await summary({ object: 'list', data: [{ uid: 'a' }] })).toMatchObject({
      items: [{ uid: 'a', groups: [] }],
    })
  })

  it('without the id of an experiment is no summary', async () => {
    await expect(summary({ items: [{ name: 'A' }] })).rejects.toMatchObject({
      name: 'ResponseShapeError',
      problems: [{ path: 'items.0.uid' }],
    })
  })
})

describe('a list of experiments', () => {
  it('keeps statuses, metrics and fields that are newer or older than this version', async () => {
    const row = { id: 'a', status: 'running', primary_metric: 'user-to-trial', colour: 'red' }
    const fetcher = answering({ object: 'list', url: '/v4/experiments', data: [row] })
    expect((await execute(listExperiments, {}, { fetcher })).data).toMatchObject([row])
  })

  it('sets aside a row that cannot be named, and says so', async () => {
    const fetcher = answering({ data: [{ id: 'a' }, { name: 'B' }] })
    const drifts: unknown[] = []
    const { data } = await execute(
      listExperiments,
      {},
      { fetcher, onDrift: (drift) => drifts.push(drift) },
    )
    expect(data.map(({ id }) => id)).toEqual(['a'])
    expect(drifts).toMatchObject([{ operation: 'v4ListExperiments', rows: 1 }])
  })
})
