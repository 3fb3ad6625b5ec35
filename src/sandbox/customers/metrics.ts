import type { Answer } from '../answer.types.ts'
import { selectCustomers } from './select.ts'
import { roundMoney, type CustomerView } from './view.ts'

/**
 * Answers `v4GetCustomerMetrics`: counters over the customers that the list with the same filters counts. Amounts are in
 * US dollars and left out where a rate is missing.
 */
export const answerCustomerMetrics: Answer = (history, input, now, store) => {
  const views = selectCustomers(history, input, now, store)
  const count = (isCounted: (view: CustomerView) => boolean) => views.filter(isCounted).length
  const payments = add(views, (view) => view.payments_count)!
  const charges = add(views, (view) => view.charges_usd)
  const sales = add(views, (view) => view.net_payments_usd)
  return {
    object: 'customer_metrics',
    url: '/v4/customers/metrics',
    active_subscribers: String(count(({ status }) => status === 'active')),
    active_trials: String(count(({ status }) => status === 'trial')),
    avg_payment_count: ratio(
      payments,
      count((view) => view.payments_count > 0),
    ),
    ...(charges !== null && { avg_price: ratio(charges, payments) }),
    billing_retry: String(count(({ status }) => status === 'billing_retry')),
    canceled_trials: count(({ status, phase }) => status === 'canceled' && phase === 'trial'),
    churned_subscribers: count(({ status }) => status === 'churned'),
    clients_with_event: String(views.length),
    ...(sales !== null && { sales: roundMoney(sales) }),
  }
}

function add(
  views: readonly CustomerView[],
  read: (view: CustomerView) => number | null,
): number | null {
  let sum = 0
  for (const view of views) {
    const value = read(view)
    if (value === null) return null
    sum += value
  }
  return sum
}

const ratio = (sum: number, count: number): number => (count === 0 ? 0 : roundMoney(sum / count))
