'use client'
import { useCallback, useState } from 'react'
import { useDisplay } from '../../i18n/DisplayContext.tsx'
import { useTexts } from '../../i18n/useTexts.ts'
import { writeClipboard } from '../../ui/clipboard.ts'
import type { GridArea } from '../../ui/gridRange.ts'
import type { CohortModel } from './useCohortModel.ts'

/** Copying of the table. */
export interface CohortCopy {
  /** Copies these cells of the grid, headings included; all of them without an area. From within a key press or a click. */
  readonly copy: (area: GridArea | null) => void
  /** What came of it, to be spoken. */
  readonly said: string
}

/** Copies from the grid, never from the page: also cells that are not drawn. `label` is the question, noted below the numbers. */
export function useCohortCopy(
  { drawing, grid, lines, footer, lineAt }: CohortModel,
  label: string,
): CohortCopy {
  const display = useDisplay()
  const { t } = useTexts()
  const [said, setSaid] = useState('')
  const copy = useCallback(
    (area: GridArea | null) => {
      const source = { drawing, grid, lines, footer, lineAt, label }
      // The writer is loaded on first use, as that of the CSV is.
      const cells = import('./useCohortCopyTexts.ts').then(({ copyCells }) =>
        copyCells(source, area, display),
      )
      const say = async () => {
        const isDone = await writeClipboard(cells)
        setSaid((await cells).said(isDone))
      }
      say().catch(() => setSaid(t('problem.part')))
    },
    [drawing, grid, lines, footer, lineAt, label, display, t],
  )
  return { copy, said }
}
