'use client'
import { useMemo } from 'react'
import { describeGrid } from './cohortDescribe.ts'
import { noticeTexts } from './cohortTexts.ts'
import type { CohortsInput } from './types.ts'
import { useCohortHintTexts } from './useCohortHintTexts.ts'
import type { CohortModel } from './useCohortModel.ts'

/** Props of `CohortAbout`. */
export interface CohortAboutProps {
  readonly model: CohortModel
  readonly question: CohortsInput
}

/** What `describeGrid` says of a table, but for what stands beside it for all to read: its description for screen readers. */
export function CohortAbout({ model, question }: CohortAboutProps) {
  const texts = useCohortHintTexts()
  const { drawing, footer } = model
  const sentences = useMemo(() => {
    const { grid, reading, minSize } = drawing
    const pooled = footer.find((line) => line.kind === 'mean' || line.kind === 'median')
    const kind = pooled?.kind === 'median' ? 'median' : 'mean'
    const summary = pooled && drawing.summary(pooled, kind)
    const shown = noticeTexts(texts, grid, question, reading)
    // The first is the question, which is the table's name.
    return describeGrid(texts, grid, reading, question, { summary, minSize })
      .slice(1)
      .filter((sentence) => !shown.includes(sentence))
  }, [texts, drawing, footer, question])
  return sentences.join(' ')
}
