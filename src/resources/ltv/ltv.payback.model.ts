import { balanceAt, type LtvCosts } from './ltv.costs.model.ts'
import { mostlyReached, type LtvAge, type LtvCurve } from './ltv.curves.model.ts'

/** When a curve earns its cost back, read from what is known; nothing is extrapolated. */
export type Payback =
  | {
      readonly kind: 'paidBack'
      /** The first age from which the value stays at or above the cost; its state says how sure that is. */
      readonly at: LtvAge
      /** A later age that is not final, of other people, where the value is below the cost again; null without one. */
      readonly fell: LtvAge | null
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

/** An age whose value and cost are known. */
interface Compared {
  readonly at: LtvAge
  readonly cost: number
  readonly isEarned: boolean
  readonly share: number | null
}

/**
 * Compares a curve with its cost; null where no age has both. Final ages decide first, because all of them count the same
 * people, everybody of the range; the ages behind them count fewer and fewer, and decide only what final ones leave open,
 * as long as they hold at least half of the customers and half of the spending, whatever part of the curve is drawn.
 */
export function payback(curve: LtvCurve, costs: LtvCosts): Payback | null {
  const compared = mostlyReached(curve).ages.flatMap((at): Compared[] => {
    const balance = balanceAt(curve, at, costs)
    if (!balance) return []
    const { earned, cost } = balance
    return [{ at, cost, isEarned: earned >= cost, share: cost === 0 ? null : earned / cost }]
  })
  const all = compared.reduce((most, { cost }) => Math.max(most, cost), 0)
  const known = compared.filter(({ cost }) => cost * 2 >= all)
  const final = known.filter(({ at }) => at.state === 'final')
  const at = staying(final) ?? staying(known)
  if (at) {
    const fell = known.find((later) => later.at.age > at.age && !later.isEarned)
    return { kind: 'paidBack', at, fell: fell?.at ?? null }
  }
  const last = known.at(-1)
  if (!last) return null
  const { share } = last
  return { kind: 'notYet', at: last.at, share, final: final.at(-1) ?? null, lost: lostIn(known) }
}

/** The first age from which all are earned. */
function staying(ages: readonly Compared[]): LtvAge | null {
  const below = ages.findLastIndex(({ isEarned }) => !isEarned)
  return ages[below + 1]?.at ?? null
}

/** Where the last stretch of earned ages began, and the age after it. */
function lostIn(ages: readonly Compared[]): { reached: LtvAge; fell: LtvAge } | null {
  const end = ages.findLastIndex(({ isEarned }) => isEarned)
  const fell = ages[end + 1]
  if (end < 0 || !fell) return null
  let start = end
  while (ages[start - 1]?.isEarned) start--
  return { reached: ages[start]!.at, fell: fell.at }
}
