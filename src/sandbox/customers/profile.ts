import type { Answer } from '../answer.types.ts'
import { isoInstant } from '../instant.ts'
import { isRefund, type LogRow } from '../log.ts'
import { Reply } from '../reply.ts'
import { linksIn } from '../users/written.ts'
import { deviceOf } from './device.ts'
import { customerUrl } from './list.ts'
import { erasedCustomers, livingCustomer, rowsOfCustomer } from './living.ts'
import { grantsIn } from './held.ts'
import { propertiesIn, propertiesOf } from './properties.ts'
import { createUsd, roundMoney } from './view.ts'

/** Answers `v4GetCustomer`: the customer with the timeline of the log. What is not known is left out. */
export const answerCustomer: Answer = (history, input, now, store) => {
  const { customer_id } = input as { customer_id: string }
  const view = livingCustomer(history, now, store, customer_id)
  const device = deviceOf(view.first)
  const usdOf = createUsd(history)
  const { campaign } = view.first
  return {
    object: 'customer',
    url: customerUrl(view.id),
    data: {
      customer: known({
        client_id: view.id,
        external_identity: view.external_identity,
        environment: view.environment,
        platform: view.platform,
        country: view.country,
        status: view.status,
        since: isoInstant(view.since),
        last_seen: isoInstant(view.last_seen),
      }),
      ...(device && { device }),
      attributionData: campaign === null ? [] : [{ key: 'campaign', value: campaign }],
      userProperties: propertiesOf(store, view.id),
      trackEvents: rowsOfCustomer(history, now, view.id).map((row) => toEvent(row, usdOf)),
      ...(view.net_payments_usd !== null && {
        netPayments: view.net_payments_usd,
        currency: 'USD',
        conversionRate: 1,
      }),
      canRemoveCustomer: true,
      canEditEntitlements: true,
    },
  }
}

/** Answers `v4DeleteCustomer`: from now on there is no such customer, nor anything that was written to one. */
export const answerDelete: Answer = (history, input, now, store) => {
  const { customer_id } = input as { customer_id: string }
  const { id } = livingCustomer(history, now, store, customer_id)
  erasedCustomers(store).put({ id })
  if (propertiesIn(store).has(id)) propertiesIn(store).remove(id)
  for (const grant of grantsIn(store).list())
    if (grant.customer_id === id) grantsIn(store).remove(grant.id)
  for (const link of linksIn(store).list()) if (link.user_id === id) linksIn(store).remove(link.id)
  return new Reply(204)
}

/** An event of the timeline; a refund counts below nothing, so that the timeline adds up to the net payments. */
function toEvent(row: LogRow, usdOf: (row: LogRow) => number) {
  const usd = row.price === null ? NaN : usdOf(row)
  return known({
    event: row.type,
    at: isoInstant(row.at),
    product_id: row.product_id,
    revenue_usd: Number.isNaN(usd) ? null : roundMoney(isRefund(row.type) ? -usd : usd),
  })
}

/** The contract has no null in these objects: what is not known is not there. */
const known = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
