'use client'
import { useCallback, useState } from 'react'
import { useDisplay } from '../../i18n/DisplayContext.tsx'
import { writeClipboard } from '../../ui/clipboard.ts'
import type { GridArea } from '../../ui/gridRange.ts'
import { useCohortActionTexts } from './useCohortTexts.ts'
import type { CohortTableModel } from './useCohortTable.ts'

/** Copying of the table. */
export interface CohortCopy {
  /** Copies these cells of the grid, headings included; all of them without an area. From within a key press or a click. */
  readonly copy: (area: GridArea | null) => void
  /** What came of it, to be spoken. */
  readonly said: string
}

/** Copies from the grid, never from the page: also cells that are not drawn. `label` is the question, noted below the numbers. */
export function useCohortCopy(
  { drawing, grid, lines, footer, lineAt }: CohortTableModel,
  label: string,
): CohortCopy {
  const { locale } = useDisplay()
  const { t, format } = useCohortActionTexts()
  const [said, setSaid] = useState('')
  const copy = useCallback(
    (area: GridArea | null) => {
      const source = { drawing, grid, lines, footer, lineAt, label, locale, t }
      // The writer is loaded on first use, as that of the CSV is.
      const content = import('./cohortCopyArea.ts').then(({ copyArea }) => copyArea(source, area))
      const say = async () => {
        const isDone = await writeClipboard(content)
        const { count } = await content
        const n = format.count(count)
        setSaid(t(isDone ? 'cohorts.copy.done' : 'cohorts.copy.failed', { count, n }))
      }
      say().catch(() => setSaid(t('cohorts.copy.failed')))
    },
    [drawing, grid, lines, footer, lineAt, label, locale, t, format],
  )
  return { copy, said }
}
