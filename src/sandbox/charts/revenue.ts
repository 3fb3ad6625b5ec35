import type { ChartCode } from '../../resources/charts/types.ts'
import type { Chart } from './chart.types.ts'
import {
  all,
  countEvents,
  countPayers,
  countUsers,
  followChange,
  followStock,
  readMoney,
  readProceeds,
  type Reader,
} from './readers.ts'
import { isActive, type Standing } from './subscriptions.ts'

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

const MOVEMENT_LINES = ['New', 'Expansion', 'Contraction', 'Churn']
const MOVEMENT =
  'New holds what comes back too, a recovered charge for example; a renewal at another day’s rate is an expansion or a contraction, so that the lines add up to the change (assumed).'

/** Charts of money: revenue, and what recurs of it. */
export const REVENUE_CHARTS = {
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
} satisfies Partial<Record<ChartCode, Chart>>
