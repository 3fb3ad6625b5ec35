'use client'
import { useEffect } from 'react'
import { cellPosition, findCell } from '../../ui/useGridNavigation.ts'
import { watchReading } from '../../ui/watchReading.ts'
import { LEADING } from './cohortDrawing.ts'
import type { CohortPosition } from './cohortPosition.ts'
import type { CohortModel } from './useCohortModel.ts'

/** How a table reads together with a picture of the same answer. */
export interface LinkedCellOptions {
  /** The number read now in a picture linked to the table: its cell is marked. */
  readonly active?: CohortPosition | null | undefined
  /** Told when pointer or focus read another number of the table; null when they leave it. */
  readonly onActiveChange?: ((position: CohortPosition | null) => void) | undefined
}

/** Ties the numbers of a table to those of a picture. The table itself is not drawn again for it. */
export function useLinkedCell(
  { gridRef, lineAt, lines, footer }: CohortModel,
  { active, onActiveChange }: LinkedCellOptions,
): void {
  useEffect(() => {
    const grid = gridRef.current
    if (!grid || !onActiveChange) return undefined
    const tell = (target: EventTarget | null) => {
      const at = cellPosition(target)
      const line = at && lineAt(at.row)
      const isNumber = line && line.kind !== 'segment' && at.column >= LEADING
      onActiveChange(isNumber ? { rowId: line.id, column: at.column - LEADING } : null)
    }
    return watchReading(grid, tell, () => onActiveChange(null))
  }, [gridRef, lineAt, onActiveChange])

  useEffect(() => {
    if (!active) return undefined
    const row = [...lines, ...footer].findIndex(({ id }) => id === active.rowId) + 1
    const cell = findCell(gridRef.current, { row, column: active.column + LEADING })
    cell?.setAttribute('data-linked', '')
    return () => cell?.removeAttribute('data-linked')
  }, [gridRef, lines, footer, active])
}
