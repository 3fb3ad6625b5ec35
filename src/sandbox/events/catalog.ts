import type { History } from '../history.ts'
import type { EventType } from '../log.ts'
import { wholeList } from '../pages.ts'

/** Every event type in the order of the catalog: its place is its id. The second is `trial_started`, as documented. */
const CATALOG: Readonly<Record<EventType, readonly [label: string, category: string]>> = {
  install: ['Install', 'user'],
  trial_started: ['Trial Started', 'trial'],
  trial_converted: ['Trial Converted', 'trial'],
  trial_canceled: ['Trial Canceled', 'trial'],
  trial_billing_retry: ['Trial Billing Retry', 'trial'],
  trial_expired: ['Trial Expired', 'trial'],
  subscription_started: ['Subscription Started', 'subscription'],
  subscription_renewed: ['Subscription Renewed', 'subscription'],
  subscription_upgraded: ['Subscription Upgraded', 'subscription'],
  subscription_downgraded: ['Subscription Downgraded', 'subscription'],
  subscription_product_changed: ['Subscription Product Changed', 'subscription'],
  subscription_canceled: ['Subscription Canceled', 'subscription'],
  subscription_billing_retry: ['Subscription Billing Retry', 'subscription'],
  subscription_expired: ['Subscription Expired', 'subscription'],
  subscription_refunded: ['Subscription Refunded', 'subscription'],
  in_app_purchase: ['In-App Purchase', 'in_app'],
  in_app_refunded: ['In-App Refunded', 'in_app'],
  purchase: ['Purchase', 'purchase'],
}

const TYPES = Object.keys(CATALOG) as EventType[]

/** The catalog's id of an event type. */
export const eventTypeId = (type: EventType): string => String(TYPES.indexOf(type) + 1)

/** A purchase log has purchases only, the simulated business all the rest. */
function typesIn({ rows }: History): readonly EventType[] {
  const isPurchaseLog = rows[0]?.type === 'purchase'
  return TYPES.filter((type) => (type === 'purchase') === isPurchaseLog)
}

/** The catalog's ids of the event types of a project. */
export const eventTypeIds = (history: History): string[] => typesIn(history).map(eventTypeId)

/** Answers `v4ListEvents`. */
export function answerEvents(history: History) {
  const data = typesIn(history).map((code) => {
    const [label, category] = CATALOG[code]
    return { object: 'event', id: eventTypeId(code), code, label, category }
  })
  return wholeList('/v4/events', data)
}
