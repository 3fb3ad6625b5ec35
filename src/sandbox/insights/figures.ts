import { DAY } from '../../core/calendar.ts'
import type { ChartCode } from '../../resources/charts/types.ts'
import { chartOf } from '../charts/catalogue.ts'
import { readWhole, type Line } from '../charts/compute.ts'
import type { History } from '../history.ts'
import { inCurrency } from '../money.ts'

/** A figure of the last days beside that of as many days before. */
export interface Figure {
  readonly metric: string
  readonly name: string
  readonly kind: 'money' | 'count' | 'percent'
  readonly value: number
  readonly before: number
  /** Change in percent of the figure before; for a percent, in points. Null where there is nothing to compare with. */
  readonly change: number | null
  /** What stands at the end of the period, not what happened in it. */
  readonly isStock: boolean
  /** The change is no larger than chance alone would often bring: two standard errors. */
  readonly isNoise: boolean
  readonly isGoodWhenHigh: boolean
}

/** Figures of one period, in one currency. */
export interface Figures {
  readonly currency: string
  readonly figures: readonly Figure[]
}

const WATCHED: readonly (readonly [
  metric: string,
  code: ChartCode,
  name: string,
  good: boolean,
])[] = [
  ['mrr', 'mrr', 'MRR', true],
  ['sales', 'sales', 'Sales', true],
  ['new_users', 'users-overview', 'New users', true],
  ['new_trials', 'free-trials', 'New trials', true],
  ['new_subscriptions', 'new-subscriptions', 'New subscriptions', true],
  ['active_subscriptions', 'active-subscriptions', 'Active subscriptions', true],
  ['refund_rate', 'refund-rate', 'Refund rate', false],
]

/** Computes what insights are written from: the last `days` before `now` (unix seconds) and as many before them. */
export function readFigures(
  history: History,
  days: number,
  environment: number,
  now: number,
): Figures {
  const question = { from: now - days * DAY, to: now, starts: [], environment, filter: {} }
  const { answer: figures, currency } = inCurrency(history.currency, (target) =>
    WATCHED.map(([metric, code, name, isGoodWhenHigh]): Figure => {
      const chart = chartOf(code)
      const line = readWhole(chart, question, [history, now, target])
      const kind = chart.measure === 'usd' ? 'money' : chart.measure
      const isStock = chart.kind === 'stock'
      return {
        metric,
        name,
        kind,
        value: line.total,
        before: line.totalPrev,
        change: kind === 'percent' ? pointsBetween(line) : percentBetween(line),
        isStock,
        isNoise:
          kind === 'percent' ? isSmallShift(line) : kind === 'count' && !isStock && isFew(line),
        isGoodWhenHigh,
      }
    }),
  )
  return { currency, figures }
}

const percentBetween = ({ total, totalPrev }: Line): number | null =>
  totalPrev === 0 ? null : (100 * (total - totalPrev)) / totalPrev

const pointsBetween = (line: Line): number | null =>
  line.totalWeight && line.totalPrevWeight ? line.total - line.totalPrev : null

/** Counts of independent events scatter by their square root. */
const isFew = ({ total, totalPrev }: Line): boolean =>
  Math.abs(total - totalPrev) < 2 * Math.sqrt(total + totalPrev)

/** Shares scatter by what they are shares of. */
function isSmallShift(line: Line): boolean {
  const { total, totalPrev, totalWeight: now = 0, totalPrevWeight: then = 0 } = line
  if (now === 0 || then === 0) return true
  const pooled = (total * now + totalPrev * then) / 100 / (now + then)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / now + 1 / then))
  return Math.abs(total - totalPrev) < 2 * 100 * error
}
