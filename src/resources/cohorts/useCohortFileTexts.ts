import type { Viewer } from '../../i18n/textsOf.ts'
import { saveText } from '../../ui/saveText.ts'
import { cohortFile, type CohortFileSource } from './cohortFile.ts'
import { createHints } from './useCohortHintTexts.ts'

/** Saves a cohort answer as CSV in the words of one viewer. */
export function saveCohortFile(source: CohortFileSource, viewer: Viewer): void {
  const { name, text } = cohortFile(createHints(viewer).texts, source)
  saveText(name, 'text/csv', text)
}
