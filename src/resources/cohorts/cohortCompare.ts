import type { cohortCompare } from '../../i18n/en/cohortCompare.ts'
import type { cohorts } from '../../i18n/en/cohorts.ts'
import type { common } from '../../i18n/en/common.ts'
import type { Texts } from '../../i18n/useTexts.ts'
import { columnHeading, rowHeading } from './cohortTexts.ts'
import type { CohortColumn, CohortGrid, Reading } from './grid.types.ts'
import { compareRows, hasIntervals, type RowComparison } from './grid.uncertainty.model.ts'

/** Texts and formatters of a comparison. */
export type CompareTexts = Texts<
  keyof typeof common | keyof typeof cohorts | keyof typeof cohortCompare
>

/** The answer that two rows give in one column: which is higher by how much or that both are equal, what chance leaves possible, of how many people. */
export function comparisonText(
  { t, format }: CompareTexts,
  column: string,
  { difference, low, high, told, a, b }: RowComparison,
): string {
  const text = difference === 0 ? 'equal' : difference < 0 ? 'lower' : 'higher'
  // A difference that would be written as 0.0 is none to be called so.
  const isTiny = Math.abs(difference) < LEAST / 2
  const points = format.points(isTiny ? LEAST : Math.abs(difference))
  return t(`compare.${text}`, {
    column,
    points: isTiny ? t('compare.under', { points }) : points,
    low: format.points(low),
    high: format.points(high),
    a: format.count(a.denominator),
    b: format.count(b.denominator),
    verdict: t(told ? 'compare.told' : 'compare.notTold'),
  })
}

/** The smallest difference that is written: a tenth of a point. */
const LEAST = 0.001

/** Two rows compared, in words. */
export interface ComparedRows {
  readonly title: string
  /** One sentence for each column that is complete in both rows. */
  readonly lines: readonly { readonly column: CohortColumn; readonly text: string }[]
  /** How to read the lines, or why there are none. */
  readonly hint: string
}

/** Compares rows `a` and `b` of a grid column by column: row `a` less row `b`. */
export function describeComparison(
  texts: CompareTexts,
  grid: CohortGrid,
  a: number,
  b: number,
  reading: Reading,
): ComparedRows {
  const { t } = texts
  const [ofA, ofB] = [a, b].map((row) => rowHeading(texts, grid.rows[row]!, grid))
  const lines = grid.columns.flatMap((column) => {
    const found = compareRows(grid, a, b, column.index, reading)
    return found
      ? [{ column, text: comparisonText(texts, columnHeading(texts, column), found) }]
      : []
  })
  const reason = hasIntervals(grid, reading) ? 'compare.unfinished' : 'compare.none'
  return {
    title: t('compare.title', { a: ofA!, b: ofB! }),
    lines,
    hint: t(lines.length > 0 ? 'compare.hint' : reason),
  }
}
