import { oneOf, type StoredView } from '../../core/viewParts.ts'
import type { PlannerView } from './planner.types.ts'

/** A whole view of anything stored: each part is checked, and is the fallback's where it is missing or broken. */
export function readPlannerView(
  stored: Partial<PlannerView> | StoredView,
  fallback: PlannerView,
): PlannerView {
  const given = stored as StoredView
  const number = (part: keyof PlannerView, otherwise: number | null): number | null =>
    part in given ? numberOf(given[part], otherwise) : otherwise
  const { metric, weights, start } = given
  const shares = Array.isArray(weights) ? weights.map((weight) => numberOf(weight, null)) : []
  return {
    metric: typeof metric === 'string' && metric !== '' ? metric : fallback.metric,
    engine: oneOf(['sequential', 'fixed', 'bayesian'], given['engine'], fallback.engine),
    effect: number('effect', fallback.effect),
    alpha: number('alpha', fallback.alpha),
    power: number('power', fallback.power),
    weights: shares.length >= 2 && shares.length <= 10 ? shares : fallback.weights,
    value: number('value', fallback.value),
    payerShare: number('payerShare', fallback.payerShare),
    usersPerDay: number('usersPerDay', fallback.usersPerDay),
    share: number('share', fallback.share),
    outcomeWindow: number('outcomeWindow', fallback.outcomeWindow),
    minDays: number('minDays', fallback.minDays),
    start: typeof start === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(start) ? start : fallback.start,
    days: number('days', fallback.days),
  }
}

/** A number, also as an address writes it; NaN stays, as it says that a field holds none. */
function numberOf(stored: unknown, otherwise: number | null): number | null {
  if (stored === null) return null
  const value = typeof stored === 'string' && stored !== '' ? Number(stored) : stored
  return typeof value === 'number' ? value : otherwise
}
