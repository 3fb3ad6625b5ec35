import { partsText, type CellDescription } from './cohortCellTexts.ts'
import {
  columnHeading,
  sizeHeading,
  summaryLabel,
  valueText,
  type CohortHintTexts,
} from './cohortTexts.ts'
import type { CohortGrid, CohortSummary, SummaryCell } from './grid.types.ts'

/** Describes a summary row, or with a column (from 0) its number there: over how many cohorts, and which were left out. */
export function describeSummary(
  texts: CohortHintTexts,
  grid: CohortGrid,
  summary: CohortSummary,
  column: number,
  minSize: number,
): CellDescription {
  const { t } = texts
  const label = summaryLabel(texts, summary)
  const how = t(summary.kind === 'median' ? 'cohorts.median.hint' : 'cohorts.mean.hint', {
    size: sizeHeading(texts, grid.definition),
  })
  if (column < 0) return { sentence: label, details: [how] }
  const cell = summary.cell(column)
  return {
    sentence: t('cohorts.describe.summary', {
      label,
      column: columnHeading(texts, grid.columns[column]!),
      value: valueText(texts, cell, grid.currency),
    }),
    details: [
      ...partsText(texts, grid, cell, summary.reading),
      how,
      texts.t('cohorts.summary.rows', count(texts, cell.rows)),
      ...leftTexts(texts, cell.left, minSize),
      ...setText(texts, grid, summary, column),
    ],
  }
}

/** What a summary left out, and why; empty when that is nothing. */
export function leftTexts(
  texts: CohortHintTexts,
  left: SummaryCell['left'],
  minSize: number,
): string[] {
  const { t, format } = texts
  const size = format.count(minSize)
  return (['unfinished', 'small', 'cut', 'missing', 'unpublished'] as const)
    .filter((reason) => left[reason] > 0)
    .map((reason) => t(`cohorts.summary.${reason}`, { ...count(texts, left[reason]), size }))
}

const count = ({ format }: CohortHintTexts, n: number) => ({ count: n, n: format.count(n) })

/** A running mean holds one set of cohorts for all columns, and ends where fewer than half of them have come. */
function setText(
  texts: CohortHintTexts,
  grid: CohortGrid,
  { through }: CohortSummary,
  column: number,
): string[] {
  if (through === null) return []
  const last = columnHeading(texts, grid.columns[through]!)
  return [
    texts.t(column > through ? 'cohorts.summary.through.past' : 'cohorts.summary.through', {
      column: last,
    }),
  ]
}
