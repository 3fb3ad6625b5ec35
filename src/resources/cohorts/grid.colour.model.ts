import type { CohortGrid } from './grid.types.ts'
import { readCell, type CohortView } from './grid.views.model.ts'
import type { CohortMetric } from './types.ts'

/** Heat levels run from 0 to this. */
export const TOP_LEVEL = 9

/** The value that the highest level stands for: the API's own maximum, or for a derived view the largest share shown. */
export function colourAnchor(grid: CohortGrid, metric: CohortMetric, view: CohortView): number {
  if (view === 'absolute') return grid.maxima[metric]
  let largest = 0
  for (const row of grid.rows)
    for (const column of grid.columns)
      largest = Math.max(largest, readCell(row, column.index, metric, view).value ?? 0)
  return largest
}

/** Heat level of a value, 0 to 9 in equal steps from zero to the anchor; null without a value, 0 below zero. */
export function heatLevel(value: number | null, anchor: number): number | null {
  if (value === null) return null
  if (!(anchor > 0) || value <= 0) return 0
  return Math.min(TOP_LEVEL, Math.floor((value / anchor) * (TOP_LEVEL + 1)))
}
