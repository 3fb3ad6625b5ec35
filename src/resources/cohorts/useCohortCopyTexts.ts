import { cohortCopy } from '../../i18n/en/cohortCopy.ts'
import { textsOf, type Viewer } from '../../i18n/textsOf.ts'
import type { ClipboardContent } from '../../ui/clipboard.ts'
import { copyArea, type CopyArea, type CopySource } from './cohortCopyArea.ts'

/** Cells for the clipboard, and what is said once they are there or could not be. */
export interface CopiedCells extends ClipboardContent {
  readonly said: (isDone: boolean) => string
}

/** Copies cells for one viewer: for tables, which load it with the first that are copied. */
export function copyCells(
  source: Omit<CopySource, 't' | 'locale'>,
  area: CopyArea | null,
  viewer: Viewer,
): CopiedCells {
  const { t, format } = textsOf(cohortCopy, viewer)
  const { count, ...content } = copyArea({ ...source, t, locale: viewer.locale }, area)
  const n = format.count(count)
  return {
    ...content,
    said: (isDone) => t(isDone ? 'cohorts.copy.done' : 'cohorts.copy.failed', { count, n }),
  }
}
