'use client'
import { CohortAnswer, type CohortAnswerProps } from './CohortFrame.tsx'
import { isOffered } from './grid.views.model.ts'

/** Props of `CohortPicture`. */
export interface CohortPictureProps extends CohortAnswerProps {
  /** True while another question is answered: the picture is dimmed. */
  readonly stale: boolean
  /** True leaves the picture alone: it stands beside a table that says all else. */
  readonly bare?: boolean | undefined
}

/** A chart of a cohort answer: with all that is said of an answer, or alone beside a table that says it. */
export function CohortPicture({ stale, bare = false, children, ...answer }: CohortPictureProps) {
  const picture = (
    <div className="qv-answer" data-stale={stale ? '' : undefined}>
      {children}
    </div>
  )
  const { grid, reading } = answer.source
  if (bare) return grid.rows.length === 0 || !isOffered(grid, reading) ? null : picture
  return <CohortAnswer {...answer}>{picture}</CohortAnswer>
}
