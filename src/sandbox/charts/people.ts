import type { ChartCode } from '../../resources/charts/types.ts'
import { isCharge } from '../log.ts'
import type { Chart } from './chart.types.ts'
import {
  countEvents,
  countUsers,
  followChange,
  followStock,
  shareCanceled,
  shareOfTrials,
  sharePaying,
  shareTrying,
} from './readers.ts'
import { isActive, isActiveTrial } from './subscriptions.ts'

const byRenewal = (isCounted: boolean, renews: boolean): number[] => [
  isCounted && renews ? 1 : 0,
  isCounted && !renews ? 1 : 0,
]

const delta = (before: boolean, after: boolean): number => Number(after) - Number(before)

const RENEWAL_LINES = ['Auto-renewal on', 'Auto-renewal off']

/** Charts of who subscribes, tries and comes. */
export const PEOPLE_CHARTS = {
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
} satisfies Partial<Record<ChartCode, Chart>>
