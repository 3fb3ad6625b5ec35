'use client'
import { useCallback, useState } from 'react'
import { useDisplay } from '../../i18n/DisplayContext.tsx'
import { writeClipboard } from '../../ui/clipboard.ts'
import type { GridArea } from '../../ui/gridRange.ts'
import { LEADING } from './cohortDrawing.ts'
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
      const { top, bottom, start, end } = area ?? {
        top: 1,
        bottom: lines.length + footer.length,
        start: LEADING,
        end: LEADING + grid.columns.length - 1,
      }
      const rows = Array.from({ length: bottom - top + 1 }, (_, index) => lineAt(top + index)!)
      const columns = grid.columns.slice(start - LEADING, end - LEADING + 1)
      const segmentNames = new Map(
        lines.flatMap((line) => (line.kind === 'segment' ? [[line.segment, line.label]] : [])),
      )
      // The writer is loaded on first use, as that of the CSV is.
      const content = import('./cohortCopy.ts').then(({ copyBlock, tableBlock }) =>
        copyBlock(tableBlock(drawing, { lines: rows, columns, segmentNames, label, t }), locale),
      )
      const count = rows.length * columns.length
      void writeClipboard(content).then((isDone) =>
        setSaid(
          t(isDone ? 'cohorts.copy.done' : 'cohorts.copy.failed', {
            count,
            n: format.count(count),
          }),
        ),
      )
    },
    [drawing, grid, lines, footer, lineAt, label, locale, t, format],
  )
  return { copy, said }
}
