// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createHistory } from '../../src/sandbox/history.ts'
import { logRow, orderLog, type EventType } from '../../src/sandbox/log.ts'
import { customersAt } from '../../src/sandbox/customers/view.ts'

const PAID = /converted|subscription_started|renewed|purchase|refunded/

/** The customer whom events make, one an hour: `type`, its product group, `of` the event (from 1) that it gives back. */
function customerOf(events: string) {
  const rows = events.split(', ').map((event, hour) => {
    const [type, group = null, , refunded] = event.split(' ')
    const isPaid = PAID.test(event)
    return logRow({
      customer_id: 'a',
      at: hour * 3600,
      type: type as EventType,
      product_group: group === '-' ? null : group,
      refund_of: refunded ? Number(refunded) : null,
      ...(isPaid && { price: 1000, currency: 'USD' }),
    })
  })
  return customersAt(createHistory(orderLog(rows), null), rows.length * 3600)[0]!
}

describe('where a customer stands', () => {
  it.each([
    [null, 'install'],
    [null, 'install, in_app_purchase'],
    [null, 'purchase, purchase'],
    ['refunded', 'in_app_purchase, in_app_refunded - of 1'],
    ['trial', 'trial_started a'],
    ['canceled', 'trial_started a, trial_canceled a'],
    ['churned', 'trial_started a, trial_canceled a, trial_expired a'],
    ['billing_retry', 'trial_started a, trial_billing_retry a'],
    ['active', 'trial_started a, trial_converted a'],
    ['canceled', 'subscription_started a, subscription_canceled a'],
    ['billing_retry', 'subscription_started a, subscription_billing_retry a'],
    ['active', 'subscription_started a, subscription_billing_retry a, subscription_renewed a'],
    ['churned', 'subscription_started a, subscription_expired a'],
    ['active', 'subscription_started a, subscription_expired a, subscription_started a'],
    // A refund changes nothing while the subscription runs on …
    ['active', 'subscription_started a, subscription_refunded a of 1'],
    // … and tells once it has ended, if what it gave back was the last charge.
    ['refunded', 'subscription_started a, subscription_refunded a of 1, subscription_expired a'],
    [
      'churned',
      'subscription_started a, subscription_renewed a, subscription_refunded a of 1, subscription_expired a',
    ],
    // Of several subscriptions the best counts.
    ['active', 'subscription_started a, subscription_started b, subscription_canceled b'],
    ['active', 'subscription_started a, trial_started b'],
    ['trial', 'trial_started a, subscription_started b, subscription_billing_retry b'],
    [
      'billing_retry',
      'subscription_started a, subscription_billing_retry a, subscription_started b, subscription_canceled b',
    ],
    [
      'canceled',
      'subscription_started a, subscription_canceled a, subscription_started b, subscription_expired b',
    ],
  ])('is %s after %s', (status, events) => {
    expect(customerOf(events).status).toBe(status)
  })

  it('counts what was paid, and takes off what was given back', () => {
    const events = 'subscription_started a, subscription_renewed a, subscription_refunded a of 1'
    expect(customerOf(events)).toMatchObject({
      payments_count: 2,
      charges_usd: 20,
      net_payments_usd: 10,
      since: 0,
      last_payment_at: 3600,
      last_seen: 7200,
    })
  })
})
