import { addPeriods } from '../../core/calendar.ts'
import type { CohortTexts } from './cohortTexts.ts'
import { columnHeading, metricName, rowHeading, valueText, type Reading } from './cohortTexts.ts'
import type { CohortGrid } from './grid.types.ts'
import { readCell, readTotal } from './grid.views.model.ts'
import { isGrouping } from './grouping.ts'

/** A cell in words: the sentence a screen reader speaks and a tooltip heads, and what explains it. */
export interface CellDescription {
  readonly sentence: string
  readonly details: readonly string[]
}

/** Describes one number of a row. */
export function describeCell(
  texts: CohortTexts,
  grid: CohortGrid,
  rowIndex: number,
  column: number,
  reading: Reading,
): CellDescription {
  const { t } = texts
  const row = grid.rows[rowIndex]!
  const cell = readCell(grid, rowIndex, column, reading)
  return {
    sentence: t('cohorts.describe', {
      cohort: rowHeading(texts, row, grid),
      column: columnHeading(texts, grid.columns[column]!),
      value: valueText(texts, cell, grid.currency) || '–',
      state: t(`cohorts.state.${cell.state}`),
    }),
    details: [
      ...periodText(texts, grid, row.start, column),
      definitionText(texts, grid, reading),
      t(`cohorts.state.${cell.state}.hint`),
      ...rowHint(texts, row.state),
    ],
  }
}

/** Describes one number of the totals row. */
export function describeTotal(
  texts: CohortTexts,
  grid: CohortGrid,
  column: number,
  reading: Reading,
): CellDescription {
  const { t } = texts
  const cell = readTotal(grid, column, reading)
  return {
    sentence: t('cohorts.describe', {
      cohort: t('cohorts.total'),
      column: columnHeading(texts, grid.columns[column]!),
      value: valueText(texts, cell, grid.currency),
      state: t(`cohorts.state.${cell.state}`),
    }),
    details: [
      definitionText(texts, grid, reading),
      t(reading.view === 'percentOfSize' ? 'cohorts.total.hint.share' : 'cohorts.total.hint'),
      ...(cell.state === 'final' ? [] : [t('cohorts.total.unfinished')]),
    ],
  }
}

/** Describes a cohort by its window and its state. */
export function describeRow(
  texts: CohortTexts,
  grid: CohortGrid,
  rowIndex: number,
): CellDescription {
  const row = grid.rows[rowIndex]!
  return {
    sentence: texts.format.range(row.start, row.end),
    details: rowHint(texts, row.state),
  }
}

/** Describes a period by its offset and the API's own label. */
export function describeColumn(
  texts: CohortTexts,
  grid: CohortGrid,
  column: number,
): CellDescription {
  const { label } = grid.columns[column]!
  const heading = columnHeading(texts, grid.columns[column]!)
  return { sentence: label && label !== heading ? `${heading} (${label})` : heading, details: [] }
}

function definitionText(texts: CohortTexts, grid: CohortGrid, { metric, view }: Reading): string {
  const { t } = texts
  const basis = grid.basis[metric]
  const name = metricName(texts, metric, grid.definition)
  if (basis !== 'period') return `${name}: ${t(`cohorts.basis.${basis}`)}`
  return `${name}: ${t(view === 'percentOfSize' ? 'cohorts.definition.percentOfSize' : `cohorts.definition.${metric}`)}`
}

function periodText(
  { format }: CohortTexts,
  grid: CohortGrid,
  start: number,
  column: number,
): string[] {
  const { grouping } = grid
  if (grid.mode !== 'by_days' || !isGrouping(grouping)) return []
  const from = addPeriods(grouping, start, column)
  return [format.range(from, addPeriods(grouping, from, 1))]
}

function rowHint({ t }: CohortTexts, state: 'complete' | 'recruiting' | 'cut'): string[] {
  return state === 'complete' ? [] : [t(`cohorts.row.${state}`)]
}
