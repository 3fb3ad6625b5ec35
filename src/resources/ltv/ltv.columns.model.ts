import type { LtvCurve, LtvCurves, LtvMeasure } from './ltv.curves.model.ts'

/** Ages in days that are usual to compare customers at. */
export const LTV_COLUMN_DAYS: readonly number[] = [7, 30, 90]

/** Value at one age, once it is final for every customer of the range. */
export interface LtvColumn {
  readonly age: number
  /** Null until the age is final, and where the answer holds no number; never 0 for either. */
  readonly value: number | null
  /** True when the age is final and the answer holds no number there. */
  readonly isMissing: boolean
  /** While it is not final: when it is, Unix seconds; null where it is final or no date says so. */
  readonly finalAt: number | null
}

/** Values at the given ages. An age of 7 holds the day of the install and the seven days after it. */
export function lifetimeColumns(
  curves: LtvCurves,
  curve: LtvCurve,
  measure: LtvMeasure,
  ages: readonly number[] = LTV_COLUMN_DAYS,
): LtvColumn[] {
  return ages.map((age) => {
    const finalAt = curves.finalAt(age)
    const point = curve.ages.find((item) => item.age === age)
    // The answer may know of customers who are too young, whatever the calendar says.
    const isFinal = point ? point.state === 'final' : finalAt !== null && finalAt <= curves.now
    const value = isFinal ? (point?.[measure] ?? null) : null
    return {
      age,
      value,
      isMissing: isFinal && value === null,
      finalAt: isFinal || finalAt === null || finalAt <= curves.now ? null : finalAt,
    }
  })
}
