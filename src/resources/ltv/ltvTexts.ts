import { chosenAttributes } from '../../core/attributes.ts'
import type { common } from '../../i18n/en/common.ts'
import type { ltv } from '../../i18n/en/ltv.ts'
import type { Texts } from '../../i18n/useTexts.ts'
import type { LtvCosts } from './ltv.costs.model.ts'
import type { LtvAge, LtvCurve, LtvCurves, LtvMeasure } from './ltv.curves.model.ts'
import type { LtvInput } from './types.ts'

/** Texts and formatters of lifetime value. */
export type LtvTexts = Texts<keyof typeof common | keyof typeof ltv>

/** The mode as texts know it; ages of a mode that nobody knows are called days. */
export const modeOf = (mode: string): 'by_days' | 'by_renewals' =>
  mode === 'by_renewals' ? 'by_renewals' : 'by_days'

/** Name of a curve: its segment, or all customers. */
export const curveName = ({ t }: LtvTexts, { segment, label }: LtvCurve): string =>
  segment === null ? t('ltv.all') : label || segment || '–'

/** Name of an age, for example "Day 30" or "P3". */
export const ageName = ({ t, format }: LtvTexts, mode: string, age: number): string =>
  t(`ltv.age.${modeOf(mode)}`, { n: format.count(age) })

/** Whose money an age counts. */
export function peopleText({ t, format }: LtvTexts, { population }: LtvAge): string {
  const { from, to, users } = population
  if (users === null) return t('ltv.people.unknown')
  const fill = { count: users, n: format.count(users) }
  return to === null || to <= from
    ? t('ltv.people.someDates', fill)
    : t('ltv.people', { ...fill, range: format.range(from, to) })
}

/** The question in one line: what, how, in which money, of whom, over which time. */
export function readBack(
  { t, format }: LtvTexts,
  curves: LtvCurves,
  question: LtvInput,
  measure: LtvMeasure,
): string {
  const line = t('ltv.readBack', {
    metric: t(`ltv.measure.${measure}`),
    revenue: t(`ltv.revenue.${curves.revenueType === 'net' ? 'net' : 'gross'}`),
    currency: curves.currency,
    range: format.range(curves.from, curves.to),
    mode: t(`ltv.mode.${modeOf(curves.mode)}`),
    environment: t(question.environment === 0 ? 'environment.sandbox' : 'environment.production'),
  })
  // The question may call the attribute by the project's own name.
  const attribute = question.segment ?? curves.attribute
  const split = attribute ? [t('ltv.split', { attribute })] : []
  const filters = chosenAttributes(question.filter).map(([name, values]) =>
    t('ltv.filter', { attribute: name, values: values.join(', ') }),
  )
  return [line, ...split, ...filters].join(' · ')
}

/** How fresh the numbers are. `asOf` in milliseconds. */
export const asOfText = ({ t, format }: LtvTexts, { now }: LtvCurves, asOf: number): string =>
  t('ltv.asOf', { day: format.day(now - 1), instant: format.instant(asOf) })

/** How far an age can be trusted, and why. */
export const stateHints = (
  { t }: LtvTexts,
  { mode, revenueType }: LtvCurves,
  { state }: LtvAge,
): readonly string[] => [
  t(`ltv.state.${state}.hint`),
  ...(state === 'final' && mode === 'by_renewals' ? [t('ltv.returns')] : []),
  ...(state === 'final' && revenueType === 'net' ? [t('ltv.refunds')] : []),
]

/** What a reader must know before trusting the curves, as sentences; often none. */
export function noticeTexts(
  { t }: LtvTexts,
  curves: LtvCurves,
  { currency: asked }: LtvInput,
  costs: LtvCosts | undefined,
): string[] {
  const { currency: given } = curves
  const notices: string[] = []
  if (asked && asked !== given) notices.push(t('ltv.notice.currency', { given, asked }))
  if (costs && costs.currency !== given)
    notices.push(t('ltv.cost.currency', { given, asked: costs.currency }))
  else if (costs && curves.revenueType !== 'net') notices.push(t('ltv.cost.gross'))
  if (curves.whole.ages.length === 0) return notices
  if (curves.mode === 'by_days' && curves.to > curves.now) notices.push(t('ltv.notice.recruiting'))
  const isUnfinished = curves.whole.ages.some(({ state }) => state !== 'final')
  if (curves.mode === 'by_renewals') {
    if (curves.finalAt(1) === null) notices.push(t('ltv.notice.provisional'))
  } else if (isUnfinished && curves.whole.counting !== 'reached')
    notices.push(t(`ltv.notice.${curves.whole.counting}`))
  return notices
}

/** Likely reasons for an answer without curves, the most likely first. */
export function emptyReasons(
  { t, format }: LtvTexts,
  curves: LtvCurves,
  question: LtvInput,
): string[] {
  const users = curves.whole.users ?? 0
  const range = format.range(curves.from, curves.to)
  if (users > 0) return [t('ltv.empty.unpaid', { count: users, n: format.count(users), range })]
  const reasons = [
    chosenAttributes(question.filter).length > 0 && t('ltv.empty.filter'),
    question.environment === 0 && t('ltv.empty.environment'),
    t('ltv.empty.range', { range }),
    t('ltv.empty.source'),
  ]
  return reasons.filter((reason) => reason !== false)
}
