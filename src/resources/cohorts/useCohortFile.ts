'use client'
import { useDisplay } from '../../i18n/DisplayContext.tsx'
import type { CohortFileSource } from './cohortFile.ts'

/** Saves a cohort answer as CSV. The writer is loaded on first use, as most viewers never save; rejects where it cannot be. */
export function useCohortFile(): (source: CohortFileSource) => Promise<void> {
  const display = useDisplay()
  return async (source) => {
    const [{ saveText }, { cohortFile }, { createHints }] = await Promise.all([
      import('../../ui/saveText.ts'),
      import('./cohortFile.ts'),
      import('./useCohortHintTexts.ts'),
    ])
    const { name, text } = cohortFile(createHints(display).texts, source)
    saveText(name, 'text/csv', text)
  }
}
