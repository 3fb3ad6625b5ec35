'use client'
import { useEffect, useMemo } from 'react'
import { useLoaded } from '../../ui/useLoaded.ts'
import type { Annotations, CohortAnnotation } from './annotations.model.ts'
import type { CohortEvents } from './CohortEvents.tsx'
import type { CohortTableModel } from './useCohortTable.ts'

/** The annotations of a table, placed, and what lists them below it. */
export interface PlacedAnnotations extends Annotations {
  readonly List: typeof CohortEvents
}

/** Places annotations over the lines of a table. What does it is loaded by the first there is: null until then, as on a server. */
export function useAnnotations(
  { grid, lines }: Pick<CohortTableModel, 'grid' | 'lines'>,
  annotations: readonly CohortAnnotation[],
): PlacedAnnotations | null {
  const [loaded, ask] = useLoaded(load)
  const isNeeded = annotations.length > 0
  useEffect(() => {
    if (isNeeded) ask()
  }, [isNeeded, ask])
  return useMemo(
    () => (isNeeded && loaded ? loaded(grid, lines, annotations) : null),
    [loaded, isNeeded, grid, lines, annotations],
  )
}

const load = async () => {
  const [{ placeAnnotations }, { CohortEvents: List }] = await Promise.all([
    import('./annotations.model.ts'),
    import('./CohortEvents.tsx'),
  ])
  return (...placed: Parameters<typeof placeAnnotations>): PlacedAnnotations => ({
    ...placeAnnotations(...placed),
    List,
  })
}
