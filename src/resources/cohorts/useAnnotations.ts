'use client'
import { useMemo } from 'react'
import { placeAnnotations, type Annotations, type CohortAnnotation } from './annotations.model.ts'
import type { CohortModel } from './useCohortModel.ts'

/** The annotations of a table over its lines; null without any. */
export function useAnnotations(
  { grid, lines }: Pick<CohortModel, 'grid' | 'lines'>,
  annotations: readonly CohortAnnotation[],
): Annotations | null {
  return useMemo(
    () => (annotations.length > 0 ? placeAnnotations(grid, lines, annotations) : null),
    [grid, lines, annotations],
  )
}
