'use client'
import { useCallback, useMemo } from 'react'
import { useCohortTexts } from './useCohortTexts.ts'
import type { TooltipContent } from '../../ui/GridTooltip.tsx'
import {
  gridCellProps,
  useGridNavigation,
  type GridCellProps,
  type GridNavigation,
  type GridPosition,
} from '../../ui/useGridNavigation.ts'
import { describeCell, describeColumn, describeRow, describeTotal } from './cohortCellTexts.ts'
import { valueText, type Reading } from './cohortTexts.ts'
import { buildCohortGrid } from './grid.build.model.ts'
import { colourAnchor, heatLevel } from './grid.colour.model.ts'
import type { CellState, CohortGrid, CohortGridOptions } from './grid.types.ts'
import { readCell, readTotal } from './grid.views.model.ts'
import type { CohortsAnswer, CohortsInput } from './types.ts'

/** Columns before the periods: the cohort and its size. */
export const LEADING = 2

/** What the table is read by. */
export interface CohortTableOptions extends Reading, Omit<CohortGridOptions, 'now' | 'definition'> {
  /** The input the answer was asked with: who counts, which money, which filters. @default {} */
  readonly question?: CohortsInput | undefined
  /** When the answer was fetched, in milliseconds since the epoch: states are judged at this instant. */
  readonly asOf: number
}

/** A number as it is drawn. */
export interface DrawnCell {
  readonly text: string
  readonly state: CellState
  /** Heat, 0 to 9; null without a value. */
  readonly level: number | null
}

/** A cohort table ready to draw: texts, levels and states of cells, the words for each, and the grid's keyboard. */
export interface CohortTableModel extends GridNavigation {
  readonly grid: CohortGrid
  /** The value that the highest heat level stands for. */
  readonly anchor: number
  readonly cell: (row: number, column: number) => DrawnCell
  readonly total: (column: number) => DrawnCell
  /** The words for any position of the grid, headings included. */
  readonly describe: (position: GridPosition) => TooltipContent | null
  /** Marks of a cell by its position in the grid: headings are row 0 and columns 0 and 1. */
  readonly cellProps: (row: number, column: number) => GridCellProps
}

/** Rows of the grid: the headings, the cohorts and, where the API gives them, the totals. */
export const gridRowCount = (grid: CohortGrid): number =>
  1 + grid.rows.length + (grid.total ? 1 : 0)

/** Makes an answer ready to draw. Takes data, not a fetch: it works in a story, in a test and over a host's own data layer. */
export function useCohortTable(data: CohortsAnswer, options: CohortTableOptions): CohortTableModel {
  const { metric, view, question, asOf } = options
  const { renewalLengths, settlingDays, trialDays, conversionWindowDays, cellBasis } = options
  const definition = question?.cohort_definition
  const texts = useCohortTexts()
  const grid = useMemo(
    () =>
      buildCohortGrid(data, {
        now: Math.floor(asOf / 1000),
        definition,
        renewalLengths,
        settlingDays,
        trialDays,
        conversionWindowDays,
        cellBasis,
      }),
    [
      data,
      asOf,
      definition,
      renewalLengths,
      settlingDays,
      trialDays,
      conversionWindowDays,
      cellBasis,
    ],
  )
  const drawn = useMemo(() => {
    const reading = { metric, view }
    const anchor = colourAnchor(grid, metric, view)
    return {
      grid,
      anchor,
      cell(row: number, column: number): DrawnCell {
        const value = readCell(grid.rows[row]!, column, metric, view)
        return {
          text: valueText(texts, value, grid.currency),
          state: value.state,
          level: heatLevel(value.value, anchor),
        }
      },
      total(column: number): DrawnCell {
        const value = readTotal(grid, column, metric, view)
        return { text: valueText(texts, value, grid.currency), state: value.state, level: null }
      },
      describe({ row, column }: GridPosition): TooltipContent | null {
        const period = column - LEADING
        const cohort = row - 1
        if (row === 0) return period < 0 ? null : describeColumn(texts, grid, period)
        if (cohort >= grid.rows.length)
          return period < 0 ? null : describeTotal(texts, grid, period, reading)
        if (period < 0) return describeRow(texts, grid, cohort)
        return describeCell(texts, grid, cohort, period, reading)
      },
    }
  }, [grid, metric, view, texts])

  const navigation = useGridNavigation(
    gridRowCount(grid),
    LEADING + grid.columns.length,
    FIRST_NUMBER,
  )
  const { row: activeRow, column: activeColumn } = navigation.active
  const cellProps = useCallback(
    (row: number, column: number) =>
      gridCellProps(row, column, row === activeRow && column === activeColumn),
    [activeRow, activeColumn],
  )
  return { ...navigation, ...drawn, cellProps }
}

const FIRST_NUMBER: GridPosition = { row: 1, column: LEADING }
