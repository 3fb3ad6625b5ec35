'use client'
import { useMemo } from 'react'
import { placeAnnotations, type Annotations, type CohortAnnotation } from './annotations.model.ts'
import type { CohortTableModel } from './useCohortTable.ts'

/** The annotations of a table over its lines; null without any. */
export function useAnnotations(
  { grid, lines }: Pick<CohortTableModel, 'grid' | 'lines'>,
  annotations: readonly CohortAnnotation[],
): Annotations | null {
  return useMemo(
    () => (annotations.length > 0 ? placeAnnotations(grid, lines, annotations) : null),
    [grid, lines, annotations],
  )
}
