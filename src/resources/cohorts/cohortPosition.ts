import type { CohortColumn, CohortValue } from './grid.types.ts'

/** A number of an answer, named so that table, heat map and curves find the same one. */
export interface CohortPosition {
  /** Id of its line: `rowId` of a cohort, or that of a summary row. */
  readonly rowId: string
  /** Index of its column, from 0. */
  readonly column: number
}

/** What a chart tells of a click, Enter or Space on a number. */
export interface CohortChartAction extends CohortPosition {
  readonly period: CohortColumn
  readonly value: CohortValue
  /** The mark around it, to anchor a menu or dialog at. */
  readonly anchor: Element
}
