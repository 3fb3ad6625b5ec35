'use client'
import { useCallback } from 'react'
import { gridCellProps, type GridCellProps } from '../../ui/useGridNavigation.ts'
import type { CohortsAnswer } from './types.ts'
import { useCohortModel, type CohortModel, type CohortTableOptions } from './useCohortModel.ts'

/** A cohort table ready to draw, and the marks of each cell for markup of the host's own. */
export interface CohortTableModel extends CohortModel {
  /** Marks of a cell by its position in the grid: headings are row 0 and columns 0 and 1. */
  readonly cellProps: (row: number, column: number) => GridCellProps
}

/** Makes an answer ready to draw. Takes data, not a fetch: it works in a story, in a test and over a host's own data layer. */
export function useCohortTable(data: CohortsAnswer, options: CohortTableOptions): CohortTableModel {
  const model = useCohortModel(data, options)
  const { row: activeRow, column: activeColumn } = model.active
  const cellProps = useCallback(
    (row: number, column: number) =>
      gridCellProps(row, column, row === activeRow && column === activeColumn),
    [activeRow, activeColumn],
  )
  return { ...model, cellProps }
}
