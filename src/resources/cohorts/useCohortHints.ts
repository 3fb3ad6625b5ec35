'use client'
import { useMemo } from 'react'
import { useDisplay } from '../../i18n/DisplayContext.tsx'
import { useLoaded } from '../../ui/useLoaded.ts'
import type { CohortHints } from './useCohortHintTexts.ts'

/** What is said of a table's numbers, null until it is there; and how to ask for it. */
export function useCohortHints(): readonly [hints: CohortHints | null, ask: () => void] {
  const display = useDisplay()
  const [loaded, ask] = useLoaded(load)
  const hints = useMemo(() => loaded && loaded.createHints(display), [loaded, display])
  return [hints, ask]
}

const load = () => import('./useCohortHintTexts.ts')
