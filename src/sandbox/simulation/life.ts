import { addMonths, DAY } from '../../core/calendar.ts'
import { logRow, type EventType, type LogDraft, type LogRow } from '../log.ts'
import { createRandom, type Random } from '../random.ts'
import { PRODUCTS, type Product } from './catalog.ts'
import type { Treatment } from './experiments.ts'
import { toEdge } from './installs.ts'

/** What is fixed about a customer at install. */
export interface Customer {
  readonly id: string
  readonly number: number
  readonly environment: 0 | 1
  readonly installedAt: number
  readonly country: string
  readonly currency: string
  readonly store: string
  readonly campaign: string
  readonly offer: Product
  /** Of 10,000 such customers, how many start what they are offered. */
  readonly starts: number
  /** How those pay who start, by the experiment they are in. */
  readonly pays: Treatment['pays']
}

/** Where a life is written to. */
export interface LifeLog {
  /** Events from this instant on (unix seconds) are not written. */
  readonly until: number
  readonly rows: LogDraft[]
  /** Refunds with their charges: what to fill in once rows are numbered. */
  readonly refunds: [refund: LogDraft, charge: LogDraft][]
}

const MINUTE = 60
const HOUR = 3600

/** How long after the install people start: mostly at once, some after months. Seconds, with percent. */
const HESITATION = [
  { weight: 62, from: 20, to: 20 * MINUTE },
  { weight: 18, from: 20 * MINUTE, to: DAY },
  { weight: 12, from: DAY, to: 14 * DAY },
  { weight: 8, from: 14 * DAY, to: 150 * DAY },
] as const

const TRIAL = 7 * DAY
/** A failed charge is tried again for 16 days; then access ends. */
const RETRY_STEP = HOUR
const RETRIES = 16 * 24

/**
 * Writes the events of one customer up to the log's end. Whatever the end is, the events before it are the same: every
 * part of a life draws from a sequence of its own, in the order of time.
 */
export function live(seed: number, customer: Customer, log: LifeLog): void {
  const stream = (part: number) => createRandom(seed, customer.environment, customer.number, part)
  const random = stream(1)
  const life = createLife(customer, log)
  const { offer, installedAt } = customer
  life.install()
  if (!random.chance(customer.starts)) return
  const usual = random.pick(HESITATION)
  const wait = customer.pays === 'as usual' ? usual : HESITATION[0]
  const later = installedAt + wait.from + random.below(wait.to - wait.from)
  const edge = toEdge(later, random.below(1 << 20))
  const at = edge > installedAt ? edge : later
  const paidAt = offer.group ? subscribe(life, random, customer, at) : buy(life, random, offer, at)
  if (paidAt === null) return
  // Who pays at once in an experiment buys more at the age at which the other group does.
  const settledAt = customer.pays === 'at once' ? paidAt + TRIAL : paidAt
  extras(life, stream(2), settledAt)
  if (!offer.group) convert(life, stream(3), PRODUCTS.premium_monthly!, settledAt, 2500)
  convert(life, stream(4), PRODUCTS.coaching_monthly!, settledAt, 700)
}

type Life = ReturnType<typeof createLife>

function createLife(customer: Customer, { until, rows, refunds }: LifeLog) {
  const { id: customer_id, environment, currency } = customer
  const write = (row: LogDraft): LogDraft => {
    if (row.at < until) rows.push(row)
    return row
  }
  const event = (
    type: EventType,
    at: number,
    { id, group }: Product,
    money: Pick<LogRow, 'price' | 'currency'> | null = null,
  ) =>
    write(
      logRow({
        customer_id,
        environment,
        type,
        at,
        product_id: id,
        product_group: group,
        ...money,
      }),
    )
  return {
    until,
    event,
    install() {
      const { country, store, campaign, offer } = customer
      const at = customer.installedAt
      const attributes = { country, store, campaign, first_product: offer.id }
      write(logRow({ customer_id, environment, type: 'install', at, ...attributes }))
    },
    charge: (type: EventType, at: number, product: Product) =>
      event(type, at, product, { price: product.price[currency]!, currency }),
    refund(charge: LogDraft, at: number) {
      const { product_id, product_group, price } = charge
      const type = product_group === null ? 'in_app_refunded' : 'subscription_refunded'
      const given = { product_id, product_group, price, currency }
      const refund = logRow({ customer_id, environment, type, at, ...given })
      refunds.push([write(refund), charge])
    },
  }
}

