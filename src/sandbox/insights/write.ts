import type { Insight } from '../../resources/insights/types.ts'
import type { Figure, Figures } from './figures.ts'

/** What is written about a period. */
export interface Written {
  readonly health: 'healthy' | 'watch' | 'critical'
  /** 0 to 10; lower is worse. */
  readonly health_score: number
  readonly summary: string
  readonly insights: readonly Insight[]
}

/** From here on a change is worth a sentence, and from here on an alarm: percent, or points of a percent. */
const NOTABLE = { money: 5, count: 5, percent: 0.5 } as const
const ALARMING = { money: 20, count: 20, percent: 2 } as const

const ADVICE: Readonly<Record<string, readonly [whenWorse: string, whenBetter: string]>> = {
  mrr: [
    'Open the MRR movement chart: is it churn, contraction or fewer new subscriptions?',
    'See in the MRR movement chart which products brought it, and keep them in front.',
  ],
  sales: [
    'Split sales by country and store to find where they fell.',
    'Split sales by campaign to see what to spend more on.',
  ],
  new_users: [
    'Split new users by campaign: has one ended or lost its reach?',
    'Check by user-to-trial conversion that the new users are the right ones.',
  ],
  new_trials: [
    'Compare user-to-trial conversion by store and country; look at recent changes of the paywall.',
    'Watch trial-to-paid conversion of these trials before you celebrate.',
  ],
  new_subscriptions: [
    'See whether trials or direct starts fell, then compare products.',
    'See which product they chose; an offering may deserve to become the default.',
  ],
  active_subscriptions: [
    'Look at churn and billing retry in the subscriptions movement chart.',
    'Compare renewals by product in the cohort table.',
  ],
  refund_rate: [
    'Split refunds by product and country; a single product often explains them.',
    'Nothing to do: fewer purchases were given back.',
  ],
}

/**
 * Writes insights from computed figures, the most telling first. The words say nothing that the figures do not, and a
 * change that may be chance is not told.
 */
export function writeInsights({ figures, currency }: Figures, days: number): Written {
  const told = figures
    .filter(
      ({ change, kind, isNoise }) =>
        change !== null && !isNoise && Math.abs(change) >= NOTABLE[kind],
    )
    .toSorted((a, b) => severity(b) - severity(a))
  const insights = told.map((figure) => describe(figure, currency, days))
  const score = scoreOf(told)
  const health = score >= 7 ? 'healthy' : score >= 4 ? 'watch' : 'critical'
  return {
    health,
    health_score: score,
    summary: summarise(figures, currency, days),
    insights: insights.length > 0 ? insights : [quiet(days)],
  }
}

const isWorse = ({ change, isGoodWhenHigh }: Figure): boolean => change! > 0 !== isGoodWhenHigh

/** How many times its own threshold a figure has moved. */
const severity = ({ change, kind }: Figure): number => Math.abs(change!) / NOTABLE[kind]

function scoreOf(told: readonly Figure[]): number {
  const points = told.map((figure) => {
    const isLarge = Math.abs(figure.change!) >= ALARMING[figure.kind]
    return (isWorse(figure) ? -1 : 1) * (isLarge ? 2 : 1)
  })
  const sum = points.reduce((total, point) => total + point, 7)
  return Math.min(Math.max(sum, 0), 10)
}

function describe(figure: Figure, currency: string, days: number): Insight {
  const { metric, name, change, kind, value, before } = figure
  const worse = isWorse(figure)
  const isLarge = Math.abs(change!) >= ALARMING[kind]
  const moved = change! > 0 ? 'rose' : 'fell'
  const by = kind === 'percent' ? `${decimal(change!)} points` : `${decimal(change!)}%`
  const [whenWorse, whenBetter] = ADVICE[metric]!
  return {
    type: worse ? (isLarge ? 'critical' : 'tip') : isLarge ? 'positive' : 'info',
    metric,
    title: `${name} ${moved} by ${by}`,
    body: figure.isStock
      ? `${name}: ${amount(value, kind, currency)} now, ${amount(before, kind, currency)} ${days} days ago.`
      : `${name}: ${amount(value, kind, currency)} in the last ${days} days, ${amount(before, kind, currency)} in the ${days} days before.`,
    action: worse ? whenWorse : whenBetter,
  }
}

const quiet = (days: number): Insight => ({
  type: 'info',
  title: 'Nothing notable changed',
  body: `No watched figure of the last ${days} days moved by 5% or more against the ${days} days before, or only by as much as chance alone often brings.`,
  action: 'Look at a longer period for slow changes.',
})

function summarise(figures: readonly Figure[], currency: string, days: number): string {
  const parts = figures
    .slice(0, 3)
    .map(({ name, value, kind, change }) =>
      change === null
        ? `${name} ${amount(value, kind, currency)} (nothing to compare with)`
        : `${name} ${amount(value, kind, currency)} (${change < 0 ? '−' : '+'}${decimal(change)}%)`,
    )
  return `Last ${days} days against the ${days} days before: ${parts.join(', ')}.`
}

/** One decimal, without its sign. */
const decimal = (value: number): string => {
  const tenths = Math.round(Math.abs(value) * 10)
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}

/** A figure in plain English digits: no locale, so that all engines write the same. */
function amount(value: number, kind: Figure['kind'], currency: string): string {
  if (kind === 'percent') return `${decimal(value)}%`
  const whole = String(Math.round(Math.abs(value))).replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = Math.round(value) < 0 ? '−' : ''
  return kind === 'money' ? `${sign}${currency} ${whole}` : `${sign}${whole}`
}
