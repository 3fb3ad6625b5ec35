import { costAt, measureOfCost, type LtvCosts } from './ltv.costs.model.ts'
import type { LtvAge, LtvCurve } from './ltv.curves.model.ts'

/** When a curve earns its cost back, read from what is known; nothing is extrapolated. */
export type Payback =
  | {
      readonly kind: 'paidBack'
      /** The first age from which the value stays at or above the cost; its state says how sure that is. */
      readonly at: LtvAge
    }
  | {
      readonly kind: 'notYet'
      /** The last age that is known, and the share of the cost earned back by then (1 is all of it; null for no cost). */
      readonly at: LtvAge
      readonly share: number | null
      /** The same at the last age that is final; null while none is. */
      readonly final: { readonly at: LtvAge; readonly share: number | null } | null
      /** The value reached the cost at `reached` and had lost it again at `fell`; null when it never did. */
      readonly lost: { readonly reached: LtvAge; readonly fell: LtvAge } | null
    }

/** Compares a curve with its cost; null where no age has both a value and a cost. */
export function payback(curve: LtvCurve, costs: LtvCosts): Payback | null {
  const measure = measureOfCost[costs.per]
  const known = curve.ages.flatMap((at) => {
    const value = at[measure]
    const cost = costAt(curve, at, costs)
    return value === null || cost === null
      ? []
      : [{ at, isEarned: value >= cost, share: cost === 0 ? null : value / cost }]
  })
  const last = known.at(-1)
  if (!last) return null
  const fell = known.findLastIndex(({ isEarned }) => !isEarned)
  if (fell < known.length - 1) return { kind: 'paidBack', at: known[fell + 1]!.at }
  const reached = known.findLastIndex(({ isEarned }) => isEarned)
  const final = known.findLast(({ at }) => at.state === 'final')
  return {
    kind: 'notYet',
    at: last.at,
    share: last.share,
    final: final ? { at: final.at, share: final.share } : null,
    lost:
      reached < 0 ? null : { reached: firstOfRun(known, reached), fell: known[reached + 1]!.at },
  }
}

/** Where the stretch of earned ages that ends at `end` began. */
function firstOfRun(known: readonly { at: LtvAge; isEarned: boolean }[], end: number): LtvAge {
  let start = end
  while (known[start - 1]?.isEarned) start--
  return known[start]!.at
}
