import type { ChartCode } from '../../resources/charts/types.ts'
import { isCharge } from '../log.ts'
import {
  all,
  countEvents,
  countPayers,
  countUsers,
  followChange,
  followStock,
  readMoney,
  readProceeds,
  shareCanceled,
  shareOfTrials,
  sharePaying,
  shareTrying,
  type Reader,
} from './readers.ts'
import type { Standing } from './subscriptions.ts'

/** One chart: what it says, what it is made of and how it adds up. */
export interface Chart {
  readonly title: string
  /** What it counts, with what is assumed where the vendor's pages do not say. */
  readonly description: string
  /** The vendor's page that describes its group. */
  readonly page?: string
  readonly measure: 'usd' | 'count' | 'percent'
  /** A flow is summed over time, a stock is what stands at the end of a period, a rate is one sum over another. */
  readonly kind: 'flow' | 'stock' | 'rate'
  /** Labels of its lines. A rate has one, from two parts. */
  readonly lines: readonly string[]
  /** The rate's second part counts customers once in each period, not what they did. */
  readonly countsOnce?: true
  readonly read: Reader
}

const isActive = ({ isPaid, retries }: Standing): boolean => isPaid && !retries
const isActiveTrial = ({ isTrial, trialRetries }: Standing): boolean => isTrial && !trialRetries
const byRenewal = (isCounted: boolean, renews: boolean): number[] => [
  isCounted && renews ? 1 : 0,
  isCounted && !renews ? 1 : 0,
]
const recurring = (months: number, standing: Standing): number =>
  isActive(standing) && standing.renews ? standing.monthly * months : 0

const recurringMovement = (months: number): Reader =>
  followChange(true, (before, after) => {
    const [from, to] = [recurring(months, before), recurring(months, after)]
    const change = to - from
    if (from === 0) return [change, 0, 0, 0]
    if (to === 0) return [0, 0, 0, change]
    return change > 0 ? [0, change, 0, 0] : [0, 0, change, 0]
  })

const delta = (before: boolean, after: boolean): number => Number(after) - Number(before)

const RENEWAL_LINES = ['Auto-renewal on', 'Auto-renewal off']
const MOVEMENT_LINES = ['New', 'Expansion', 'Contraction', 'Churn']
const MOVEMENT =
  'New holds what comes back too, a recovered charge for example; a renewal at another day’s rate is an expansion or a contraction, so that the lines add up to the change (assumed).'

