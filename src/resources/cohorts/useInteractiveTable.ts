'use client'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { GridNavigationOptions } from '../../ui/useGridNavigation.ts'
import type { Annotations, CohortAnnotation } from './annotations.model.ts'
import { readBack } from './cohortTexts.ts'
import type { CohortsAnswer } from './types.ts'
import { useAnnotations } from './useAnnotations.ts'
import { useCohortCopy, type CohortCopy } from './useCohortCopy.ts'
import {
  useCohortInteraction,
  type CohortInteraction,
  type CohortInteractionOptions,
} from './useCohortInteraction.ts'
import { useCohortModel, type CohortModel, type CohortTableOptions } from './useCohortModel.ts'
import { useCohortTexts } from './useCohortTexts.ts'
import { useFoldedSegments, type FoldedSegments } from './useFoldedSegments.ts'
import { useLinkedCell, type LinkedCellOptions } from './useLinkedCell.ts'
import { useRowSelection, type RowSelection, type RowSelectionOptions } from './useRowSelection.ts'

/** A table, its selection and what happens in it. */
export interface InteractiveTableOptions
  extends
    CohortTableOptions,
    RowSelectionOptions,
    LinkedCellOptions,
    Pick<CohortInteractionOptions, 'onCellAction' | 'cellMenu' | 'onColumnAction'> {
  /** Dates that explain numbers, marked where they meet each cohort. */
  readonly annotations: readonly CohortAnnotation[]
}

/** A table ready to draw and to use. */
export interface InteractiveTable {
  readonly model: CohortModel
  /** The question read back, in one line. */
  readonly label: string
  readonly interaction: CohortInteraction
  readonly rowSelection: RowSelection
  readonly folding: FoldedSegments
  readonly copying: CohortCopy
  /** The annotations over the lines; null without any. */
  readonly annotations: Annotations | null
}

/** A cohort table with all that a viewer can do in it: ranges and copies, selected cohorts, folded segments, menus, marked dates. */
export function useInteractiveTable(
  data: CohortsAnswer,
  { annotations, ...options }: InteractiveTableOptions,
): InteractiveTable {
  const { selectedRows, onSelectedRowsChange, onCellAction, cellMenu, onColumnAction } = options
  const texts = useCohortTexts()
  const folding = useFoldedSegments()
  const rowSelection = useRowSelection({ selectedRows, onSelectedRowsChange })
  // The keyboard of the table tells the selection, which is made over the table.
  const told = useRef<GridNavigationOptions['onMove']>(undefined)
  const onMove = useCallback<NonNullable<GridNavigationOptions['onMove']>>((from, to, extend) => {
    told.current?.(from, to, extend)
  }, [])
  const model = useCohortModel(data, { ...options, foldedSegments: folding.folded, onMove })
  useLinkedCell(model, options)
  const label = readBack(texts, model.grid, options.question ?? {}, options)
  const copying = useCohortCopy(model, label)
  const interaction = useCohortInteraction(model, {
    rowSelection,
    onFold: folding.toggle,
    onCopy: copying.copy,
    onCellAction,
    cellMenu,
    onColumnAction,
  })
  useEffect(() => void (told.current = interaction.onMove))
  // Hosts write them in place: the same dates in another array draw no line again.
  const written = JSON.stringify(annotations)
  const dates = useMemo(() => JSON.parse(written) as readonly CohortAnnotation[], [written])
  return {
    model,
    label,
    interaction,
    rowSelection,
    folding,
    copying,
    annotations: useAnnotations(model, dates),
  }
}
