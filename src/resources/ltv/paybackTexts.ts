import { costAt, type LtvCosts } from './ltv.costs.model.ts'
import type { LtvAge, LtvCurve } from './ltv.curves.model.ts'
import { ageName, modeOf, type LtvTexts } from './ltvTexts.ts'
import type { Payback } from './ltv.payback.model.ts'

/** What is known of the payback of a curve, as sentences: when, or how much is earned back, and how sure that is. */
export function paybackSentences(
  texts: LtvTexts,
  mode: string,
  curve: LtvCurve,
  payback: Payback,
): string[] {
  const { t, format } = texts
  const key = modeOf(mode)
  if (payback.kind === 'paidBack') {
    const { at, fell } = payback
    const sentence = t(`ltv.payback.final.${key}`, { n: format.count(at.age) })
    const below = fell && t('ltv.payback.fell', { fell: ageName(texts, mode, fell.age) })
    return [withDoubt(texts, curve, at, sentence), ...(below ? [below] : [])]
  }
  const { final, lost } = payback
  const told = final ?? payback
  const { age } = told.at
  const fill = { count: age, n: format.count(age), share: shareText(texts, told.share) }
  const sentences = [withDoubt(texts, curve, told.at, t(`ltv.payback.notYet.${key}`, fill))]
  if (lost) {
    const { reached, fell } = lost
    const names = {
      reached: ageName(texts, mode, reached.age),
      fell: ageName(texts, mode, fell.age),
    }
    sentences.push(t('ltv.payback.lost', names))
  }
  const { users } = payback.at.population
  if (told.at === payback.at || lost || users === null || curve.users === null) return sentences
  const later = {
    share: shareText(texts, payback.share),
    age: ageName(texts, mode, payback.at.age),
    users: format.count(users),
    all: format.count(curve.users),
  }
  const isEverybody = users >= curve.users
  return [...sentences, t(`ltv.payback.notYet.${isEverybody ? 'settling' : 'later'}`, later)]
}

/** The same in a word or two, for a cell. */
export function paybackShort(texts: LtvTexts, mode: string, payback: Payback): string {
  const { t, format } = texts
  if (payback.kind === 'paidBack')
    return t(`ltv.payback.at.${modeOf(mode)}`, { n: format.count(payback.at.age) })
  const told = payback.final ?? payback
  return t('ltv.payback.notYet.short', {
    share: shareText(texts, told.share),
    age: ageName(texts, mode, told.at.age),
  })
}

/** The age that a payback is told of. */
export const toldAge = (payback: Payback): LtvAge =>
  payback.kind === 'paidBack' ? payback.at : (payback.final?.at ?? payback.at)

/** How much of its cost a value is; null without either. */
export function costShare(
  texts: LtvTexts,
  curve: LtvCurve,
  age: LtvAge,
  value: number | null,
  costs: LtvCosts,
): string | null {
  const cost = costAt(curve, age, costs)
  if (!cost || value === null) return null
  const { t, format } = texts
  const share = format.percent(value / cost)
  return t('ltv.cost.share', { share, cost: format.money(cost, costs.currency) })
}

function withDoubt({ t, format }: LtvTexts, curve: LtvCurve, at: LtvAge, sentence: string): string {
  const { users } = at.population
  if (at.state === 'final') return sentence
  return users !== null && curve.users !== null && users < curve.users
    ? t('ltv.payback.people', {
        sentence,
        users: format.count(users),
        all: format.count(curve.users),
      })
    : t('ltv.payback.open', { sentence })
}

const shareText = ({ format }: LtvTexts, share: number | null): string =>
  share === null ? '–' : format.percent(share)
