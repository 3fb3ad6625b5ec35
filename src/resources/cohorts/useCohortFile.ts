'use client'
import { useDisplay } from '../../i18n/DisplayContext.tsx'
import type { CohortFileSource } from './cohortFile.ts'

/** Saves a cohort answer as CSV. The writer is loaded on first use, as most viewers never save; rejects where it cannot be. */
export function useCohortFile(): (source: CohortFileSource) => Promise<void> {
  const display = useDisplay()
  return (source) =>
    import('./useCohortFileTexts.ts').then((module) => module.saveCohortFile(source, display))
}
