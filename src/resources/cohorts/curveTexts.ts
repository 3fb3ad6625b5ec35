import { isPooled, type CohortDrawing } from './cohortDrawing.ts'
import { describeLine } from './cohortLineTexts.ts'
import type { CohortHintTexts } from './cohortTexts.ts'
import type { Curve } from './curves.model.ts'

/** Curves with how many cohorts carry each point of a mean, written where its number is. */
export function withCarriers({ t, format }: CohortHintTexts, curves: readonly Curve[]) {
  return curves.map((curve) => {
    const { mostCohorts = 0, points } = curve
    if (!isThinning(curve)) return curve
    const all = format.count(mostCohorts)
    const noted = points.map((point) => {
      const note = t('cohorts.curves.carried', { n: format.count(point.cohorts ?? 0), all })
      return Object.assign({}, point, { note })
    })
    return Object.assign({}, curve, { points: noted })
  })
}

/** The cohorts behind each column as bars below the curves: of the whole, else of the segment that has most; none where they stay the same. */
export function carrierStrip({ t, format }: CohortHintTexts, curves: readonly Curve[]) {
  const [most] = curves
    .filter(isThinning)
    .toSorted(
      (a, b) =>
        Number(b.emphasis) - Number(a.emphasis) || (b.mostCohorts ?? 0) - (a.mostCohorts ?? 0),
    )
  if (!most) return undefined
  const isMedian = most.line.kind === 'median'
  return {
    label: t(isMedian ? 'cohorts.curves.strip.median' : 'cohorts.curves.strip'),
    format: (cohorts: number) => format.count(cohorts),
    bars: most.points.map(({ x, cohorts = 0 }) => ({ x, value: cohorts, isFinal: true })),
  }
}

/** What the dots of a line mean, where there are any. */
export const thinNotes = ({ t }: CohortHintTexts, curves: readonly Curve[]): readonly string[] =>
  curves.some(({ points }) => points.some(({ y, isThin }) => y !== null && isThin))
    ? [t('cohorts.curves.thin')]
    : []

/** What is said of a mean's point beside its number: over how many cohorts it is, and which were left out. */
export function carrierDetails(
  texts: CohortHintTexts,
  drawing: CohortDrawing,
  { line }: Curve,
  column: number,
): readonly string[] {
  return isPooled(line) ? (describeLine(texts, drawing, line, column)?.details ?? []) : []
}

const isThinning = ({ points, mostCohorts }: Curve): boolean =>
  mostCohorts !== undefined && points.some(({ cohorts }) => cohorts !== mostCohorts)