const CHARTS: Readonly<Partial<Record<ChartCode, Chart>>> = {
  sales: {
    title: 'Sales',
    description:
      'Revenue after refunds, before store commission. A refund counts on its own day, at that day’s rate.',
    page: 'revenue',
    measure: 'usd',
    kind: 'flow',
    lines: ['After refunds'],
    read: readMoney(1, -1),
  },
  proceeds: {
    title: 'Proceeds',
    description:
      'Revenue after refunds and store commission; tax is not deducted. The commission of a refunded charge is returned.',
    page: 'revenue',
    measure: 'usd',
    kind: 'flow',
    lines: ['After refunds'],
    read: readProceeds,
  },
  refunds: {
    title: 'Refunds',
    description: 'What was given back, by the day it was, before store commission.',
    page: 'revenue',
    measure: 'usd',
    kind: 'flow',
    lines: ['Refunds'],
    read: readMoney(0, 1),
  },
  'refund-rate': {
    title: 'Refund rate',
    description:
      'Refunds as a share of purchases, both by their own day (assumed): refunds of the period may be of earlier purchases.',
    page: 'revenue',
    measure: 'percent',
    kind: 'rate',
    lines: ['Refund rate'],
    read: countEvents({
      subscription_refunded: 0,
      in_app_refunded: 0,
      trial_converted: 1,
      subscription_started: 1,
      subscription_renewed: 1,
      subscription_upgraded: 1,
      subscription_downgraded: 1,
      subscription_product_changed: 1,
      in_app_purchase: 1,
      purchase: 1,
    }),
  },
  arpu: {
    title: 'ARPU',
    description: 'Sales divided by the new users of the period (assumed).',
    page: 'revenue',
    measure: 'usd',
    kind: 'rate',
    lines: ['ARPU'],
    read: all(readMoney(1, -1), countUsers(1)),
  },
  arppu: {
    title: 'ARPPU',
    description: 'Sales divided by the customers who paid in the period.',
    page: 'revenue',
    measure: 'usd',
    kind: 'rate',
    lines: ['ARPPU'],
    countsOnce: true,
    read: all(readMoney(1, -1), countPayers),
  },
  mrr: {
    title: 'MRR',
    description:
      'What subscriptions with auto-renewal on come to in a month, by the price and rate of their last charge: a week counts 4.35 times, a year 0.083 times. Without subscriptions in billing retry.',
    page: 'revenue',
    measure: 'usd',
    kind: 'stock',
    lines: ['MRR'],
    read: followStock(true, (standing) => [recurring(1, standing)]),
  },
  arr: {
    title: 'ARR',
    description: 'Twelve times MRR.',
    page: 'revenue',
    measure: 'usd',
    kind: 'stock',
    lines: ['ARR'],
    read: followStock(true, (standing) => [recurring(12, standing)]),
  },
  'mrr-movement': {
    title: 'MRR movement',
    description: `What changed MRR. ${MOVEMENT}`,
    page: 'revenue',
    measure: 'usd',
    kind: 'flow',
    lines: MOVEMENT_LINES,
    read: recurringMovement(1),
  },
  'arr-movement': {
    title: 'ARR movement',
    description: `What changed ARR. ${MOVEMENT}`,
    page: 'revenue',
    measure: 'usd',
    kind: 'flow',
    lines: MOVEMENT_LINES,
    read: recurringMovement(12),
  },
  'active-subscriptions': {
    title: 'Active subscriptions',
    description:
      'Paid subscriptions that have not expired, at the end of each period, by auto-renewal. Without trials and without subscriptions in billing retry.',
    page: 'subscriptions',
    measure: 'count',
    kind: 'stock',
    lines: RENEWAL_LINES,
    read: followStock(false, (standing) => byRenewal(isActive(standing), standing.renews)),
  },
  'paid-subscriptions-movement': {
    title: 'Subscriptions movement',
    description:
      'What changed active subscriptions: new ones, those that expired, and those that went into billing retry or came out of it.',
    page: 'subscriptions',
    measure: 'count',
    kind: 'flow',
    lines: ['New', 'Churned', 'Billing retry'],
    read: followChange(false, (before, after) => {
      const change = delta(before.isPaid, after.isPaid)
      return [
        Math.max(change, 0),
        Math.min(change, 0),
        -delta(before.isPaid && before.retries, after.isPaid && after.retries),
      ]
    }),
  },
  'new-subscriptions': {
    title: 'New subscriptions',
    description: 'Paid subscriptions that began, from a trial or at once.',
    page: 'subscriptions',
    measure: 'count',
    kind: 'flow',
    lines: ['Converted from trial', 'Started without trial'],
    read: countEvents({ trial_converted: 0, subscription_started: 1 }),
  },
  'subscriptions-overview': {
    title: 'Subscriptions overview',
    description:
      'Paid charges of subscriptions: first ones, renewals and changes of product (assumed).',
    page: 'subscriptions',
    measure: 'count',
    kind: 'flow',
    lines: ['New', 'Renewed', 'Product changed'],
    read: countEvents({
      trial_converted: 0,
      subscription_started: 0,
      subscription_renewed: 1,
      subscription_upgraded: 2,
      subscription_downgraded: 2,
      subscription_product_changed: 2,
    }),
  },
  'subscription-cancellation': {
    title: 'Subscription cancellation',
    description:
      'Of the paid subscriptions that began in the period, those whose auto-renewal was turned off since (assumed). The latest periods still rise.',
    page: 'subscriptions',
    measure: 'percent',
    kind: 'rate',
    lines: ['Cancellation rate'],
    read: shareCanceled,
  },
  'free-trials': {
    title: 'New trials',
    description: 'Free trials that began.',
    page: 'trials',
    measure: 'count',
    kind: 'flow',
    lines: ['New trials'],
    read: countEvents({ trial_started: 0 }),
  },
  'active-trials': {
    title: 'Active trials',
    description:
      'Trials that are neither converted nor expired, at the end of each period, by auto-renewal. Without trials in billing retry.',
    page: 'trials',
    measure: 'count',
    kind: 'stock',
    lines: RENEWAL_LINES,
    read: followStock(false, (standing) =>
      byRenewal(isActiveTrial(standing), standing.trialRenews),
    ),
  },
  'trials-movement': {
    title: 'Trials movement',
    description:
      'What changed active trials: those that began, were converted, expired, and went into billing retry or came out of it.',
    page: 'trials',
    measure: 'count',
    kind: 'flow',
    lines: ['Started', 'Converted', 'Expired', 'Billing retry'],
    read: followChange(false, (before, after, row) => {
      const change = delta(before.isTrial, after.isTrial)
      const isConverted = isCharge(row.type)
      return [
        Math.max(change, 0),
        isConverted ? Math.min(change, 0) : 0,
        isConverted ? 0 : Math.min(change, 0),
        -delta(before.isTrial && before.trialRetries, after.isTrial && after.trialRetries),
      ]
    }),
  },
  'trial-cancellation': {
    title: 'Trial cancellation',
    description:
      'Of the trials that began in the period, those whose auto-renewal was turned off during the trial.',
    page: 'trials',
    measure: 'percent',
    kind: 'rate',
    lines: ['Cancellation rate'],
    read: shareOfTrials('trial_canceled'),
  },
  'trial-to-paid': {
    title: 'Trial-to-paid conversion',
    description:
      'Of the trials that began in the period, those converted since. The latest periods still rise.',
    page: 'trials',
    measure: 'percent',
    kind: 'rate',
    lines: ['Trial to paid'],
    read: shareOfTrials('trial_converted'),
  },
  'users-overview': {
    title: 'Users overview',
    description: 'New users: first installs.',
    measure: 'count',
    kind: 'flow',
    lines: ['New users'],
    read: countUsers(0),
  },
  'user-to-trial': {
    title: 'User-to-trial conversion',
    description:
      'Of the users who came in the period, those who have started a trial since. The latest periods still rise.',
    measure: 'percent',
    kind: 'rate',
    lines: ['User to trial'],
    read: shareTrying,
  },
  'user-to-paid': {
    title: 'User-to-paid conversion',
    description:
      'Of the users who came in the period, those who have paid since. The latest periods still rise.',
    measure: 'percent',
    kind: 'rate',
    lines: ['User to paid'],
    read: sharePaying,
  },
}

const ALIASES: Readonly<Partial<Record<ChartCode, ChartCode>>> = {
  'user-to-trial-conversion': 'user-to-trial',
  'subscription-cancellation-rate': 'subscription-cancellation',
}

/** The chart of a code, or of the code that it is another name of. */
export const chartOf = (code: ChartCode): Chart => CHARTS[ALIASES[code] ?? code]!
