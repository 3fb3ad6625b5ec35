// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { execute } from '../../../src/core/execute.ts'
import { getCustomerMetrics, listCustomers } from '../../../src/resources/customers/operations.ts'

/** A backend that answers anything with this. */
const answering = (body: unknown) => ({ fetcher: () => Promise.resolve(Response.json(body)) })
const envelope = (data: unknown) => ({
  object: 'list',
  url: '/v4/customers',
  data,
  has_more: false,
})

describe('rows of the customers list, whose layout no page shows', () => {
  it('are known by client_id or user_id, as older lists name them', async () => {
    const rows = [{ client_id: 'QON_a', status: 'churned' }, { user_id: 'QON b' }]
    const { data } = await execute(listCustomers, {}, answering(envelope(rows)))
    expect(data).toEqual([
      {
        object: 'customer',
        url: '/v4/customers/QON_a',
        client_id: 'QON_a',
        status: 'churned',
        id: 'QON_a',
      },
      { object: 'customer', url: '/v4/customers/QON%20b', user_id: 'QON b', id: 'QON b' },
    ])
  })

  it('keep an id of their own, and what else they hold', async () => {
    const row = { object: 'client', id: 'x', client_id: 'y', url: '/x', tier: 3, status: 'paused' }
    const { data } = await execute(listCustomers, {}, answering(envelope([row])))
    expect(data).toEqual([row])
  })

  it('that have none are set aside and reported; the others stay', async () => {
    const drifts: unknown[] = []
    const rows = [{ id: 'a', object: 'customer', url: '/a' }, { name: 'nobody' }, 'text']
    const { data } = await execute(
      listCustomers,
      {},
      { ...answering(envelope(rows)), onDrift: (drift) => drifts.push(drift) },
    )
    expect(data.map(({ id }) => id)).toEqual(['a'])
    expect(drifts).toMatchObject([{ operation: 'v4ListCustomers', rows: 2 }])
  })
})

describe('counters of the metrics', () => {
  it('are read as documented, whichever of them come as text and whichever as numbers', async () => {
    const sent = {
      object: 'customer_metrics',
      active_subscribers: 1284,
      active_trials: '312',
      avg_price: '14.99',
      canceled_trials: '57',
      sales: 4612,
      billing_retry: null,
    }
    expect(await execute(getCustomerMetrics, {}, answering(sent))).toEqual({
      object: 'customer_metrics',
      active_subscribers: '1284',
      active_trials: '312',
      avg_price: 14.99,
      canceled_trials: 57,
      sales: 4612,
      billing_retry: null,
    })
  })
})