/** A subscription with its trial, its lapses and its returns; the time of its first charge, or null. */
function subscribe(
  life: Life,
  random: Random,
  { offer: product, pays }: Customer,
  at: number,
): number | null {
  const usual = random.chance(product.trials)
  const trial = pays === 'as usual' ? usual : pays === 'after a trial'
  let { paidAt, endedAt } = trial
    ? tryOut(life, random, product, at, pays)
    : { paidAt: at, endedAt: at }
  const returns = paidAt === null ? 600 : 1600
  if (paidAt !== null) {
    const opening = trial ? 'trial_converted' : 'subscription_started'
    endedAt = chain(life, random, product, paidAt, opening)
  }
  while (endedAt < life.until && random.chance(returns)) {
    const backAt = endedAt + DAY * (3 + random.below(200)) + random.below(DAY)
    paidAt ??= backAt
    endedAt = chain(life, random, product, backAt, 'subscription_started')
  }
  return paidAt
}

/** Seven free days: when the first charge comes, if it does, and when the trial is over for good. */
function tryOut(
  life: Life,
  random: Random,
  product: Product,
  at: number,
  pays: Treatment['pays'],
): { paidAt: number | null; endedAt: number } {
  const end = at + TRIAL
  life.event('trial_started', at, product)
  const fate = random.below(10_000)
  // Of usual trials 54 of 100 are paid at their end and 4 after it; in an experiment all 58 at their end, so that a group
  // that pays at once differs by seven days and nothing else.
  if (fate < (pays === 'as usual' ? 5400 : 5800)) return { paidAt: end, endedAt: end }
  if (fate < 6200 && pays === 'as usual') {
    life.event('trial_billing_retry', end, product)
    const recoveredAt = end + RETRY_STEP * (1 + random.below(RETRIES))
    if (random.chance(5000)) return { paidAt: recoveredAt, endedAt: recoveredAt }
    const endedAt = end + RETRY_STEP * RETRIES
    life.event('trial_expired', endedAt, product)
    return { paidAt: null, endedAt }
  }
  life.event('trial_canceled', at + MINUTE + random.below(TRIAL - MINUTE), product)
  life.event('trial_expired', end, product)
  return { paidAt: null, endedAt: end }
}

/** The charges of one product group from a first one to full expiry; returns when that is. */
function chain(
  life: Life,
  random: Random,
  first: Product,
  firstAt: number,
  opening: EventType,
): number {
  let [product, at, type] = [first, firstAt, opening]
  // Renewals fall on the day of the first charge of a product, not on that of a short month between.
  let [since, periods] = [at, 0]
  for (let paid = 0; at < life.until; paid++) {
    const charge = life.charge(type, at, product)
    const due = dueAt(product, since, ++periods)
    if (random.chance(product.refunds)) {
      const refundedAt = at + HOUR * (1 + random.below(40 * 24))
      life.refund(charge, refundedAt)
      if (refundedAt < due && random.chance(6000)) {
        life.event('subscription_expired', refundedAt, product)
        return refundedAt
      }
    }
    if (!random.chance(product.renews[paid] ?? product.renews.at(-1)!)) {
      life.event('subscription_canceled', at + MINUTE + random.below(due - at - MINUTE), product)
      life.event('subscription_expired', due, product)
      return due
    }
    const change = product.changes.find(({ chance }) => random.chance(chance))
    const middle = at + HOUR + random.below(due - at - HOUR)
    if (change) {
      ;[product, type] = [PRODUCTS[change.to]!, change.type]
      at = change.at === 'once' ? middle : due
      ;[since, periods] = [at, 0]
    } else if (random.chance(500)) {
      life.event('subscription_billing_retry', due, product)
      const recoveredAt = due + RETRY_STEP * (1 + random.below(RETRIES))
      if (!random.chance(6000)) {
        const endedAt = due + RETRY_STEP * RETRIES
        life.event('subscription_expired', endedAt, product)
        return endedAt
      }
      ;[at, type] = [recoveredAt, 'subscription_renewed']
      ;[since, periods] = [at, 0]
    } else [at, type] = [due, 'subscription_renewed']
  }
  return at
}

function dueAt(product: Product, since: number, periods: number): number {
  if (product.length === 'week') return since + periods * 7 * DAY
  return addMonths(since, product.length === 'year' ? periods * 12 : periods)
}

function buy(life: Life, random: Random, product: Product, at: number): number {
  const charge = life.charge('in_app_purchase', at, product)
  if (random.chance(product.refunds)) life.refund(charge, at + HOUR * (1 + random.below(60 * 24)))
  return at
}

/** One-time purchases of someone who has paid before. */
function extras(life: Life, random: Random, paidAt: number): void {
  let at = paidAt
  while (random.chance(2200)) {
    at += HOUR + random.below(60 * DAY)
    if (at >= life.until) return
    buy(life, random, PRODUCTS.credits_100!, at)
  }
}

/** Another subscription, some time after the first payment. */
function convert(
  life: Life,
  random: Random,
  product: Product,
  paidAt: number,
  chance: number,
): void {
  if (!random.chance(chance)) return
  const at = paidAt + DAY + random.below(90 * DAY)
  chain(life, random, product, at, 'subscription_started')
}
